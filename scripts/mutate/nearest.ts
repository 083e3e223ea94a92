/** Which tests would notice a change in a file: those that name or import it, the nearest first. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

const SPECIFIER = /(?:from|import)\s*\(?\s*'([^']+)'/g;
/** A process is started by the path of its file. */
const PATH = /'((?:server|scripts|bench)\/[\w/.-]+\.(?:ts|mjs))'/g;
/** Browsers and clusters take minutes; the structure of the sources says nothing of what they do. */
const NOT_ASKED = /^tests\/(?:e2e|cluster|structure)\//;
/** What starts servers is asked after what does not; what kills them, last. */
const LATER: readonly (readonly [RegExp, number])[] = [
  [/^tests\/(?:server|security|storage)\//, 50],
  [/^tests\/faults\//, 100],
];

export function sourcesUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

export class Nearest {
  readonly #texts = new Map<string, string>();
  /** By test: how many imports away each file is. */
  readonly #distances = new Map<string, ReadonlyMap<string, number>>();

  constructor(root: string) {
    for (const folder of ['shared', 'server', 'client', 'scripts', 'tests']) {
      for (const file of sourcesUnder(root, folder)) this.#texts.set(file, readFileSync(join(root, file), 'utf8'));
    }
    for (const file of this.#texts.keys()) {
      if (file.endsWith('.test.ts') && !NOT_ASKED.test(file)) this.#distances.set(file, this.#from(file));
    }
  }

  testsOf(file: string): readonly string[] {
    const words = basename(file)
      .replace(/\.tsx?$/, '')
      .split(/[-_]|(?=[A-Z])/)
      .map((word) => word.toLowerCase());
    return [...this.#distances]
      .flatMap(([test, distances]) => {
        const distance = distances.get(file);
        if (distance === undefined) return [];
        const later = LATER.find(([pattern]) => pattern.test(test))?.[1] ?? 0;
        const rank = distance + later - this.#affinity(test, words, file);
        return [{ test, rank }];
      })
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ test }) => test);
  }

  /** A test that speaks of the file is nearer than its imports say. */
  #affinity(test: string, words: readonly string[], file: string): number {
    const text = this.#texts.get(test)?.toLowerCase() ?? '';
    const named = words.filter((word) => test.toLowerCase().includes(word)).length;
    const spoken = words.filter((word) => word.length > 3 && text.includes(word)).length;
    return 2 * named + spoken + (dirname(test).endsWith(`/${file.split('/')[1]}`) ? 1 : 0);
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
