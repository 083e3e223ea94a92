/** Layers: imports run downward only. Reads the import statements; the last test shows that the check can fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LAYERED, LAYERS, type Row } from './layers.ts';

const root = join(import.meta.dirname, '../..');

const TOPS = ['shared', 'server', 'client'];

/** Folders, and root files that need a row. */
function layersIn(top: string): string[] {
  return readdirSync(join(root, top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (top !== LAYERED && /\.tsx?$/.test(entry.name)))
    .map(({ name }) => join(top, name));
}

function without(rows: readonly Row[], layers: readonly string[]): string[] {
  return layers.filter((layer) => !rows.some((row) => row.layer === layer));
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function imports(text: string): string[] {
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"]/g,
    ),
  ]
    .map((found) => found[1] ?? found[2] ?? found[3] ?? '')
    .concat([...text.matchAll(/(?:^|\n)import\s+['"]([^'"]+)['"]/g)].map((found) => found[1] ?? ''));
}

function under(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The row nearest to the file. */
function rowOf(file: string): Row | undefined {
  return LAYERS.filter(({ layer }) => under(file, layer)).toSorted((a, b) => b.layer.length - a.layer.length)[0];
}

function breaches(file: string, text: string): string[] {
  const rule = rowOf(file);
  if (rule === undefined) return [`${file}: has no row`];
  return imports(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return rule.npm ? [] : [`${file}: imports the package ${specifier}`];
    const target = normalize(join(dirname(file), specifier));
    const allowed = rowOf(target) === rule || rule.may.some((layer) => under(target, layer));
    return allowed ? [] : [`${file}: imports ${target}`];
  });
}

describe('layers', () => {
  const files = TOPS.flatMap(sources);

  test('finds the sources', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  test('imports run downward only', () => {
    expect(files.flatMap((file) => breaches(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  test('only main.ts and the command line read the environment', () => {
    const readers = sources('server').filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers.filter((file) => file !== 'server/main.ts' && !under(file, 'server/cli'))).toEqual([]);
  });

  test('only main.ts names a storage adapter', () => {
    const naming = sources('server').filter((file) =>
      imports(readFileSync(join(root, file), 'utf8')).some((name) => /storage\/(sqlite|postgres)/.test(name)),
    );
    expect(
      naming.filter(
        (file) => file !== 'server/main.ts' && !under(file, 'server/erasing') && !under(file, 'server/cli'),
      ),
    ).toEqual([]);
  });

  test('shared code draws no luck, reads no clock and needs no host', () => {
    const forbidden =
      /\bMath\.(random|pow|log|log2|log10|exp|sin|cos|tan)\b|\bnew Date\b|\bDate\.now\b|\.localeCompare\(/;
    const offenders = ['engine', 'bots', 'log', 'simulation', 'scenarios', 'debrief']
      .flatMap((folder) => sources(join('shared', folder)))
      .filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')));
    expect(offenders).toEqual([]);
  });

  test('every folder has a row, and every row something it is about', () => {
    const layers = [...TOPS, LAYERED].flatMap(layersIn);
    expect(without(LAYERS, layers)).toEqual([]);
    expect(LAYERS.map(({ layer }) => layer).filter((layer) => !layers.includes(layer))).toEqual([]);
  });

  test('notices a folder without a row', () => {
    expect(without(LAYERS, ['server/rooms', 'server/cellar', 'client/attic.ts'])).toEqual([
      'server/cellar',
      'client/attic.ts',
    ]);
    expect(breaches('server/cellar/x.ts', "import { a } from '../logging.ts';\n")).toHaveLength(1);
  });

  test('notices a breach', () => {
    expect(breaches('shared/engine/x.ts', "import { z } from 'zod';\n")).toHaveLength(1);
    expect(breaches('shared/engine/x.ts', "import { a } from '../bots/index.ts';\n")).toHaveLength(1);
    expect(breaches('server/rooms/x.ts', "import { a } from '../http/pages.ts';\n")).toHaveLength(1);
    expect(breaches('server/export/x.ts', "new Worker(new URL('../http/pages.ts', import.meta.url));\n")).toHaveLength(
      1,
    );
    expect(breaches('server/classroom/x.ts', "import { a } from './shown/said.ts';\n")).toHaveLength(1);
    expect(breaches('server/classroom/state/x.ts', "import { a } from '../classroom.ts';\n")).toHaveLength(1);
    expect(breaches('client/debrief/x.tsx', "import { a } from '../desk/print.tsx';\n")).toHaveLength(1);
    expect(breaches('client/panels/x.tsx', "const m = await import('../map/scene.ts');\n")).toHaveLength(1);
  });
});
