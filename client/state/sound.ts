/** Optional sounds, off by default, synthesised by Web Audio. No information is in a sound alone. */
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

/** Rising notes for joining and gains, falling ones for endings; all from one pentatonic scale. */
export const NOTES: Readonly<Record<Sound, readonly Note[]>> = {
  formed: row('sine', 0.18, [523, 784]),
  broken: row('triangle', 0.18, [659, 440]),
  merger: row('triangle', 0.2, [392, 523, 523]),
  failure: row('triangle', 0.28, [392, 330, 196]),
  money: row('sine', 0.09, [1047, 1319]),
  // No lower, because a phone's loudspeaker ends at about 300 Hz.
  shock: row('triangle', 0.4, [262, 392, 262]),
  tick: row('sine', 0.04, [880]),
};

/** A tenth of full volume: in a room of thirty, only neighbours should hear it. */
const LOUDEST = 0.12;
const RISE = 0.01;
const SILENT = 0.0001;
/** Sounds that start later than this are dropped as outdated. */
const LATE_MS = 250;

let output: AudioContext | undefined;

/** Browsers allow sound only after a user gesture; until then the page is silent. */
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
    // Otherwise all sounds held back before the first gesture would play at once.
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

/** Whether the clock ticks: in the last five seconds of a plan phase. */
export function ticksAt(phase: string, seconds: number): boolean {
  return phase === 'plan' && seconds >= 1 && seconds <= TICKS;
}
