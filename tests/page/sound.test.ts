/** Sounds are optional, match events, and are short. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CUES, cueOf } from '../../client/map/cues.ts';
import { BEATS } from '../../client/map/story.ts';
import { expectTold } from '../support/told.ts';

let sound: typeof import('../../client/state/sound.ts');
const kept = new Map<string, string>();

beforeAll(async () => {
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });
  sound = await import('../../client/state/sound.ts');
});

describe('sound', () => {
  test('is off until somebody wishes for it, and remembers', () => {
    expect(sound.soundOn.value).toBe(false);
    sound.setSound(true);
    expect([...kept.values()]).toEqual(['on']);
    sound.setSound(false);
    expect([...kept.values()]).toEqual(['off']);
    expect(sound.soundOn.value).toBe(false);
  });

  test('goes with what happens on the street', () => {
    expect(cueOf('formed')).toBe('formed');
    expect(cueOf('broken')).toBe('broken');
    expect([cueOf('sold'), cueOf('absorbed')]).toEqual(['merger', 'merger']);
    expect([cueOf('failed'), cueOf('falters')]).toEqual(['failure', 'failure']);
    expect(cueOf('shock')).toBe('shock');
    expect(cueOf('tax')).toBeUndefined();
  });

  test('has notes for every cue, and every cue is heard somewhere in the story', () => {
    const heard = BEATS.map(cueOf);
    for (const cue of CUES) {
      expect(sound.SOUNDS).toContain(cue);
      expect(heard).toContain(cue);
    }
  });

  test('is over within a second, so that two never run into each other', () => {
    for (const notes of Object.values(sound.NOTES)) {
      expect(notes.length).toBeGreaterThan(0);
      expect(Math.max(...notes.map(({ at, length }) => at + length))).toBeLessThanOrEqual(1);
    }
  });

  test('tells each apart from the others', () => {
    const tunes = Object.values(sound.NOTES).map((notes) =>
      JSON.stringify(notes.map(({ pitch, wave }) => [pitch, wave])),
    );
    expect(new Set(tunes).size).toBe(tunes.length);
  });

  test('is sung note by note, each in its wave, soft at both ends', async () => {
    const calls: string[] = [];
    const node = (name: string) =>
      new Proxy<Record<string, unknown>>(
        {},
        {
          get: (_, method: string) => {
            if (['gain', 'frequency'].includes(method)) return node(method);
            return (...given: unknown[]) => {
              calls.push(
                `${name}.${method} ${given.map((each) => (typeof each === 'number' ? Number(each.toFixed(4)) : 'node')).join(' ')}`,
              );
              return node('volume');
            };
          },
          set: (_, field: string, value) => {
            calls.push(`${name}.${field} = ${value}`);
            return true;
          },
        },
      );
    const createOscillator = () => node('voice');
    const createGain = () => node('volume');
    const context = { currentTime: 10, createOscillator, createGain, destination: {} } as unknown as BaseAudioContext;
    const sung = sound.SOUNDS.map((each) => {
      calls.length = 0;
      sound.sing(context, each);
      return { each, calls: [...calls] };
    });
    await expectTold('client/sounds', sung);
  });

  test.each([
    [249, 'running', 2],
    [249, 'suspended', 2],
    [250, 'suspended', 0],
  ])('held back for %d ms, %s', async (ms, state, notes) => {
    let touch: () => void = () => undefined;
    const start = vi.fn();
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    const node = () => ({ gain, frequency: {}, connect: node, start, stop() {} });
    class Output {
      readonly state = state;
      readonly currentTime = 0;
      readonly createOscillator = node;
      readonly createGain = node;
      resume = () =>
        new Promise<void>((touched) => {
          touch = touched;
        });
    }
    vi.resetModules();
    const anew = await import('../../client/state/sound.ts');
    anew.setSound(true);
    expect(start).not.toHaveBeenCalled();
    vi.stubGlobal('AudioContext', Output);
    vi.useFakeTimers();
    anew.setSound(false);
    anew.playSound('formed');
    anew.setSound(true);
    vi.advanceTimersByTime(ms);
    touch();
    await vi.runAllTimersAsync();
    expect(start).toHaveBeenCalledTimes(notes);
    anew.setSound(false);
    vi.useRealTimers();
    vi.stubGlobal('AudioContext', undefined);
  });

  test('sings nothing late: what was held back until somebody touched the page is over', async () => {
    let touch: () => void = () => undefined;
    const voices: unknown[] = [];
    const node = () => ({
      gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
      frequency: {},
      connect: node,
      start: () => voices.push(1),
      stop() {},
    });
    class Silenced {
      readonly state = 'suspended';
      readonly currentTime = 0;
      readonly createOscillator = node;
      readonly createGain = node;
      readonly touched = new Promise<void>((resolve) => {
        touch = resolve;
      });
      resume = () => this.touched;
    }
    vi.stubGlobal('AudioContext', Silenced);
    vi.useFakeTimers();
    sound.setSound(true);
    for (let cue = 0; cue < 20; cue += 1) sound.playSound('money');
    vi.advanceTimersByTime(5_000);
    sound.playSound('tick');
    touch();
    await vi.runAllTimersAsync();
    expect(voices).toHaveLength(sound.NOTES.tick.length);
    sound.setSound(false);
    vi.useRealTimers();
  });

  test('ticks in the last five seconds of a plan, and at no other time', () => {
    expect([6, 5, 4, 3, 2, 1, 0].filter((seconds) => sound.ticksAt('plan', seconds))).toEqual([5, 4, 3, 2, 1]);
    expect(sound.ticksAt('news', 3)).toBe(false);
  });
});
