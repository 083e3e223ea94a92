/** What a tab remembers over a reload; values of other versions are ignored. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByRound } from '../../client/state/by-round.ts';
import { dealingsWith, rememberDealings } from '../../client/state/dealings.ts';
import { draftOf, firstDraft, place, planOf } from '../../client/state/draft.ts';
import { adoptPlan, changeDraft, draft, openDraft, tookOver } from '../../client/state/draft-store.ts';
import { isListOf, isNumber } from '../../client/state/guards.ts';
import { session } from '../../client/state/storage.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

const view = viewFor(districtAt({ round: 2 }).state, FIRM);
const first = firstDraft(view);
const traded = place(first, view, 'trade', 30);

/** Simulates a reload of the page, with another game opened meanwhile. */
function reopened(table: string, seen: SeatView = view) {
  openDraft('another game', seen);
  openDraft(table, seen);
  return draft.value;
}

test('no seat was taken over before there is one', () => {
  expect(tookOver.value).toBe(false);
});

test('a draft returns only for its own game and round', () => {
  openDraft('mine', view);
  changeDraft(traded);
  expect(reopened('mine')).toEqual(traded);
  expect(reopened('somebody else’s')).toEqual(first);
  const later = { ...view, public: { ...view.public, round: 3 } };
  expect(reopened('mine', later)).toEqual(firstDraft(later));
});

test('a plan filed elsewhere replaces the draft unless it was changed here and not filed', () => {
  const elsewhere = planOf(place(first, view, 'research', 20), view);
  const other = planOf(place(first, view, 'research', 10), view);
  openDraft('a table', view);
  changeDraft(traded);
  adoptPlan(view, elsewhere);
  expect(draft.value).toEqual(traded);
  adoptPlan(view, planOf(traded, view));
  adoptPlan(view, elsewhere);
  expect(draft.value).toEqual(draftOf(elsewhere));
  // What was half decided in one game is nothing to the next.
  changeDraft(traded);
  openDraft('another table', view);
  adoptPlan(view, other);
  expect(draft.value).toEqual(draftOf(other));
});

test('a seat whose bot has filed in the practice is told so, no other', () => {
  const plan = planOf(traded, view);
  let tables = 0;
  const comes = (seen: SeatView, shown: Partial<SeatView['public']>) => {
    tables += 1;
    openDraft(`table ${tables}`, { ...seen, public: { ...seen.public, ...shown } });
    return tookOver.value;
  };
  const filed = { ...view, plan };
  expect(comes(filed, { practice: true, phase: 'plan' })).toBe(true);
  expect(comes(view, { practice: true, phase: 'plan' })).toBe(false);
  expect(comes(filed, { practice: true, phase: 'reveal' })).toBe(false);
  expect(comes(filed, { phase: 'plan' })).toBe(false);
  openDraft('mine once more', view);
  changeDraft(traded);
  openDraft('elsewhere', view);
  openDraft('mine once more', { ...filed, public: { ...view.public, practice: true, phase: 'plan' } });
  expect(tookOver.value).toBe(false);
});

test('a stored draft is taken whole or not at all', () => {
  const stored = { table: 'mine', round: 2, draft: { ...traded, buyer: 4, capital: 'loan' } };
  const tried = (kept: unknown) => {
    session.set('draft', JSON.stringify(kept));
    return reopened('mine');
  };
  expect(tried(stored)).toEqual(stored.draft);
  for (const field of Object.keys(stored.draft))
    expect([field, tried({ ...stored, draft: { ...stored.draft, [field]: null } })]).toEqual([field, first]);
  fc.assert(
    fc.property(fc.jsonValue(), (kept) => {
      expect(tried({ ...stored, draft: kept })).toEqual(first);
    }),
  );
});

test('rounds are remembered by game, and invalid values are dropped', () => {
  const opened = () => new ByRound('rounds', isListOf(isNumber));
  const { public: seen } = view;
  const tab = opened();
  tab.remember('mine', { ...seen, phase: 'plan', round: 2 }, [1]);
  tab.remember('mine', { ...seen, phase: 'reveal', round: 2 }, [2]);
  const reloaded = opened();
  reloaded.remember('mine', { ...seen, phase: 'news', round: 4 }, [3]);
  expect([1, 2, 3].map((round) => reloaded.after(round))).toEqual([[1], [2], [3]]);
  reloaded.remember('another', { ...seen, phase: 'plan', round: 2 }, [9]);
  expect(reloaded.after(2)).toBeUndefined();

  for (const rounds of [{ 1: 'one' }, [['1']], null, 7]) {
    session.set('rounds', JSON.stringify({ table: 'mine', rounds }));
    const spoiled = opened();
    spoiled.remember('mine', { ...seen, phase: 'plan', round: 3 }, [2]);
    expect([spoiled.after(1), spoiled.after(2)]).toEqual([undefined, [2]]);
  }
});

test('the last promise of a year is remembered, in its own game only', () => {
  const [round] = view.public.history;
  if (round === undefined) throw new Error('a round was played');
  const offer = (promise: number, status = 'open') => ({ from: 2, to: FIRM, promise, status });
  const said = [offer(3), offer(5), offer(9, 'declined')] as never;
  const { said: _, ...silent } = view;
  const revealed: SeatView = { ...view, said, public: { ...view.public, phase: 'reveal', history: [round] } };
  const planned: SeatView = { ...silent, public: { ...view.public, history: [round] } };
  rememberDealings('mine', revealed);
  rememberDealings('mine', planned);
  expect(dealingsWith(planned, 2, 1)).toEqual([expect.objectContaining({ promised: 5 })]);
  rememberDealings('another', planned);
  expect(dealingsWith(planned, 2, 1)).toEqual([expect.not.objectContaining({ promised: 5 })]);
});

test('what one gave and received is known for the years this tab was there', () => {
  const played = (rounds: number, given: readonly number[], received: readonly number[]): SeatView => {
    const [round] = view.public.history;
    if (round === undefined) throw new Error('a round was played');
    const history = Array.from({ length: rounds }, (_, index) => ({ ...round, round: index + 1 }));
    return { ...view, given, received, public: { ...view.public, history } };
  };
  rememberDealings('mine', played(1, [0, 0, 3], [0, 0, 1]));
  const now = played(2, [0, 0, 2], [0, 0, 4]);
  rememberDealings('mine', now);
  expect(dealingsWith(now, 2, 3)).toEqual([
    { gave: 3, got: 1 },
    { gave: 2, got: 4 },
  ]);
  rememberDealings('another', played(0, [], []));
  expect(dealingsWith(played(0, [], []), 2, 3)).toEqual([]);
  // Before this page has kept anything of it, the view tells the last year.
  rememberDealings('a third', played(0, [], []));
  expect(dealingsWith(played(1, [0, 0, 5], [0, 0, 6]), 2, 2)).toEqual([{ gave: 5, got: 6 }]);
  // A seat without an entry for the year gave and received nothing.
  rememberDealings('mine', now);
  expect(dealingsWith(now, 7, 1)).toEqual([{ gave: 0, got: 0 }]);
});
