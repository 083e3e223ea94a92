/** P7 to P9 and P14: how money, government, universities and law change a street that could cooperate. */
import { at, seatsOf } from '../../engine/queries.ts';
import type { Force } from '../match.ts';
import { mean, scoreAt, tradeShareOf } from '../measures.ts';
import { deviantScore, othersScore } from './dilemma.ts';
import { type Game, innovation, type Laboratory, over, type Population } from './laboratory.ts';
import type { Check, Prediction } from './prediction.ts';

// --- P7 ------------------------------------------------------------------------------------------------------------

const LOANS: Population = { firms: ['survival-first-with-loans'] };
const NO_CAPITAL: Population = { firms: ['survival-first'] };
const VENTURE: Population = { firms: ['survival-first-with-venture'], bez: 'fund' };
/** A poor start: this share of the scenario's cash, rounded to whole units. */
const POOR_SHARE = 7 / 12;

/** A cooperator that puts into research what it would otherwise trade. */
const pureInnovator: Force = (_seat, _round, own) => {
  const plan = own();
  return plan.kind === 'firm' ? { ...plan, trade: 0, research: plan.research + plan.trade } : plan;
};

const p7: Prediction = {
  id: 'P7',
  sentence: 'Loans push firms into trade, venture capital frees them to innovate; without any trade they fail',
  check: (lab) => {
    const tradeShare = (population: Population) => over(lab.population(population), (game) => tradeShareOf(game.final));
    const innovates = (population: Population) => over(lab.population(population), innovation);
    const startCash = Math.round(lab.parameters.startCash * POOR_SHARE);
    const poor = (population: Population) => innovates({ ...population, parameters: { startCash } });
    const pure = lab.population({ firms: ['cooperate'], force: () => pureInnovator });
    const failures = (game: Game) =>
      mean(seatsOf(game.final.actors, 'firm').map((seat) => at(game.final.firms, seat).failures));
    return [
      {
        what: 'loans ÷ venture capital, trade share',
        figure: tradeShare(LOANS) / tradeShare(VENTURE),
        threshold: { moreThan: 1.15 },
      },
      {
        what: 'venture capital ÷ loans, innovation',
        figure: innovates(VENTURE) / innovates(LOANS),
        threshold: { moreThan: 1.15 },
      },
      {
        what: `no capital ÷ loans, innovation, cash ${startCash} at the start`,
        figure: poor(NO_CAPITAL) / poor(LOANS),
        threshold: { moreThan: 1 },
      },
      {
        what: `venture capital ÷ none, innovation, cash ${startCash} at the start`,
        figure: poor(VENTURE) / poor(NO_CAPITAL),
        threshold: { moreThan: 1 },
      },
      { what: 'failures of a firm that never trades', figure: over(pure, failures), threshold: { moreThan: 0.8 } },
    ];
  },
};

// --- P8 ------------------------------------------------------------------------------------------------------------

export const MIXED = ['partner-choosing', 'tit-for-tat', 'opportunist', 'solo'];

const p8: Prediction = {
  id: 'P8',
  sentence: 'A commanding bureau gains early, an enabling one in the end, and its district innovates more',
  check: (lab) => {
    const { early } = lab.milestones;
    const bureauScore = (round?: number) => (game: Game) =>
      mean(seatsOf(game.final.actors, 'bureau').map((seat) => scoreAt(game.final, seat, round)));
    const compare = (name: string, firms: readonly string[], total: number): readonly Check[] => {
      const command = lab.population({ firms, bureau: 'command' });
      const enable = lab.population({ firms, bureau: 'enable' });
      return [
        {
          what: `${name}: command ÷ enable, rounds 1 to ${early}`,
          figure: over(command, bureauScore(early)) / over(enable, bureauScore(early)),
          threshold: { atLeast: 1.05 },
        },
        {
          what: `${name}: enable ÷ command, total`,
          figure: over(enable, bureauScore()) / over(command, bureauScore()),
          threshold: { atLeast: total },
        },
        {
          what: `${name}: enable ÷ command, innovation`,
          figure: over(enable, innovation) / over(command, innovation),
          threshold: { atLeast: 1.1 },
        },
      ];
    };
    return [
      ...compare('tit-for-tat', ['tit-for-tat'], 1.05),
      ...compare('survival-first', ['survival-first'], 1.05),
      ...compare('mixed', MIXED, 0.95),
    ];
  },
};

// --- P9 ------------------------------------------------------------------------------------------------------------

/** Mean score of the universities over the tit-for-tat and the survival-first district. */
function universityScore(lab: Laboratory, policy: string, round?: number): number {
  const score = (game: Game) =>
    mean(seatsOf(game.final.actors, 'university').map((seat) => scoreAt(game.final, seat, round)));
  return mean(
    ['tit-for-tat', 'survival-first'].map((firm) =>
      over(lab.population({ firms: [firm], universities: policy }), score),
    ),
  );
}

const p9: Prediction = {
  id: 'P9',
  sentence: 'Universities that open their labs are behind at first and ahead in total',
  check: (lab) => {
    const best = (round?: number) =>
      Math.max(...['publish', 'outside', 'shelter'].map((policy) => universityScore(lab, policy, round)));
    return [
      {
        what: 'open ÷ best other, after two rounds',
        figure: universityScore(lab, 'open', 2) / best(2),
        threshold: { atMost: 0.85 },
      },
      { what: 'open ÷ best other, total', figure: universityScore(lab, 'open') / best(), threshold: { atLeast: 1.1 } },
    ];
  },
};

// --- P14 -----------------------------------------------------------------------------------------------------------

const p14: Prediction = {
  id: 'P14',
  sentence: 'Law takes the profit out of defecting: under enabling governments a lone defector falls further behind',
  check: (lab) => {
    const standing = (governments: object) => {
      const games = lab.population({ firms: ['cooperate'], deviant: 'opportunist', ...governments });
      return over(games, deviantScore) / over(games, othersScore);
    };
    const change = standing({ bureau: 'enable', bez: 'enable' }) - standing({});
    return [
      {
        what: 'defector ÷ cooperators, final score, under enabling less idle governments',
        figure: change,
        threshold: { lessThan: 0 },
      },
    ];
  },
};

export const institutions: readonly Prediction[] = [p7, p8, p9, p14];
