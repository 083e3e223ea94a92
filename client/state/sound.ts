/**
 * Sounds for those who wish for them: off at first, remembered, made by the browser itself. Nothing is said by a sound
 * alone; a browser without Web Audio is silent.
 */
import { signal } from '@preact/signals';
import { local } from './storage.ts';

const KEY = 'sound';

export const soundOn = signal(local.get(KEY) === 'on');

export function setSound(on: boolean): void {
  soundOn.value = on;
  local.set(KEY, on ? 'on' : 'off');
  if (on) playSound('formed');
}

export const SOUNDS = ['formed', 'broken', 'merger', 'failure', 'money', 'shock', 'tick'] as const;
export type Sound = (typeof SOUNDS)[number];

export interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds from the sound's start. */
  readonly at: number;
  readonly length: number;
  readonly wave: 'sine' | 'triangle' | 'square';
}

const row = (wave: Note['wave'], length: number, pitches: readonly number[]): readonly Note[] =>
  pitches.map((pitch, place) => ({ pitch, at: place * length * 0.7, length, wave }));

/** Up for what joins and pays, down for what ends; all from one scale of five tones. */
export const NOTES: Readonly<Record<Sound, readonly Note[]>> = {
  formed: row('sine', 0.18, [523, 784]),
  broken: row('triangle', 0.18, [659, 440]),
  merger: row('triangle', 0.2, [392, 523, 523]),
  failure: row('triangle', 0.28, [392, 330, 196]),
  money: row('sine', 0.09, [1047, 1319]),
  // No lower: the loudspeaker of a phone ends about 300 Hz, and of a triangle at 131 it leaves nothing.
  shock: row('triangle', 0.4, [262, 392, 262]),
  tick: row('sine', 0.04, [880]),
};

/** A tenth of what a loudspeaker takes: a room of thirty should hear its neighbour, not the other wall. */
const LOUDEST = 0.12;
const RISE = 0.01;
const SILENT = 0.0001;
/** A sound that could not begin by then belongs to what is over. */
const LATE_MS = 250;

let output: AudioContext | undefined;

/** A browser lets a page sound only once somebody has touched it; until then it stays silent. */
export function playSound(sound: Sound): void {
  if (!soundOn.peek() || typeof AudioContext === 'undefined') return;
  output ??= new AudioContext();
  const context = output;
  if (context.state === 'running') {
    sing(context, sound);
    return;
  }
  const asked = performance.now();
  context.resume().then(
    // Else all that was held back while nobody touched the page would sound at once.
    () => performance.now() - asked < LATE_MS && sing(context, sound),
    () => undefined,
  );
}

export function sing(context: BaseAudioContext, sound: Sound): void {
  for (const { pitch, at, length, wave } of NOTES[sound]) {
    const start = context.currentTime + at;
    const voice = context.createOscillator();
    const volume = context.createGain();
    voice.type = wave;
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(SILENT, start);
    volume.gain.linearRampToValueAtTime(LOUDEST, start + RISE);
    volume.gain.exponentialRampToValueAtTime(SILENT, start + length);
    voice.connect(volume).connect(context.destination);
    voice.start(start);
    voice.stop(start + length);
  }
}

const TICKS = 5;

/** Whether the clock ticks as it comes to this many seconds left: in the last five of a plan. */
export function ticksAt(phase: string, seconds: number): boolean {
  return phase === 'plan' && seconds >= 1 && seconds <= TICKS;
}
