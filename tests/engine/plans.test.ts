import { describe, expect, test } from 'vitest';
import type { Deal, Plan } from '../../shared/engine/plans.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import {
  act,
  BUREAU,
  command,
  firmPlan,
  governmentPlan,
  inRound,
  leave,
  PKU,
  planning,
  refusalOf,
  universityPlan,
  wish,
  withFirms,
  withPacts,
} from './support.ts';

const file = (state: DistrictState, seat: number, plan: Plan) => refusalOf(state, { type: 'filePlan', plan }, { seat });
const deal = (state: DistrictState, given: Deal, seat = 0) => file(state, seat, firmPlan(3, 3, [], given))?.refused;

describe('points', () => {
  test.each([
    ['points-not-numbers', firmPlan(Number.NaN, 6)],
    ['points-not-numbers', firmPlan(Number.POSITIVE_INFINITY, 0)],
    ['points-negative', firmPlan(-1, 7)],
    ['points-finer-than-a-tenth', firmPlan(3.05, 2.95)],
    ['points-too-few', firmPlan(3, 2.9)],
    ['points-too-many', firmPlan(3, 3.1)],
    ['points-too-many', firmPlan(Number.MAX_SAFE_INTEGER, 0)],
    ['wrong-kind-of-plan', universityPlan({ publish: 6 })],
  ] as const)('E1 %s', (refused, plan) => {
    expect(file(planning(), 0, plan)?.refused).toBe(refused);
  });

  test('E1 tenths add up exactly, whatever floating point says', () => {
    expect(file(planning(), 0, firmPlan(0.1 + 0.2, 5.7))).toBeUndefined();
    const shares = [1, 2, 3].map((to) => ({ to, points: 1.9 }));
    const pacts = withPacts(planning(), [0, 1], [0, 2], [0, 3]);
    expect(file(pacts, 0, firmPlan(0.2, 0.1, shares))).toBeUndefined();
  });

  test('E1 what no sum of tenths could be is too fine, and no less than that', () => {
    expect(file(planning(), 0, firmPlan(6, 1e-10))).toBeUndefined();
    expect(file(planning(), 0, firmPlan(6, 1.1e-10))?.refused).toBe('points-finer-than-a-tenth');
    expect(file(planning(), 0, firmPlan(6, 0))).toBeUndefined();
  });

  test('E1 a university too places exactly six', () => {
    expect(file(planning(), PKU, universityPlan({ publish: 2, open: 3 }))?.refused).toBe('points-too-few');
    expect(file(planning(), PKU, universityPlan({ publish: 2, open: 4 }))).toBeUndefined();
  });

  test('G1 a government spends at most its budget and may spend less', () => {
    expect(file(planning(), BUREAU, governmentPlan({ law: 3.1 }))).toEqual({
      refused: 'points-too-many',
      about: { value: 3.1, limit: 3 },
    });
    expect(file(planning(), BUREAU, governmentPlan({ law: 1 }))).toBeUndefined();
    expect(file(planning(), BUREAU, governmentPlan({ law: -1 }))?.refused).toBe('points-negative');
  });

  test('E1 one form for one plan: in seat order, nothing twice, no -0', () => {
    const pacts = withPacts(planning(), [0, 3], [0, 1]);
    const plan = firmPlan(
      -0,
      0.1 + 0.2,
      [
        { to: 3, points: 2.7 },
        { to: 1, points: 3 },
        { to: 2, points: 0 },
      ],
      wish(5, 2, 5),
    );
    const { state } = act(pacts, { type: 'filePlan', plan }, { seat: 0 });
    expect(state.plans[0]?.plan).toStrictEqual(
      firmPlan(
        0,
        0.3,
        [
          { to: 1, points: 3 },
          { to: 3, points: 2.7 },
        ],
        wish(2, 5),
      ),
    );
  });
});

describe('shares', () => {
  test('E1 with a partner, or with whom one wishes for, and nobody else', () => {
    const pacts = withPacts(planning(), [0, 1]);
    const sharing = (to: number, given?: Deal) => file(pacts, 0, firmPlan(3, 2, [{ to, points: 1 }], given))?.refused;
    expect(sharing(1)).toBeUndefined();
    expect(sharing(2)).toBe('share-with-stranger');
    expect(sharing(2, wish(2))).toBeUndefined();
    expect(sharing(1, leave(1))).toBe('share-with-stranger');
    expect(sharing(0)).toBe('share-with-stranger');
    expect(sharing(12)).toBe('unknown-seat');
    expect(sharing(-1)).toBe('unknown-seat');
    expect(sharing(0.5)).toBe('unknown-seat');
  });

  test('E1 once each', () => {
    const twice = firmPlan(3, 1, [
      { to: 1, points: 1 },
      { to: 1, points: 1 },
    ]);
    expect(file(withPacts(planning(), [0, 1]), 0, twice)?.refused).toBe('share-twice');
  });
});

