/**
 * Named luck: each draw depends only on the seed and its name, never on earlier draws. So a changed plan shifts nobody
 * else's luck, and a what-if compares like with like.
 *
 *     draw(seed, 'field', seat)            // always the same number in [0, 1)
 *     luckIn(state)(seat)                  // this seat's luck in this round
 *
 * Integer arithmetic only (`Math.imul`, shifts): the same bits in every engine.
 */
import type { Seat } from './actors.ts';
import type { DistrictState } from './state.ts';

const WORD = 4294967296;
/** Two to the 26th and 53rd: a double holds 53 bits, 27 from one lane and 26 from the other. */
const LOW_BITS = 67108864;
const ALL_BITS = 9007199254740992;

/** Cache of hashed names, since few names recur often. */
const names = new Map<string, number>();

function nameHash(name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = scramble(hash ^ name.length);
  if (names.size < 10_000) names.set(name, hash);
  return hash;
}

/** A bijection on 32-bit words with good avalanche: each input bit flips half of the output bits. */
function scramble(word: number): number {
  let w = word ^ (word >>> 16);
  w = Math.imul(w, 0x21f0aaad);
  w ^= w >>> 15;
  w = Math.imul(w, 0x735a2d97);
  return w ^ (w >>> 15);
}

let laneA = 0;
let laneB = 0;

function absorb(word: number): void {
  laneA = scramble(Math.imul(laneA, 0x9e3779b1) ^ word);
  laneB = scramble(Math.imul(laneB ^ word, 0x85ebca6b) + 0x27d4eb2f);
}

function absorbNumber(value: number): void {
  absorb(value | 0);
  const high = Math.floor(value / WORD) | 0;
  if (high !== 0) absorb(high ^ 0x5bd1e995);
}

type Key = readonly (number | string)[];

function absorbKey(key: Key): void {
  for (const part of key) {
    if (typeof part === 'string') absorb(nameHash(part));
    else absorbNumber(part);
  }
}

/** `length`: number of entries in the whole key. */
function drawn(length: number): number {
  absorb(length);
  return ((laneA >>> 5) * LOW_BITS + (laneB >>> 6)) / ALL_BITS;
}

function begin(seed: number): void {
  laneA = 0x243f6a88;
  laneB = 0x13198a2e;
  absorbNumber(seed);
}

/** A number in [0, 1) for this seed and name. Numbers in the key must be whole. */
export function draw(seed: number, ...key: Key): number {
  begin(seed);
  absorbKey(key);
  return drawn(key.length);
}

/** Draws whose keys share a prefix: `drawsOf(seed, 'bot', 3)('mood')` is `draw(seed, 'bot', 3, 'mood')`. */
export function drawsOf(seed: number, ...start: Key): (...rest: Key) => number {
  begin(seed);
  absorbKey(start);
  const [startA, startB] = [laneA, laneB];
  return (...rest) => {
    laneA = startA;
    laneB = startB;
    absorbKey(rest);
    return drawn(start.length + rest.length);
  };
}

/** By seat: the luck factor on what a firm or university learns this round (rule K9). */
export function luckIn({ parameters, seed, round }: DistrictState): (seat: Seat) => number {
  const { luckLow, luckHigh } = parameters;
  const draws = drawsOf(seed, 'luck', round);
  return (seat) => luckLow + (luckHigh - luckLow) * draws(seat);
}

/** Items in the order of the number drawn for each. */
export function shuffled<Item>(items: readonly Item[], drawnFor: (item: Item, place: number) => number): Item[] {
  return items
    .map((item, place) => ({ item, key: drawnFor(item, place) }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
