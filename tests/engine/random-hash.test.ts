import { describe, expect, test } from 'vitest';
import { canonicalHash, stateHash } from '../../shared/engine/hash.ts';
import { draw, drawsOf } from '../../shared/engine/random.ts';
import { playedFor } from './random-players.ts';
import { founded } from './support.ts';

describe('S3 named luck', () => {
  test('is a matter of seed and name alone', () => {
    const first = draw(7, 'luck', 3, 5);
    draw(7, 'other');
    expect(draw(7, 'luck', 3, 5)).toBe(first);
    const names = [
      draw(8, 'luck', 3, 5),
      draw(7, 'pact', 3, 5),
      draw(7, 'luck', 5, 3),
      draw(7, 'luck', 3),
      draw(7, 3, 5),
    ];
    expect(new Set([first, ...names]).size).toBe(6);
  });

  test('is even, and unrelated from seat to seat, round to round and seed to seed', () => {
    const size = 20_000;
    for (const stream of [
      (n: number) => draw(n, 'luck', 1, 1),
      (n: number) => draw(1, 'luck', n, 1),
      (n: number) => draw(1, 'luck', 1, n),
    ]) {
      const bins = new Array<number>(20).fill(0);
      let product = 0;
      for (let n = 0; n < size; n++) {
        const value = stream(n);
        const bin = Math.floor(value * 20);
        bins[bin] = (bins[bin] ?? 0) + 1;
        product += (value - 0.5) * (stream(n + 1) - 0.5);
      }
      const expected = size / 20;
      const chi = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chi).toBeLessThan(50);
      expect(Math.abs((product / size) * 12)).toBeLessThan(0.03);
    }
  });

  test('S1 fields are spread over the ring', () => {
    const counts = new Array<number>(6).fill(0);
    for (let seed = 1; seed <= 600; seed++) {
      for (const { field } of founded({ seed }).actors)
        if (field !== undefined) counts[field] = (counts[field] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });

  test('draws that begin alike are the draws of their whole names, in whatever order they are made', () => {
    const [mine, theirs] = [drawsOf(7, 'bot', 3), drawsOf(7, 'bot', 4)];
    for (const other of [1, 2]) {
      expect(mine('liking', other)).toBe(draw(7, 'bot', 3, 'liking', other));
      expect(theirs()).toBe(draw(7, 'bot', 4));
    }
  });

  test('large seeds are seeds of their own', () => {
    expect(draw(2 ** 40 + 1, 'x')).not.toBe(draw(1, 'x'));
  });
});

describe('S4 the canonical hash', () => {
  test('does not mind the order of keys, nor fields that are not there', () => {
    expect(canonicalHash({ a: 1, b: [2, 3] })).toBe(canonicalHash({ b: [2, 3], a: 1, c: undefined }));
  });

  test('tells apart what differs', () => {
    const values: readonly unknown[] = [
      0,
      1,
      1 + Number.EPSILON,
      '',
      '1',
      true,
      false,
      [],
      {},
      [1, 2],
      [2, 1],
      [[1], 2],
      [1, [2]],
      [[]],
      ['ab', 'c'],
      ['a', 'bc'],
      { a: 1 },
      { a: '1' },
      { b: 1 },
      { a: [1] },
      { a: { b: 1 } },
      [undefined],
      undefined,
    ];
    expect(new Set(values.map(canonicalHash)).size).toBe(values.length);
  });

  test('takes an object for one with the same first fields only where the rest is the same too', () => {
    const objects = [
      { first: 1 },
      { first: 1, second: 2 },
      { first: 1, third: 2 },
      { first: 1 },
      { first: 1, third: 2 },
    ];
    const [one, two, three, oneAgain, threeAgain] = objects.map(canonicalHash);
    expect(new Set([one, two, three]).size).toBe(3);
    expect([oneAgain, threeAgain]).toEqual([one, three]);
    expect(canonicalHash({ third: 2, first: 1 })).toBe(three);
  });

  test.each([Number.NaN, -0, Number.POSITIVE_INFINITY, null])('throws on %s: it has no place in a state', (value) => {
    expect(() => canonicalHash({ deep: [value] })).toThrow();
  });

  test('notices any change to a state', () => {
    const state = playedFor(2, 3);
    const hash = stateHash(state);
    expect(stateHash({ ...state, law: state.law + Number.EPSILON })).not.toBe(hash);
    const [first, second, ...rest] = state.trust;
    if (first === undefined || second === undefined) throw new Error('no trust');
    expect(stateHash({ ...state, trust: [first + 0.125, second - 0.125, ...rest] })).not.toBe(hash);
    expect(stateHash({ ...state, round: state.round + 1 })).not.toBe(hash);
  });

  test('is the same today as when this was written: logs of old games rely on it', () => {
    expect(draw(1, 'golden', 2, 3)).toBe(0.287744090120727);
    expect(draw(2 ** 40 + 5, '电子一条街', 11)).toBe(0.7769874698211515);
    const value = { trust: [0.1, 0.2, 1 / 3], name: '电子一条街', open: true, owner: 3 };
    expect(canonicalHash(value)).toBe('f0fe073ff1cbbef71511055c36f7fea0');
    expect(canonicalHash([])).toBe('c52bff6cbc3ac1df78ca0df29060127a');
  });
});
