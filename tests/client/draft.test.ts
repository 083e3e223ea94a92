/** The draft: what the form lets a player do, checked against what the engine's own `decide` takes. */
import { expect, test } from 'vitest';
import {
  type Draft,
  dealProblem,
  draftOf,
  firstDraft,
  place,
  placed,
  planOf,
  pointsLeft,
  samePlan,
  shareTargets,
  spreadEvenly,
  withAccepted,
} from '../../client/state/draft.ts';
import { decide } from '../../shared/engine/decide.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM, UNIVERSITY } from './district.ts';

test('a first draft has every point left; filled evenly, the engine takes it for every kind of actor', () => {
  const { state } = districtAt({ round: 1 });
  for (const { seat } of state.actors) {
    const view = viewFor(state, seat);
    const draft = spreadEvenly(firstDraft(view), view);
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

test('last year’s effort is where a new round starts, and a broken pact leaves its points over', () => {
  const { state } = districtAt({ round: 4, policies: 'cooperate' });
  const view = viewFor(state, FIRM);
  const draft = firstDraft(view);
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
  const draft = firstDraft({ ...view, budget: 3, lastPlan: spent });
  expect(draft.uses).toEqual({ command: 1, law: 1.5, reform: 0.5, fund: 0, training: 0 });
  expect(firstDraft({ ...view, budget: 5, lastPlan: spent }).uses).toMatchObject({ command: 2, law: 1.5 });
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
});

test('accepting an offer writes the answer into the draft', () => {
  const { state } = districtAt({ round: 1 });
  const draft = firstDraft(viewFor(state, FIRM));
  expect(withAccepted(draft, 'pact', 3)).toMatchObject({ verb: 'cooperate', wishes: [3] });
  expect(withAccepted(draft, 'buy', 3)).toMatchObject({ verb: 'merge', mergeAs: 'sell', buyer: 3 });
  expect(withAccepted(draft, 'sell', 3)).toMatchObject({ verb: 'merge', mergeAs: 'buy', sellers: [3] });
  const university = firstDraft(viewFor(state, UNIVERSITY));
  expect(withAccepted(university, 'pact', 3)).toMatchObject({ verb: 'none', wishes: [3] });
});

test('a deal that cannot be filed is named before it is sent', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, FIRM);
  const draft = firstDraft(view);
  expect(dealProblem({ ...draft, verb: 'merge' }, view)).toBe('nobody-chosen');
  expect(dealProblem({ ...draft, verb: 'capital', capital: 'foreign' }, view)).toBe('foreign-too-early');
  expect(dealProblem({ ...draft, verb: 'capital', capital: 'loan' }, view)).toBeUndefined();
});
