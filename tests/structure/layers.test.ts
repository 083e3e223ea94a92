/**
 * Imports run downward only. Held here over the import statements themselves; the last test shows that the check
 * can fail.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each layer may import of the project, longest prefix first; `npm` tells whether packages are allowed. */
const LAYERS: readonly { readonly layer: string; readonly may: readonly string[]; readonly npm: boolean }[] = [
  { layer: 'shared/engine', may: ['shared/engine'], npm: false },
  { layer: 'shared/scenarios', may: ['shared/scenarios', 'shared/engine'], npm: false },
  { layer: 'shared/i18n', may: ['shared/i18n'], npm: false },
  { layer: 'shared/log', may: ['shared/log', 'shared/engine'], npm: false },
  { layer: 'shared/bots', may: ['shared/bots', 'shared/engine'], npm: false },
  {
    layer: 'shared/simulation',
    may: ['shared/simulation', 'shared/bots', 'shared/log', 'shared/scenarios', 'shared/engine'],
    npm: false,
  },
  {
    layer: 'shared/debrief',
    may: ['shared/debrief', 'shared/simulation', 'shared/bots', 'shared/log', 'shared/scenarios', 'shared/engine'],
    npm: true,
  },
  { layer: 'shared/protocol', may: ['shared/protocol', 'shared/engine'], npm: true },
  { layer: 'server/storage', may: ['server/storage', 'server/logging.ts', 'shared'], npm: true },
  {
    layer: 'server/district',
    may: ['server/district', 'server/aggregate', 'server/storage/port.ts', 'server/logging.ts', 'shared'],
    npm: true,
  },
  {
    layer: 'server/aggregate',
    may: ['server/aggregate', 'server/storage/port.ts', 'server/logging.ts', 'shared'],
    npm: true,
  },
  { layer: 'server', may: ['server', 'shared'], npm: true },
  { layer: 'client/map', may: ['client/map', 'shared'], npm: true },
  // The map's facade alone: one panel mounts it.
  {
    layer: 'client/panels',
    may: ['client/panels', 'client/map/index.ts', 'client/ui', 'client/state', 'client/style', 'shared'],
    npm: true,
  },
  { layer: 'client/ui', may: ['client/ui', 'client/state', 'client/style', 'shared'], npm: true },
  { layer: 'client/state', may: ['client/state', 'shared'], npm: true },
  { layer: 'client/net', may: ['client/net', 'client/state', 'shared'], npm: true },
  { layer: 'client', may: ['client', 'shared'], npm: true },
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function imports(text: string): string[] {
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g),
  ]
    .map((found) => found[1] ?? found[2] ?? '')
    .concat([...text.matchAll(/(?:^|\n)import\s+['"]([^'"]+)['"]/g)].map((found) => found[1] ?? ''));
}

function under(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function breaches(file: string, text: string): string[] {
  const rule = LAYERS.find(({ layer }) => under(file, layer));
  if (rule === undefined) return [];
  return imports(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return rule.npm ? [] : [`${file}: imports the package ${specifier}`];
    const target = normalize(join(dirname(file), specifier));
    return rule.may.some((allowed) => under(target, allowed)) ? [] : [`${file}: imports ${target}`];
  });
}

describe('layers', () => {
  const files = ['shared', 'server', 'client'].flatMap(sources);

  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('imports run downward only', () => {
    expect(files.flatMap((file) => breaches(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('only main.ts and the command line read the environment', () => {
    const readers = sources('server').filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers.filter((file) => file !== 'server/main.ts' && !under(file, 'server/cli'))).toEqual([]);
  });

  it('only main.ts names a storage adapter', () => {
    const naming = sources('server').filter((file) =>
      imports(readFileSync(join(root, file), 'utf8')).some((name) => /storage\/(sqlite|postgres)/.test(name)),
    );
    expect(naming.filter((file) => file !== 'server/main.ts' && !under(file, 'server/cli'))).toEqual([]);
  });

  it('shared code draws no luck, reads no clock and needs no host', () => {
    const forbidden =
      /\bMath\.(random|pow|log|log2|log10|exp|sin|cos|tan)\b|\bnew Date\b|\bDate\.now\b|\.localeCompare\(/;
    const offenders = ['engine', 'bots', 'log', 'simulation', 'scenarios', 'debrief']
      .flatMap((folder) => sources(join('shared', folder)))
      .filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')));
    expect(offenders).toEqual([]);
  });

  it('notices a breach', () => {
    expect(breaches('shared/engine/x.ts', "import { z } from 'zod';\n")).toHaveLength(1);
    expect(breaches('shared/engine/x.ts', "import { a } from '../bots/index.ts';\n")).toHaveLength(1);
    expect(breaches('client/panels/x.tsx', "const m = await import('../map/scene.ts');\n")).toHaveLength(1);
  });
});
