/** Mutated and random messages, by seed. */
import { draw } from '../../shared/engine/random.ts';

export class Dice {
  readonly #seed: number;
  #throws = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** In [0, 1). */
  next(): number {
    this.#throws += 1;
    return draw(this.#seed, 'fuzz', this.#throws);
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined && from.length === 0) throw new Error('nothing to pick from');
    return chosen as T;
  }
}

/** Values that often break programs. */
const ODD: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  -1,
  0.05,
  1e308,
  2 ** 53,
  255,
  16,
  10n,
  '',
  'constructor',
  '__proto__',
  '\u0000',
  '\uD800',
  '🏙️'.repeat(50),
  'x'.repeat(2_000),
  '=HYPERLINK("http://example.org")',
  '<img src=x onerror=alert(1)>',
  null,
  undefined,
  true,
  [],
  {},
  [[[[[]]]]],
  { toString: 1 },
  JSON.parse('{"__proto__":{"ok":true}}'),
  new Date(0),
  new Map([['a', 1]]),
  new Uint8Array(16),
  Symbol.iterator,
];

type Tree = Record<string, unknown> | unknown[];

function isTree(value: unknown): value is Tree {
  if (Array.isArray(value)) return true;
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A copy with one change at a random place. */
export function mutated(value: unknown, dice: Dice): unknown {
  if (!isTree(value) || dice.next() < 0.1) return dice.pick(ODD);
  const copy: Tree = Array.isArray(value) ? [...value] : { ...value };
  const keys = Object.keys(copy);
  const key = keys.length === 0 ? 'x' : dice.pick(keys);
  const record = copy as Record<string, unknown>;
  const how = dice.below(10);
  if (how === 0) delete record[key];
  else if (how === 1) record[dice.pick(['x', 'seat', 'by', 'type', 'kind', 'id', 'at'])] = dice.pick(ODD);
  else if (how === 2 && Array.isArray(copy)) copy.push(...copy, ...copy);
  else if (how === 3) record[key] = record[dice.pick(keys.length === 0 ? ['x'] : keys)];
  else record[key] = mutated(record[key], dice);
  return copy;
}
