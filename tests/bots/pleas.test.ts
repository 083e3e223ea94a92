/** What bots ask of people in universities and offices: the first thing they lack, in turn, once. */
import { expect, test } from 'vitest';
import { botPleas, replyTo } from '../../shared/bots/index.ts';
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

test('two of cash are enough to live on, half a point is a gift, and lists are asked for from their first year on', () => {
  const poor = viewOf(SPIN_OFF, BUREAU);
  const withCash = (cash: number) => asked({ ...poor, books: { ...poor.books, cash } });
  expect([withCash(2), withCash(1.9)]).toEqual([[], [[BUREAU, 'takeUsIn']]]);

  const view = withPact(viewOf(PRIVATE, COMMISSION), false);
  const gifts = (gave: number, got: number) => {
    const by = (points: number) => view.public.seats.map(({ seat }) => (seat === 2 ? points : 0));
    return asked({ ...view, given: by(gave), received: by(got) });
  };
  expect([gifts(0.5, 0.4), gifts(0.4, 0), gifts(2, 0.5)]).toEqual([[[COMMISSION, 'makeLaw']], [], []]);

  const from = (round: number) => botPleas(withPact(viewOf(PRIVATE, COMMISSION), true), PLAN, round).length;
  const { round } = view.public;
  expect([from(round), from(round + 1)]).toEqual([1, 0]);
});

test('what others asked for, and what other offices ordered, is no reason to be silent or to plead', () => {
  const view = viewOf(SPIN_OFF, UNIVERSITY);
  const plea = { id: 1, kind: 'plea', from: SPIN_OFF, to: UNIVERSITY, status: 'open', plea: 'openLab' } as const;
  const among = (change: object) => asked({ ...view, offers: [{ ...plea, ...change }] }).length;
  expect([among({ from: 2 }), among({ to: 9 }), among({ kind: 'pact' }), among({})]).toEqual([1, 1, 1, 0]);
  expect(asked(ordered(viewOf(SPIN_OFF, BUREAU), COMMISSION))).toEqual([]);
});

test('who is listed asks for nothing more, and who is owned asks nobody to take it in', () => {
  const as = (view: SeatView, own: Partial<SeatView['public']['seats'][number]>): SeatView => {
    const seats = view.public.seats.map((seat) => (seat.seat === view.seat ? { ...seat, ...own } : seat));
    return { ...view, public: { ...view.public, seats } };
  };
  const poor = viewOf(SPIN_OFF, BUREAU);
  const broke = { ...poor, books: { ...poor.books, cash: 1 } };
  expect(asked(as(broke, { owner: 3 }))).toEqual([]);
  expect(asked(as(ordered(poor, BUREAU), { listed: true }))).toEqual([]);
  expect(asked(as(withPact(viewOf(PRIVATE, COMMISSION), true), { listed: true }))).toEqual([]);
});

test('one pact that was not kept costs the certificate, others’ pacts and those just made say nothing', () => {
  const view = viewOf(PRIVATE, COMMISSION);
  const among = (...pacts: SeatView['public']['pacts']) => asked({ ...view, public: { ...view.public, pacts } });
  const kept = { a: 0, b: PRIVATE, since: 1, kept: true };
  expect(among(kept)).toEqual([[COMMISSION, 'certify']]);
  expect(among(kept, { a: PRIVATE, b: 2, since: 1, kept: false })).toEqual([]);
  expect(among(kept, { a: PRIVATE, b: 2, since: 3 }, { a: 2, b: 3, since: 1, kept: false })).toEqual([
    [COMMISSION, 'certify'],
  ]);
  expect(among({ a: 2, b: 3, since: 1, kept: true })).toEqual([]);
});

test('no plea is made out of turn, twice, to a bot, or without talk', () => {
  const view = viewOf(SPIN_OFF, UNIVERSITY);
  expect(asked({ ...view, public: { ...view.public, round: view.public.round + 1 } })).toEqual([]);
  expect(asked({ ...view, public: { ...view.public, talkOn: false } })).toEqual([]);
  const made = { id: 1, kind: 'plea', from: SPIN_OFF, to: UNIVERSITY, status: 'declined', plea: 'openLab' } as const;
  expect(asked({ ...view, offers: [made] })).toEqual([]);
  expect(asked(viewOf(SPIN_OFF, PRIVATE))).toEqual([]);
});

test('who says no gives the reason that its own plan holds', () => {
  const view = viewOf(SPIN_OFF, PRIVATE);
  const lab = { kind: 'university', publish: 0, outside: 0, shelter: 0, open: 0, shares: [] } as const;
  const university = { ...lab, wishes: [], breaks: [] };
  expect(replyTo(view, { ...university, publish: 4, shelter: 2 }, 'openLab', LIST_FROM)).toBe('papersFirst');
  expect(replyTo(view, { ...university, outside: 6 }, 'openLab', LIST_FROM)).toBe('clientsFirst');
  expect(replyTo(view, { ...university, shelter: 3, publish: 3 }, 'openLab', LIST_FROM)).toBe('shelterFirst');
  expect(replyTo(view, { ...university, shelter: 2, publish: 4 }, 'loosen', LIST_FROM)).toBe('shelterFirst');
  expect(replyTo(view, university, 'openLab', LIST_FROM)).toBe('elsewhere');

  const office = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 } as const;
  const at = (round: number) => ({ ...view, public: { ...view.public, round } });
  expect(replyTo(at(1), { ...office, command: 3 }, 'noOrders', LIST_FROM)).toBe('ordersFirst');
  expect(replyTo(at(LIST_FROM), { ...office, command: 3 }, 'noOrders', LIST_FROM)).toBe('ordersUnlessSealed');
  expect(replyTo(view, { ...office, law: 3 }, 'takeUsIn', LIST_FROM)).toBe('noOrdersNow');
  expect(replyTo(at(1), office, 'certify', LIST_FROM)).toBe('sealsLater');
  expect(replyTo(at(LIST_FROM), office, 'certify', LIST_FROM)).toBe('noSeals');
  expect(replyTo(at(LIST_FROM), { ...office, list: [1] }, 'certify', LIST_FROM)).toBe('sealsToKeepers');
  expect(replyTo(view, { ...office, fund: 4, training: 2 }, 'makeLaw', LIST_FROM)).toBe('fundFirst');
  expect(replyTo(view, office, 'makeLaw', LIST_FROM)).toBe('idleNow');
});
