/** Policies of a district of bots: a list dealt to the firms, or the mixed street of `/practice`. */
import { defaultPolicy, mixedPolicies } from '../bots/index.ts';
import { draw } from '../engine/random.ts';
import type { RosterEntry } from '../engine/scenario.ts';

/** Names the mixed street of `/practice` in place of a list. */
export const STREET = 'street';

export interface Population {
  /**
   * Policies dealt to the firms in a shuffled order per game, or the mixed street with its own institutions by default.
   */
  readonly firms: readonly string[] | typeof STREET;
  readonly universities?: string;
  readonly bureau?: string;
  readonly bez?: string;
}

/** Policies by seat. From a list longer than the firms, each policy gets its turn over the games. */
export function dealPolicies(roster: readonly RosterEntry[], seed: number, population: Population): readonly string[] {
  const { firms, universities, bureau, bez } = population;
  const named = { university: universities, bureau, commission: bez };
  if (firms === STREET) {
    const street = mixedPolicies(roster, seed);
    return roster.map(({ kind }, seat) => (kind === 'firm' ? undefined : named[kind]) ?? street[seat] ?? '');
  }
  const hand = shuffled(firms, roster.filter(({ kind }) => kind === 'firm').length, seed);
  return roster.map(({ kind }) => (kind === 'firm' ? (hand.pop() ?? '') : (named[kind] ?? defaultPolicy(kind))));
}

function shuffled(firms: readonly string[], count: number, seed: number): string[] {
  const size = Math.max(count, firms.length);
  const hand = Array.from({ length: size }, (_, place) => firms[place % firms.length] ?? '');
  for (let place = size - 1; place > 0; place--) {
    const other = Math.floor(draw(seed, 'deal', place) * (place + 1));
    const moved = hand[place] ?? '';
    hand[place] = hand[other] ?? '';
    hand[other] = moved;
  }
  return hand;
}
