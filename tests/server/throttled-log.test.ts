/** A library's long messages are shortened, printed a few times per window, and then counted. */
import { expect, test } from 'vitest';
import type { Logger } from '../../server/logging.ts';
import { throttledLog } from '../../server/rooms/throttled-log.ts';

test('a sparing log writes ten first lines per ten seconds, then a count', () => {
  const written: unknown[] = [];
  const write = (...said: readonly unknown[]) => void written.push(said.length === 1 ? said[0] : said);
  const log = { trace: write, debug: write, info: write, warn: write, error: write } as unknown as Logger;
  let now = 0;
  const sparing = throttledLog(log, () => now);
  for (let line = 0; line < 13; line += 1) sparing.error(new Error(`${line}\n    at a place`));
  sparing.warn('one more');
  expect(written).toEqual(Array.from({ length: 10 }, (_, line) => `${line}`));
  written.length = 0;
  now = 10_000;
  sparing.error('not yet');
  expect(written).toEqual([]);
  now = 10_001;
  sparing.error('x'.repeat(300));
  expect(written).toEqual([[{ more: 5 }, 'more of the rooms’ errors were not written'], 'x'.repeat(200)]);
  written.length = 0;
  now = 30_000;
  sparing.warn('few');
  expect(written).toEqual(['few']);
  for (let line = 1; line < 10; line += 1) sparing.warn('few');
  now = 50_000;
  sparing.warn('few');
  // Ten were written: none was left out.
  expect(written.splice(1)).toEqual(Array(10).fill('few'));
  for (const level of ['trace', 'debug', 'info'] as const) sparing[level]('all\nof it');
  expect(written).toEqual(['few', 'all', 'all', 'all']);
});