describe('deals', () => {
  const pacts = withPacts(planning(), [0, 1]);

  test('D1 pacts', () => {
    expect(deal(pacts, wish(0))).toBe('pact-with-self');
    expect(deal(pacts, wish(BUREAU))).toBe('pact-with-government');
    expect(deal(pacts, wish(1))).toBe('pact-exists');
    expect(deal(pacts, leave(2))).toBe('pact-missing');
    expect(deal(pacts, { kind: 'cooperate', wishes: [1], breaks: [1] })).toBe('pact-wish-and-break');
    expect(deal(pacts, wish(12))).toBe('unknown-seat');
    expect(deal(pacts, { kind: 'cooperate', wishes: [2, 3, 4, 5, 6, 7, PKU], breaks: [1] })).toBeUndefined();
  });

  test('D1 a university’s pacts likewise', () => {
    const plan = (given: Partial<Parameters<typeof universityPlan>[0]>) => universityPlan({ publish: 6, ...given });
    expect(file(pacts, PKU, plan({ wishes: [PKU] }))?.refused).toBe('pact-with-self');
    expect(file(pacts, PKU, plan({ breaks: [0] }))?.refused).toBe('pact-missing');
    expect(file(pacts, PKU, plan({ wishes: [9, 0] }))).toBeUndefined();
  });

  test('D4 mergers', () => {
    const trees = withFirms(planning(), { 1: { owner: 0 }, 2: { owner: 0 }, 4: { owner: 3 }, 5: { cash: 2.9 } });
    const buy = (...sellers: readonly number[]): Deal => ({ kind: 'buy', sellers });
    expect(deal(trees, buy(PKU))).toBe('merge-not-a-firm');
    expect(deal(trees, buy(0))).toBe('merge-with-self');
    expect(deal(trees, buy(4))).toBe('merge-not-independent');
    expect(deal(trees, buy(6), 1)).toBe('merge-not-independent');
    expect(deal(trees, buy(1))).toBe('merge-same-tree');
    expect(deal(trees, buy(3))).toBe('merge-tree-too-large');
    expect(deal(trees, buy(6), 5)).toBe('merge-no-cash');
    expect(deal(trees, buy(6, 7))).toBeUndefined();
    expect(deal(trees, { kind: 'sell', buyer: 4 }, 6)).toBe('merge-not-independent');
    expect(deal(trees, { kind: 'sell', buyer: 0 }, 1)).toBe('merge-same-tree');
    expect(deal(trees, { kind: 'sell', buyer: 6 }, 6)).toBe('merge-with-self');
    expect(deal(trees, { kind: 'sell', buyer: 5 }, 6)).toBeUndefined();
  });

  test('D6 D7 D8 capital', () => {
    const loan = { owed: 5, instalmentsLeft: 2 };
    const full = withFirms(planning(), { 0: { loans: [loan, loan], ventureStakes: 2, foreignStakes: 1 } });
    expect(deal(full, { kind: 'loan' })).toBe('loan-limit');
    expect(deal(full, { kind: 'venture' })).toBe('venture-limit');
    expect(deal(inRound(full, 5), { kind: 'foreign' })).toBe('foreign-too-early');
    expect(deal(inRound(full, 6), { kind: 'foreign' })).toBe('foreign-limit');
    expect(deal(inRound(planning(), 6), { kind: 'foreign' })).toBeUndefined();
  });
});

test('D4 D6 D7 D8 a refusal names the other firm and the number in the way', () => {
  const trees = withFirms(planning(), { 1: { owner: 0 }, 2: { owner: 0 }, 4: { owner: 3 }, 5: { cash: 2.9 } });
  const refusal = (state: DistrictState, plan: Deal, seat = 0) => file(state, seat, firmPlan(3, 3, [], plan));
  expect(refusal(trees, { kind: 'buy', sellers: [6] }, 5)).toMatchObject({ about: { seat: 6, limit: 3 } });
  expect(refusal(trees, { kind: 'buy', sellers: [3] })).toMatchObject({ about: { seat: 3, limit: 4 } });
  expect(refusal(trees, { kind: 'sell', buyer: 99 })).toMatchObject({ refused: 'unknown-seat', about: { value: 99 } });
  const loan = { owed: 5, instalmentsLeft: 2 };
  const full = withFirms(planning(), { 0: { loans: [loan, loan], ventureStakes: 2, foreignStakes: 1 } });
  expect(refusal(full, { kind: 'loan' })).toMatchObject({ about: { limit: 2 } });
  expect(refusal(full, { kind: 'venture' })).toMatchObject({ about: { limit: 2 } });
  expect(refusal(full, { kind: 'foreign' })).toMatchObject({ about: { value: 1, limit: 6 } });
  expect(refusal(inRound(full, 6), { kind: 'foreign' })).toMatchObject({ about: { limit: 1 } });
});

describe('who files', () => {
  test('S1 a seat that exists, by itself, in its plan phase', () => {
    const plan = { type: 'filePlan', plan: firmPlan(3, 3) } as const;
    expect(refusalOf(planning(), plan, { seat: 12 })?.refused).toBe('unknown-seat');
    expect(refusalOf(planning(), plan, { by: 'human' })?.refused).toBe('unknown-seat');
    expect(refusalOf(planning(), plan, { seat: 0, by: 'desk' })?.refused).toBe('not-your-seat');
    expect(command(plan, { seat: 0 }).by).toBe('human');
  });
});
