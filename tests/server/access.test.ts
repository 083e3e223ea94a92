/** Access: each limit at its bound, each refusal, each secret's length. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACCESS_REVOKED, type AdmissionLookup, admit } from '../../server/access/admission.ts';
import { Bucket, BYTE_RATE } from '../../server/access/bucket.ts';
import { connectionToClose, SeatReservations } from '../../server/access/crowd.ts';
import { GuessBrake } from '../../server/access/guess-brake.ts';
import { networkOf } from '../../server/access/network-of.ts';
import { isOwnOrigin } from '../../server/access/origin.ts';
import { Practices } from '../../server/access/practices.ts';
import {
  canBeGuessed,
  fingerprint,
  newCode,
  newId,
  newInstructorKey,
  newLink,
  newReentryCode,
  newSalt,
  newSeed,
  normalCode,
  sameSecret,
} from '../../server/access/secrets.ts';
import type { Visitor } from '../../server/access/visitor.ts';
import { LineNumbers } from '../../server/rooms/line-numbers.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';

const times = <T>(count: number, each: (place: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => each(place));

describe('at the door', () => {
  const [ADA, GONE, NOBODY] = ['a', 'g', 'n'].map((letter) => letter.repeat(43));
  const doors: AdmissionLookup = {
    playerWith: (token) => (token === ADA ? { id: 'p1' } : undefined),
    hasRemoved: (token) => token === GONE,
    linkRole: (link) =>
      link === 'wall' || link === 'helper'
        ? { role: link === 'wall' ? 'projector' : 'assistant', hash: `hash of ${link}` }
        : undefined,
  };
  const asks = (options: unknown) => admit(options, doors, 'the key');
  const says = (options: object) => asks({ wire: WIRE_VERSION, ...options });

  test('each is let in as what they show, or hears why not', () => {
    expect(asks(undefined)).toBe('not-understood');
    expect(asks({ token: ADA })).toBe('not-understood');
    expect(asks({ wire: WIRE_VERSION + 1, token: ADA })).toBe('wire-version');
    expect(says({ key: 'the key' })).toEqual({ role: 'instructor', by: 'instructor' });
    expect(says({ key: 'the kez', token: ADA })).toBe('key-wrong');
    expect(says({ link: 'wall' })).toEqual({ role: 'projector', link: 'hash of wall' });
    expect(says({ link: 'helper', token: ADA })).toEqual({
      role: 'instructor',
      by: 'assistant',
      link: 'hash of helper',
    });
    expect(says({ link: 'other' })).toBe('link-wrong');
    expect(says({})).toBe('token-malformed');
    expect(says({ token: 'short' })).toBe('token-malformed');
    expect(says({ token: ADA })).toEqual({ role: 'player', player: 'p1', tokenHash: fingerprint(ADA ?? '') });
    expect(says({ token: GONE })).toBe('player-removed');
    expect(says({ token: NOBODY })).toBe('token-unknown');
    // Older pages know the code by this number.
    expect(ACCESS_REVOKED).toBe(4_200);
  });

  test('a page is ours by its host alone, and what is no page may come', () => {
    const from = (origin?: string) => isOwnOrigin({ headers: { host: 'here:80', ...(origin && { origin }) } });
    expect([undefined, 'http://here:8080', 'https://there:80', 'null'].map(from)).toEqual([true, false, false, false]);
    expect(from('https://here:80')).toBe(true);
  });

  test('an address stands for itself, or for 64 bits of it', () => {
    const addresses = ['10.0.0.1', '::ffff:10.0.0.1', '2001:db8:a1:b2:c3::7', '::1', 'nobody', ''];
    expect(addresses.map(networkOf)).toEqual([
      ...['10.0.0.1', '10.0.0.1', '2001:db8:a1:b2::/64', '0:0:0:0::/64', 'nobody', ''],
    ]);
  });
});

describe('what nobody may guess', () => {
  const SIGNS = 'ACDEFGHJKMNPQRTWXY34679';

  test('is as long as it says, of letters that nobody mistakes', () => {
    for (const code of times(200, () => [newCode(), newReentryCode()]).flat()) {
      expect(code).toMatch(new RegExp(`^[${SIGNS}]{6}$`));
    }
    expect(newId('k')).toMatch(/^k[a-km-z2-9]{14}$/);
    expect([newLink(), newSalt(), newInstructorKey()].map((secret) => secret.length)).toEqual([32, 32, 24]);
    expect(new Set(times(50, newLink)).size).toBe(50);
    expect(fingerprint('a secret')).toBe('984ca5162200734c592148f1820b71057f098573d138666b48663e4e30cd8d3a');
  });

  test('a seed is below 2 to the power of 31, and no two are alike', () => {
    const seeds = times(60, newSeed);
    expect(Math.max(...seeds)).toBeLessThan(2 ** 31);
    expect(Math.max(...seeds)).toBeGreaterThan(2 ** 24);
    expect(new Set(seeds).size).toBe(60);
  });

  test('a key of nineteen signs could be, one of twenty could not', () => {
    expect(canBeGuessed('x'.repeat(19))).toBe(true);
    expect(canBeGuessed('x'.repeat(20))).toBe(false);
    expect([sameSecret('a', 'a'), sameSecret('a', 'b'), sameSecret('a', 'aa')]).toEqual([true, false, false]);
    expect(normalCode(' abc234\n')).toBe('ABC234');
  });

  test('a line of talk keeps its number, and it tells nothing of the order', () => {
    const numbers = new LineNumbers();
    const hidden = times(40, (id) => numbers.hide({ id, from: 1, text: `${id}` } as never));
    expect(times(40, (id) => numbers.hide({ id, from: 1, text: `${id}` } as never))).toEqual(hidden);
    expect(hidden.every(({ id }) => Number.isSafeInteger(id) && id >= 0 && id < 2 ** 47)).toBe(true);
    expect(hidden.filter(({ id }) => id > 1_000)).toHaveLength(40);
  });
});

describe('a bucket of bytes', () => {
  test('holds 32 of the longest messages, and four more every second', () => {
    expect(BYTE_RATE).toEqual({ burst: 32 * LIMITS.messageBytes, perSecond: 4 * LIMITS.messageBytes });
    const bucket = new Bucket(0, BYTE_RATE);
    expect(times(33, () => bucket.take(0, LIMITS.messageBytes))).toEqual([...times(32, () => 'go'), 'too-fast']);
    expect(times(5, () => bucket.take(1_000, LIMITS.messageBytes))).toEqual([...times(4, () => 'go'), 'too-fast']);
    // Refused messages take no tokens, and no rest refills more than a burst.
    expect(bucket.take(1_250, LIMITS.messageBytes)).toBe('go');
    expect(bucket.take(90_000, BYTE_RATE.burst + 1)).toBe('too-fast');
    expect(bucket.take(90_000, BYTE_RATE.burst)).toBe('go');
  });

  test('closes after three hundred refusals in a row, and then counts anew', () => {
    const bucket = new Bucket(0, { burst: 2, perSecond: 0 });
    const verdicts = times(2 + 2 * 301, () => bucket.take(0));
    expect(verdicts.flatMap((verdict, place) => (verdict === 'close' ? place : []))).toEqual([302, 603]);
    expect(verdicts.filter((verdict) => verdict === 'go')).toHaveLength(2);
  });
});

describe('a crowd', () => {
  const player = (name: string): Visitor => ({ role: 'player', player: name, tokenHash: name });
  const desk: Visitor = { role: 'instructor', by: 'instructor' };
  const helper: Visitor = { role: 'instructor', by: 'assistant', link: 'l' };
  const wall: Visitor = { role: 'projector', link: 'w' };
  const here = (...visitors: readonly Visitor[]) =>
    new Map(visitors.map((visitor, place) => [`${place}`, { visitor }] as const));

  test.each([
    [6, player('Ada')],
    [40, desk],
    [40, helper],
    [100, wall],
  ])('%i connections stay, and of one more the oldest goes', (most, visitor) => {
    const others = [player('Bo'), desk, helper, wall].filter((other) => other.role !== visitor.role);
    const all = (count: number) => here(...others, ...times(count, () => visitor));
    expect(connectionToClose(all(most), visitor)).toBeUndefined();
    expect(connectionToClose(all(most + 1), visitor)).toBe(`${others.length}`);
  });

  test('whoever came by the key and by each link are counted apart, and so is each student', () => {
    const several = [...times(40, () => desk), ...times(40, () => helper), { ...helper, link: 'm' }, player('Bo')];
    expect(connectionToClose(here(...several), helper)).toBeUndefined();
    expect(connectionToClose(here(...times(6, () => player('Ada')), player('Bo')), player('Bo'))).toBeUndefined();
  });

  test('a room has four thousand; then one of the student’s who has most goes, and no desk', () => {
    const people = times(3_998, (place) => player(`p${place}`));
    expect(connectionToClose(here(desk, player('Ada'), ...people), desk)).toBeUndefined();
    expect(connectionToClose(here(desk, player('Ada'), ...people, player('p7')), desk)).toBe('9');
    expect(connectionToClose(here(desk, wall), desk, 1)).toBeUndefined();
  });

  describe('of places kept', () => {
    let now = 0;
    let kept: SeatReservations;
    let reserved = 0;
    const reserve = () => {
      reserved += 1;
      return Promise.resolve({ sessionId: `s${reserved}` });
    };
    const keeps = (visitor: Visitor) => kept.keep(visitor, reserve);
    const keepsMany = async (visitor: Visitor, count: number) => {
      const answers = await Promise.all(times(count, () => keeps(visitor)));
      return answers.filter((place) => place !== undefined).length;
    };
    beforeEach(() => {
      now = 1_000;
      reserved = 0;
      kept = new SeatReservations(() => now, 15_000);
    });

    test.each([
      [12, player('Ada')],
      [80, desk],
      [200, wall],
    ])('has %i and no more, until their time is over', async (most, visitor) => {
      expect(await keepsMany(visitor, most + 3)).toBe(most);
      now += 14_999;
      expect(await keeps(visitor)).toBeUndefined();
      now += 1;
      expect(await keepsMany(visitor, most + 3)).toBe(most);
    });

    test('gives back the one that was taken, and no other', async () => {
      const place = await keeps(player('Ada'));
      await keeps(player('Ada'));
      kept.taken(player('Bo'), place?.sessionId ?? '');
      kept.taken(player('Ada'), 'of somebody else');
      expect(await keepsMany(player('Ada'), 20)).toBe(10);
      kept.taken(player('Ada'), place?.sessionId ?? '');
      expect(await keepsMany(player('Ada'), 20)).toBe(1);
    });

    test('gives back what could not be kept', async () => {
      await expect(kept.keep(player('Ada'), () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
      expect(await keepsMany(player('Ada'), 20)).toBe(12);
    });
  });
});

describe('a brake on guesses', () => {
  const HERE = '10.0.0.1';
  const WINDOW_MS = 300_000;
  let now = 0;
  let brake: GuessBrake;
  beforeEach(() => {
    vi.useFakeTimers();
    now = 1_000;
    brake = new GuessBrake(() => now);
  });
  afterEach(() => void vi.useRealTimers());

  const misses = (count: number, from = HERE) => void times(count, () => brake.miss(from));
  /** Answers so far, in the order of requests. */
  function asking(guesses: readonly (string | undefined)[], from = HERE): (boolean | undefined)[] {
    const answers: (boolean | undefined)[] = guesses.map(() => undefined);
    for (const [place, guess] of guesses.entries()) {
      brake.turn(from, guess).then((mayGoOn) => {
        answers[place] = mayGoOn;
      });
    }
    return answers;
  }
  const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('takes hold at the three hundredth miss of five minutes, and lets go when they are over', async () => {
    misses(299);
    expect(await brake.turn(HERE)).toBe(true);
    misses(1);
    const answers = asking([undefined]);
    await passes(199);
    expect(answers).toEqual([undefined]);
    await passes(1);
    expect(answers).toEqual([true]);
    now += WINDOW_MS - 1;
    const late = asking([undefined]);
    await passes(0);
    expect(late).toEqual([undefined]);
    now += 1;
    expect(await brake.turn(HERE)).toBe(true);
    // A new window starts from zero.
    misses(300);
    const again = asking([undefined]);
    await passes(199);
    expect(again).toEqual([undefined]);
  });

  test('forgets nobody whose window is still open', async () => {
    misses(300, '10.0.0.2');
    now += 1;
    misses(1);
    const answers = asking(['x'], '10.0.0.2');
    now += WINDOW_MS - 2;
    misses(1);
    await passes(0);
    expect([answers, asking(['y'], '10.0.0.2')]).toEqual([[undefined], [undefined]]);
  });

  test('has a line of forty; the one more takes a place from one of those asked for least', async () => {
    misses(300);
    const two = asking(['both', 'both']);
    const guesses = asking(times(39, (place) => `${place}`));
    await passes(0);
    expect(guesses.filter((answer) => answer === false)).toEqual([]);
    const late = asking(['late']);
    await passes(0);
    expect([...guesses, ...late].filter((answer) => answer === false)).toHaveLength(1);
    expect(two).toEqual([undefined, undefined]);
    await passes(200);
    expect(two).toEqual([true, true]);
    await passes(8_000);
    expect([...guesses, ...late].filter((answer) => answer === true)).toHaveLength(39);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('lets on in turns who waits longest and what most ask for', async () => {
    misses(300);
    const guesses = ['a', 'b', 'c', 'd', 'd', 'e', 'e', 'e', 'f'];
    const answers = asking(guesses);
    const order: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const before = [...answers];
      await passes(200);
      order.push(guesses.filter((_, place) => before[place] !== answers[place]).join(''));
    }
    expect(order).toEqual(['a', 'eee', 'b', 'dd', 'c', 'f']);
  });

  test('lets a thousand wait for one thing together; who comes then waits beside them', async () => {
    misses(300);
    const answers = asking(times(1_001, () => 'the code'));
    await passes(200);
    expect(answers.filter((answer) => answer === true)).toHaveLength(1_000);
    await passes(200);
    expect(answers.filter((answer) => answer === true)).toHaveLength(1_001);
  });

  test('knows what ten thousand addresses were told, and no more', async () => {
    const from = (place: number) => `10.1.${place >> 8}.${place & 255}`;
    for (const place of times(10_000, (each) => each)) brake.told(from(place), 'the code');
    misses(300, from(0));
    expect(await brake.turn(from(0), 'the code')).toBe(true);
    brake.told(from(10_000), 'the code');
    const answers = asking(['the code'], from(0));
    await passes(0);
    expect(answers).toEqual([undefined]);
    misses(300, from(1));
    expect(await brake.turn(from(1), 'the code')).toBe(true);
  });

  test('lets on at once who waits for what is told now, and nobody else', async () => {
    misses(300);
    const answers = asking(['a', 'the code', 'b', 'the code']);
    brake.told(HERE, 'another');
    brake.told(HERE, 'the code');
    await passes(0);
    expect(answers).toEqual([undefined, true, undefined, true]);
    // A repeated answer changes nothing, and the others keep their turns.
    brake.told(HERE, 'the code');
    await passes(400);
    expect(answers).toEqual([true, true, true, true]);
    expect(await brake.turn(HERE, 'another')).toBe(true);
  });
});

