/** Many districts, and their means: what `npm run simulate` prints. */

import type { Figure } from '../engine/figure-reading.ts';
import type { Parameters } from '../engine/parameters.ts';
import { draw } from '../engine/random.ts';
import type { RosterEntry, Scenario } from '../engine/scenario.ts';
import type { DistrictState } from '../engine/state.ts';
import { Match } from './match.ts';
import { innovationOf, resilienceOf, scoreAt, seatsOf, tradeShareOf } from './measures.ts';

export interface SweepOptions {
  readonly scenario: Scenario;
  readonly games: number;
  /** Of the first game; each further game has the next. */
  readonly seed: number;
  /** Dealt round the firms, shuffled per game. */
  readonly firms: readonly string[];
  readonly universities: string;
  readonly bureau: string;
  readonly bez: string;
  readonly parameters?: Partial<Parameters>;
  readonly onGame?: (played: number) => void;
}

export interface PolicyMeans {
  readonly finalScore: number;
  readonly worstFinalScore: number;
  readonly scoreByRound: readonly number[];
  readonly incomeByRound: readonly number[];
  /** Per firm and game. */
  readonly failures: number;
}

export interface SweepResult {
  readonly games: number;
  readonly rounds: number;
  readonly policies: Readonly<Record<string, PolicyMeans>>;
  readonly universities: { readonly finalScore: number };
  readonly bureau: { readonly finalScore: number };
  readonly bez: { readonly finalScore: number };
  readonly district: {
    readonly innovation: number;
    readonly resilience: number | undefined;
    readonly tradeShare: number;
    readonly incomeByRound: readonly number[];
    /** Share of games that ended as each of the paper's figures. */
    readonly figures: Readonly<Record<Figure, number>>;
  };
}

/** Policies by seat: the list dealt round the firms and shuffled for this game. From a longer list each has its turn. */
export function dealPolicies(
  roster: readonly RosterEntry[],
  seed: number,
  { firms, universities, bureau, bez }: Pick<SweepOptions, 'firms' | 'universities' | 'bureau' | 'bez'>,
): readonly string[] {
  const count = roster.filter((entry) => entry.kind === 'firm').length;
  const size = Math.max(count, firms.length);
  const hand = Array.from({ length: size }, (_, place) => firms[place % firms.length] ?? '');
  for (let place = size - 1; place > 0; place--) {
    const other = Math.floor(draw(seed, 'deal', place) * (place + 1));
    const moved = hand[place] ?? '';
    hand[place] = hand[other] ?? '';
    hand[other] = moved;
  }
  return roster.map(({ kind }) => {
    if (kind === 'firm') return hand.pop() ?? '';
    if (kind === 'university') return universities;
    return kind === 'bureau' ? bureau : bez;
  });
}

export function sweep(options: SweepOptions): SweepResult {
  const { scenario, games, parameters } = options;
  const means = new Means();
  for (let game = 0; game < games; game++) {
    const seed = options.seed + game;
    const policies = dealPolicies(scenario.roster, seed, options);
    const match = new Match({ scenario, seed, policies, ...(parameters === undefined ? {} : { parameters }) });
    means.add(match.playToEnd(), policies);
    options.onGame?.(game + 1);
  }
  return means.result();
}

interface PolicySums {
  finalScore: number;
  worstFinalScore: number;
  failures: number;
  firms: number;
  games: number;
  readonly scoreByRound: number[];
  readonly incomeByRound: number[];
}

class Means {
  #games = 0;
  #rounds = 0;
  #innovation = 0;
  #resilience = 0;
  #tradeShare = 0;
  readonly #policies = new Map<string, PolicySums>();
  readonly #scores = { university: 0, bureau: 0, commission: 0 };
  readonly #incomeByRound: number[] = [];
  readonly #figures = new Map<Figure, number>();

  add(final: DistrictState, policies: readonly string[]): void {
    this.#games += 1;
    this.#rounds = final.history.length;
    this.#innovation += innovationOf(final);
    this.#resilience += resilienceOf(final);
    this.#tradeShare += tradeShareOf(final);
    for (const [index, round] of final.history.entries()) addAt(this.#incomeByRound, index, round.income);
    const figure = final.history.at(-1)?.figure.figure;
    if (figure !== undefined) this.#figures.set(figure, (this.#figures.get(figure) ?? 0) + 1);
    for (const kind of ['university', 'bureau', 'commission'] as const) {
      const seats = seatsOf(final, kind);
      for (const seat of seats) this.#scores[kind] += scoreAt(final, seat) / seats.length;
    }
    for (const name of new Set(policies)) this.#addPolicy(final, name, policies);
  }

  #addPolicy(final: DistrictState, name: string, policies: readonly string[]): void {
    const seats = seatsOf(final, 'firm').filter((seat) => policies[seat] === name);
    if (seats.length === 0) return;
    const sums = this.#policies.get(name) ?? emptySums();
    this.#policies.set(name, sums);
    let worst = Number.POSITIVE_INFINITY;
    for (const seat of seats) {
      const score = scoreAt(final, seat);
      worst = Math.min(worst, score);
      sums.finalScore += score;
      sums.failures += final.firms[seat]?.failures ?? 0;
      for (const [index, round] of final.history.entries()) {
        addAt(sums.scoreByRound, index, round.scores[seat] ?? 0);
        addAt(sums.incomeByRound, index, round.incomeBySeat[seat] ?? 0);
      }
    }
    sums.firms += seats.length;
    sums.games += 1;
    sums.worstFinalScore += worst;
  }

  result(): SweepResult {
    const games = this.#games;
    const policies: Record<string, PolicyMeans> = {};
    for (const [name, sums] of this.#policies) {
      policies[name] = {
        finalScore: sums.finalScore / sums.firms,
        worstFinalScore: sums.worstFinalScore / sums.games,
        scoreByRound: sums.scoreByRound.map((total) => total / sums.firms),
        incomeByRound: sums.incomeByRound.map((total) => total / sums.firms),
        failures: sums.failures / sums.firms,
      };
    }
    const share = (figure: Figure) => (this.#figures.get(figure) ?? 0) / games;
    const resilience = this.#resilience / games;
    return {
      games,
      rounds: this.#rounds,
      policies,
      universities: { finalScore: this.#scores.university / games },
      bureau: { finalScore: this.#scores.bureau / games },
      bez: { finalScore: this.#scores.commission / games },
      district: {
        innovation: this.#innovation / games,
        resilience: Number.isNaN(resilience) ? undefined : resilience,
        tradeShare: this.#tradeShare / games,
        incomeByRound: this.#incomeByRound.map((total) => total / games),
        figures: { '2': share('2'), '3': share('3'), '4': share('4') },
      },
    };
  }
}

function emptySums(): PolicySums {
  return {
    finalScore: 0,
    worstFinalScore: 0,
    failures: 0,
    firms: 0,
    games: 0,
    scoreByRound: [],
    incomeByRound: [],
  };
}

function addAt(list: number[], index: number, value: number): void {
  list[index] = (list[index] ?? 0) + value;
}
