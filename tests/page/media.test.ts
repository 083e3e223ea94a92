/** Media queries are evaluated once, and changes are noticed. */
import { afterAll, expect, test, vi } from 'vitest';
import { reducedMotion, roomy, wide } from '../../client/state/media.ts';

const lists = new Map<string, EventTarget & { matches: boolean }>();
const matchMedia = vi.fn((query: string) => {
  const list = Object.assign(new EventTarget(), { matches: query.includes('60rem') });
  lists.set(query, list);
  return list;
});
vi.stubGlobal('window', { matchMedia });
afterAll(() => void vi.unstubAllGlobals());

function changes(query: string, matches: boolean): void {
  lists.get(query)?.dispatchEvent(Object.assign(new Event('change'), { matches }));
}

test('media queries say whether the map fits, and whether this is a phone', () => {
  expect(matchMedia).not.toHaveBeenCalled();
  expect([wide.value, roomy.value, wide.value]).toEqual([true, false, true]);
  expect([...lists.keys()]).toEqual(['(min-width: 60rem)', '(min-width: 48.01rem)']);
  expect(matchMedia).toHaveBeenCalledTimes(2);
  changes('(min-width: 60rem)', false);
  changes('(min-width: 48.01rem)', true);
  expect([wide.value, roomy.value]).toEqual([false, true]);
});

test('reduced motion is read each time', () => {
  expect(reducedMotion()).toBe(false);
  matchMedia.mockImplementationOnce(() => Object.assign(new EventTarget(), { matches: true }));
  expect(reducedMotion()).toBe(true);
  expect(matchMedia.mock.lastCall).toEqual(['(prefers-reduced-motion: reduce)']);
});
