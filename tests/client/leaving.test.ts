/** The panel of leaving: effect by year, and what may hold the firm. */
import { beforeAll, expect, test } from 'vitest';
import { leaveOutlook } from '../../client/panels/deals/deal-leave.tsx';
import { draftOf } from '../../client/state/draft.ts';
import { needTexts } from '../../client/state/language.ts';
import { leavingBrings } from '../../client/state/leaving.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

beforeAll(() => needTexts(['play']));

const PLAN: FirmPlan = { kind: 'firm', trade: 2, research: 4, shares: [], deal: { kind: 'none' } };

function ownedIn(round: number): SeatView {
  const { state } = districtAt({ round, governments: 'command' });
  return viewFor(
    state,
    state.firms.findIndex((firm) => firm?.owner !== undefined),
  );
}

const bringsIn = (view: SeatView) => leavingBrings(draftOf(PLAN), view)?.brings ?? [];

test('leaving is forecast for three years, near the end for each year left', () => {
  const brings = bringsIn(ownedIn(9));
  expect(brings.map(({ round }) => round)).toEqual([9, 10, 11, 12]);
  // The price is paid once, and a free firm's higher income has fewer years left.
  expect(brings.map(({ change }) => change)).toEqual(
    brings.map(({ change }) => change).toSorted((one, other) => other - one),
  );
  const [last] = bringsIn(ownedIn(12));
  expect(last?.round).toBe(12);
  expect(last?.change).toBeLessThan(0);
  expect(leavingBrings(draftOf(PLAN), ownedIn(5))).toMatchObject({ years: 3, toTheEnd: false, brings: [{ round: 5 }] });
});

test('last year’s command does not change the forecast, and without a plan there is none', () => {
  const view = ownedIn(9);
  const idle: SeatView = { ...view, public: { ...view.public, happenings: [] } };
  const changes = (of: SeatView) => bringsIn(of).map(({ change }) => change);
  for (const [place, change] of changes(view).entries()) expect(changes(idle)[place]).toBeCloseTo(change, 1);
  const { lastPlan: _, ...first } = view;
  expect(leavingBrings(draftOf({ ...PLAN, trade: 1 }), first)).toBeUndefined();
});

test('what holds a firm is last year’s command, but for a certificate', () => {
  const view = ownedIn(9);
  expect(leaveOutlook(view)).toMatch(/^Command of 1 in all holds you, and last year there were [\d.]+\./);
  const idle: SeatView = { ...view, public: { ...view.public, happenings: [] } };
  expect(leaveOutlook(idle)).toMatch(/^Command of 1 in all would hold you; last year there were 0\./);
  const seats = view.public.seats.map((seat) => (seat.seat === view.seat ? { ...seat, listed: true as const } : seat));
  expect(leaveOutlook({ ...view, public: { ...view.public, seats } })).toBe(
    'You are certified: command cannot hold you.',
  );
});
