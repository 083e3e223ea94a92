/**
 * How much one year's plan matters: in a mixed street, a seat of each role tries every alternative of a year, then
 * plays on as its bot does.
 */
import type { ActorKind, Seat } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import type { Plan } from '../engine/plans.ts';
import { at } from '../engine/queries.ts';
import { draw } from '../engine/random.ts';
import type { DistrictState } from '../engine/state.ts';
import { meanOf } from '../statistics.ts';
import { alternativesFor, MATTERS, type Matter } from './alternatives.ts';
import { endsAfter } from './ends.ts';
import type { Match } from './match.ts';
import { scoreAt } from './measures.ts';

/** `firm`: non-state and independent. `taken`: absorbed by command. */
export const ROLES = ['firm', 'taken', 'university', 'bureau', 'commission'] as const;
export type Role = (typeof ROLES)[number];

/** One seat in one year: each alternative, and the final score and figure it led to. */
export interface Case {
  readonly role: Role;
  readonly matter: Matter;
  readonly round: number;
  /** Score that the seat's own plan gained in that year. */
  readonly year: number;
  readonly ends: readonly End[];
}

interface End {
  readonly option: string;
  readonly score: number;
  readonly figure: Figure | undefined;
}

/** Rounds 4, 8 and 11 of twelve. */
export function yearsAsked(rounds: number): readonly number[] {
  return [Math.round(rounds / 3), Math.round((2 * rounds) / 3), rounds - 1];
}

/** Plays one game to its end and returns its cases. Calls `onBranch` after each alternative. */
export function casesOf(match: Match, onBranch?: () => void): readonly Case[] {
  const cases: Case[] = [];
  const asked = yearsAsked(match.state.parameters.rounds);
  while (match.state.phase !== 'ended') {
    const plans = match.plans();
    if (asked.includes(match.state.round)) {
      const endAfter = endsAfter(match);
      cases.push(...ROLES.flatMap((role) => casesIn(match, plans, role, endAfter, onBranch)));
    }
    match.playRound(plans);
  }
  return cases;
}

function casesIn(
  match: Match,
  plans: readonly Plan[],
  role: Role,
  endAfter: ReturnType<typeof endsAfter>,
  onBranch?: () => void,
): readonly Case[] {
  const { state } = match;
  const seat = seatOf(state, role);
  if (seat === undefined) return [];
  const before = state.history.length === 0 ? 0 : scoreAt(state, seat);
  const year = scoreAt(match.tryRound(plans), seat) - before;
  const alternatives = alternativesFor(state, plans, seat);
  return MATTERS.flatMap((matter) => {
    const options = Object.entries(alternatives[matter] ?? {});
    if (options.length === 0) return [];
    const ends = options.map(([option, plan]): End => {
      const final = endAfter(plans.map((own, other) => (other === seat ? plan : own)));
      onBranch?.();
      return { option, score: scoreAt(final, seat), figure: final.history.at(-1)?.figure.figure };
    });
    return [{ role, matter, round: state.round, year, ends }];
  });
}

const KINDS = {
  firm: 'firm',
  taken: 'firm',
  university: 'university',
  bureau: 'bureau',
  commission: 'commission',
} as const satisfies Readonly<Record<Role, ActorKind>>;

/** A seat that has the role now, drawn by the district's seed. */
function seatOf({ actors, firms, seed, round }: DistrictState, role: Role): Seat | undefined {
  const seats = actors.flatMap(({ seat, kind, parent }) => {
    if (kind !== KINDS[role]) return [];
    if (role === 'firm') return parent === undefined && at(firms, seat).owner === undefined ? [seat] : [];
    return role === 'taken' && !at(firms, seat).forced ? [] : [seat];
  });
  return seats[Math.floor(draw(seed, 'asked', role, round) * seats.length)];
}

export interface Weighed {
  readonly option: string;
  /** Share of cases in which the option was best, and its mean loss of score against the best where it was possible. */
  readonly best: number;
  readonly loss: number;
}

export interface Weight {
  readonly cases: number;
  /** Sorted by how often they were best. */
  readonly options: readonly Weighed[];
  /** Mean difference of final score between best and worst. */
  readonly stake: number;
  /** The same, relative to a year's gain. */
  readonly ofYear: number;
  /** Loss of the second best option as a share of the stake, over cases with a stake. */
  readonly nextLoses: number;
  /** Share of cases in which the choice changes the final figure. */
  readonly figure: number;
}

export function weigh(cases: readonly Case[]): Weight {
  const names = [...new Set(cases.flatMap(({ ends }) => ends.map(({ option }) => option)))];
  const stake = meanOf(cases, stakeOf);
  return {
    cases: cases.length,
    options: names.map((option) => weighed(cases, option)).toSorted((one, other) => other.best - one.best),
    stake,
    ofYear: stake / meanOf(cases, ({ year }) => Math.abs(year)),
    nextLoses: meanOf(
      cases.filter((one) => stakeOf(one) > 0),
      (one) => (bestOf(one) - nextOf(one)) / stakeOf(one),
    ),
    figure: meanOf(cases, ({ ends }) => (new Set(ends.map(({ figure }) => figure)).size > 1 ? 1 : 0)),
  };
}

function weighed(cases: readonly Case[], option: string): Weighed {
  const open = cases.flatMap((one) => {
    const end = one.ends.find((each) => each.option === option);
    return end === undefined ? [] : [bestOf(one) - end.score];
  });
  return { option, best: open.filter((loss) => loss === 0).length / cases.length, loss: meanOf(open, (loss) => loss) };
}

function bestOf({ ends }: Case): number {
  return Math.max(...ends.map(({ score }) => score));
}

/** The best among options with another final score than the best one. */
function nextOf(one: Case): number {
  const best = bestOf(one);
  return Math.max(...one.ends.flatMap(({ score }) => (score < best ? [score] : [])));
}

function stakeOf(one: Case): number {
  return bestOf(one) - Math.min(...one.ends.map(({ score }) => score));
}
