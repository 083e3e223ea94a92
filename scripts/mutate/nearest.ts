/** Finds the tests for a changed file: those that name or import it, nearest first. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

const SPECIFIER = /(?:from|import)\s*\(?\s*'([^']+)'/g;
/** Matches paths of processes that a test starts. */
const PATH = /'((?:server|scripts|bench)\/[\w/.-]+\.(?:ts|mjs))'/g;
/**
 * Excludes tests of browsers, clusters and the model's 200 seeds, which take minutes, and tests of source structure.
 */
const NOT_ASKED = /^tests\/(?:e2e|cluster|structure|model)\//;
/** Penalty of tests that kill servers; those that start servers come before them. */
const FAULTS = 100;
const LATER: readonly (readonly [RegExp, number])[] = [
  [/^tests\/(?:cli|server|security|storage)\//, 50],
  [/^tests\/faults\//, FAULTS],
];
/** Tests in those folders without any of these names start no server and wait for no disk, so they count as quick. */
const STARTS = /startServer|newFolder|support\/(?:command|child|postgres)/;

/** Bonus of tests that compare whole outputs: they notice most and are quick. */
const TOLD = 20;

export function sourcesUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function wordsOf(file: string): readonly string[] {
  const words = basename(file)
    .replace(/\.tsx?$/, '')
    .split(/[-_]|(?=[A-Z])/);
  return words.map((word) => word.toLowerCase());
}

export class Nearest {
  readonly #texts = new Map<string, string>();
  /** By test: number of imports between it and each file. */
  readonly #distances = new Map<string, ReadonlyMap<string, number>>();

  constructor(root: string) {
    for (const folder of ['shared', 'server', 'client', 'scripts', 'tests']) {
      for (const file of sourcesUnder(root, folder)) this.#texts.set(file, readFileSync(join(root, file), 'utf8'));
    }
    for (const file of this.#texts.keys()) {
      if (file.endsWith('.test.ts') && !NOT_ASKED.test(file)) this.#distances.set(file, this.#from(file));
    }
  }

  /** The nearest tests: `quick` ones that start no server, and `slow` others. */
  testsOf(file: string, quick: number, slow: number): readonly string[] {
    const own = wordsOf(file);
    const users = [...this.#texts.keys()].filter((other) => this.#importsOf(other).includes(file)).flatMap(wordsOf);
    const ranked = [...this.#distances].flatMap(([test, distances]) => {
      const distance = distances.get(file);
      if (distance === undefined) return [];
      const later = this.#laterBy(test);
      return [{ test, later, rank: distance + later - this.#affinity(test, file, own, users) }];
    });
    const inOrder = ranked.toSorted((one, other) => one.rank - other.rank);
    return [
      ...inOrder.filter(({ later }) => later === 0).slice(0, quick),
      ...inOrder.filter(({ later }) => later > 0).slice(0, slow),
    ].map(({ test }) => test);
  }

  #laterBy(test: string): number {
    const later = LATER.find(([pattern]) => pattern.test(test))?.[1] ?? 0;
    const isQuick = later < FAULTS && !STARTS.test(this.#texts.get(test) ?? '');
    return isQuick ? 0 : later;
  }

  /** Raises tests that name the file, or the files that use it. */
  #affinity(test: string, file: string, own: readonly string[], users: readonly string[]): number {
    const text = this.#texts.get(test)?.toLowerCase() ?? '';
    const named = own.filter((word) => test.includes(word)).length;
    const spoken = own.filter((word) => word.length > 3 && text.includes(word)).length;
    const used = users.some((word) => word.length > 3 && test.includes(word)) ? 2 : 0;
    const told = basename(test).startsWith('told') ? TOLD : 0;
    return 3 * named + spoken + used + told + (test.split('/')[1] === file.split('/')[1] ? 3 : 0);
  }

  #from(test: string): ReadonlyMap<string, number> {
    const distances = new Map([[test, 0]]);
    for (const [file, distance] of distances) {
      for (const next of this.#importsOf(file)) if (!distances.has(next)) distances.set(next, distance + 1);
    }
    return distances;
  }

  #importsOf(file: string): readonly string[] {
    const text = this.#texts.get(file) ?? '';
    const local = [...text.matchAll(SPECIFIER)].flatMap(([, name = '']) =>
      name.startsWith('.') ? [normalize(join(dirname(file), name))] : [],
    );
    const started = [...text.matchAll(PATH)].map(([, name = '']) => name);
    return [...local, ...started].filter((name) => this.#texts.has(name));
  }
}
