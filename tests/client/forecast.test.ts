/** The forecast against the engine: the outcome lies in the shown range whenever the stated assumptions hold. */
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../client/state/draft.ts';
import { forecast, type NumbersIn, type Range } from '../../client/state/forecast.ts';
import { yearlyNumbers } from '../../client/state/game-parameters.ts';
import type { PolicyName } from '../../shared/bots/index.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Deal, Plan } from '../../shared/engine/plans.ts';
import { resolve } from '../../shared/engine/resolve.ts';
import { districtInnovation } from '../../shared/engine/score.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

const SLACK = 1e-6;
/** Parameters by year. */
function yearsOf(view: SeatView): NumbersIn {
  const numbersIn = yearlyNumbers(view.public);
  if (numbersIn === undefined) throw new Error('the scenario is known');
  return numbersIn;
}

function expectWithin(value: number, range: Range, what: string): void {
  expect(value, what).toBeGreaterThanOrEqual(range.low - SLACK);
  expect(value, what).toBeLessThanOrEqual(range.high + SLACK);
}

interface FirmYear {
  readonly now: SeatView;
  readonly later: SeatView;
  readonly plan: Plan;
  /** Trust of `other` in this firm, which no forecast may know but the test must. */
  readonly trustedBy: (other: Seat) => number;
}

function firmYears(policies: PolicyName): readonly FirmYear[] {
  return [1, 2, 3].flatMap((seed) =>
    [1, 2, 4, 7, 9, 12].flatMap((round) => {
      const { state, plans, match } = districtAt({ round, policies, seed });
      const after = match.tryRound(plans);
      return plans.flatMap((plan, seat) => {
        if (plan.kind !== 'firm') return [];
        const trustedBy = (other: Seat) => state.trust[other * state.actors.length + seat] ?? 0;
        return [{ now: viewFor(state, seat), later: viewFor(after, seat), plan, trustedBy }];
      });
    }),
  );
}

test.each(['solo', 'trader', 'trader-with-loans'] as const)(
  '%s: income, knowledge and cash come out in the range',
  (policies) => {
    for (const { now, later, plan } of firmYears(policies)) {
      if (now.public.seats[now.seat]?.failures !== later.public.seats[later.seat]?.failures) continue;
      const expected = forecast(draftOf(plan), now, yearsOf(now));
      if (expected === undefined || later.result === undefined) throw new Error('a firm has a forecast and a result');
      const { product, trade } = later.result;
      const year = `of ${now.seat} in ${now.public.round}`;
      expectWithin(product, expected.product, `product ${year}`);
      expectWithin(trade, expected.trade, `trade ${year}`);
      expectWithin(later.books.knowledge - now.books.knowledge, expected.knowledge, `knowledge ${year}`);
      expectWithin(later.books.cash, expected.cash, `cash ${year}`);
    }
  },
);

test('the range is narrow: a firm without pacts knows its product to within half', () => {
  for (const { now, plan } of firmYears('solo')) {
    const product = forecast(draftOf(plan), now, yearsOf(now))?.product;
    if (product === undefined) throw new Error('a firm has a forecast');
    expect(product.high).toBeLessThan(2 * product.low);
  }
});

test('with partners: never below the low end; within the high one when they gave and trusted as assumed', () => {
  let held = 0;
  for (const { now, later, plan, trustedBy } of firmYears('cooperate')) {
    const draft = draftOf(plan);
    const expected = forecast(draft, now, yearsOf(now));
    if (expected === undefined || later.result === undefined) throw new Error('a firm has a forecast and a result');
    const grown = later.books.knowledge - now.books.knowledge;
    expect(grown).toBeGreaterThanOrEqual(expected.knowledge.low - SLACK);
    const surprised = later.received.some(
      (points, seat) =>
        points > Math.max(draft.shares[seat] ?? 0, now.received[seat] ?? 0) + SLACK ||
        (points > 0 && trustedBy(seat) > (now.trust[seat] ?? 0) + SLACK),
    );
    if (surprised) continue;
    held += 1;
    expectWithin(grown, expected.knowledge, `knowledge of ${now.seat} in ${now.public.round}`);
    expectWithin(later.result.product, expected.product, `product of ${now.seat} in ${now.public.round}`);
  }
  expect(held).toBeGreaterThan(20);
});

