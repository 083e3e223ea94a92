/**
 * The first page carries only the texts it shows. Follows its imports, as far as they are loaded with it, and checks
 * that each key it asks for is among those texts.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../client');
const AT_THE_DOOR = ['common', 'join', 'refusals'];

/** A file and all that it imports at once, within the client; `import()` and types come later or never. */
function loadedWith(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen;
  const source = readFileSync(file, 'utf8');
  seen.set(file, source);
  for (const [, what, path] of source.matchAll(/^import (?!type)([^;]*?from )?'(\.[^']+\.tsx?)';/gm)) {
    if (path !== undefined && !what?.startsWith('type')) loadedWith(join(dirname(file), path), seen);
  }
  return seen;
}

const door = loadedWith(join(CLIENT, 'main.tsx'));

test('the first page is followed through its imports', () => {
  expect([...door.keys()].some((file) => file.endsWith('pages/join.tsx'))).toBe(true);
  expect([...door.keys()].some((file) => file.endsWith('pages/table.tsx'))).toBe(false);
});

test('every text it can show is one it carries', () => {
  const spaces = [...door.values()].flatMap((source) =>
    [...source.matchAll(/\bt\(\s*['"`](\w+)\./g)].map(([, space]) => space),
  );
  expect(spaces.length).toBeGreaterThan(10);
  expect([...new Set(spaces)].filter((space) => !AT_THE_DOOR.includes(space ?? ''))).toEqual([]);
});

test('it carries neither all texts, nor the rules’ checks, nor the network of the game', () => {
  const files = [...door.keys()];
  for (const heavy of ['i18n/messages.ts', 'protocol/schemas.ts', 'net/stay.ts', 'map/stage.ts']) {
    expect(files.filter((file) => file.endsWith(heavy))).toEqual([]);
  }
});
