/** The exact bounds of the debrief's comparisons: recorded years with a few changed numbers. */
import { describe, expect, test } from 'vitest';
import { type Chronicle, chronicleOf, type PlayedRound } from '../../shared/debrief/chronicle.ts';
import { deadPacts } from '../../shared/debrief/deciding-pacts.ts';
import { networkIn } from '../../shared/debrief/network.ts';
import { officeOf } from '../../shared/debrief/own-office.ts';
import { ownStory } from '../../shared/debrief/own-story.ts';
import { CASH_IN_YUAN, SMALL_FIRM_YUAN } from '../../shared/debrief/paper.ts';
import { tableTwo } from '../../shared/debrief/paper-tables.ts';
import { ownPlan } from '../../shared/debrief/presets.ts';
import { besideTheStreet, type Comparison } from '../../shared/debrief/real-street.ts';
import { nearnessOf } from '../../shared/debrief/ties.ts';
import { conditionsApart } from '../../shared/debrief/treatments.ts';
import { largestHead } from '../../shared/debrief/trees.ts';
import { defections, loanSpirals } from '../../shared/debrief/turning-firms.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Ties } from '../../shared/engine/figures.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import { at } from '../../shared/engine/queries.ts';
import type { RoundEvent } from '../../shared/engine/round-events.ts';
import { goldenLog } from '../support/golden.ts';

const street = chronicleOf(goldenLog('rules-3/street'));
const unplayed = chronicleOf({ ...street.log, records: [] });
const { parameters } = street.final;
const UNIVERSITY = 8;
const seats = street.final.actors.length;

/** Points by giver and taker; all others give nothing. */
interface Gift {
  readonly from: Seat;
  readonly to: Seat;
  readonly points: number;
}

/** A recorded year in which these pacts stood, each made in a year of its own. */
function exchanging(round: number, pacts: readonly (readonly [Seat, Seat, since: number])[], gifts: readonly Gift[]) {
  const played = at(street.rounds, round - 1);
  const { after } = played;
  const shared = Array<number>(seats * seats).fill(0);
  for (const { from, to, points } of gifts) shared[from * seats + to] = points;
  const flows = after.flows === undefined ? undefined : { ...after.flows, shared };
  if (flows === undefined) throw new Error('the year was not resolved');
  return { ...played, after: { ...after, flows, pacts: pacts.map(([a, b, since]) => ({ a, b, since })) } };
}

const only = (...rounds: readonly PlayedRound[]): Chronicle => ({ ...street, rounds });

describe('a pact', () => {
  const oneSided = [{ from: 1, to: 0, points: parameters.keptShare }];

  test('lets nobody down in the year it was made, and does in the next', () => {
    const [young, older] = [4, 3].map((since) => only(exchanging(4, [[0, 1, since]], oneSided)));
    if (young === undefined || older === undefined) throw new Error('two years were made');
    expect(defections(young)).toEqual([]);
    expect(defections(older)).toMatchObject([{ seats: [0, 1], evidence: { gave: 0, got: parameters.keptShare } }]);
    const open = (chronicle: Chronicle) => ownStory({ ...chronicle, final: { ...street.final, phase: 'reveal' } }, 1);
    expect(open(young).emptyHand).toBeUndefined();
    expect(open(older).emptyHand).toEqual({ round: 4, with: 0, given: parameters.keptShare, received: 0 });
  });

  test('that fell short by most is told first of those of a year', () => {
    const little = parameters.keptShare / 2;
    const gifts = [
      { from: 0, to: 1, points: 1 },
      { from: 2, to: 3, points: 3 + little / 2 },
      { from: 3, to: 2, points: little },
      { from: 4, to: 5, points: 3 },
    ];
    const pacts = [
      [0, 1, 3],
      [2, 3, 3],
      [4, 5, 3],
    ] as const;
    for (const listed of [pacts, pacts.toReversed()]) {
      const found = defections(only(exchanging(4, listed, gifts)));
      expect(found.map(({ seats: [by], evidence }) => [by, evidence.count])).toEqual([
        [5, 3],
        [3, 3],
        [1, 3],
      ]);
    }
  });

  test('of a certified firm counts as kept where both sides gave enough, from its second year on', () => {
    const commission = street.final.actors.findIndex(({ kind }) => kind === 'commission');
    const listed = [1];
    const years = [
      exchanging(4, [[0, 1, 3]], oneSided),
      exchanging(5, [[0, 1, 3]], [...oneSided, { from: 0, to: 1, points: 1 }]),
      exchanging(6, [[1, 2, 6]], [{ from: 1, to: 2, points: 1 }]),
    ].map((played) => ({ ...played, after: { ...played.after, listed } }));
    expect(officeOf(only(...years), commission).certified).toEqual([{ seat: 1, years: 3, pacts: 2, kept: 1 }]);
  });

  test('makes a network of two whole, and of one nothing', () => {
    const kept = exchanging(4, [[0, 1, 3]], [...oneSided, { from: 0, to: 1, points: 1 }]);
    const among = (count: number) => {
      const { actors, firms, pacts, flows } = kept.after;
      const shared = Array<number>(count * count).fill(1);
      const few = { actors: actors.slice(0, count), firms: firms.slice(0, count), pacts: count < 2 ? [] : pacts };
      return networkIn({ ...kept, after: { ...kept.after, ...few, flows: { ...flows, shared } } });
    };
    const even = { degreeCentralisation: 0, brokerage: 0 };
    expect(among(2)).toMatchObject({ ...even, edges: 1, density: 1, components: 1, largest: 1 });
    expect(among(1)).toMatchObject({ ...even, edges: 0, density: 0, components: 1, largest: 1 });
    expect(networkIn({ ...kept, after: { ...kept.after, pacts: [] } })).toMatchObject({ edges: 0, components: 10 });
  });
});

