/**
 * Everything that documents name exists: linked files, files in backticks, commands, and the tests of “Where to begin”.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['*.md', 'docs/**/*.md', 'shared/engine/SPEC.md'].flatMap((glob) => globSync(glob, { cwd: ROOT }));
const FILES = globSync('{client,server,shared,scripts,bench,tests,docs}/**/*.*', { cwd: ROOT });
/** Files of Colyseus's templates, named beside the project's counterparts. */
const ELSEWHERE = ['app.config.ts', 'rooms/MyRoom.ts', 'rooms/schema/MyRoomState.ts'];

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function named(text: string, what: RegExp): readonly string[] {
  return [...text.matchAll(what)].map(([, name = '']) => name);
}

function deadLinks(document: string, text: string): readonly string[] {
  return named(text, /\]\(([^)#:]+)(?:#[^)]*)?\)/g).filter((to) => !existsSync(join(ROOT, dirname(document), to)));
}

/** Paths in full, or from some folder on: `storage/port.ts`. */
function missingFiles(text: string): readonly string[] {
  const names = named(text, /`([\w./-]+\.(?:tsx?|mjs|css))`/g).filter((name) => !ELSEWHERE.includes(name));
  return names.filter((name) => !FILES.some((file) => file === name || file.endsWith(`/${name}`)));
}

function unknownCommands(text: string): readonly string[] {
  const { scripts } = JSON.parse(read('package.json'));
  return named(text, /npm run ([\w-]+)/g).filter((name) => scripts[name] === undefined);
}

/** Tests of the last column: a file of `tests/`, a prefix of its name, or a folder. */
function missingTests(text: string): readonly string[] {
  const rows = named(text, /^\|(?: [^|]* \|){3} ([^|]*) \|$/gm).flatMap((cell) =>
    named(cell, /`([a-z0-9]+\/[\w-]*)`/g),
  );
  return rows.filter((name) => !FILES.some((file) => file.startsWith(`tests/${name}`)));
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  test('names what is there', () => {
    const beginnings = document === 'docs/ARCHITECTURE.md' ? missingTests(text) : [];
    expect([...deadLinks(document, text), ...missingFiles(text), ...unknownCommands(text), ...beginnings]).toEqual([]);
  });
});

test('what is not there is noticed', () => {
  expect(deadLinks('README.md', '[a](docs/DATA.md) [b](docs/NOTHING.md#here) [c](https://example.org)')).toEqual([
    'docs/NOTHING.md',
  ]);
  expect(missingFiles('`server/main.ts`, `storage/port.ts`, `storage/nothing.ts`')).toEqual(['storage/nothing.ts']);
  expect(unknownCommands('`npm run check`, `npm run nothing -- --all`')).toEqual(['nothing']);
  expect(missingTests('| a | b | c | `engine/deals`, `client/` |\n| a | b | c | `client/nothing` |')).toEqual([
    'client/nothing',
  ]);
});
