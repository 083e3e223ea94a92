/**
 * `npm ci` works on a machine with only Node and npm: no Python, no compiler, any npm from 10 on.
 *
 * Two settings ensure this, and both are easily lost. npm 12 runs install scripts only if `allowScripts` in
 * package.json allows them, and without one the packaged runtime is missing. And npm compiles any package with a
 * `binding.gyp`, unless the lock file forbids it (npm/cli#3341); npm drops that line whenever it rewrites the lock
 * file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Locked {
  readonly hasInstallScript?: true;
  readonly gypfile?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const { allowScripts, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the packages', () => {
  test('that have a script for their installation are each allowed it or denied it', () => {
    const withScript = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript === true ? [nameOf(path)] : [],
    );
    expect(withScript).toContain('node');
    expect(withScript.filter((name) => allowScripts[name] === undefined)).toEqual([]);
  });

  test('that bring their binaries are not compiled: after npm wrote the lock file, put back "gypfile": false', () => {
    expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
    expect(allowScripts['better-sqlite3']).toBe(false);
  });

  test('of the server are all there without those of the browser and of the tools', () => {
    const sources = ['server', 'shared'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    );
    const imported = sources.flatMap((text) => [...text.matchAll(/\bfrom '((?:@[^/']+\/)?[^./'][^/']*)/g)]);
    const names = new Set(imported.flatMap(([, name = '']) => (name.startsWith('node:') ? [] : [name])));
    expect(names).toContain('@colyseus/core');
    expect([...names].filter((name) => dependencies[name] === undefined)).toEqual([]);
  });
});