describe('a dead pact', () => {
  const FULL = 0;
  /** The years from the second on, in which these pacts of the first stood; in the given ones seats 0 and 1 kept theirs. */
  const stood = (years: number, pacts: readonly (readonly [Seat, Seat])[], keptIn: readonly number[] = []) => {
    const rounds = Array.from({ length: years }, (_, index) => {
      const gifts = [{ from: FULL, to: 1, points: 2 }];
      if (keptIn.includes(index + 2)) gifts.push({ from: 1, to: FULL, points: 2 });
      return exchanging(
        index + 2,
        pacts.map(([a, b]) => [a, b, 1]),
        gifts,
      );
    });
    return deadPacts(only(...rounds)).map(({ missed: _, limit: __, ...dead }) => dead);
  };
  const three = [1, 2, 3].map((partner) => [FULL, partner] as const);

  test('was not kept for three years, and those as long stand in their order', () => {
    expect(stood(2, three)).toEqual([]);
    expect(stood(3, three)).toEqual([
      { full: FULL, partner: 1, from: 2, to: 4, gave: 6, got: 0 },
      { full: FULL, partner: 2, from: 2, to: 4, gave: 0, got: 0 },
      { full: FULL, partner: 3, from: 2, to: 4, gave: 0, got: 0 },
    ]);
  });

  test('that lasted longest is told first, and ends with the year in which it is kept', () => {
    expect(stood(5, three, [5]).map(({ partner, from, to }) => [partner, from, to])).toEqual([
      [2, 2, 6],
      [3, 2, 6],
      [1, 2, 4],
    ]);
    expect(stood(7, three, [5]).map(({ partner, from, to }) => [partner, from, to])).toEqual([
      [2, 2, 8],
      [3, 2, 8],
      [1, 2, 4],
    ]);
  });

  test('takes up the last place of one side, and counts once where it does of both', () => {
    expect(stood(3, three.slice(1))).toEqual([]);
    const both = [...three, [1, 4], [1, 5]] as const;
    expect(stood(3, both).map(({ full, partner }) => [full, partner])).toEqual([
      [FULL, 1],
      [FULL, 2],
      [FULL, 3],
      [1, 4],
      [1, 5],
    ]);
  });
});

