/** A round's changes in pacts against the round before, and who let whom down. */

import type { Seat } from '../engine/actors.ts';
import { keepsWith } from '../engine/edges.ts';
import type { PlayedRound } from './chronicle.ts';
import { exchangesIn, lesserSideOf } from './pacts.ts';

type Pair = readonly [a: Seat, b: Seat];

interface PactChanges {
  /** Kept by both sides now, but not in the round before. */
  readonly newly: readonly Pair[];
  /** Kept in the round before, but not now; the pact may still stand. */
  readonly lapsed: readonly Pair[];
  /** Kept in both rounds. */
  readonly still: readonly Pair[];
}

export function pactChanges(before: PlayedRound, now: PlayedRound): PactChanges {
  const keptBefore = keptIn(before);
  const keptNow = keptIn(now);
  const among = (pairs: readonly Pair[], [a, b]: Pair) => pairs.some((pair) => pair[0] === a && pair[1] === b);
  return {
    newly: keptNow.filter((pair) => !among(keptBefore, pair)),
    lapsed: keptBefore.filter((pair) => !among(keptNow, pair)),
    still: keptNow.filter((pair) => among(keptBefore, pair)),
  };
}

function keptIn(played: PlayedRound): readonly Pair[] {
  return exchangesIn(played).flatMap(({ a, b, kept }): Pair[] => (kept ? [[a, b]] : []));
}

/** `by` gave `gave` points and got `got`. */
export interface LetDown {
  readonly by: Seat;
  readonly other: Seat;
  readonly gave: number;
  readonly got: number;
  /** Whether the other side gave too little as well. */
  readonly both: boolean;
}

/** Pacts that were not kept. A pact's signing round is exempt. */
export function letDownsIn(played: PlayedRound): readonly LetDown[] {
  const { parameters } = played.after;
  return exchangesIn(played)
    .filter(({ kept, since }) => !kept && since < played.round)
    .map((exchange) => {
      const { by, against: other, gave, got } = lesserSideOf(exchange);
      return { by, other, gave, got, both: !keepsWith(parameters, got) };
    });
}