test('a loan is in the cash at once, with its first instalment in the costs', () => {
  const { state } = districtAt({ round: 1 });
  const view = viewFor(state, 1);
  const numbers = yearsOf(view)(1);
  const plan = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } } as const;
  const without = forecast(draftOf(plan), view, yearsOf(view));
  const withLoan = forecast(draftOf({ ...plan, deal: { kind: 'loan' } }), view, yearsOf(view));
  if (without === undefined || withLoan === undefined) throw new Error('a firm has a forecast');
  const service = numbers.loanCash / numbers.loanInstalments + numbers.loanInterest * numbers.loanCash;
  expect(withLoan.cash.low - without.cash.low).toBeCloseTo(numbers.loanCash - service);
  expect(withLoan.deal).toEqual({ low: numbers.loanCash, likely: numbers.loanCash, high: numbers.loanCash });
  // A loan is no gain, and its interest is a loss.
  const interest = numbers.loanInterest * numbers.loanCash;
  expect(withLoan.score.likely - without.score.likely).toBeCloseTo(-interest);
});

test('a foreign partner: the cash at once, and only the pact that stays is counted on', () => {
  const { state, plans, match } = districtAt({ round: 8, policies: 'cooperate' });
  let tried = 0;
  for (const [seat, own] of plans.entries()) {
    if (own.kind !== 'firm') continue;
    const plan: Plan = { ...own, deal: { kind: 'foreign' } };
    const now = viewFor(state, seat);
    const numbers = yearsOf(now)(8);
    const expected = forecast(draftOf(plan), now, yearsOf(now));
    const after = match.tryRound(plans.map((other, place) => (place === seat ? plan : other)));
    const later = viewFor(after, seat);
    if (expected === undefined || later.result === undefined) throw new Error('a firm has a forecast and a result');
    expect(later.legal.partners).toHaveLength(1);
    expect(later.result.fromResearch).toBeGreaterThan(0);
    expectWithin(later.books.cash, expected.cash, `cash of ${seat}`);
    expectWithin(later.books.knowledge - now.books.knowledge, expected.knowledge, `knowledge of ${seat}`);
    const usual = forecast(draftOf(own), now, yearsOf(now));
    expect(expected.knowledge.high - numbers.foreignKnowledge * numbers.knowledgeKept).toBeLessThan(
      usual?.knowledge.high ?? 0,
    );
    tried += 1;
  }
  expect(tried).toBe(8);
});

test('a firm that leaves: the price is paid, no tribute any more, and all of it comes out in the range', () => {
  const { state: free, match } = districtAt({ round: 4 });
  const state = { ...free, firms: free.firms.map((firm, seat) => (seat === 1 ? { ...firm, owner: 3 } : firm)) };
  const now = viewFor(state, 1);
  const plan: Plan = { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'leave' } };
  const expected = forecast(draftOf(plan), now, yearsOf(now));
  if (expected === undefined) throw new Error('a firm has a forecast');
  expect(expected.causes).toContain('leaving');
  expect(expected.leaveRefused).toBeUndefined();
  expect(expected.deal.likely).toBeCloseTo(-(now.quotes.leavePrice ?? 0));
  // If command holds the firm, nothing is paid.
  expect(expected.deal.high).toBe(0);
  const plans = match.plans().map((own, seat) => (seat === 1 ? plan : own));
  const before = { ...state, plans: plans.map((own) => ({ plan: own, by: 'bot' as const })) };
  const later = viewFor(resolve(before).after, 1);
  expect(later.public.seats[1]?.owner).toBeUndefined();
  expectWithin(later.books.cash, expected.cash, 'cash');
  expectWithin(later.books.knowledge - now.books.knowledge, expected.knowledge, 'knowledge');
});

test('a bureau is told in the last year what the innovation of all years adds, and not before', () => {
  const bureauIn = (round: number) => {
    const view = viewFor(districtAt({ round, policies: 'cooperate', governments: 'enable' }).state, 10);
    const idle = { command: 0, law: 0, reform: 0, fund: 0, training: 0 };
    return { view, expected: forecast(draftOf({ kind: 'government', ...idle }), view, yearsOf(view)) };
  };
  const { view, expected } = bureauIn(12);
  const { match } = districtAt({ round: 12, policies: 'cooperate', governments: 'enable' });
  const share = match.state.parameters.scoreBureauInnovation;
  const saved = share * districtInnovation(view.public.history);
  expect(expected?.atEnd).toBeGreaterThan(saved);
  expect(expected?.score.likely).toBeGreaterThan(expected?.atEnd ?? Number.NaN);
  const { score } = viewFor(
    resolve({ ...match.state, plans: match.plans().map((plan) => ({ plan, by: 'bot' })) }).after,
    10,
  );
  expect(Math.abs(score - view.score - (expected?.score.likely ?? 0))).toBeLessThan(saved / 2);
  expect(bureauIn(11).expected?.atEnd).toBeUndefined();
});

