/** The exact bounds at which a class contradicts the paper, on streets of one year with given figures. */
import { describe, expect, test } from 'vitest';
import { type Chronicle, chronicleOf, type PlayedRound } from '../../shared/debrief/chronicle.ts';
import { contradictionIn } from '../../shared/debrief/contradiction.ts';
import type { GovernmentPlan } from '../../shared/engine/plans.ts';
import { goldenLog } from '../support/golden.ts';

interface Year {
  /** Pacts that both sides kept. */
  readonly kept?: number;
  readonly income?: number;
  readonly innovation?: number;
  readonly score?: number;
  readonly command?: number;
}

const played = chronicleOf(goldenLog('rules-3/cooperate'));
const [first] = played.rounds;
if (first === undefined) throw new Error('nothing was played');
const seats = first.after.actors.length;
const pairs = first.after.actors.flatMap(({ seat: a }) =>
  first.after.actors.flatMap(({ seat: b }) => (a < b ? [{ a, b, since: 0 }] : [])),
);

/** A street of one year, whose first firm keeps most pacts and wins. */
function street(year: Year, { before, after }: PlayedRound = first as PlayedRound): Chronicle {
  const { kept = 0, income = 1, innovation = 1, score = 1, command = 0 } = year;
  const [scored] = after.history;
  if (scored === undefined || after.flows === undefined) throw new Error('the year was not scored');
  const history = [{ ...scored, income, innovation, scores: Array<number>(seats).fill(score) }];
  const flows = { ...after.flows, shared: Array<number>(seats * seats).fill(1) };
  const end = { ...after, history, flows, pacts: pairs.slice(0, kept) };
  const plan: GovernmentPlan = { kind: 'government', command, law: 0, reform: 0, fund: 0, training: 0 };
  const plans = [{ plan, by: 'human' }] as const;
  return { ...played, rounds: [{ round: 1, before, after: end, events: [], plans }], final: end };
}

const said = (...years: readonly Year[]) => contradictionIn(years.map((year) => street(year)));

describe('the street with fewer kept pacts', () => {
  test('has five percent fewer, and five percent more of what it gained', () => {
    expect(said({ kept: 20, income: 105 }, { kept: 21, income: 100 })).toEqual({
      kind: 'weakEarned',
      districts: [0, 1],
      seats: [],
      one: 105,
      other: 100,
    });
    expect(said({ kept: 21, income: 105 }, { kept: 22, income: 100 }).kind).toBe('none');
    expect(said({ kept: 20, income: 104 }, { kept: 21, income: 100 }).kind).toBe('none');
  });

  test('is none where neither kept any, or the other gained nothing', () => {
    expect(said({ income: 105 }, { income: 100 }).kind).toBe('none');
    expect(said({ income: 105 }, { kept: 2, income: 0 }).kind).toBe('none');
  });

  test('may have learnt more, or scored more', () => {
    expect(said({ kept: 4, innovation: 6 }, { kept: 2, innovation: 9 })).toMatchObject({
      kind: 'weakLearnt',
      districts: [1, 0],
      one: 9,
      other: 6,
    });
    expect(said({ kept: 2, score: 30 }, { kept: 4, score: 20 })).toMatchObject({
      kind: 'weakScored',
      districts: [0, 1],
    });
  });

  test('is of all pairs the one with the widest gap', () => {
    const years = [
      { kept: 4, income: 100 },
      { kept: 2, income: 110 },
      { kept: 1, income: 150 },
      { kept: 8, income: 90 },
    ];
    expect(said(...years)).toMatchObject({ districts: [2, 3], one: 150, other: 90 });
  });
});

test('a street that was ordered about more, by five percent, and learnt more, by five percent', () => {
  expect(said({ command: 105, innovation: 105 }, { command: 100, innovation: 100 })).toMatchObject({
    kind: 'ordersInnovated',
    districts: [0, 1],
    one: 105,
    other: 100,
  });
  expect(said({ command: 104, innovation: 105 }, { command: 100, innovation: 100 }).kind).toBe('none');
  expect(said({ command: 105, innovation: 104 }, { command: 100, innovation: 100 }).kind).toBe('none');
  expect(said({ innovation: 105 }, { innovation: 100 }).kind).toBe('none');
});

describe('the firm that came first', () => {
  /** A street with this ranking of firms, and pacts between the named seats. */
  const ranked = (order: readonly number[], kept: readonly (readonly [number, number])[]) => {
    const one = street({});
    const pacts = kept.map(([a, b]) => ({ a, b, since: 0 }));
    const actors = one.final.actors.map((actor) => {
      return actor.kind !== 'firm' || order.includes(actor.seat) ? actor : { ...actor, kind: 'university' as const };
    });
    const scores = Array.from({ length: seats }, (_, seat) => 0 - order.indexOf(seat));
    const final = { ...one.final, actors, history: one.final.history.map((year) => ({ ...year, scores })) };
    const rounds = one.rounds.map((round) => ({ ...round, after: { ...round.after, pacts } }));
    return contradictionIn([{ ...one, final, rounds }]);
  };

  test('is compared with the middle: of seven the fourth, of eight the fifth', () => {
    const kept = [
      [3, 4],
      [3, 8],
      [4, 8],
      [4, 9],
    ] as const;
    expect(ranked([0, 1, 2, 3, 5, 6, 7], kept)).toMatchObject({ kind: 'giverlessFirst', seats: [0, 3], other: 2 });
    expect(ranked([0, 1, 2, 3, 4, 5, 6, 7], kept)).toMatchObject({ kind: 'giverlessFirst', seats: [0, 4], other: 3 });
  });

  test('kept five percent fewer, not as many', () => {
    expect(ranked([0, 1, 2], [[0, 1]]).kind).toBe('none');
    expect(
      ranked(
        [0, 1, 2],
        [
          [0, 1],
          [1, 2],
        ],
      ),
    ).toMatchObject({ kind: 'firstKeptFewer', seats: [0, 1], one: 1, other: 2 });
  });

  test('kept just five percent fewer over many years', () => {
    const one = street({});
    const year = (...pairs: readonly (readonly [number, number])[]) => {
      const pacts = pairs.map(([a, b]) => ({ a, b, since: 0 }));
      return one.rounds.map((round) => ({ ...round, after: { ...round.after, pacts } }));
    };
    const over = (years: number) => {
      const rounds = [...Array.from({ length: years }, () => year([0, 8], [4, 9])).flat(), ...year([4, 9])];
      return contradictionIn([{ ...one, rounds }]);
    };
    expect(over(20)).toMatchObject({ kind: 'firstKeptFewer', seats: [0, 4], one: 20, other: 21 });
    expect(over(21).kind).toBe('none');
  });

  test('is nothing special where it is the only one, or where there is none', () => {
    expect(ranked([0], []).kind).toBe('none');
    expect(ranked([], []).kind).toBe('none');
  });
});
