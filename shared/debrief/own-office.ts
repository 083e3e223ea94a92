/** An office's whole game: its main instrument, the firms it took by command, the firms it certified. */
import type { Seat } from '../engine/actors.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import { POLICY_INSTRUMENTS, type PolicyInstrument } from '../engine/plans.ts';
import { at, seatsOf } from '../engine/queries.ts';
import { scoreOf } from '../engine/score.ts';
import { meanOf } from '../statistics.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';
import { exchangesOf } from './pacts.ts';

export interface Certified {
  readonly seat: Seat;
  readonly years: number;
  /** Pact-years of these firms past the signing year, and how many both sides kept. */
  readonly pacts: number;
  readonly kept: number;
}

export interface OfficeStory {
  readonly use?: { readonly instrument: PolicyInstrument; readonly points: number };
  readonly took: readonly Seat[];
  /** The taken firms that were independent at the end, with the year in which each last left. */
  readonly freed: readonly { readonly seat: Seat; readonly round: number }[];
  /** Mean final score of the taken firms and of all others. */
  readonly ends?: { readonly taken: number; readonly others: number };
  /** The Commission's certified firms, longest held first. */
  readonly certified?: readonly Certified[];
}

export function officeOf({ rounds, final }: Chronicle, seat: Seat): OfficeStory {
  const took = tookIn(rounds, seat);
  const freed = took.flatMap((firm) => {
    const left = rounds.findLast(({ events }) =>
      events.some((event) => event.type === 'FirmLeft' && event.firm === firm),
    );
    return left === undefined || at(final.firms, firm).owner !== undefined ? [] : [{ seat: firm, round: left.round }];
  });
  const firms = seatsOf(final.actors, 'firm');
  const others = firms.filter((firm) => !took.includes(firm));
  const mean = (seats: readonly Seat[]) => meanOf(seats, (firm) => scoreOf(final, firm));
  const ends = took.length === 0 || others.length === 0 ? undefined : { taken: mean(took), others: mean(others) };
  const certified = at(final.actors, seat).kind === 'commission' ? certifiedIn(rounds, firms) : undefined;
  return { took, freed, ...omitUndefined({ use: largestUse(rounds, seat), ends, certified }) };
}

function largestUse(rounds: readonly PlayedRound[], seat: Seat): OfficeStory['use'] {
  const spent = rounds.flatMap((round) => spentBy(round, seat));
  const [use] = POLICY_INSTRUMENTS.map((instrument) => ({
    instrument,
    points: spent.reduce((sum, { points }) => sum + points[instrument], 0),
  })).toSorted((one, two) => two.points - one.points);
  return use?.points === 0 ? undefined : use;
}

function spentBy({ events }: PlayedRound, seat: Seat) {
  return events.flatMap((event) => (event.type === 'PolicyMade' ? event.spent.filter((one) => one.seat === seat) : []));
}

function tookIn(rounds: readonly PlayedRound[], seat: Seat): readonly Seat[] {
  const took = rounds.flatMap((round) => {
    const ordered = spentBy(round, seat).some(({ points }) => points.command > 0);
    return round.events.flatMap((event) => (ordered && event.type === 'FirmAbsorbed' ? [event.firm] : []));
  });
  return [...new Set(took)];
}

function certifiedIn(rounds: readonly PlayedRound[], firms: readonly Seat[]): readonly Certified[] {
  return firms
    .map((seat) => {
      const years = rounds.filter(({ after }) => after.listed?.includes(seat));
      const pacts = years.flatMap((played) => exchangesOf(played, seat).filter(({ since }) => since < played.round));
      return { seat, years: years.length, pacts: pacts.length, kept: pacts.filter(({ kept }) => kept).length };
    })
    .filter(({ years }) => years > 0)
    .toSorted((one, two) => two.years - one.years);
}
