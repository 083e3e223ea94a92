/** The draft: whatever the form lets a player do is legal by the engine's `decide`. */
import { expect, test } from 'vitest';
import {
  type Draft,
  dealProblem,
  decided,
  draftOf,
  firstDraft,
  halfOfLargest,
  mayCertify,
  mostOn,
  place,
  placed,
  placeOrMove,
  planOf,
  pointsLeft,
  sameAsLastYear,
  samePlan,
  shareTargets,
  toggled,
  usesOf,
  verbOf,
  withAccepted,
  withoutDeal,
} from '../../client/state/draft.ts';
import { pactDoubt, pactPlaces } from '../../client/state/pact-places.ts';
import { decide } from '../../shared/engine/decide.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM, UNIVERSITY } from './district.ts';

/** Taps every use in turn until no point is left. */
function tapped(draft: Draft, view: SeatView): Draft {
  const targets = [...usesOf(draft.kind), ...shareTargets(draft, view)];
  let full = draft;
  for (let tap = 0; pointsLeft(full, view) > 0; tap += 1) {
    const target = targets[tap % targets.length];
    if (target === undefined) throw new Error('there is something to place points on');
    const now = (typeof target === 'number' ? full.shares[target] : full.uses[target]) ?? 0;
    full = place(full, view, target, now + 1);
  }
  return full;
}

test('a first draft has every point left; filled by taps, the engine takes it for every kind of actor', () => {
  const { state } = districtAt({ round: 1 });
  for (const { seat } of state.actors) {
    const view = viewFor(state, seat);
    const first = firstDraft(view);
    expect(placed(first, view)).toBe(0);
    const draft = tapped(first, view);
    expect(placed(draft, view)).toBe(view.budget);
    const command = { at: 0, by: 'human', seat, action: { type: 'filePlan', plan: planOf(draft, view) } } as const;
    expect(isRefusal(decide(state, command))).toBe(false);
  }
});

test('placing more than is left places what is left, in exact tenths', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const full = place(place(firstDraft(view), view, 'trade', 4.3), view, 'research', 99);
  expect(full.uses).toEqual({ trade: 4.3, research: 1.7 });
  expect(pointsLeft(full, view)).toBe(0);
  expect(place(full, view, 'trade', -1).uses.trade).toBe(0);
});