test('a firm that command would hold as last year is told so, and pays nothing', () => {
  const { state: free } = districtAt({ round: 4 });
  const owned = {
    ...free,
    firms: free.firms.map((firm, seat) => (seat === 1 ? { ...firm, owner: 3, forced: true } : firm)),
  };
  const orders = free.lastRound.map((event) =>
    event.type === 'PolicyMade'
      ? { ...event, spent: event.spent.map((body) => ({ ...body, points: { ...body.points, command: 3 } })) }
      : event,
  );
  const now = viewFor({ ...owned, lastRound: orders }, 1);
  const plan: Plan = { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'leave' } };
  const expected = forecast(draftOf(plan), now, yearsOf(now));
  expect(expected?.leaveRefused).toBe('command');
  // If held as last year it pays nothing; otherwise the price.
  expect(expected?.deal).toEqual({ low: expect.closeTo(-(now.quotes.leavePrice ?? Number.NaN)), likely: 0, high: 0 });
});

test.each(['solo', 'trader', 'trader-with-loans', 'cooperate', 'merger'] as const)(
  '%s: the lines of the forecast add up to its cash',
  (policies) => {
    for (const { now, plan } of firmYears(policies)) {
      const expected = forecast(draftOf(plan), now, yearsOf(now));
      if (expected === undefined) throw new Error('a firm has a forecast');
      const { product, trade, costs, fromTree, deal, cash } = expected;
      const earned = product.likely + trade.likely + fromTree.likely;
      const sum = now.books.cash + earned - costs.likely + deal.likely;
      expect(cash.likely).toBeCloseTo(sum);
    }
  },
);

test('a certificate: more is learned and less tax paid, in the forecast as in the year', () => {
  const { state: plain, plans } = districtAt({ round: 6 });
  const state = { ...plain, listed: [1] };
  const now = viewFor(state, 1);
  const own = plans[1];
  if (own === undefined) throw new Error('a firm has a plan');
  const expected = forecast(draftOf(own), now, yearsOf(now));
  const without = forecast(draftOf(own), viewFor(plain, 1), yearsOf(now));
  if (expected === undefined || without === undefined) throw new Error('a firm has a forecast');
  expect(expected.knowledge.low).toBeGreaterThan(without.knowledge.low);
  const listing = plans.map((plan, seat) =>
    seat === 11 && plan.kind === 'government' ? { ...plan, list: [1] } : plan,
  );
  const before = { ...state, plans: listing.map((plan) => ({ plan, by: 'bot' as const })) };
  const later = viewFor(resolve(before).after, 1);
  expectWithin(later.books.cash, expected.cash, 'cash');
  expectWithin(later.books.knowledge - now.books.knowledge, expected.knowledge, 'knowledge');
});

describe('what a forecast says that it rests on', () => {
  const now = viewFor(districtAt({ round: 1, policies: 'solo', seed: 1 }).state, 1);
  const firm = (trade: number, research: number, deal: Deal = { kind: 'none' }): Plan => {
    return { kind: 'firm', trade, research, shares: [], deal };
  };
  const causes = (plan: Plan, view: SeatView = now) => forecast(draftOf(plan), view, yearsOf(view))?.causes ?? [];
  /** Each firm in a field of its own, except those named. */
  const inField = (field: number, ...seats: readonly Seat[]): SeatView => {
    const changed = now.public.seats.map((seat) =>
      seat.kind === 'firm' ? { ...seat, field: seats.includes(seat.seat) ? field : 10 + seat.seat } : seat,
    );
    return { ...now, public: { ...now.public, seats: changed } };
  };

  test('names partners who gave and receive nothing', () => {
    const { state, plans } = districtAt({ round: 5, policies: 'cooperate' });
    const partnered = viewFor(state, 1);
    const [own] = plans.filter((_, seat) => seat === 1);
    if (own === undefined) throw new Error('a firm has a plan');
    expect(causes(firm(6, 0), partnered)).toContain('taking');
    expect(causes(own, partnered)).not.toContain('taking');
  });

  test('names for trade everybody’s trade, and luck', () => {
    expect(causes(firm(6, 0))).toEqual(expect.arrayContaining(['glut', 'luck']));
    for (const not of ['partners', 'rivals', 'commons', 'venture', 'subsidiaries', 'leaving', 'merger'])
      expect(causes(firm(6, 0))).not.toContain(not);
    expect(causes(firm(0, 6))).not.toContain('glut');
  });

  test('names for research rivals in the field, and common knowledge', () => {
    expect(causes(firm(0, 6), inField(1, 1, 3))).toEqual(expect.arrayContaining(['rivals', 'commons']));
    expect(causes(firm(0, 6), inField(1, 1))).not.toContain('rivals');
    expect(causes(firm(6, 0), inField(1, 1, 3))).not.toContain('rivals');
  });

  test('names for venture capital the grant, for a merger the other side, for a loan nothing', () => {
    expect(causes(firm(3, 3, { kind: 'venture' }))).toContain('venture');
    expect(causes(firm(3, 3, { kind: 'sell', buyer: 3 }))).toContain('merger');
    for (const not of ['venture', 'merger']) expect(causes(firm(3, 3, { kind: 'loan' }))).not.toContain(not);
  });

  test('names for a spin-off its university’s shelter', () => {
    const spinOff = viewFor(districtAt({ round: 1, policies: 'solo', seed: 1 }).state, 0);
    expect(causes(firm(6, 0), spinOff)).toContain('shelter');
    expect(causes(firm(6, 0))).not.toContain('shelter');
  });
});

