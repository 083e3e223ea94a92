/** P3 to P6 and P15: network against merger against trade, before and after demand turns to variety. */
import type { Figure } from '../../engine/figure-reading.ts';
import { seatsOf, withoutShock } from '../../engine/queries.ts';
import { districtIncome, mean, resilienceOf, scoreAt } from '../measures.ts';
import { meanScore } from './dilemma.ts';
import { endsAs, type Game, innovation, type Laboratory, over, overPairs } from './laboratory.ts';
import type { Check, Prediction } from './prediction.ts';

const COOPERATE = { firms: ['cooperate'] };
const MERGE = { firms: ['merger'] };
const MERGE_RESEARCH = { firms: ['merger-rd'] };

const worstScore = (game: Game) =>
  Math.min(...seatsOf(game.final.actors, 'firm').map((seat) => scoreAt(game.final, seat)));
const scoreAfter = (round: number) => (game: Game) =>
  mean(seatsOf(game.final.actors, 'firm').map((seat) => scoreAt(game.final, seat, round)));

const p3: Prediction = {
  id: 'P3',
  sentence:
    'A cooperating district ends ahead of traders and of mergers, and leaves its worst member no poorer than those',
  check: (lab) => {
    const cooperate = lab.population(COOPERATE);
    const trade = over(lab.population({ firms: ['trader'] }), meanScore);
    const merged = Math.max(over(lab.population(MERGE), meanScore), over(lab.population(MERGE_RESEARCH), meanScore));
    return [
      {
        what: 'cooperate ÷ trade, final score',
        figure: over(cooperate, meanScore) / trade,
        threshold: { atLeast: 1.5 },
      },
      {
        what: 'cooperate ÷ best merge, final score',
        figure: over(cooperate, meanScore) / merged,
        threshold: { atLeast: 1.25 },
      },
      {
        what: 'worst cooperator ÷ mean of merge',
        figure: over(cooperate, worstScore) / merged,
        threshold: { atLeast: 0.95 },
      },
    ];
  },
};

const p4: Prediction = {
  id: 'P4',
  sentence: 'A cooperating district innovates more than a merged one, even one that favours research',
  check: (lab) => {
    const cooperate = over(lab.population(COOPERATE), innovation);
    return [
      {
        what: 'cooperate ÷ merge, innovation',
        figure: cooperate / over(lab.population(MERGE), innovation),
        threshold: { atLeast: 1.5 },
      },
      {
        what: 'cooperate ÷ merge with research',
        figure: cooperate / over(lab.population(MERGE_RESEARCH), innovation),
        threshold: { atLeast: 1.5 },
      },
    ];
  },
};

const p5: Prediction = {
  id: 'P5',
  sentence: 'Merging leads early, and without the shock it would stay closer',
  check: (lab) => {
    const { early, beforeShock } = lab.milestones;
    const earlyIncome = (game: Game) => districtIncome(game.final, 1, early) / early / lab.firms;
    const noShock = { parameters: withoutShock(lab.parameters) };
    const ratio = (extra: object) =>
      over(lab.population({ ...MERGE, ...extra }), meanScore) /
      over(lab.population({ ...COOPERATE, ...extra }), meanScore);
    const lateScore = scoreAfter(beforeShock);
    const lateLead = over(lab.population(MERGE), lateScore) / over(lab.population(COOPERATE), lateScore);
    return [
      {
        what: `merge less cooperate, income a firm and round, rounds 1 to ${early}`,
        figure: over(lab.population(MERGE), earlyIncome) - over(lab.population(COOPERATE), earlyIncome),
        threshold: { atLeast: 1 },
      },
      { what: `merge ÷ cooperate, score after round ${beforeShock}`, figure: lateLead, threshold: { atLeast: 1.1 } },
      {
        what: 'merge ÷ cooperate at the end, without the shock less with it',
        figure: ratio(noShock) - ratio({}),
        threshold: { atLeast: 0.15 },
      },
    ];
  },
};

/** Share of its income that a district keeps over the two rounds of disarray. */
function keptIncome(lab: Laboratory, population: { readonly firms: readonly string[] }): number {
  const falterAfter = lab.milestones.turn;
  const faltering = lab.population({ ...population, falterAfter });
  const income = (game: Game) => districtIncome(game.final, falterAfter + 1, falterAfter + 2);
  return overPairs(faltering, lab.population(population), (one, other) => income(one) / income(other));
}

const p6: Prediction = {
  id: 'P6',
  sentence: 'A network weathers the shock and a faltering hub; merged giants do not',
  check: (lab) => [
    {
      what: 'resilience, cooperate',
      figure: over(lab.population(COOPERATE), (game) => resilienceOf(game.final)),
      threshold: { atLeast: 1 },
    },
    {
      what: 'resilience, merge',
      figure: over(lab.population(MERGE), (game) => resilienceOf(game.final)),
      threshold: { atMost: 0.8 },
    },
    {
      what: `income kept when the hub falters after round ${lab.milestones.turn}, cooperate less merge`,
      figure: keptIncome(lab, COOPERATE) - keptIncome(lab, MERGE),
      threshold: { atLeast: 0.1 },
    },
  ],
};

/** Drawn from in each game, because there are more policies than firms. */
const ONE_OF_EACH = [
  'cooperate',
  'tit-for-tat',
  'partner-choosing',
  'survival-first',
  'opportunist',
  'trader',
  'trader-with-loans',
  'solo',
  'merger',
  'merger-rd',
  'best-reply',
];

const p15: Prediction = {
  id: 'P15',
  sentence: 'Merging ends as Figure 2; trade, going alone and a mixture as Figure 3; cooperation as Figure 4',
  check: (lab) => {
    const ending = (what: string, firms: readonly string[], figure: Figure): Check => ({
      what: `${what}: share of games that end as Figure ${figure}`,
      figure: over(lab.population({ firms }), endsAs(figure)),
      threshold: { moreThan: 0.95 },
    });
    return [
      ending('merger', ['merger'], '2'),
      ending('merger-rd', ['merger-rd'], '2'),
      ending('trader', ['trader'], '3'),
      ending('solo', ['solo'], '3'),
      ending('one of each', ONE_OF_EACH, '3'),
      ending('cooperate', ['cooperate'], '4'),
      ending('tit-for-tat', ['tit-for-tat'], '4'),
    ];
  },
};

export const organisation: readonly Prediction[] = [p3, p4, p5, p6, p15];