test('shares go to partners kept and hoped for, and only under a verb that keeps them', () => {
  const { state } = districtAt({ round: 4, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  const [partner] = view.legal.partners;
  const stranger = view.legal.pactWishes.find(({ refused }) => refused === undefined)?.seat;
  if (partner === undefined || stranger === undefined) throw new Error('cooperators have partners by round 4');
  const draft: Draft = { ...firstDraft(view), verb: 'cooperate', breaks: [partner], wishes: [stranger] };
  expect(shareTargets(draft, view)).not.toContain(partner);
  expect(shareTargets(draft, view)).toContain(stranger);
  expect(shareTargets({ ...draft, verb: 'capital' }, view)).toContain(partner);
  expect(shareTargets({ ...draft, verb: 'capital' }, view)).not.toContain(stranger);
});

test('a partner keeps their place among the chips once the hoped-for pact is made', () => {
  const { state } = districtAt({ round: 4, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  const hoped = view.legal.pactWishes.flatMap(({ seat, refused }) => (refused === undefined ? [seat] : []));
  const [first] = hoped;
  if (first === undefined) throw new Error('there is somebody to hope for');
  const wishing: Draft = { ...firstDraft(view), verb: 'cooperate', wishes: [first] };
  const made = { ...view, legal: { ...view.legal, partners: [...view.legal.partners, first].sort((a, b) => a - b) } };
  expect(shareTargets(wishing, view)).toEqual(shareTargets(firstDraft(made), made));
});

test('a new round starts empty; the same as last year is one act, and a broken pact leaves its points over', () => {
  const { state } = districtAt({ round: 4, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  expect(placed(firstDraft(view), view)).toBe(0);
  const draft = sameAsLastYear(firstDraft(view), view);
  if (draft === undefined) throw new Error('there was a year before');
  expect(placed(draft, view)).toBe(view.budget);
  const [partner] = view.legal.partners;
  if (partner === undefined) throw new Error('cooperators have partners by round 4');
  const broken: Draft = { ...draft, verb: 'cooperate', breaks: [partner] };
  expect(pointsLeft(broken, view)).toBe(draft.shares[partner] ?? 0);
});

test('a government body whose budget shrank starts within the new one', () => {
  const { state } = districtAt({ round: 2, governments: 'command' });
  const bureau = state.actors.findIndex(({ kind }) => kind === 'bureau');
  const view = viewFor(state, bureau);
  const spent = { kind: 'government', command: 2, law: 1.5, reform: 0.5, fund: 0, training: 0 } as const;
  const again = (budget: number) => {
    const now = { ...view, budget, lastPlan: spent };
    return sameAsLastYear(firstDraft(now), now);
  };
  expect(again(3)?.uses).toEqual({ command: 1, law: 1.5, reform: 0.5, fund: 0, training: 0 });
  expect(again(5)?.uses).toMatchObject({ command: 2, law: 1.5 });
});

test('a plan becomes a draft and the same plan again, whatever the order of its lists', () => {
  for (const policies of ['cooperate', 'merger', 'trader-with-loans', 'solo'] as const) {
    const { state, plans } = districtAt({ round: 2, policies });
    for (const [seat, plan] of plans.entries()) {
      const view = viewFor(state, seat);
      expect(samePlan(planOf(draftOf(plan), view), plan)).toBe(true);
    }
  }
  const one = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'buy', sellers: [1, 2] } } as const;
  expect(samePlan(one, { ...one, deal: { kind: 'buy', sellers: [2, 1] } })).toBe(true);
  expect(samePlan(one, { ...one, trade: 5, research: 1 })).toBe(false);
  expect([samePlan(one, undefined), samePlan(undefined, one), samePlan(undefined, undefined)]).toEqual([
    false,
    false,
    false,
  ]);
  const shared = { ...one, shares: [{ to: 3, points: 1 }] };
  expect([samePlan(shared, one), samePlan(shared, { ...one, shares: [{ points: 1, to: 3 }] })]).toEqual([false, true]);
});

test('accepting an offer writes the answer into the draft, and as many points as are promised', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const draft = firstDraft(view);
  expect(withAccepted(draft, view, { kind: 'pact', from: 3 })).toMatchObject({ verb: 'cooperate', wishes: [3] });
  expect(withAccepted(draft, view, { kind: 'pact', from: 3 }, 2).shares).toEqual({ 3: 2 });
  const nearlyFull = place(draft, view, 'trade', 5);
  expect(withAccepted(nearlyFull, view, { kind: 'pact', from: 3 }, 2).shares).toEqual({ 3: 1 });
  const giving = place(draft, view, 3, 1.5);
  expect(withAccepted(giving, view, { kind: 'pact', from: 3 }).shares).toEqual({ 3: 1.5 });
  const selling = withAccepted(draft, view, { kind: 'buy', from: 3 });
  expect(selling).toMatchObject({ verb: 'merge', mergeAs: 'sell', buyer: 3 });
  const buying = withAccepted(draft, view, { kind: 'sell', from: 3 });
  expect(buying).toMatchObject({ verb: 'merge', mergeAs: 'buy', sellers: [3] });
  const campus = viewFor(state, UNIVERSITY);
  expect(withAccepted(firstDraft(campus), campus, { kind: 'pact', from: 3 }).wishes).toEqual([3]);
});

test('with three pacts held no place is left, and one if a pact is broken', () => {
  const { state } = districtAt({ round: 8, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  const draft = firstDraft(view);
  expect(view.legal.partners).toHaveLength(3);
  expect(pactPlaces(draft, view)).toEqual({ limit: 3, held: 3, room: 0, wished: 0 });
  const broken: Draft = { ...draft, verb: 'cooperate', breaks: view.legal.partners.slice(0, 1) };
  expect(pactPlaces(broken, view)).toEqual({ limit: 3, held: 2, room: 1, wished: 0 });
  const abroad = { ...view, books: { ...view.books, foreignStakes: 1 } };
  expect(pactPlaces(draft, abroad)).toEqual({ limit: 1, held: 3, room: 0, wished: 0 });
});

test('with no point left a tap takes one from the largest other use, and none from a partner', () => {
  const { state } = districtAt({ round: 4, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  const [partner] = view.legal.partners;
  if (partner === undefined) throw new Error('cooperators have partners by round 4');
  const full = place(place(place(firstDraft(view), view, 'trade', 1), view, 'research', 2), view, partner, 3);
  expect(placeOrMove(full, view, 'trade', 2)).toMatchObject({
    draft: { uses: { trade: 2, research: 1 }, shares: { [partner]: 3 } },
    from: 'research',
  });
  expect(placeOrMove(full, view, partner, 4)).toMatchObject({ draft: { shares: { [partner]: 4 } }, from: 'research' });
  const given = placeOrMove(full, view, 'trade', 6).draft;
  expect(given).toMatchObject({ uses: { trade: 3, research: 0 }, shares: { [partner]: 3 } });
  expect(mostOn(full, view, 'trade')).toBe(3);
  expect(placed(given, view)).toBe(view.budget);
});

test('two taps divide all points evenly between two uses', () => {
  const { state } = districtAt({ round: 4, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  const all = place(firstDraft(view), view, 'trade', view.budget);
  const even = placeOrMove(all, view, 'research', halfOfLargest(all, 'research')).draft;
  expect(even.uses).toMatchObject({ trade: 3, research: 3 });
  expect(halfOfLargest(even, 'trade')).toBe(1);
  expect(halfOfLargest(firstDraft(view), 'trade')).toBe(0);
});

test('a choice makes the deal, in place of any other; taking the last one back leaves none', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const dealOf = (draft: Draft) => {
    const plan = planOf(draft, view);
    return plan.kind === 'firm' ? plan.deal : undefined;
  };
  const wishing = decided(firstDraft(view), 'cooperate', { wishes: [3] });
  expect(dealOf(wishing)).toEqual({ kind: 'cooperate', wishes: [3], breaks: [] });
  const borrowing = decided(wishing, 'capital', { capital: 'loan' });
  expect(dealOf(borrowing)).toEqual({ kind: 'loan' });
  expect(dealOf(decided(borrowing, 'cooperate', { wishes: [4] }))).toMatchObject({ wishes: [4] });
  expect(decided(wishing, 'cooperate', { wishes: [] }).verb).toBe('none');
  expect(dealOf(withoutDeal(borrowing))).toEqual({ kind: 'none' });
  const campus = viewFor(state, UNIVERSITY);
  const courting = decided(decided(firstDraft(campus), 'cooperate', { wishes: [3] }), 'cooperate', { breaks: [2] });
  expect(planOf(courting, campus)).toMatchObject({ wishes: [3], breaks: [2] });
});

test('reasons against an acceptable pact are shown before accepting it', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const first = firstDraft(view);
  expect(pactDoubt(first, view, 3)).toBeUndefined();
  const three = decided(first, 'cooperate', { wishes: [0, 2, 3] });
  expect(pactDoubt(three, view, 3)).toBeUndefined();
  expect(pactDoubt(three, view, 4)).toBe('crowded');
  const taken = viewFor({ ...state, pacts: [2, 4, 5].map((b) => ({ a: 0, b, since: 1 })) }, FIRM);
  expect(pactDoubt(first, taken, 0)).toBe('theirsFull');
  const held = viewFor({ ...state, pacts: [2, 4, 5].map((b) => ({ a: FIRM, b, since: 1 })) }, FIRM);
  expect(pactDoubt(first, held, 3)).toBe('full');
});

test('a deal that cannot be filed is named before it is sent', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const draft = firstDraft(view);
  expect(dealProblem({ ...draft, verb: 'capital', capital: 'foreign' }, view)).toBe('foreign-too-early');
  expect(dealProblem({ ...draft, verb: 'capital', capital: 'loan' }, view)).toBeUndefined();
});

test('a partner whose share is nothing is not in the plan', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, UNIVERSITY);
  const draft: Draft = { ...firstDraft(view), wishes: [1, 3], shares: { 1: 0, 3: 0.1 } };
  expect(planOf(draft, view)).toMatchObject({ shares: [{ to: 3, points: 0.1 }], wishes: [1, 3] });
});

test('a certificate can be promised while one is left, or to its holder', () => {
  const { state } = districtAt({ round: 6 });
  const office = state.actors.findIndex(({ kind }) => kind === 'commission');
  const view = viewFor(state, office);
  const plea = (list: readonly number[], from: number) =>
    withAccepted({ ...firstDraft(view), list }, view, { kind: 'plea', plea: 'certify', from }).list;
  const most = plea([], 1).length + 1;
  const may = (list: readonly number[], seat: number) => mayCertify({ ...firstDraft(view), list }, view, seat);
  const full = Array.from({ length: most }, (_, seat) => seat);
  for (let count = 0; count < 6; count += 1) {
    const list = full.slice(0, count);
    expect(plea(list, 5)).toEqual(may(list, 5) ? [...list, 5] : list);
    expect(plea(list, 0)).toEqual(list.includes(0) ? list : [...list, 0]);
  }
  const unknown = { ...view, public: { ...view.public, scenario: 'elsewhere' } };
  expect([
    mayCertify(firstDraft(view), unknown, 1),
    mayCertify({ ...firstDraft(view), list: [1] }, unknown, 1),
  ]).toEqual([false, true]);
  expect(withAccepted(firstDraft(view), view, { kind: 'plea', plea: 'train', from: 1 } as never).list).toEqual([]);
});

test('repeating a choice withdraws it, and each offer belongs to one kind of deal', () => {
  expect([toggled([1, 3], 3), toggled([1], 3)]).toEqual([[1], [1, 3]]);
  expect((['share', 'plea', 'pact', 'buy', 'sell'] as const).map(verbOf)).toEqual([
    undefined,
    undefined,
    'cooperate',
    'merge',
    'merge',
  ]);
});

test('an office with a smaller budget takes from its largest uses first', () => {
  const { state } = districtAt({ round: 6 });
  const office = state.actors.findIndex(({ kind }) => kind === 'commission');
  const view = viewFor(state, office);
  const last = { kind: 'government', command: 1, law: 0.5, reform: 1, fund: 0, training: 0.3 } as const;
  const again = (budget: number) => sameAsLastYear(firstDraft(view), { ...view, budget, lastPlan: last })?.uses;
  const uses = { command: 1, law: 0.5, reform: 1, fund: 0, training: 0.3 };
  expect([again(3), again(2.8), again(2.7), again(1.3), again(0.8), again(0)]).toEqual([
    uses,
    uses,
    { ...uses, command: 0.9 },
    { ...uses, command: 0, reform: 0.5 },
    { ...uses, command: 0, reform: 0 },
    { command: 0, law: 0, reform: 0, fund: 0, training: 0 },
  ]);
});

test('half of the largest other use is whole points, and nothing where there is none', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const draft = place(place(firstDraft(view), view, 'trade', 3.5), view, 'research', 1);
  expect([halfOfLargest(draft, 'research'), halfOfLargest(draft, 'trade'), halfOfLargest(draft, 3)]).toEqual([1, 0, 1]);
  expect(halfOfLargest(firstDraft(view), 'trade')).toBe(0);
});

test('a kind of deal without a choice is no deal', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const draft = firstDraft(view);
  const dealOf = (more: Partial<Draft>) => {
    const plan = planOf({ ...draft, ...more }, view);
    return plan.kind === 'firm' ? plan.deal : undefined;
  };
  expect([
    dealOf({ verb: 'none', sellers: [3], buyer: 3, capital: 'loan' }),
    dealOf({ verb: 'merge', mergeAs: 'buy', sellers: [], buyer: 3 }),
    dealOf({ verb: 'merge', mergeAs: 'buy', sellers: [3] }),
    dealOf({ verb: 'merge', mergeAs: 'sell', sellers: [3] }),
    dealOf({ verb: 'merge', mergeAs: 'sell', buyer: 0 }),
    dealOf({ verb: 'capital' }),
    dealOf({ verb: 'capital', capital: 'foreign' }),
    dealOf({ verb: 'leave' }),
  ]).toEqual([
    { kind: 'none' },
    { kind: 'none' },
    { kind: 'buy', sellers: [3] },
    { kind: 'none' },
    { kind: 'sell', buyer: 0 },
    { kind: 'none' },
    { kind: 'foreign' },
    { kind: 'leave' },
  ]);
  const taken = (verb: 'cooperate' | 'merge', choice: Partial<Draft>) => decided(draft, verb, choice).verb;
  expect([taken('merge', { sellers: [3] }), taken('merge', { sellers: [] })]).toEqual(['merge', 'none']);
  expect([taken('cooperate', { wishes: [3] }), taken('cooperate', { breaks: [3] }), taken('cooperate', {})]).toEqual([
    'cooperate',
    'cooperate',
    'none',
  ]);
});

test('a deal’s problem is the view’s refusal; without a choice there is none', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const legal = {
    ...view.legal,
    loan: { refused: 'loan-too-soon' },
    venture: {},
    leave: { refused: 'not-in-a-tree' },
    sell: [{ seat: 3, refused: 'no-such-seat' }, { seat: 4 }],
    buy: [{ seat: 3, refused: 'no-such-seat' }, { seat: 4 }],
  } as never;
  const problem = (more: Partial<Draft>) => dealProblem({ ...firstDraft(view), ...more }, { ...view, legal });
  expect([
    problem({}),
    problem({ verb: 'capital' }),
    problem({ verb: 'capital', capital: 'loan' }),
    problem({ verb: 'capital', capital: 'venture' }),
    problem({ verb: 'leave' }),
    problem({ verb: 'cooperate', wishes: [3] }),
    problem({ verb: 'merge', mergeAs: 'sell', buyer: 3, sellers: [4] }),
    problem({ verb: 'merge', mergeAs: 'sell', buyer: 4, sellers: [3] }),
    problem({ verb: 'merge', mergeAs: 'buy', sellers: [4] }),
    problem({ verb: 'merge', mergeAs: 'buy', sellers: [4, 3], buyer: 4 }),
  ]).toEqual([
    undefined,
    undefined,
    'loan-too-soon',
    undefined,
    'not-in-a-tree',
    undefined,
    'no-such-seat',
    undefined,
    undefined,
    'no-such-seat',
  ]);
});
