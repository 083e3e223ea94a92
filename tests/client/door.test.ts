/**
 * The first page has only the texts it shows, and each other page loads the sets it shows, in one language. Follows a
 * page's imports and checks that each key used is among its texts.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEXTS_OF } from '../../client/state/texts-of.ts';
import { LANGUAGES, messages } from '../../shared/i18n/messages.ts';
import { LOAD, TEXT_SETS } from '../../shared/i18n/sets/index.ts';

const CLIENT = join(import.meta.dirname, '../../client');
const AT_THE_DOOR = ['common', 'join', 'refusals'];

const AT_ONCE = /^import (?!type)(?:[^;]*?from )?'(\.[^']+\.tsx?)';/gm;
const LATER = /import\(\s*'(\.[^']+\.tsx?)'/g;

/** A client file with all that it imports statically; with `patterns` also dynamically. Types do not count. */
function loadedWith(
  file: string,
  patterns: readonly RegExp[] = [AT_ONCE],
  seen = new Map<string, string>(),
): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen;
  const source = readFileSync(file, 'utf8');
  seen.set(file, source);
  for (const [, path] of patterns.flatMap((pattern) => [...source.matchAll(pattern)])) {
    if (path !== undefined) loadedWith(join(dirname(file), path), patterns, seen);
  }
  return seen;
}

const door = loadedWith(join(CLIENT, 'main.tsx'));

test('the first page is followed through its imports', () => {
  expect([...door.keys()].some((file) => file.endsWith('pages/join.tsx'))).toBe(true);
  expect([...door.keys()].some((file) => file.endsWith('pages/seat.tsx'))).toBe(false);
});

test('the first page has every text it can show', () => {
  const spaces = [...door.values()].flatMap((source) =>
    [...source.matchAll(/\bt\(\s*['"`](\w+)\./g)].map(([, space]) => space),
  );
  expect(spaces.length).toBeGreaterThan(10);
  expect([...new Set(spaces)].filter((space) => !AT_THE_DOOR.includes(space ?? ''))).toEqual([]);
});

test('the first page has neither all texts, nor the rules, nor the rooms’ client', () => {
  const files = [...door.keys()];
  for (const heavy of ['i18n/messages.ts', 'protocol/schemas.ts', 'net/room-connection.ts', 'map/stage.ts']) {
    expect(files.filter((file) => file.endsWith(heavy))).toEqual([]);
  }
});

describe('texts beyond the door', () => {
  const spacesOf = async (set: (typeof TEXT_SETS)[number]) => Object.keys((await LOAD[set].en()).texts);

  test.each(Object.entries(TEXTS_OF))('%s fetches every set it shows, and no other', async (at, sets) => {
    const page = loadedWith(join(CLIENT, `pages${at}.tsx`), [AT_ONCE, LATER]);
    const named = new Set(
      [...page.values()].flatMap((source) =>
        [...source.matchAll(/['"`](\w+)\.(?!tsx?\b)[\w-]/g)].map(([, space]) => space),
      ),
    );
    const shown = Object.keys(messages.en).filter((space) => named.has(space));
    const carried = [...AT_THE_DOOR, ...(await Promise.all(sets.map(spacesOf))).flat()];
    expect(shown.filter((space) => !carried.includes(space))).toEqual([]);
    for (const set of sets) expect((await spacesOf(set)).filter((space) => shown.includes(space))).not.toEqual([]);
  });

  test('every text is in one set or at the door, the same in both languages', async () => {
    for (const language of LANGUAGES) {
      const sets = await Promise.all(TEXT_SETS.map(async (set) => (await LOAD[set][language]()).texts));
      const all: Readonly<Record<string, unknown>> = Object.assign({}, ...sets);
      expect([...AT_THE_DOOR, ...sets.flatMap(Object.keys)].sort()).toEqual(Object.keys(messages[language]).sort());
      for (const [space, texts] of Object.entries(all)) {
        expect(texts, `${space} in ${language}`).toBe(messages[language][space as keyof typeof messages.en]);
      }
    }
  });
});
