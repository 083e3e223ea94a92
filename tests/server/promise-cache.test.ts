/** Simultaneous requests share one result; another name or a failure makes it again. */
import { expect, test } from 'vitest';
import { PromiseCache } from '../../server/export/promise-cache.ts';

test('simultaneous and later requests share one result', async () => {
  const once = new PromiseCache<number>(2);
  let made = 0;
  const make = async () => {
    made += 1;
    return made;
  };
  expect(await Promise.all([once.of('a', make), once.of('a', make)])).toEqual([1, 1]);
  expect(await once.of('a', make)).toBe(1);
  expect(await once.of('a longer', make)).toBe(2);
  await once.of('a third', make);
  expect(await once.of('a', make)).toBe(4);
});

test('what failed is made again', async () => {
  const once = new PromiseCache<string>(2);
  await expect(once.of('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await once.of('a', () => Promise.resolve('here'))).toBe('here');
});
