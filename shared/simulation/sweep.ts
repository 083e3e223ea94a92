/** Plays many districts and takes their means, as `npm run simulate` prints them. */

import { FIGURES, type Figure } from '../engine/figure-reading.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import { recordOf } from '../engine/record-of.ts';
import { meanOf } from '../statistics.ts';
import { DEAL_KINDS, type DealKind } from './deals.ts';
import { type FirmFacts, type GameFacts, type GameQuestion, playGame } from './game-facts.ts';

export { dealPolicies } from './populations.ts';

export interface SweepOptions extends GameQuestion {
  readonly games: number;
  /** Seed of the first game; each further game has the next one. */
  readonly seed: number;
  readonly onGame?: (played: number) => void;
}

/** Means over the games that have a firm of the policy. Each game counts once, however many such firms it has. */
export interface PolicyMeans {
  readonly finalScore: number;
  readonly worstFinalScore: number;
  readonly scoreByRound: readonly number[];
  readonly incomeByRound: readonly number[];
  /** Failures per firm. */
  readonly failures: number;
}

export interface DealMeans {
  /** Share of games with at least one. */
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
    /** Share of games that ended as each figure. */
    readonly figures: Readonly<Record<Figure, number>>;
    readonly deals: Readonly<Record<DealKind, DealMeans>>;
    /** Score that one sharing firm would gain at once by a year of pure trade, by round; only on request. */
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

/** Independent of where the games were played: the means depend only on games and their order. */
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
      figures: recordOf(FIGURES, share),
      deals: recordOf(DEAL_KINDS, deals),
      ...omitUndefined({ temptation: gains.length === 0 ? undefined : meansByRound(gains) }),
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