test('the figure shown lies in the range beside it, for every seat', () => {
  for (const round of [1, 4, 8]) {
    const { state, plans } = districtAt({
      round,
      policies: 'tit-for-tat',
      universities: 'open',
      governments: 'enable',
    });
    plans.forEach((plan, seat) => {
      const view = viewFor(state, seat);
      const expected = forecast(draftOf(plan), view, yearsOf(view));
      if (expected === undefined) throw new Error('every seat has a forecast');
      for (const what of ['score', 'cash', 'knowledge'] as const)
        expectWithin(expected[what].likely, expected[what], `${what} of ${seat} in ${round}`);
    });
  }
});

test('danger: safe while even the low end pays, certain where the high end does not, open in between', () => {
  const { state, plans } = districtAt({ round: 4, policies: 'trader', seed: 1 });
  const seat = plans.findIndex(({ kind }) => kind === 'firm');
  const [plan, view] = [plans[seat], viewFor(state, seat)];
  if (plan === undefined) throw new Error('a firm plans');
  const withCash = (cash: number) => {
    const expected = forecast(draftOf(plan), { ...view, books: { ...view.books, cash } }, yearsOf(view));
    if (expected === undefined) throw new Error('a firm has a forecast');
    return expected;
  };
  const { low, high } = withCash(0).cash;
  expect(high).toBeGreaterThan(low);
  expect(withCash(0 - low + 1).danger).toBe('safe');
  expect(withCash(0 - high - 1).danger).toBe('fails');
  expect(withCash(0 - (low + high) / 2).danger).toBe('risky');
  const university = plans.findIndex(({ kind }) => kind === 'university');
  const taught = plans[university];
  if (taught === undefined) throw new Error('a university plans');
  expect(forecast(draftOf(taught), viewFor(state, university), yearsOf(view))?.danger).toBe('safe');
});

test('a plan that is safe this year and leads to no cash says in which year', () => {
  const { state } = districtAt({ round: 2 });
  const view = viewFor(state, 1);
  const nothing = draftOf({ kind: 'firm', trade: 0, research: 0, shares: [], deal: { kind: 'none' } });
  const withCash = (cash: number) => forecast(nothing, { ...view, books: { ...view.books, cash } }, yearsOf(view));
  const yearly = withCash(50);
  if (yearly?.later === undefined) throw new Error('there are years to come');
  const [first, third] = [50 - yearly.cash.likely, 50 - yearly.later.cash.likely];
  // Cash for one and a half years, two and a half, all three, and less than one.
  expect(withCash(first * 1.5)).toMatchObject({ danger: 'safe', runsOut: { round: 3, sure: true } });
  expect(withCash(third - first / 2)).toMatchObject({ danger: 'safe', runsOut: { round: 4, sure: true } });
  // Where only the worse outlook ends without cash, it is not sure.
  const cases = Array.from({ length: 40 }, (_, step) => withCash(third + step / 8)?.runsOut);
  expect(cases.findLast((runsOut) => runsOut !== undefined)).toMatchObject({ sure: false });
  expect(withCash(third + 5)?.runsOut).toBeUndefined();
  const broke = withCash(first - 5);
  expect(broke?.danger).not.toBe('safe');
  expect(broke?.runsOut).toBeUndefined();
});