describe('practices of one network', () => {
  const HERE = '10.0.0.1';
  let now = 0;
  let asked: string[] = [];
  const hosting = (most: number, deserted: readonly string[]) => {
    now = 500;
    asked = [];
    return new Practices(
      () => now,
      (id) => {
        asked.push(id);
        return Promise.resolve(deserted.includes(id));
      },
      most,
    );
  };

  test('are kept for an hour, to the millisecond, each by itself', async () => {
    const practices = hosting(2, []);
    practices.opened(HERE, 'first');
    now += 1_000;
    practices.opened(HERE, 'second');
    now += 3_598_999;
    expect(await practices.room(HERE)).toBe('full');
    now += 1;
    expect(await practices.room(HERE)).toEqual({});
    practices.opened(HERE, 'third');
    expect(await practices.room(HERE)).toBe('full');
    expect(asked).toEqual(['first', 'second', 'second', 'third']);
  });

  test('make room only where there is none, and what made room is asked about no more', async () => {
    const practices = hosting(3, ['b', 'c']);
    for (const id of ['a', 'b']) practices.opened(HERE, id);
    expect(await practices.room(HERE)).toEqual({});
    expect(asked).toEqual([]);
    practices.opened(HERE, 'c');
    expect(await practices.room(HERE)).toEqual({ goes: 'b' });
    expect(await practices.room(HERE)).toEqual({});
    practices.opened(HERE, 'd');
    expect(await practices.room(HERE)).toEqual({ goes: 'c' });
    expect(asked).toEqual(['a', 'b', 'a', 'c']);
    practices.opened(HERE, 'e');
    expect(await practices.room(HERE)).toBe('full');
    expect(await practices.room('10.0.0.2')).toEqual({});
  });
});
