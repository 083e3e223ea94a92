/**
 * A component and the module it shows have different names: `debrief/tables.tsx` draws what `debrief/paper-tables.ts`
 * counts.
 */
import { globSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { expect, test } from 'vitest';

/** `folder/name` of components that share it with a module in a folder of the same name. */
function sharedNames(files: readonly string[]): readonly string[] {
  const nameOf = (file: string) => `${basename(dirname(file))}/${basename(file, extname(file))}`;
  const modules = new Set(files.filter((file) => extname(file) === '.ts').map(nameOf));
  return files.filter((file) => extname(file) === '.tsx' && modules.has(nameOf(file))).map(nameOf);
}

test('no component has the name of the module it draws', () => {
  const files = globSync('{shared,server,client}/**/*.{ts,tsx}', { cwd: join(import.meta.dirname, '../..') });
  // Texts have the name of their section.
  const others = files.filter((file) => !file.startsWith('shared/i18n/'));
  expect(others.length).toBeGreaterThan(400);
  expect(sharedNames(others)).toEqual([]);
});

test('a shared name is noticed', () => {
  const files = [
    'client/debrief/open.tsx',
    'shared/debrief/open.ts',
    'client/desk/ledger.tsx',
    'server/aggregate/ledger.ts',
  ];
  expect(sharedNames(files)).toEqual(['debrief/open']);
});
