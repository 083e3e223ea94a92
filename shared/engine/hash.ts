/**
 * Canonical hash of a state: 128 bits over a canonical serialisation, the same in Node and in the browser.
 *
 * Keys are taken in sorted order and `undefined` fields are left out, so equal states have equal hashes. Numbers enter
 * by their bits. NaN, infinities and -0 are bugs in a state, and throw.
 */
import type { DistrictState } from './state.ts';

const TAG = { undefined: 1, false: 2, true: 3, number: 4, string: 5, array: 6, object: 7 } as const;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);
/** Detects byte order, which the hash must not depend on. */
double[0] = 1;
const HIGH = halves[1] === 0 ? 0 : 1;

/** A field's name, the words hashed for it, and its index among its object's fields. */
interface Key {
  readonly name: string;
  readonly words: Int32Array;
  readonly place: number;
}
/** A list of keys, unsorted and sorted. */
interface Shape {
  readonly keys: readonly string[];
  readonly sorted: readonly Key[];
}
/** Cache by first key: states repeat few shapes. */
const shapes = new Map<string, Shape[]>();
const SHAPES_KEPT = 64;

/** Four lanes of 32 bits. */
const lanes = new Int32Array(4);
/** Words waiting to be absorbed. */
const buffer = new Int32Array(3);

/** Bound once: V8 has many string kinds, and a lookup in each costs more than reading the character. */
const letterOf = String.prototype.charCodeAt;

/** Absorbs many words per call, so that the lanes stay in registers. */
function absorb(words: Int32Array | string, count: number): void {
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  let c = lanes[2] ?? 0;
  let d = lanes[3] ?? 0;
  for (let at = 0; at < count; at++) {
    const word = (typeof words === 'string' ? letterOf.call(words, at) : words[at]) ?? 0;
    a = Math.imul(a ^ word, 0x9e3779b1);
    a ^= a >>> 15;
    b = (Math.imul(b + word, 0x85ebca6b) + a) | 0;
    b ^= b >>> 13;
    c = Math.imul(c ^ word ^ b, 0xc2b2ae35);
    c ^= c >>> 16;
    d = (Math.imul(d + c, 0x27d4eb2f) ^ word) | 0;
    d ^= d >>> 14;
  }
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

function word(value: number): void {
  buffer[0] = value;
  absorb(buffer, 1);
}

/** Writes the tag and size of the next value. */
function sized(tag: number, size: number): void {
  buffer[0] = tag;
  buffer[1] = size;
  absorb(buffer, 2);
}

function text(value: string): void {
  sized(TAG.string, value.length);
  absorb(value, value.length);
}

function number(value: number): void {
  if (!Number.isFinite(value) || Object.is(value, -0)) {
    throw new Error(`not a number for a state: ${Object.is(value, -0) ? '-0' : value}`);
  }
  double[0] = value;
  buffer[0] = TAG.number;
  buffer[1] = halves[HIGH] ?? 0;
  buffer[2] = halves[1 - HIGH] ?? 0;
  absorb(buffer, 3);
}

function keyOf(name: string, place: number): Key {
  const letters = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at));
  return { name, words: Int32Array.of(TAG.string, name.length, ...letters), place };
}

function keysOf(value: object): readonly Key[] {
  const keys = Object.keys(value);
  const first = keys[0] ?? '';
  const known = shapes.get(first) ?? [];
  for (const shape of known) if (sameKeys(shape.keys, keys)) return shape.sorted;
  const sorted = keys.map(keyOf).sort((one, other) => (one.name < other.name ? -1 : 1));
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
  sized(TAG.array, items.length);
  for (let at = 0; at < items.length; at++) anything(items[at]);
}

function fields(value: object): void {
  const values: readonly unknown[] = Object.values(value);
  let count = 0;
  for (const { words, place } of keysOf(value)) {
    const field = values[place];
    if (field === undefined) continue;
    absorb(words, words.length);
    anything(field);
    count++;
  }
  sized(TAG.object, count);
}

/** Two digits per byte, because formatting numbers beyond 31 bits is much slower. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(lane: number): string {
  let digits = '';
  for (let shift = 24; shift >= 0; shift -= 8) digits += DIGITS[(lane >>> shift) & 0xff];
  return digits;
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

/** 32 hexadecimal digits over the texts in this order. */
export function textHash(...texts: readonly string[]): string {
  begin();
  for (const each of texts) text(each);
  return finish();
}

export function stateHash(state: DistrictState): string {
  return canonicalHash(state);
}