test('a loan spiral takes half of a firm’s points, and a loan no later than the year after the last instalment', () => {
  const borrows = (trade: number, years: readonly number[]) => {
    const plan: FirmPlan = {
      kind: 'firm',
      trade,
      research: parameters.effort - trade,
      shares: [],
      deal: { kind: 'loan' },
    };
    const rounds = street.rounds.map((played) => {
      const taken = { type: 'LoanTaken', firm: 0, cash: 1, owed: 1 } as unknown as RoundEvent;
      return {
        ...played,
        plans: [{ plan, by: 'human' as const }],
        events: years.includes(played.round) ? [taken] : [],
      };
    });
    return loanSpirals(only(...rounds)).map(({ round }) => round);
  };
  const half = parameters.effort / 2;
  const next = 1 + parameters.loanInstalments;
  expect([borrows(half, [1, next]), borrows(half, [1, next + 1]), borrows(half - 0.1, [1, next])]).toEqual([
    [next],
    [],
    [],
  ]);
  expect(borrows(half, [1, 2, 3])).toEqual([2]);
});

test('the first list is the first that names somebody', () => {
  const made = (listed: readonly Seat[]) => ({ type: 'ListMade', listed }) as unknown as RoundEvent;
  const lists = [[], [], [3], [2]];
  const rounds = street.rounds.slice(0, 4).map((played, year) => ({ ...played, events: [made(at(lists, year))] }));
  const [list] = turningPointsOf(only(...rounds)).filter(({ kind }) => kind === 'firstList');
  expect(list).toMatchObject({ round: 3, seats: [3] });
});

describe('what would have been another figure', () => {
  const ties: Ties = {
    companies: 8,
    networked: 10,
    possible: 15,
    perActor: 3,
    across: 0,
    kept: 0,
    verticalEdges: 0,
    trees: Array<number>(8).fill(1),
  };
  /** All other conditions are out of reach, so that only the tested one decides the figure. */
  const loose = {
    ...parameters,
    figureHierarchyVertical: 9,
    figureHierarchyEdges: 0,
    figureHierarchyTree: 9,
    figureStrongHorizontal: 9,
    figureStrongReciprocity: 0,
    figureStrongVertical: 9,
    figureStrongTree: 9,
  };
  const near = (change: Partial<Ties>, bounds: Partial<Parameters>) =>
    nearnessOf({ ...ties, ...change }, { ...loose, ...bounds }).map(({ to, kind, now, instead }) =>
      [to, kind, now, instead].join(' '),
    );

  test('is reached by pacts between none and all that are possible', () => {
    const allKept = { figureStrongHorizontal: 1 };
    expect(near({ kept: 14, across: 14 }, allKept)).toEqual(['4 kept 14 15']);
    expect(near({ kept: 13, across: 14, possible: 14 }, allKept)).toEqual([]);
    expect(near({ kept: 1, across: 1 }, { figureStrongHorizontal: 0.01 })).toEqual(['3 kept 1 0']);
    expect(near({ verticalEdges: 1 }, {})).toEqual([]);
  });

  test('is reached by vertical lines between none and two a firm', () => {
    const lines = (edges: number) => ({ figureHierarchyVertical: 0.1, figureHierarchyEdges: edges });
    expect(near({ verticalEdges: 15, trees: [8] }, lines(16))).toEqual(['2 vertical 15 16']);
    expect(near({ verticalEdges: 16, trees: [8] }, lines(17))).toEqual([]);
    expect(near({ verticalEdges: 1 }, lines(1))).toEqual(['3 vertical 1 0']);
    expect(near({ possible: 5 }, lines(10))).toEqual(['2 vertical 0 10']);
    expect(near({}, { figureHierarchyVertical: 1, figureHierarchyEdges: -5 })).toEqual(['2 vertical 0 1']);
  });

  test('is reached by firms that stand alone, and by those of the largest tree', () => {
    const street4 = { companies: 4, networked: 4 };
    const wholeTree = { figureHierarchyTree: 1 };
    expect(near({ ...street4, trees: [3, 1], verticalEdges: 2 }, wholeTree)).toEqual(['2 tree 3 4']);
    expect(near({ ...street4, trees: [2, 2], verticalEdges: 2 }, wholeTree)).toEqual([]);
    expect(near({ ...street4, trees: [2, 1, 1], verticalEdges: 1 }, { figureHierarchyTree: 0.5 })).toEqual([
      '3 tree 2 1',
    ]);
    expect(near({ ...street4, trees: [1, 1, 1, 1] }, { figureStrongHorizontal: 0, figureHierarchyTree: 0.25 })).toEqual(
      [],
    );
  });
});

