/** The exact bounds at which a bot's decision changes: cash, trust, the age of a pact, the size of a tree. */
import { describe, expect, test } from 'vitest';
import { botRandom, policyFor } from '../../shared/bots/index.ts';
import { isWelcome, withShareFor } from '../../shared/bots/signing.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { type FirmPlan, IDLE_UNIVERSITY, NO_DEAL, type Plan, type UniversityPlan } from '../../shared/engine/plans.ts';
import type { PublicSeat } from '../../shared/engine/public-view.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies } from '../../shared/simulation/populations.ts';

const UNIVERSITY = 8;

/** The news of round 5 on a street of cooperators. */
const match = new Match({
  scenario: zhongguancun,
  seed: 1,
  policies: dealPolicies(zhongguancun.roster, 1, { firms: ['cooperate'], universities: 'open' }),
});
while (match.state.round < 5) match.playRound();
const view = viewFor(match.state, 0);
const lab = viewFor(match.state, UNIVERSITY);
const alone: SeatView = { ...view, legal: { ...view.legal, partners: [] } };
const [partner = Number.NaN] = view.legal.partners;

function planOf(name: string, seen: SeatView): Plan {
  const bot = policyFor(name);
  if (bot === undefined) throw new Error(`no bot is called ${name}`);
  return bot(seen, botRandom(1, seen.seat));
}
function firmPlanOf(name: string, seen: SeatView): FirmPlan {
  const plan = planOf(name, seen);
  if (plan.kind !== 'firm') throw new Error('a firm plans as a firm');
  return plan;
}
const breaksOf = (plan: Plan) =>
  plan.kind === 'university'
    ? plan.breaks
    : plan.kind === 'firm' && plan.deal.kind === 'cooperate'
      ? plan.deal.breaks
      : [];
const wishesOf = (plan: Plan) =>
  plan.kind === 'university'
    ? plan.wishes
    : plan.kind === 'firm' && plan.deal.kind === 'cooperate'
      ? plan.deal.wishes
      : [];

const withCash = (seen: SeatView, cash: number): SeatView => ({ ...seen, books: { ...seen.books, cash } });
const withTrust = (seen: SeatView, seat: Seat, trust: number): SeatView => ({
  ...seen,
  trust: seen.trust.with(seat, trust),
});
/** The view with all pacts made in one year. */
const since = (seen: SeatView, year: number): SeatView => ({
  ...seen,
  public: { ...seen.public, pacts: seen.public.pacts.map((pact) => ({ ...pact, since: year })) },
});

describe('cash', () => {
  test('below six makes a firm trade a third point', () => {
    const traded = (cash: number) => firmPlanOf('cooperate', withCash(view, cash)).trade;
    expect([traded(6), traded(5.9)]).toEqual([2, 3]);
  });

  test('below ten makes a firm that lives from its trade seek capital', () => {
    const dealOf = (name: string, cash: number) => firmPlanOf(name, withCash(view, cash)).deal.kind;
    expect([dealOf('survival-first-with-loans', 9.9), dealOf('survival-first-with-loans', 10)]).toEqual([
      'loan',
      'cooperate',
    ]);
    const funded = { ...view, public: { ...view.public, fund: 30 } };
    const legal = { ...view.legal, venture: {} };
    const stake = (cash: number) =>
      firmPlanOf('survival-first-with-venture', withCash({ ...funded, legal }, cash)).deal;
    expect([stake(9.9).kind, stake(10).kind]).toEqual(['venture', 'cooperate']);
    expect(firmPlanOf('survival-first-with-loans', withCash(alone, 9.9)).deal.kind).not.toBe('loan');
  });

  test('beyond a reserve of six is used up in thirds before any more is traded', () => {
    const poor = { ...view, books: { ...view.books, knowledge: 0, loans: [] } };
    const traded = (cash: number) => firmPlanOf('survival-first', withCash(poor, cash)).trade;
    expect(traded(0)).toBe(traded(6));
    expect(traded(12)).toBeLessThan(traded(6));
    expect(traded(1_000)).toBe(0);
  });
});

