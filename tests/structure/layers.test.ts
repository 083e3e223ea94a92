/** Layers: imports run downward only. Reads the import statements; the last test shows that the check can fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Row {
  /** A folder, or a file at the root of one. */
  readonly layer: string;
  /** Layers of the project it may import; within a layer everything is allowed. */
  readonly may: readonly string[];
  /** Whether packages are allowed. */
  readonly npm: boolean;
}

const STORE = 'server/storage/port.ts';
const LOGGING = 'server/logging.ts';
/** Helper that drops undefined fields, allowed everywhere. */
const GIVEN = 'shared/engine/given.ts';

/** What each layer may import. A layer without a row fails. */
const LAYERS: readonly Row[] = [
  { layer: 'shared/engine', may: [], npm: false },
  { layer: 'shared/i18n', may: [], npm: false },
  { layer: 'shared/statistics.ts', may: [], npm: false },
  { layer: 'shared/scenarios', may: ['shared/engine'], npm: false },
  { layer: 'shared/log', may: ['shared/engine'], npm: false },
  { layer: 'shared/bots', may: ['shared/engine'], npm: false },
  {
    layer: 'shared/simulation',
    may: ['shared/bots', 'shared/log', 'shared/scenarios', 'shared/engine', 'shared/statistics.ts'],
    npm: false,
  },
  {
    layer: 'shared/debrief',
    may: [
      'shared/simulation',
      'shared/bots',
      'shared/log',
      'shared/scenarios',
      'shared/engine',
      'shared/statistics.ts',
    ],
    npm: true,
  },
  { layer: 'shared/protocol', may: ['shared/engine'], npm: true },

  { layer: LOGGING, may: [], npm: true },
  { layer: 'server/clock.ts', may: [], npm: true },
  { layer: 'server/thread.ts', may: [], npm: true },
  { layer: 'server/problem.ts', may: ['shared/protocol', GIVEN], npm: true },
  { layer: 'server/metrics.ts', may: ['server/storage/measured.ts'], npm: true },
  { layer: 'server/environment.ts', may: ['server/access/secrets.ts'], npm: true },
  { layer: 'server/storage', may: ['server/thread.ts', LOGGING], npm: true },
  { layer: 'server/aggregate', may: [STORE, LOGGING, 'shared/log/links.ts'], npm: true },
  { layer: 'server/access', may: ['server/problem.ts', 'shared/protocol'], npm: true },
  {
    layer: 'server/district',
    may: [
      'server/aggregate',
      'server/access/secrets.ts',
      STORE,
      LOGGING,
      'shared/protocol',
      'shared/log',
      'shared/bots',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/state',
    may: ['server/aggregate/with-id.ts', 'server/access/visitor.ts', STORE, 'shared/protocol', 'shared/engine'],
    npm: true,
  },
  {
    layer: 'server/classroom/stored',
    may: [
      'server/classroom/state',
      'server/aggregate/ledger.ts',
      'server/access/secrets.ts',
      STORE,
      'shared/protocol',
      'shared/log',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/people',
    may: ['server/classroom/state', 'server/district/session.ts', 'server/access', 'shared/protocol', 'shared/engine'],
    npm: true,
  },
  {
    layer: 'server/classroom/setup',
    may: [
      'server/classroom/people',
      'server/classroom/state',
      'server/aggregate/with-id.ts',
      'server/access/secrets.ts',
      'server/thread.ts',
      STORE,
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/districts',
    may: ['server/classroom/setup', 'server/classroom/state', 'server/district', STORE, 'shared'],
    npm: true,
  },
  {
    layer: 'server/classroom/seats',
    may: ['server/classroom/districts', 'server/classroom/state', 'shared/protocol', 'shared/engine'],
    npm: true,
  },
  {
    layer: 'server/classroom/asked',
    may: [
      'server/classroom/districts',
      'server/classroom/state',
      'server/aggregate/with-id.ts',
      'server/access/secrets.ts',
      'shared/protocol',
      'shared/engine',
    ],
    npm: true,
  },
  {
    // The files at the top: one class, and all of them.
    layer: 'server/classroom',
    may: [
      'server/classroom/asked',
      'server/classroom/seats',
      'server/classroom/districts',
      'server/classroom/setup',
      'server/classroom/people',
      'server/classroom/stored',
      'server/classroom/state',
      'server/district',
      'server/aggregate',
      'server/access',
      STORE,
      LOGGING,
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'server/classroom/shown',
    may: [
      'server/classroom/classroom.ts',
      'server/classroom/asked',
      'server/classroom/seats',
      'server/classroom/districts',
      'server/classroom/people',
      'server/classroom/state',
      'server/district/session.ts',
      'shared',
    ],
    npm: true,
  },
  { layer: 'server/erasing', may: ['server/classroom', 'server/storage', LOGGING], npm: true },
  { layer: 'server/cluster', may: ['server/access', 'server/problem.ts', STORE, LOGGING], npm: true },
  {
    layer: 'server/export',
    may: [
      'server/classroom',
      'server/access/secrets.ts',
      'server/aggregate/bounded.ts',
      'server/thread.ts',
      STORE,
      'shared',
    ],
    npm: true,
  },
  { layer: 'server/robots', may: ['server/classroom', 'server/access', LOGGING, 'shared'], npm: true },
  {
    layer: 'server/rooms',
    may: [
      'server/classroom',
      'server/district',
      'server/access',
      'server/cluster',
      'server/metrics.ts',
      LOGGING,
      'shared/protocol',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'server/http',
    may: [
      'server/classroom',
      'server/export',
      'server/district/stream.ts',
      'server/robots',
      'server/access',
      'server/problem.ts',
      'server/metrics.ts',
      STORE,
      LOGGING,
      'shared/log/log-end.ts',
      'shared/protocol',
      GIVEN,
    ],
    npm: true,
  },
  {
    layer: 'server/routes.ts',
    may: [
      'server/http',
      'server/robots/dry-run.ts',
      'server/access',
      'server/cluster/holder.ts',
      'server/problem.ts',
      STORE,
      LOGGING,
      'shared/protocol',
    ],
    npm: true,
  },
  {
    layer: 'server/app.ts',
    may: [
      'server/routes.ts',
      'server/rooms/rooms.ts',
      'server/rooms/sparing-log.ts',
      'server/http',
      'server/robots/dry-run.ts',
      'server/classroom/registry.ts',
      'server/access',
      'server/cluster/redis.ts',
      'server/metrics.ts',
      'server/storage/measured.ts',
      STORE,
      LOGGING,
      'shared/protocol',
      GIVEN,
    ],
    npm: true,
  },
  {
    layer: 'server/main.ts',
    may: [
      'server/app.ts',
      'server/cluster/redis.ts',
      'server/environment.ts',
      'server/erasing/apart.ts',
      'server/clock.ts',
      'server/http/addresses.ts',
      'server/storage',
      LOGGING,
      GIVEN,
    ],
    npm: true,
  },
  {
    layer: 'server/cli',
    may: ['server/robots', 'server/environment.ts', 'server/erasing', 'server/storage', LOGGING, 'shared'],
    npm: true,
  },

  { layer: 'client/style', may: [], npm: false },
  { layer: 'client/fonts', may: [], npm: false },
  { layer: 'client/public', may: [], npm: false },
  {
    layer: 'client/state',
    may: ['shared/protocol', 'shared/scenarios', 'shared/i18n', 'shared/engine'],
    npm: true,
  },
  { layer: 'client/net', may: ['client/state', 'shared/protocol', 'shared/engine'], npm: true },
  {
    layer: 'client/ui',
    may: ['client/state', 'client/style', 'shared/protocol', 'shared/scenarios', 'shared/i18n', 'shared/engine'],
    npm: true,
  },
  { layer: 'client/map', may: ['shared/scenarios', 'shared/i18n', 'shared/engine'], npm: true },
  {
    layer: 'client/panels',
    may: [
      // Only the map's facade, which one panel mounts.
      'client/map/index.ts',
      'client/ui',
      'client/state',
      'client/style',
      'shared/protocol',
      'shared/scenarios',
      'shared/i18n',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'client/street',
    may: [
      'client/map/print.ts',
      'client/map/geometry.ts',
      'client/map/palette.ts',
      'client/ui',
      'client/state',
      'shared/protocol',
      'shared/scenarios',
      'shared/i18n',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'client/beats',
    may: [
      'client/map/close-up.ts',
      'client/map/palette.ts',
      'client/ui',
      'client/state',
      'client/style',
      'shared/simulation',
      'shared/scenarios',
      'shared/i18n',
      'shared/engine',
    ],
    npm: true,
  },
  {
    layer: 'client/desk',
    may: [
      'client/map/figure.ts',
      'client/street',
      'client/panels',
      'client/net',
      'client/ui',
      'client/state',
      'client/style',
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'client/debrief',
    may: ['client/map/index.ts', 'client/panels', 'client/net', 'client/ui', 'client/state', 'client/style', 'shared'],
    npm: true,
  },
  {
    layer: 'client/pages',
    may: [
      'client/beats',
      'client/street',
      'client/desk',
      'client/debrief',
      'client/panels',
      'client/net',
      'client/ui',
      'client/state',
      'client/style',
      'shared',
    ],
    npm: true,
  },
  {
    layer: 'client/app.tsx',
    may: ['client/pages', 'client/ui', 'client/state', 'shared/protocol/paths.ts'],
    npm: true,
  },
  { layer: 'client/main.tsx', may: ['client/app.tsx', 'client/state', 'client/style'], npm: true },
];

const TOPS = ['shared', 'server', 'client'];

/** A folder with layers of its own: each folder in it has a row, and its row speaks of the files beside them. */
const LAYERED = 'server/classroom';

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
