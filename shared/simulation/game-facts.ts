/**
 * What a sweep keeps of each game: plain numbers. So games can be played on any number of threads, and their means are
 * taken in the order of seeds.
 */

import type { Seat } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import { finalFigure } from '../engine/figures.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { Parameters } from '../engine/parameters.ts';
import { at, numberAt, seatsOf } from '../engine/queries.ts';
import { draw } from '../engine/random.ts';
import type { RosterEntry, Scenario } from '../engine/scenario.ts';
import type { DistrictState } from '../engine/state.ts';
import { type DealKind, dealsIn } from './deals.ts';
import { Match } from './match.ts';
import { innovationOf, resilienceOf, scoreAt, tradeShareOf } from './measures.ts';
import { dealPolicies, type Population } from './populations.ts';
import { temptation } from './temptation.ts';

export interface GameQuestion extends Population {
  readonly scenario: Scenario;
  readonly roster?: readonly RosterEntry[];
  readonly parameters?: Partial<Parameters>;
  /** Also computes temptation, the gain of one sharing firm from a year of pure trade. It takes time. */
  readonly temptation?: boolean;
}

export interface FirmFacts {
  readonly policy: string;
  readonly failures: number;
  readonly scoreByRound: readonly number[];
  readonly incomeByRound: readonly number[];
}

export interface GameFacts {
  readonly rounds: number;
  readonly firms: readonly FirmFacts[];
  /** Mean final score per kind of seat; 0 without such seats. */
  readonly scores: Readonly<Record<'university' | 'bureau' | 'commission', number>>;
  readonly innovation: number;
  /** NaN if the game was too short. */
  readonly resilience: number;
  readonly tradeShare: number;
  readonly incomeByRound: readonly number[];
  readonly figure: Figure | undefined;
  /** Number of deals by round and kind. */
  readonly deals: readonly Readonly<Record<DealKind, number>>[];
  readonly temptation?: readonly number[];
}

export function playGame(question: GameQuestion, seed: number): GameFacts {
  const { scenario, roster = scenario.roster, parameters } = question;
  const policies = dealPolicies(roster, seed, question);
  const match = new Match({ scenario, roster, seed, policies, ...omitUndefined({ parameters }) });
  const deals: Readonly<Record<DealKind, number>>[] = [];
  const gains: number[] = [];
  while (match.state.phase !== 'ended') {
    if (question.temptation === true) gains.push(temptationNow(match, seed));
    deals.push(dealsIn(match.playRound()));
  }
  const facts = factsOf(match.state, policies, deals);
  return question.temptation === true ? { ...facts, temptation: gains } : facts;
}

/** Temptation of one firm drawn from those that share this round, or of any firm if none does. */
function temptationNow(match: Match, seed: number): number {
  const plans = match.plans();
  const firms = seatsOf(match.state.actors, 'firm');
  const sharing = firms.filter((seat) => {
    const plan = plans[seat];
    return plan?.kind === 'firm' && plan.shares.length > 0;
  });
  const asked = sharing.length === 0 ? firms : sharing;
  const tempted = asked[Math.floor(draw(seed, 'tempted', match.state.round) * asked.length)];
  return tempted === undefined ? 0 : temptation(match, tempted);
}

function factsOf(final: DistrictState, policies: readonly string[], deals: GameFacts['deals']): GameFacts {
  const firm = (seat: Seat): FirmFacts => ({
    policy: policies[seat] ?? '',
    failures: at(final.firms, seat).failures,
    scoreByRound: final.history.map(({ scores }) => numberAt(scores, seat)),
    incomeByRound: final.history.map(({ incomeBySeat }) => numberAt(incomeBySeat, seat)),
  });
  const score = (kind: 'university' | 'bureau' | 'commission') => {
    const seats = seatsOf(final.actors, kind);
    let total = 0;
    for (const seat of seats) total += scoreAt(final, seat) / seats.length;
    return total;
  };
  return {
    rounds: final.history.length,
    firms: seatsOf(final.actors, 'firm').map(firm),
    scores: { university: score('university'), bureau: score('bureau'), commission: score('commission') },
    innovation: innovationOf(final),
    resilience: resilienceOf(final),
    tradeShare: tradeShareOf(final),
    incomeByRound: final.history.map(({ income }) => income),
    figure: finalFigure(final),
    deals,
  };
}