describe('trust', () => {
  test.each([
    ['partner-choosing', 0.25],
    ['survival-first', 0.2],
  ])('of a partner below its bound makes %s leave', (name, bound) => {
    const old = since(view, 1);
    expect(breaksOf(planOf(name, withTrust(old, partner, bound)))).toEqual([]);
    expect(breaksOf(planOf(name, withTrust(old, partner, bound - 0.01)))).toEqual([partner]);
  });

  test('of a partner below a fifth makes an open university leave', () => {
    const [firm = Number.NaN] = lab.legal.partners;
    const old = since(lab, 1);
    expect(breaksOf(planOf('open', withTrust(old, firm, 0.2)))).toEqual([]);
    expect(breaksOf(planOf('open', withTrust(old, firm, 0.19)))).toEqual([firm]);
  });

  test('is not asked for in a pact of the last year, and is in one of the year before', () => {
    const lost = withTrust(view, partner, 0);
    const { round } = view.public;
    const left = (year: number) => breaksOf(planOf('partner-choosing', since(lost, year)));
    expect([left(round), left(round - 1), left(round - 2)]).toEqual([[], [], [partner]]);
  });

  test('of three tenths is not enough to be wished for, and a little more is', () => {
    const stranger = view.legal.pactWishes.find(({ refused }) => refused === undefined)?.seat ?? Number.NaN;
    const strangers = { ...view, trust: view.trust.map(() => 0) };
    const wished = (trust: number) => wishesOf(planOf('partner-choosing', withTrust(strangers, stranger, trust)));
    expect([wished(0.3), wished(0.31)]).toEqual([[], [stranger]]);
  });

  test('decides on a gift at signing from the third year on; before, a first gift decides', () => {
    const person = 3;
    const welcome = (round: number, trust: number, given: number) =>
      isWelcome(
        { ...withTrust(view, person, trust), given: view.given.with(person, given), public: { ...view.public, round } },
        person,
      );
    expect([welcome(2, 0, 0), welcome(2, 1, 0.1), welcome(3, 0.4, 0), welcome(3, 0.41, 5)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('a partner', () => {
  test('of last year is served in full by who gives tit for tat, then a quarter of a point beyond what it gave', () => {
    const one = { ...view, legal: { ...view.legal, partners: [partner] } };
    const { round } = view.public;
    const served = (year: number, received: number) =>
      firmPlanOf('tit-for-tat', {
        ...withCash(since(one, year), 20),
        received: view.received.with(partner, received),
      }).shares;
    expect(served(round - 1, 0)).toEqual([{ to: partner, points: 3 }]);
    expect(served(1, 0)).toEqual([{ to: partner, points: 0.3 }]);
    expect(served(1, 1.2)).toEqual([{ to: partner, points: 1.5 }]);
    expect(served(1, 9)).toEqual([{ to: partner, points: 3 }]);
  });

  test('that is new has its part, rounded up for the first; who plays alone rounds its research down', () => {
    const two = { ...withCash(since(view, view.public.round - 1), 20), budget: 5.5 };
    const shares = firmPlanOf('tit-for-tat', { ...two, legal: { ...view.legal, partners: [1, 2] } }).shares;
    expect(shares).toEqual([
      { to: 1, points: 1.3 },
      { to: 2, points: 1.2 },
    ]);
    expect(firmPlanOf('solo', two)).toMatchObject({ trade: 2.8, research: 2.7 });
  });

  test('has an equal part, and the first ones the tenths that are left', () => {
    const shared = firmPlanOf('cooperate', { ...withCash(view, 20), legal: { ...view.legal, partners: [1, 2, 3, 4] } });
    expect(shared).toMatchObject({ trade: 2, research: 1 });
    expect(shared.shares.map(({ to, points }) => [to, points])).toEqual([
      [1, 0.8],
      [2, 0.8],
      [3, 0.7],
      [4, 0.7],
    ]);
    const few = { ...view, budget: 3.2, legal: { ...view.legal, partners: [1, 2, 3] } };
    expect(firmPlanOf('cooperate', withCash(few, 20)).shares.map(({ to }) => to)).toEqual([1, 2]);
  });
});

describe('who leans on a tree', () => {
  /** Seat 5 is independent; the others are as given, and may buy and be sold. */
  const among = (trees: Readonly<Record<Seat, Partial<PublicSeat>>>, round = 2, seat = 5): SeatView => {
    const own = viewFor(match.state, seat);
    const seats = own.public.seats.map(({ owner: _, ...one }) => ({ ...one, treeSize: 1, ...trees[one.seat] }));
    const firms = seats.filter((one) => one.kind === 'firm' && one.seat !== seat).map((one) => ({ seat: one.seat }));
    return { ...own, public: { ...own.public, seats, round }, legal: { ...own.legal, buy: firms, sell: firms } };
  };
  const deal = (seen: SeatView) => firmPlanOf('merger', seen).deal;

  test('sells to the largest with less than four members, the first of those as large', () => {
    const trees = { 1: { treeSize: 4 }, 2: { treeSize: 2 }, 3: { treeSize: 3 }, 6: { treeSize: 3 } };
    expect(deal(among(trees))).toEqual({ kind: 'sell', buyer: 3 });
    expect(deal(among({ 1: { treeSize: 4 }, 7: { treeSize: 2 } }))).toEqual({ kind: 'sell', buyer: 7 });
  });

  test('else sells to the lowest that stands alone for three years, and then to the next', () => {
    expect([1, 2, 3].map((round) => deal(among({}, round)))).toEqual(Array(3).fill({ kind: 'sell', buyer: 0 }));
    const later = [4, 5, 6, 7, 8, 9].map((round) => deal(among({}, round)));
    const sold = later.flatMap((one, index) => (one.kind === 'sell' ? [one.buyer === (index + 1) % 5] : []));
    expect(sold.length).toBeGreaterThan(0);
    expect(sold.every(Boolean)).toBe(true);
    expect(new Set(later.map(({ kind }) => kind))).toEqual(new Set(['sell', 'buy']));
  });

  test('buys all that stand alone where it is the lowest, or heads a tree, and nothing where it is owned', () => {
    const rest = [1, 2, 3, 4, 5, 6, 7];
    expect(deal(among({}, 2, 0))).toEqual({ kind: 'buy', sellers: rest });
    expect(deal(among({ 0: { treeSize: 2 }, 4: { treeSize: 2 }, 5: { owner: 4 } }, 2, 0))).toEqual({
      kind: 'buy',
      sellers: rest.filter((seat) => seat !== 4),
    });
    expect(deal(among({ 5: { owner: 0 } }))).toEqual(NO_DEAL);
  });

  test('puts a third of its points into research, or a half; what does not divide is traded', () => {
    const points = (name: string, budget: number) => {
      const { trade, research } = firmPlanOf(name, { ...view, budget });
      return [trade, research];
    };
    expect([points('merger', 6), points('merger', 5.5), points('merger-rd', 5.5)]).toEqual([
      [4, 2],
      [3.7, 1.8],
      [2.8, 2.7],
    ]);
  });

  test('is bought by whoever takes what pays at once, as long as it stands alone', () => {
    const seller = among({ 2: { treeSize: 3 } });
    expect(firmPlanOf('best-reply', seller).deal).toEqual({ kind: 'sell', buyer: 2 });
    expect(firmPlanOf('best-reply', among({ 2: { treeSize: 3 }, 5: { treeSize: 2 } })).deal.kind).toBe('cooperate');
    expect(firmPlanOf('best-reply', among({ 2: { treeSize: 3 }, 5: { owner: 1 } })).deal.kind).toBe('cooperate');
  });
});

test('the best reply is trade down to a margin of about a half, then research', () => {
  const points = (margin: number) => {
    const { trade, research } = firmPlanOf('best-reply', { ...view, quotes: { ...view.quotes, margin } });
    return [trade, research];
  };
  expect([points(0.52), points(0.515)]).toEqual([
    [6, 0],
    [0, 6],
  ]);
});

describe('a gift at signing', () => {
  const firm = (trade: number, research: number): FirmPlan => ({
    kind: 'firm',
    trade,
    research,
    shares: [],
    deal: NO_DEAL,
  });

  test('is at most a point, of research first, then of trade above two', () => {
    const given = (trade: number, research: number) => withShareFor(firm(trade, research), 3);
    expect(given(5.7, 0.3)).toEqual({ ...firm(5, 0), shares: [{ to: 3, points: 1 }] });
    expect(given(2.1, 0.3)).toEqual({ ...firm(2, 0), shares: [{ to: 3, points: 0.4 }] });
    expect(given(1, 0)).toEqual(firm(1, 0));
  });

  test('of a university is of its papers, and nothing where it writes none', () => {
    const lab = (publish: number): UniversityPlan => ({ ...IDLE_UNIVERSITY, publish });
    expect(withShareFor(lab(0.4), 3)).toEqual({ ...lab(0), shares: [{ to: 3, points: 0.4 }] });
    expect(withShareFor(lab(5), 3)).toEqual({ ...lab(4), shares: [{ to: 3, points: 1 }] });
    expect(withShareFor(lab(0), 3)).toEqual(lab(0));
  });
});

describe('a university', () => {
  test('shelters with two thirds and writes with a third, or opens half and shares half', () => {
    const seen = { ...lab, budget: 5 };
    expect(planOf('shelter', seen)).toMatchObject({ shelter: 3.4, publish: 1.6 });
    const lonely = { ...lab, budget: 5.5, legal: { ...lab.legal, partners: [] } };
    expect(planOf('open', lonely)).toMatchObject({ open: 2.7, publish: 2.8, shares: [] });
    const joined = { ...lab, budget: 5.5, legal: { ...lab.legal, partners: [1, 2] } };
    expect(planOf('open', since(joined, 4))).toMatchObject({ open: 2.7, publish: 0, shares: [{ to: 1 }, { to: 2 }] });
  });
});