describe('the turning year of a seat', () => {
  /** A university's score by the end of each year; it begins with none. */
  const turning = (scores: readonly number[]) => {
    const history = street.final.history.map((year, index) => ({
      ...year,
      scores: year.scores.map((_, seat) => (seat === UNIVERSITY ? (scores[index] ?? 0) : 0)),
    }));
    return ownStory({ ...street, final: { ...street.final, history, phase: 'reveal' } }, UNIVERSITY).turning;
  };
  const rising = (by: number) => [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7].map((years) => years * by);

  test('brings a point a year more than the two before it, or none is told', () => {
    expect(turning(rising(1))).toMatchObject({ round: 6, before: 0, after: 1 });
    expect(turning(rising(0.9))).toBeUndefined();
  });

  test('is the first of those that changed as much', () => {
    expect(turning([0, 0, 0, 3, 6, 9, 9, 9, 9, 9, 9, 9])).toMatchObject({ round: 4, after: 3 });
  });
});

test('of trees of one size the first in the order of seats is the largest', () => {
  const owned = (owners: Readonly<Record<Seat, Seat>>) => {
    const firms = street.final.firms.map(({ owner: _, ...firm }, seat) => {
      const owner = owners[seat];
      return owner === undefined ? firm : { ...firm, owner };
    });
    return largestHead({ ...street.final, firms });
  };
  expect([owned({}), owned({ 1: 0, 3: 2 }), owned({ 1: 0, 3: 2, 4: 2 })]).toEqual([undefined, 0, 2]);
});

test('what a district’s settings leave out is off', () => {
  const { settings } = street.final;
  const { sentences: _, reputations: __, showFigure: ___, ...plain } = settings;
  const off = { ...plain, sentences: false, reputations: false, showFigure: false };
  const apart = (one: typeof off, other: typeof plain) =>
    conditionsApart([
      { parameters, settings: one },
      { parameters, settings: other },
    ]);
  expect(apart(off, plain)).toEqual([[], []]);
  expect(apart({ ...off, reputations: true }, plain)).toEqual([
    [{ name: 'reputations', value: true }],
    [{ name: 'reputations', value: false }],
  ]);
  expect(conditionsApart([])).toEqual([]);
});

describe('beside the paper', () => {
  const shareOf = (which: Comparison, chronicles: readonly Chronicle[]) =>
    besideTheStreet(chronicles).find(({ of }) => of === which)?.own;
  /** In the last year half of the firms earned this much; before, all earned nothing. */
  const earning = (income: number): Chronicle => {
    const history = street.final.history.map((year, index, all) => ({
      ...year,
      incomeBySeat: year.incomeBySeat.map((_, seat) => (index === all.length - 1 && seat < 4 ? income : 0)),
    }));
    return { ...street, final: { ...street.final, history } };
  };

  test('a firm is small by the income of its last year, under 222 of cash', () => {
    expect([shareOf('small', [earning(223)]), shareOf('small', [earning(222)])]).toEqual([0.5, 1]);
    // Five million yuan are not less than five million.
    expect(shareOf('small', [earning(SMALL_FIRM_YUAN / CASH_IN_YUAN)])).toBe(0.5);
  });

  test('districts in which nothing was played do not count', () => {
    expect(shareOf('small', [earning(223), unplayed])).toBe(0.5);
    expect([shareOf('small', [unplayed]), shareOf('foreign', [unplayed]), shareOf('topFour', [unplayed])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('nothing is as innovative as a reference that learnt nothing', () => {
    expect([tableTwo(street, 0).features, tableTwo(street, 1e-9).features]).toEqual([0, 1]);
  });
});

test('a plan of one’s own shares nothing where no point is left, or nobody is there', () => {
  const { state } = at(
    street.moments,
    street.moments.findIndex(({ round, phase }) => round === 6 && phase === 'plan'),
  );
  const pacts = [{ a: 0, b: 1, since: 2 }];
  const planned = (trade: number, among: typeof pacts) =>
    ownPlan({ ...state, pacts: among }, 0, { points: { trade }, deal: 'none', dealWith: 1 });
  expect(planned(parameters.effort, pacts)).toMatchObject({ shares: [] });
  expect(planned(parameters.effort - 1, pacts)).toMatchObject({ shares: [{ to: 1, points: 1 }] });
  expect(planned(parameters.effort - 1, [])).toMatchObject({ shares: [] });
});
