/**
 * The pacts behind a figure: those whose change turned it, and dead pacts that took up a place. Both read only public
 * facts: which pacts stand, and whether both sides kept them.
 */
import type { Seat } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import { announcedFigure, figureOf, type Ties } from '../engine/figures.ts';
import { pactChangeIn } from '../engine/plans.ts';
import { at, hasPact, mostPacts, pactRoom } from '../engine/queries.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';
import { acrossTrees, type Exchange, exchangesIn } from './pacts.ts';
import { stateRead, tiesOf } from './ties.ts';

interface Turned {
  readonly pacts: readonly Exchange[];
  /** True if kept now and not the round before; false the other way round. */
  readonly gained: boolean;
  /** True if each pact alone was decisive; false if only all together were. */
  readonly each: boolean;
}

export interface DecidingPacts extends Turned {
  /** The first round that read as the new figure. */
  readonly round: number;
  readonly from: Figure;
  readonly to: Figure;
  readonly keptBefore: number;
  readonly kept: number;
}

/**
 * The pacts that decided each lasting change of figure. Without each of them, or without all of them, the round would
 * have read as the figure before.
 */
export function decidingPacts({ rounds, final }: Chronicle): readonly DecidingPacts[] {
  let known: Figure | undefined;
  return rounds.flatMap((played, index): readonly DecidingPacts[] => {
    const last = rounds[index - 1];
    const before = rounds[index - 2];
    const announced = announcedFigure(final.history.slice(0, index + 1));
    if (announced === known) return [];
    known = announced;
    // A figure announced now was first read in the round before.
    if (announced === undefined || last === undefined || before === undefined) return [];
    const [now, then] = [tiesOf(last), tiesOf(before)];
    const { parameters } = played.after;
    const from = figureOf(then, parameters).figure;
    const turned = from === announced ? undefined : turnedBy(last, before, now, from);
    if (turned === undefined) return [];
    return [{ round: last.round, from, to: announced, keptBefore: then.kept, kept: now.kept, ...turned }];
  });
}

function turnedBy(played: PlayedRound, before: PlayedRound, now: Ties, from: Figure): Turned | undefined {
  const { parameters } = played.after;
  const readsAs = (ties: Ties) => figureOf(ties, parameters).figure;
  const [here, there] = [pactsAcross(played), pactsAcross(before)];
  for (const gained of [true, false]) {
    const [these, those] = gained ? [here, there] : [there, here];
    const pacts = these.filter((pact) => pact.kept && those.every((other) => !(other.kept && isSame(pact, other))));
    // Undoing removes a new pact and restores a broken one.
    const moved = pacts.filter((pact) => !those.some((other) => isSame(pact, other))).length;
    const by = gained ? -1 : 1;
    const single = pacts.filter((pact) => {
      const across = those.some((other) => isSame(pact, other)) ? now.across : now.across + by;
      return readsAs({ ...now, kept: now.kept + by, across }) === from;
    });
    if (single.length > 0) return { pacts: single, gained, each: true };
    const all = { ...now, kept: now.kept + by * pacts.length, across: now.across + by * moved };
    if (readsAs(all) === from) return { pacts, gained, each: false };
  }
  return undefined;
}

function pactsAcross(played: PlayedRound): readonly Exchange[] {
  const state = stateRead(played);
  return exchangesIn({ ...played, after: state }).filter((exchange) => acrossTrees(state, exchange));
}

function isSame(one: Exchange, other: Exchange): boolean {
  return one.a === other.a && one.b === other.b;
}

/** Rounds without gain after which a pact counts as dead. */
export const DEAD_ROUNDS = 3;

export interface DeadPact {
  /** The firm at its pact limit, and its partner in the pact. */
  readonly full: Seat;
  readonly partner: Seat;
  readonly from: number;
  readonly to: number;
  /** Points given over these rounds; known to the two partners only. */
  readonly gave: number;
  readonly got: number;
  /** Pact limit of the full side. */
  readonly limit: number;
  /** Firms with which a mutual wish for a pact came to nothing meanwhile. Plans are secret, so this is too. */
  readonly missed: readonly Seat[];
}

/**
 * Dead pacts, longest first: unkept for three rounds or more after signing, while one side was at its pact limit and
 * could make no other.
 */
export function deadPacts({ rounds }: Chronicle): readonly DeadPact[] {
  const open = new Map<string, DeadPact>();
  const found: DeadPact[] = [];
  for (const played of rounds) {
    const still = new Set<string>();
    for (const exchange of exchangesIn(played)) {
      for (const full of [exchange.a, exchange.b]) {
        if (exchange.kept || exchange.since === played.round || !isFull(played, full)) continue;
        const partner = full === exchange.a ? exchange.b : exchange.a;
        const key = `${full} ${partner}`;
        still.add(key);
        open.set(key, lasting(open.get(key), played, exchange, full, partner));
      }
    }
    for (const [key, dead] of open) {
      if (still.has(key)) continue;
      found.push(dead);
      open.delete(key);
    }
  }
  const long = [...found, ...open.values()].filter(({ from, to }) => to - from + 1 >= DEAD_ROUNDS);
  // The sort is stable: of equally long pacts, earlier ones stay first.
  const longestFirst = long.sort((one, other) => other.to - other.from - (one.to - one.from));
  // A pact whose two sides were both full is listed once.
  return longestFirst.filter(
    ({ full, partner }, index) =>
      longestFirst.findIndex(
        (each) => [each.full, each.partner].toSorted().join() === [full, partner].toSorted().join(),
      ) === index,
  );
}

function isFull({ after }: PlayedRound, seat: Seat): boolean {
  return pactRoom(after, seat) <= 0;
}

function lasting(
  known: DeadPact | undefined,
  played: PlayedRound,
  { a, given, received }: Exchange,
  full: Seat,
  partner: Seat,
): DeadPact {
  const { round, after, plans } = played;
  const wished = pactChangeIn(plans[full]?.plan).wishes.filter(
    (other) => pactChangeIn(plans[other]?.plan).wishes.includes(full) && !hasPact(after.pacts, full, other),
  );
  const [gave, got] = a === full ? [given, received] : [received, given];
  return {
    full,
    partner,
    from: known?.from ?? round,
    to: round,
    gave: (known?.gave ?? 0) + gave,
    got: (known?.got ?? 0) + got,
    limit: mostPacts(after.parameters, at(after.firms, full).foreignStakes),
    missed: [...new Set([...(known?.missed ?? []), ...wished])],
  };
}
