/** The guided show: no slide is empty, each number is the log's, and the minutes add up. */
import { describe, expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { type Chronicle, chronicleOf } from '../../shared/debrief/chronicle.ts';
import { contradictionIn } from '../../shared/debrief/contradiction.ts';
import { exchangesIn } from '../../shared/debrief/pacts.ts';
import { headlineOf, LESSONS, minutesOf, type Slide, showOf } from '../../shared/debrief/show.ts';
import { largestHead } from '../../shared/debrief/trees.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { treeOf } from '../../shared/engine/queries.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { type Force, Match } from '../../shared/simulation/match.ts';
import { recorded } from './districts.ts';

function played(seed: number, policies: readonly string[] = mixedPolicies(zhongguancun.roster, seed)): Chronicle {
  const match = new Match({ scenario: zhongguancun, seed, policies, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('a match that keeps its log has one');
  return chronicleOf(match.log);
}

const all = (firms: string) =>
  zhongguancun.roster.map(({ kind }) => (kind === 'firm' ? firms : kind === 'university' ? 'publish' : 'idle'));
/** Firms in turn: two policies that share, and a trader that gives nothing. */
const dealtTo = (kind: string, seat: number) =>
  kind === 'firm'
    ? (['tit-for-tat', 'cooperate', 'trader'][seat % 3] ?? 'solo')
    : kind === 'university'
      ? 'publish'
      : 'idle';
const classes = [1, 2, 3, 4].map((seed) => [played(seed), played(seed + 100), played(seed + 200)]);

describe('the slides', () => {
  test('stand in the storyboard’s order, with three turning points of different kinds at most', () => {
    const alike = ['cooperate', 'trader', 'merger', 'solo'].map((firms) => [played(1, all(firms))]);
    for (const chronicles of [...classes, ...alike]) {
      const kinds = showOf(chronicles).map(({ kind }) => kind);
      const order = ['guess', 'reveal', 'turn', 'betrayal', 'contradiction', 'whatIf', 'realStreet', 'sentence'];
      expect(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(kinds);
      const turns = showOf(chronicles).flatMap((slide) => (slide.kind === 'turn' ? [slide.point.kind] : []));
      expect(turns.length).toBeLessThanOrEqual(3);
      expect(new Set(turns).size).toBe(turns.length);
      expect(turns).not.toContain('figureChange');
      const kindsThere = new Set(chronicles.flatMap(turningPointsOf).map(({ kind }) => kind));
      kindsThere.delete('figureChange');
      expect(turns).toHaveLength(Math.min(3, kindsThere.size));
    }
  });

  test('give the minutes of what is missing to the last', () => {
    for (const lesson of LESSONS) {
      const whole = minutesOf(showOf(classes[0] ?? []), lesson).reduce((sum, minutes) => sum + minutes, 0);
      const few: readonly Slide[] = [{ kind: 'guess' }, { kind: 'reveal' }, { kind: 'sentence' }];
      const minutes = minutesOf(few, lesson);
      expect(minutes.reduce((sum, each) => sum + each, 0)).toBeCloseTo(whole, 9);
      expect(minutes.at(-1)).toBeGreaterThan(10);
    }
    expect(minutesOf(showOf(classes[0] ?? []), 80).reduce((sum, each) => sum + each, 0)).toBe(32);
  });

  test('have no betrayal where nobody shares, and then no empty slide', () => {
    expect(showOf([played(1, all('trader'))]).map(({ kind }) => kind)).not.toContain('betrayal');
    expect(showOf([]).map(({ kind }) => kind)).toEqual(['guess', 'reveal', 'contradiction', 'realStreet', 'sentence']);
  });
});

test('a betrayal is none in the year of signing, nor where the least that keeps a pact was given, nor told too late', () => {
  /** What the two firms of one pact give each other, by round. */
  const gifts: Readonly<Record<number, readonly [one: number, other: number]>> = {
    1: [2, 0],
    2: [2, zhongguancun.parameters.keptShare],
    10: [1, 0],
    11: [2, 0],
  };
  const force: Force = (seat, round, own) => {
    if (seat > 1) return own();
    const other = 1 - seat;
    const points = (gifts[round] ?? [1, 1])[seat] ?? 0;
    const shares = points > 0 ? [{ to: other, points }] : [];
    const deal =
      round === 1 ? ({ kind: 'cooperate', wishes: [other], breaks: [] } as const) : ({ kind: 'none' } as const);
    return { kind: 'firm', trade: zhongguancun.parameters.effort - points, research: 0, shares, deal };
  };
  const [found] = showOf([chronicleOf(recorded({ firms: ['solo'], force }))]).filter(({ kind }) => kind === 'betrayal');
  expect(found).toMatchObject({ round: 10, by: 1, against: 0, gave: 0, got: 1 });
});

describe('what a betrayal was worth', () => {
  const { keptShare } = zhongguancun.parameters;
  /** Firms 0 and 1 share a point each year, but in the tenth firm 0 gives what just keeps a pact, for nothing. */
  const force: Force = (seat, round, own) => {
    if (seat > 1) return own();
    const points = round === 10 ? [keptShare, 0][seat] : 1;
    const shares = points === undefined || points === 0 ? [] : [{ to: 1 - seat, points }];
    const deal =
      round === 1 ? ({ kind: 'cooperate', wishes: [1 - seat], breaks: [] } as const) : ({ kind: 'none' } as const);
    return { kind: 'firm', trade: zhongguancun.parameters.effort - (points ?? 0), research: 0, shares, deal };
  };
  const street = chronicleOf(recorded({ firms: ['solo'], force }));
  /** Firm 1's lead over firm 0 by year, from the year before the betrayal on; larger in earlier years. */
  const leading = (leads: readonly number[]): Chronicle => {
    const scored = (state: Chronicle['final']) => ({
      ...state,
      history: state.history.map((year) => ({
        ...year,
        scores: year.scores.map((_, seat) => (seat === 1 ? (leads[year.round - 9] ?? 50) : 0)),
      })),
    });
    const rounds = street.rounds.map((round) => ({
      ...round,
      before: scored(round.before),
      after: scored(round.after),
    }));
    return { ...street, rounds };
  };
  const told = (leads: readonly number[]) => {
    const slide = showOf([leading(leads)]).find(({ kind }) => kind === 'betrayal');
    return slide?.kind === 'betrayal' ? [slide.round, slide.got, slide.paidYears, slide.toTheEnd] : [];
  };

  test.each([
    ['gained more to the end', [5, 6, 7, 8], 3, true],
    ['gained more for two years, then as much', [5, 7, 6, 5], 2, false],
    ['gained as much in the very year', [5, 5, 9, 9], 0, false],
  ] as const)('%s', (_, leads, years, toTheEnd) => {
    expect(told(leads)).toEqual([10, keptShare, years, toTheEnd]);
  });
});

test('a what-if is asked once three years were played', () => {
  const [one] = classes[0] ?? [];
  if (one === undefined) throw new Error('no class was played');
  const within = (years: number) => showOf([{ ...one, rounds: one.rounds.slice(0, years) }]).map(({ kind }) => kind);
  expect(within(2)).not.toContain('whatIf');
  expect(within(3)).toContain('whatIf');
});

test('a betrayal is the widest gap of two firms in a pact at least a year old, with three years to tell its worth', () => {
  for (const chronicles of classes) {
    const slide = showOf(chronicles).find((each) => each.kind === 'betrayal');
    const gaps = chronicles.flatMap(({ rounds, final }) =>
      rounds.flatMap((round) =>
        exchangesIn(round).flatMap(({ a, b, given, received, since, kept }) => {
          const firms = [a, b].every((seat) => final.actors[seat]?.kind === 'firm');
          const one = Math.max(given, received) >= 0.5;
          return firms && one && !kept && since < round.round
            ? [{ gap: Math.abs(given - received), left: rounds.length - round.round + 1 }]
            : [];
        }),
      ),
    );
    if (slide?.kind !== 'betrayal') {
      expect(gaps).toEqual([]);
      continue;
    }
    const told = gaps.some(({ left }) => left >= 3) ? gaps.filter(({ left }) => left >= 3) : gaps;
    expect(slide.got - slide.gave).toBeCloseTo(Math.max(...told.map(({ gap }) => gap)), 9);
    const { final } = chronicles[slide.district] ?? {};
    expect(slide.paidYears).toBeLessThanOrEqual((final?.history.length ?? 0) - slide.round + 1);
  }
});

describe('a contradiction', () => {
  test('holds by five percent in what the log says', () => {
    for (const chronicles of classes) {
      const { kind, one, other, districts } = contradictionIn(chronicles);
      if (kind !== 'weakEarned') continue;
      const [a, b] = districts.map((place) =>
        chronicles[place]?.final.history.reduce((sum, { income }) => sum + income, 0),
      );
      expect(one).toBeCloseTo(a ?? 0, 6);
      expect(other).toBeCloseTo(b ?? 0, 6);
      expect(one).toBeGreaterThanOrEqual(1.05 * other);
    }
  });

  describe('of a street with fewer kept pacts', () => {
    const [sharers, traders] = [played(1, all('cooperate')), played(1, all('trader'))];
    /** The same game with this income and innovation in every year. */
    const changed = (chronicle: Chronicle, income: number, innovation: number): Chronicle => {
      const history = chronicle.final.history.map((round) => ({ ...round, income, innovation }));
      return { ...chronicle, final: { ...chronicle.final, history } };
    };
    const between = (traded: readonly [number, number]) =>
      contradictionIn([changed(sharers, 100, 100), changed(traders, ...traded)]);

    test.each([
      ['earned more', [105, 100], 'weakEarned', 105],
      ['earned and learnt more: what was earned is said', [105, 120], 'weakEarned', 105],
      ['learnt more, and earned a little more', [104, 105], 'weakLearnt', 105],
    ] as const)('%s', (_, traded, kind, one) => {
      const found = between(traded);
      expect(found).toMatchObject({ kind, districts: [1, 0], seats: [] });
      expect([found.one, found.other]).toEqual([12 * one, 12 * 100]);
    });

    test('did hardly better, or worse', () => {
      for (const traded of [
        [104, 104],
        [50, 50],
      ] as const)
        expect(['weakEarned', 'weakLearnt']).not.toContain(between(traded).kind);
    });
  });

  describe('of a street whose first', () => {
    const street = played(
      1,
      zhongguancun.roster.map(({ kind }, seat) => dealtTo(kind, seat)),
    );
    const firms = zhongguancun.roster.flatMap(({ kind }, seat) => (kind === 'firm' ? [seat] : []));
    const exchanges = street.rounds.flatMap(exchangesIn);
    const kept = (seat: number) => exchanges.filter((each) => each.kept && [each.a, each.b].includes(seat)).length;
    const gave = (seat: number) =>
      exchanges.some(({ a, b, given, received }) => (a === seat && given > 0) || (b === seat && received > 0));
    /** Text for a given winner and median firm. */
    const said = (first: number, middle: number) => {
      const order = [first, ...firms.filter((seat) => seat !== first && seat !== middle)];
      order.splice(Math.floor(firms.length / 2), 0, middle);
      const scores = zhongguancun.roster.map((_, seat) => 0 - order.indexOf(seat));
      const history = street.final.history.map((round) => ({ ...round, scores }));
      return contradictionIn([{ ...street, final: { ...street.final, history } }]);
    };
    const [most = 0] = firms.toSorted((a, b) => kept(b) - kept(a));

    test.each([
      ['gave, and kept fewer pacts than the middle', true, 'firstKeptFewer'],
      ['gave nothing at all', false, 'giverlessFirst'],
    ] as const)('%s', (_, giving, kind) => {
      const first = firms.find((seat) => gave(seat) === giving && 1.05 * kept(seat) < kept(most)) ?? Number.NaN;
      expect(said(first, most)).toMatchObject({ kind, seats: [first, most], one: kept(first), other: kept(most) });
      expect(['firstKeptFewer', 'giverlessFirst']).not.toContain(said(most, first).kind);
    });
  });

  test('of a first that was in pacts and gave nothing to them, on whichever side', () => {
    // In pairs 0–1 and 2–3 only one side gives; 4 and 5 keep their pact.
    const gives = [0, 2, 2, 0, 2, 2];
    const force: Force = (seat, round, own) => {
      const given = gives[seat];
      if (given === undefined) return own();
      const partner = seat % 2 === 0 ? seat + 1 : seat - 1;
      const shares = given > 0 ? [{ to: partner, points: given }] : [];
      const deal = { kind: 'cooperate', wishes: round === 1 ? [partner] : [], breaks: [] } as const;
      return { kind: 'firm', trade: 6 - given, research: 0, shares, deal };
    };
    const street = chronicleOf(recorded({ firms: ['solo'], force }));
    const firms = zhongguancun.roster.flatMap(({ kind }, seat) => (kind === 'firm' ? [seat] : []));
    const saidOf = (first: number) => {
      const order = [first, ...firms.filter((seat) => seat !== first && seat !== 4)];
      order.splice(Math.floor(firms.length / 2), 0, 4);
      const scores = zhongguancun.roster.map((_, seat) => 0 - order.indexOf(seat));
      const history = street.final.history.map((round) => ({ ...round, scores }));
      return contradictionIn([{ ...street, final: { ...street.final, history } }]).kind;
    };
    expect([0, 1, 2, 3].map(saidOf)).toEqual(['giverlessFirst', 'firstKeptFewer', 'firstKeptFewer', 'giverlessFirst']);
  });

  describe('of a tree that met the demand shift', () => {
    const street = played(1, all('merger'));
    const { shockRound } = street.final.parameters;
    const tree = treeOf(
      street.rounds[shockRound - 2]?.after.firms ?? [],
      largestHead(street.rounds[shockRound - 2]?.after ?? street.final) ?? 0,
    );
    /** The same game with this income per seat in years counted from the one before the shift. */
    const earning = (incomes: readonly number[]): Chronicle => ({
      ...street,
      rounds: street.rounds.map((round) => {
        const income = incomes[round.round - shockRound + 1] ?? 0;
        const history = round.after.history.map((past) => ({
          ...past,
          incomeBySeat: past.incomeBySeat.map(() => income),
        }));
        return { ...round, after: { ...round.after, history } };
      }),
    });

    test('and held: three years from the shift on bear the year before', () => {
      const { length } = tree;
      expect(length).toBeGreaterThan(1);
      expect(contradictionIn([earning([10, 12, 9, 12])])).toMatchObject({
        kind: 'treeHeld',
        seats: [tree[0]],
        one: 11 * length,
        other: 10 * length,
      });
      expect(contradictionIn([earning([10, 10.5, 10.5, 10.5])]).kind).toBe('treeHeld');
    });

    test('and did not', () => {
      for (const incomes of [
        [10, 10, 10, 10, 99],
        [10, 11, 10, 10],
        [0, 5, 5, 5],
      ])
        expect(contradictionIn([earning(incomes)]).kind).not.toBe('treeHeld');
    });
  });

  test('is none where a street of sharers stands beside one of traders', () => {
    expect(contradictionIn([played(1, all('cooperate')), played(1, all('trader'))]).kind).not.toBe('weakEarned');
  });
});

describe('the headline of a what-if', () => {
  test.each([
    ['no difference', [100, 100], [101, 101], { said: 'noDifference' }],
    ['poorer, then richer', [10, 10, 10, 10], [8, 9, 12, 12], { said: 'poorerThenRicher', until: 2, percent: 20 }],
    ['poorer in the first year alone', [10, 10, 10], [8, 12, 12], { said: 'poorerThenRicher', until: 1, percent: 20 }],
    ['richer from the start', [10, 10], [12, 12], { said: 'richer', percent: 20 }],
    ['no poorer where the same', [10, 10], [10, 12], { said: 'richer', percent: 10 }],
    ['behind to the end', [10, 10], [8, 8], { said: 'behind', percent: 20 }],
  ] as const)('%s', (_, happened, model, wanted) => {
    const found = headlineOf(happened, model);
    expect(found.said).toBe(wanted.said);
    if ('percent' in wanted && 'percent' in found) expect(found.percent).toBeCloseTo(wanted.percent, 6);
    if ('until' in wanted && 'until' in found) expect(found.until).toBe(wanted.until);
  });
});
