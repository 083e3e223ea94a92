/** Many districts, and their means: what `npm run simulate` prints. */

import type { Figure } from '../engine/figure-reading.ts';
import { given } from '../engine/given.ts';
import { meanOf } from '../statistics.ts';
import type { DealKind } from './deals.ts';
import { type FirmFacts, type GameFacts, type GameQuestion, playGame } from './game-facts.ts';

export { dealPolicies } from './populations.ts';

export interface SweepOptions extends GameQuestion {
  readonly games: number;
  /** Seed of the first game; each further game has the next. */
  readonly seed: number;
  readonly onGame?: (played: number) => void;
}

/** Over the games with such a firm, in each of them over these firms: a game with many counts no more than one with one. */
export interface PolicyMeans {
  readonly finalScore: number;
  readonly worstFinalScore: number;
  readonly scoreByRound: readonly number[];
  readonly incomeByRound: readonly number[];
  /** Per firm. */
  readonly failures: number;
}

export interface DealMeans {
  /** Share of games with one or more. */
  readonly games: number;
  readonly perRound: readonly number[];
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
    readonly deals: Readonly<Record<DealKind, DealMeans>>;
    /** Score one sharing firm would gain at once by a year of nothing but trade, by round; only where asked for. */
    readonly temptation?: readonly number[];
  };
}

export function sweep(options: SweepOptions): SweepResult {
  return meansOf(
    Array.from({ length: options.games }, (_, game) => {
      const facts = playGame(options, options.seed + game);
      options.onGame?.(game + 1);
      return facts;
    }),
  );
}

/** The same for the same games in the same order, wherever they were played. */
export function meansOf(games: readonly GameFacts[]): SweepResult {
  const share = (figure: Figure) => meanOf(games, (game) => (game.figure === figure ? 1 : 0));
  const deals = (kind: DealKind): DealMeans => ({
    games: meanOf(games, (game) => (game.deals.some((made) => made[kind] > 0) ? 1 : 0)),
    perRound: meansByRound(games.map((game) => game.deals.map((made) => made[kind]))),
  });
  const resilience = meanOf(games, (game) => game.resilience);
  const gains = games.flatMap(({ temptation }) => (temptation === undefined ? [] : [temptation]));
  return {
    games: games.length,
    rounds: games.at(-1)?.rounds ?? 0,
    policies: policyMeans(games),
    universities: { finalScore: meanOf(games, ({ scores }) => scores.university) },
    bureau: { finalScore: meanOf(games, ({ scores }) => scores.bureau) },
    bez: { finalScore: meanOf(games, ({ scores }) => scores.commission) },
    district: {
      innovation: meanOf(games, ({ innovation }) => innovation),
      resilience: Number.isNaN(resilience) ? undefined : resilience,
      tradeShare: meanOf(games, ({ tradeShare }) => tradeShare),
      incomeByRound: meansByRound(games.map(({ incomeByRound }) => incomeByRound)),
      figures: { '2': share('2'), '3': share('3'), '4': share('4') },
      deals: {
        pact: deals('pact'),
        merger: deals('merger'),
        leave: deals('leave'),
        loan: deals('loan'),
        venture: deals('venture'),
        foreign: deals('foreign'),
        listed: deals('listed'),
      },
      ...given({ temptation: gains.length === 0 ? undefined : meansByRound(gains) }),
    },
  };
}

function policyMeans(games: readonly GameFacts[]): Readonly<Record<string, PolicyMeans>> {
  const names = new Set(games.flatMap(({ firms }) => firms.map(({ policy }) => policy)));
  return Object.fromEntries(
    [...names].map((name) => {
      const played = games.map(({ firms }) => firms.filter(({ policy }) => policy === name));
      const met = played.filter((firms) => firms.length > 0);
      const means: PolicyMeans = {
        finalScore: meanOf(met, (firms) => meanOf(firms, finalScore)),
        worstFinalScore: meanOf(met, (firms) => Math.min(...firms.map(finalScore))),
        scoreByRound: meansByRound(met.map((firms) => meansByRound(firms.map(({ scoreByRound }) => scoreByRound)))),
        incomeByRound: meansByRound(met.map((firms) => meansByRound(firms.map(({ incomeByRound }) => incomeByRound)))),
        failures: meanOf(met, (firms) => meanOf(firms, ({ failures }) => failures)),
      };
      return [name, means];
    }),
  );
}

function finalScore({ scoreByRound }: FirmFacts): number {
  return scoreByRound.at(-1) ?? Number.NaN;
}

function meansByRound(series: readonly (readonly number[])[]): readonly number[] {
  return (series[0] ?? []).map((_, round) => meanOf(series, (one) => one[round] ?? 0));
}
