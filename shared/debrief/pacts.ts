/** How pacts were kept: what each side gave in a round, and across which kinds of ownership pacts ran. */
import { isGovernment, isState, type Seat } from '../engine/actors.ts';
import { isKept } from '../engine/edges.ts';
import { at, hasPact, headOf, isSideOf, numberAt } from '../engine/queries.ts';
import { recordOf } from '../engine/record-of.ts';
import type { DistrictState } from '../engine/state.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';

export interface Exchange {
  readonly a: Seat;
  readonly b: Seat;
  /** Points `a` gave to `b`, after disarray. */
  readonly given: number;
  /** Points `b` gave to `a`. */
  readonly received: number;
  /** Both sides gave at least `keptShare` points. */
  readonly kept: boolean;
  /** Round in which the pact was made. */
  readonly since: number;
}

/** Every pact that stood when the round was resolved. */
export function exchangesIn({ after }: PlayedRound): readonly Exchange[] {
  const { actors, pacts, flows, parameters } = after;
  if (flows === undefined) return [];
  return pacts.map(({ a, b, since }) => {
    const given = numberAt(flows.shared, a * actors.length + b);
    const received = numberAt(flows.shared, b * actors.length + a);
    return { a, b, given, received, kept: isKept(parameters, given, received), since };
  });
}

/** Whether a pact joins two trees. Pacts inside a tree do not count. */
export function acrossTrees(state: DistrictState, { a, b }: Pick<Exchange, 'a' | 'b'>): boolean {
  return headOf(state.firms, a) !== headOf(state.firms, b);
}

/** Pacts across trees that both sides kept in the round. */
export function keptAcross(played: PlayedRound): readonly Exchange[] {
  return exchangesIn(played).filter((exchange) => exchange.kept && acrossTrees(played.after, exchange));
}

/** A pact as one of its sides sees it. */
export interface OwnExchange extends Pick<Exchange, 'kept' | 'since'> {
  readonly other: Seat;
  readonly gave: number;
  readonly got: number;
}

export function exchangesOf(played: PlayedRound, seat: Seat): readonly OwnExchange[] {
  return exchangesIn(played)
    .filter((exchange) => isSideOf(exchange, seat))
    .map(({ a, b, given, received, kept, since }) =>
      a === seat
        ? { other: b, gave: given, got: received, kept, since }
        : { other: a, gave: received, got: given, kept, since },
    );
}

/** The side that gave less, or the first where both gave alike, and what it gave and got. */
export interface LesserSide {
  readonly by: Seat;
  readonly against: Seat;
  readonly gave: number;
  readonly got: number;
}

export function lesserSideOf({ a, b, given, received }: Exchange): LesserSide {
  return given <= received
    ? { by: a, against: b, gave: given, got: received }
    : { by: b, against: a, gave: received, got: given };
}

const BORDERS = ['state', 'across', 'nonState'] as const;
/**
 * Between two state actors, between state and non-state, or between two non-state firms. Universities count as state.
 */
type Border = (typeof BORDERS)[number];

function borderOf(state: DistrictState, one: Seat, other: Seat): Border {
  const [a, b] = [isState(at(state.actors, one)), isState(at(state.actors, other))];
  return a === b ? (a ? 'state' : 'nonState') : 'across';
}

interface BorderCount {
  /** Pairs of firms and universities that could have made a pact. */
  readonly possible: number;
  /** Pairs that ever had a pact. */
  readonly made: number;
  /** Pairs that ever both kept their pact. */
  readonly kept: number;
}

/** Pairs by border, over the whole game; a pair counts once. Pairs joined by a merger count too. */
export function bordersCrossed(chronicle: Chronicle): Readonly<Record<Border, BorderCount>> {
  const { final, rounds } = chronicle;
  const partners = final.actors.filter((actor) => !isGovernment(actor));
  const counts = recordOf(BORDERS, () => ({ possible: 0, made: 0, kept: 0 }));
  for (const [index, { seat }] of partners.entries()) {
    for (const { seat: other } of partners.slice(index + 1)) {
      const count = counts[borderOf(final, seat, other)];
      count.possible++;
      if (rounds.some(({ after }) => hasPact(after.pacts, seat, other))) count.made++;
      const keptOnce = rounds.some((round) =>
        exchangesIn(round).some(({ a, b, kept }) => kept && a === seat && b === other),
      );
      if (keptOnce) count.kept++;
    }
  }
  return counts;
}
