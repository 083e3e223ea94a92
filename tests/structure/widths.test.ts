/** Style sheets cannot share the limits of their media queries with scripts, so this compares them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const client = join(import.meta.dirname, '../../client');

/** Widths in queries of files that end so, in hundredths of a rem. */
function widthsIn(ending: RegExp, query: RegExp): readonly number[] {
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .flatMap((name) => [...readFileSync(join(client, name), 'utf8').matchAll(query)])
    .flatMap(([found]) => [...found.matchAll(/(?:min|max)-width: ([\d.]+)rem/g)])
    .map(([, width]) => Math.round(Number(width) * 100));
}

test('a width at which a script changes the page is one at which style sheets do', () => {
  const styled = widthsIn(/\.css$/, /@media[^{]*/g);
  const asked = widthsIn(/\.tsx?$/, /\((?:min|max)-width[^']*/g);
  expect(new Set(asked)).toEqual(new Set([6_000, 4_801, 7_199]));
  for (const width of asked)
    expect(
      styled.some((each) => Math.abs(each - width) <= 1),
      String(width),
    ).toBe(true);
});
