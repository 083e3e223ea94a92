/** What bots ask of people in universities and offices: the first thing they lack, in turn, once. */
import { expect, test } from 'vitest';
import { botPleas } from '../../shared/bots/index.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

const [SPIN_OFF, PRIVATE, UNIVERSITY, BUREAU, COMMISSION] = [0, 1, 8, 10, 11] as const;
const LIST_FROM = 5;
const PLAN: Plan = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } };

/** A firm's view in a year of its turn, with a person in one other seat. */
function viewOf(seat: Seat, person: Seat, round = 6 - (seat % 3)): SeatView {
  const policies = zhongguancun.roster.map(({ kind }) =>
    kind === 'firm' ? 'solo' : kind === 'university' ? 'publish' : 'idle',
  );
  const match = new Match({ scenario: zhongguancun, seed: 1, policies });
  match.take({
    at: 0,
    by: 'desk',
    action: { type: 'assignSeat', seat: person, control: 'human', player: 'somebody' },
  });
  match.take({ at: 0, by: 'desk', action: { type: 'advancePhase' } });
  const view = viewFor(match.state, seat);
  return { ...view, public: { ...view.public, round } };
}

const asked = (view: SeatView, plan = PLAN) => botPleas(view, plan, LIST_FROM).map(({ to, plea }) => [to, plea]);

function withPact(view: SeatView, kept: boolean): SeatView {
  const pacts = [{ a: view.seat, b: 2, since: 1, kept }];
  return { ...view, public: { ...view.public, pacts } };
}

function ordered(view: SeatView, seat: Seat): SeatView {
  const points = { kind: 'government', command: 2, law: 0, reform: 0, fund: 0, training: 0 } as const;
  const happenings = [{ type: 'PolicyMade', law: 0, distance: 0, fund: 0, commons: 0, spent: [{ seat, points }] }];
  return { ...view, public: { ...view.public, happenings: happenings as unknown as SeatView['public']['happenings'] } };
}

test('a spin-off asks its university for an open lab, or to loosen its hold', () => {
  const view = viewOf(SPIN_OFF, UNIVERSITY);
  expect(asked(view)).toEqual([[UNIVERSITY, 'openLab']]);
  const seats = view.public.seats.map((seat) => (seat.seat === SPIN_OFF ? { ...seat, held: true as const } : seat));
  expect(asked({ ...view, public: { ...view.public, seats } })).toEqual([[UNIVERSITY, 'loosen']]);
  expect(asked(viewOf(PRIVATE, UNIVERSITY))).toEqual([]);
});

test('a spin-off asks a bureau that commanded to stop, and a poor one to be taken in', () => {
  const view = viewOf(SPIN_OFF, BUREAU);
  expect(asked(view)).toEqual([]);
  expect(asked(ordered(view, BUREAU))).toEqual([[BUREAU, 'noOrders']]);
  expect(asked({ ...view, books: { ...view.books, cash: 1 } })).toEqual([[BUREAU, 'takeUsIn']]);
  expect(asked(ordered(viewOf(PRIVATE, BUREAU), BUREAU))).toEqual([]);
});

test('a firm with kept pacts asks for a certificate, a betrayed one for law', () => {
  const view = viewOf(PRIVATE, COMMISSION);
  expect(asked(view)).toEqual([]);
  expect(asked(withPact(view, true))).toEqual([[COMMISSION, 'certify']]);
  expect(asked(withPact({ ...view, public: { ...view.public, round: LIST_FROM - 3 } }, true))).toEqual([]);
  const gave = (view.given as number[]).map((_, seat) => (seat === 2 ? 1 : 0));
  expect(asked(withPact({ ...view, given: gave }, false))).toEqual([[COMMISSION, 'makeLaw']]);
});

test('no plea is made out of turn, twice, to a bot, or without talk', () => {
  const view = viewOf(SPIN_OFF, UNIVERSITY);
  expect(asked({ ...view, public: { ...view.public, round: view.public.round + 1 } })).toEqual([]);
  expect(asked({ ...view, public: { ...view.public, talkOn: false } })).toEqual([]);
  const made = { id: 1, kind: 'plea', from: SPIN_OFF, to: UNIVERSITY, status: 'declined', plea: 'openLab' } as const;
  expect(asked({ ...view, offers: [made] })).toEqual([]);
  expect(asked(viewOf(SPIN_OFF, PRIVATE))).toEqual([]);
});
