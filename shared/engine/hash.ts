/**
 * A fingerprint of a state: 128 bits over a canonical serialisation, the same in Node and in the browser.
 *
 * Keys are taken in sorted order and `undefined` fields are left out, so two states that mean the same hash the same.
 * Numbers enter by their bits. NaN, infinities and -0 never belong in a state: they mark a bug, and throw.
 */
import type { DistrictState } from './state.ts';

const TAG = { undefined: 1, false: 2, true: 3, number: 4, string: 5, array: 6, object: 7 } as const;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** Machines differ in which half comes first; the hash must not. */
double[0] = 1;
const HIGH = halves[1] === 0 ? 0 : 1;

/** A list of keys, and the same sorted. */
interface Shape {
  readonly keys: readonly string[];
  readonly sorted: readonly string[];
}
/** By the first key: states repeat the same few shapes over and over. */
const shapes = new Map<string, Shape[]>();
const SHAPES_KEPT = 64;

/** Four lanes of 32 bits. In an array, since V8 reads and writes variables of a module several times slower. */
const lanes = new Int32Array(4);

function word(value: number): void {
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  let c = lanes[2] ?? 0;
  let d = lanes[3] ?? 0;
  a = Math.imul(a ^ value, 0x9e3779b1);
  a ^= a >>> 15;
  b = (Math.imul(b + value, 0x85ebca6b) + a) | 0;
  b ^= b >>> 13;
  c = Math.imul(c ^ value ^ b, 0xc2b2ae35);
  c ^= c >>> 16;
  d = (Math.imul(d + c, 0x27d4eb2f) ^ value) | 0;
  d ^= d >>> 14;
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

function text(value: string): void {
  word(TAG.string);
  word(value.length);
  for (let at = 0; at < value.length; at++) word(value.charCodeAt(at));
}

function number(value: number): void {
  if (!Number.isFinite(value) || Object.is(value, -0)) {
    throw new Error(`not a number for a state: ${Object.is(value, -0) ? '-0' : value}`);
  }
  double[0] = value;
  word(TAG.number);
  word(halves[HIGH] ?? 0);
  word(halves[1 - HIGH] ?? 0);
}

function keysOf(value: object): readonly string[] {
  const keys = Object.keys(value);
  const first = keys[0] ?? '';
  const known = shapes.get(first) ?? [];
  for (const shape of known) if (sameKeys(shape.keys, keys)) return shape.sorted;
  const sorted = keys.toSorted();
  if (known.length < SHAPES_KEPT && shapes.size < SHAPES_KEPT) shapes.set(first, [...known, { keys, sorted }]);
  return sorted;
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

function anything(value: unknown): void {
  switch (typeof value) {
    case 'number':
      number(value);
      break;
    case 'string':
      text(value);
      break;
    case 'boolean':
      word(value ? TAG.true : TAG.false);
      break;
    case 'undefined':
      word(TAG.undefined);
      break;
    case 'object':
      if (value === null) throw new Error('null has no place in a state');
      if (Array.isArray(value)) list(value);
      else fields(value);
      break;
    default:
      throw new Error(`${typeof value} has no place in a state`);
  }
}

function list(items: readonly unknown[]): void {
  word(TAG.array);
  word(items.length);
  for (const item of items) anything(item);
}

function fields(value: object): void {
  const record = value as Readonly<Record<string, unknown>>;
  let count = 0;
  for (const key of keysOf(value)) {
    if (record[key] === undefined) continue;
    text(key);
    anything(record[key]);
    count++;
  }
  word(TAG.object);
  word(count);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}

function begin(): void {
  lanes.set([0x243f6a88, 0x13198a2e, 0xa4093822, 0x299f31d0]);
}

function finish(): string {
  for (let round = 0; round < 8; round++) {
    word(Math.imul(round + 1, 0x9e3779b1) ^ (lanes[0] ?? 0) ^ (lanes[3] ?? 0));
  }
  let digits = '';
  for (const lane of lanes) digits += hex(lane);
  return digits;
}

/** 32 hexadecimal digits. */
export function canonicalHash(value: unknown): string {
  begin();
  anything(value);
  return finish();
}

/** 32 hexadecimal digits over texts, as they stand and in their order. */
export function textHash(...texts: readonly string[]): string {
  begin();
  for (const each of texts) text(each);
  return finish();
}

export function stateHash(state: DistrictState): string {
  return canonicalHash(state);
}
