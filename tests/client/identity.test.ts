/** How a browser is recognised as the same person: the token, and the class it joined. */
import { expect, test } from 'vitest';
import { delayMs, RECONNECT_PACE } from '../../client/net/backoff.ts';
import { newId, ownToken } from '../../client/net/token.ts';
import { forget, membership, remember } from '../../client/state/membership.ts';
import type { Memory } from '../../client/state/storage.ts';
import { actRequestSchema, tokenSchema } from '../../shared/protocol/schemas.ts';

function memory(): Memory {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

test('a token is made once, has the shape the server asks for, and no two are alike', () => {
  const browser = memory();
  const token = ownToken(browser);
  expect(tokenSchema.safeParse(token).success).toBe(true);
  expect(ownToken(browser)).toBe(token);
  expect(ownToken(memory())).not.toBe(token);
});

test('a spoiled token is replaced', () => {
  const browser = memory();
  browser.set('token', 'not a token');
  expect(tokenSchema.safeParse(ownToken(browser)).success).toBe(true);
});

test('an act’s id is one the wire accepts', () => {
  const request = { id: newId(), round: 1, action: { type: 'signalReady' } };
  expect(actRequestSchema.safeParse(request).success).toBe(true);
});

test('class and practice are remembered apart; what cannot be read is no membership', () => {
  const browser = memory();
  remember('class', { classId: 'c', code: 'ABC234', name: 'Ada' }, browser);
  expect(membership('class', browser)).toEqual({ classId: 'c', code: 'ABC234', name: 'Ada' });
  expect(membership('practice', browser)).toBeUndefined();
  forget('class', browser);
  expect(membership('class', browser)).toBeUndefined();
  browser.set('membership.class', '{"classId":1}');
  expect(membership('class', browser)).toBeUndefined();
  browser.set('membership.class', '{');
  expect(membership('class', browser)).toBeUndefined();
});

test('waits double up to a ceiling and never all fall on one instant', () => {
  const longest = Array.from({ length: 6 }, (_, attempt) => delayMs(attempt, RECONNECT_PACE, 1));
  expect(longest).toEqual([300, 600, 1_200, 2_400, 4_000, 4_000]);
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const [least, most] = [delayMs(attempt, RECONNECT_PACE, 0), delayMs(attempt, RECONNECT_PACE, 1)];
    expect(least).toBeGreaterThan(0);
    expect(most).toBe(2 * least);
    expect(most).toBeLessThanOrEqual(RECONNECT_PACE.longestMs);
  }
});
