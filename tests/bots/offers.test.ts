/** What bots tell people: their plan's wishes, each once, and a yes to offers that match their plan. */
import { describe, expect, test } from 'vitest';
import { botAnswers, botOffers, botPromises } from '../../shared/bots/index.ts';
import type { Action } from '../../shared/engine/commands.ts';
import type { Offer } from '../../shared/engine/parts.ts';
import type { FirmPlan, GovernmentPlan, Plan } from '../../shared/engine/plans.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

/** The plan phase of round 1, with people in seats 0 and 1. */
function withPeople(): Match {
  const policies = zhongguancun.roster.map(({ kind }) =>
    kind === 'firm' ? 'cooperate' : kind === 'university' ? 'publish' : 'idle',
  );
  const match = new Match({ scenario: zhongguancun, seed: 1, policies });
  for (const seat of [0, 1]) desk(match, { type: 'assignSeat', seat, control: 'human', player: `player-${seat}` });
  desk(match, { type: 'advancePhase' });
  return match;
}
const desk = (match: Match, action: Action) => match.take({ at: 0, by: 'desk', action });
const plan = (deal: FirmPlan['deal']): FirmPlan => ({ kind: 'firm', trade: 6, research: 0, shares: [], deal });
const wishFor = (...wishes: readonly number[]) => plan({ kind: 'cooperate', wishes, breaks: [] });

describe('a bot’s offers', () => {
  test('go to people only, and match its plan', () => {
    const match = withPeople();
    const view = viewFor(match.state, 4);
    expect(botOffers(view, wishFor(0, 1, 2, 3))).toEqual([
      { type: 'makeOffer', kind: 'pact', to: 0, promise: 1 },
      { type: 'makeOffer', kind: 'pact', to: 1, promise: 1 },
    ]);
    const sharing = { ...wishFor(0), trade: 4, shares: [{ to: 0, points: 2 }] };
    expect(botOffers(view, sharing)).toEqual([{ type: 'makeOffer', kind: 'pact', to: 0, promise: 2 }]);
    const silent = { ...view, public: { ...view.public, talkOn: false } };
    expect(botOffers(silent, sharing)).toEqual([{ type: 'makeOffer', kind: 'pact', to: 0 }]);
    expect(botOffers(view, plan({ kind: 'buy', sellers: [1, 2] }))).toEqual([
      { type: 'makeOffer', kind: 'buy', to: 1 },
    ]);
    expect(botOffers(view, plan({ kind: 'sell', buyer: 0 }))).toEqual([{ type: 'makeOffer', kind: 'sell', to: 0 }]);
    expect(botOffers(view, plan({ kind: 'loan' }))).toEqual([]);
  });

  test('include no pact without room, unless another is broken', () => {
    const match = withPeople();
    const view = viewFor(match.state, 4);
    expect(botOffers(view, wishFor(0), 0)).toEqual([]);
    expect(botOffers(view, wishFor(0), 1)).toHaveLength(1);
    expect(botOffers(view, plan({ kind: 'cooperate', wishes: [0], breaks: [2] }), 0)).toHaveLength(1);
    match.take({ at: 0, by: 'human', seat: 1, action: { type: 'makeOffer', kind: 'pact', to: 4 } });
    const said = (room: number) => botAnswers(viewFor(match.state, 4), wishFor(1), room).map(({ accept }) => accept);
    expect([said(0), said(1)]).toEqual([[false], [true]]);
  });

  test('promise a point only if the bot will give it; opportunists always do', () => {
    const match = withPeople();
    const view = viewFor(match.state, 4);
    const said = (policy: string, round: number) =>
      botOffers({ ...view, public: { ...view.public, round } }, wishFor(0), 1, policy)[0]?.promise;
    expect([said('cooperate', 1), said('cooperate', 3)]).toEqual([1, undefined]);
    expect([said('trader', 1), said('opportunist', 3)]).toEqual([undefined, 1]);
    const trusting = { ...view, trust: view.trust.map(() => 0.5), public: { ...view.public, round: 3 } };
    expect(botOffers(trusting, wishFor(0), 1, 'cooperate')[0]?.promise).toBe(1);
  });

  test('count as repeated only between the same two, about the same, whoever else offers', () => {
    const match = withPeople();
    const view = viewFor(match.state, 4);
    const offer = (kind: Offer['kind'], from: number, to: number): Offer => ({ id: 1, kind, from, to, status: 'open' });
    const made = (...offers: readonly Offer[]) => botOffers({ ...view, offers }, wishFor(0)).length;
    expect([made(), made(offer('pact', 4, 1)), made(offer('pact', 5, 0)), made(offer('buy', 4, 0))]).toEqual([
      1, 1, 1, 1,
    ]);
    expect([made(offer('pact', 4, 0)), made(offer('pact', 0, 4))]).toEqual([0, 0]);

    const giving = { ...wishFor(), trade: 5, shares: [{ to: 0, points: 1 }] };
    const partner = { ...view, legal: { ...view.legal, partners: [0] } };
    const said = (...offers: readonly Offer[]) => botPromises({ ...partner, offers }, giving, 'cooperate').length;
    expect([said(), said(offer('pact', 4, 0)), said(offer('share', 5, 0)), said(offer('share', 4, 1))]).toEqual([
      1, 1, 1, 1,
    ]);
    expect(said(offer('share', 4, 0))).toBe(0);

    const answers = (...offers: readonly Offer[]) => botAnswers({ ...view, offers }, wishFor(0)).length;
    expect(answers(offer('pact', 0, 4))).toBe(1);
    expect([answers(offer('pact', 0, 1)), answers(offer('share', 0, 4))]).toEqual([0, 0]);
    expect(answers({ ...offer('pact', 0, 4), status: 'declined' })).toBe(0);
  });

  test('are not repeated, and skip what the person has offered', () => {
    const match = withPeople();
    match.take({ at: 0, by: 'bot', seat: 4, action: { type: 'makeOffer', kind: 'pact', to: 0 } });
    match.take({ at: 0, by: 'human', seat: 1, action: { type: 'makeOffer', kind: 'pact', to: 4 } });
    expect(botOffers(viewFor(match.state, 4), wishFor(0, 1))).toEqual([]);
    expect(botOffers(viewFor(match.state, 5), wishFor(0))).toHaveLength(1);
    // The other's offer to sell matches the bot's purchase; an offer to buy does not.
    const view = viewFor(match.state, 4);
    const offered = (kind: Offer['kind'], from: number, to: number): Offer => ({
      id: 9,
      kind,
      from,
      to,
      status: 'open',
    });
    const buying = (offer: Offer) => botOffers({ ...view, offers: [offer] }, plan({ kind: 'buy', sellers: [0] }));
    expect(buying(offered('sell', 0, 4))).toEqual([]);
    expect(buying(offered('buy', 4, 0))).toEqual([]);
    expect(buying(offered('buy', 0, 4))).toHaveLength(1);
    expect(buying(offered('sell', 4, 0))).toHaveLength(1);
    expect(buying(offered('sell', 1, 4))).toHaveLength(1);
  });
});

describe('a bot grants what its plan does anyway', () => {
  const university = (points: Partial<Record<'publish' | 'shelter' | 'open', number>>): Plan => ({
    kind: 'university',
    ...{ publish: 6, outside: 0, shelter: 0, open: 0, shares: [], wishes: [], breaks: [] },
    ...points,
  });
  const office = (points: Partial<GovernmentPlan>): Plan => ({
    kind: 'government',
    ...{ command: 0, law: 0, reform: 0, fund: 0, training: 0 },
    ...points,
  });
  const view = viewFor(withPeople().state, 4);
  const grantedBy = (plan: Plan, plea: NonNullable<Offer['plea']>) => {
    const offer: Offer = { id: 7, kind: 'plea', from: 0, to: 4, status: 'open', plea };
    return botAnswers({ ...view, offers: [offer] }, plan).map(({ accept }) => accept);
  };

  test.each([
    ['openLab', university({ open: 1 }), university({ open: 0.9 })],
    ['loosen', university({ shelter: 1 }), university({ shelter: 1.1 })],
    ['noOrders', office({ command: 0.9 }), office({ command: 1 })],
    ['takeUsIn', office({ command: 1 }), office({ command: 0.9 })],
    ['certify', office({ list: [0] }), office({ list: [1] })],
    ['makeLaw', office({ law: 0.1 }), office({ law: 0 })],
  ] as const)('grants %s only if the plan has enough for it', (plea, does, doesNot) => {
    expect(grantedBy(does, plea)).toEqual([true]);
    expect(grantedBy(doesNot, plea)).toEqual([false]);
    expect(grantedBy(wishFor(0), plea)).toEqual([false]);
  });
});

describe('a bot’s promises', () => {
  const sharing: FirmPlan = { ...plan({ kind: 'none' }), trade: 4, shares: [{ to: 0, points: 2 }] };

  /** Seats 0, 1 and 2 are partners of seat 4; two of them are people. */
  function amongPartners() {
    const view = viewFor(withPeople().state, 4);
    return { ...view, legal: { ...view.legal, partners: [0, 1, 2] } };
  }

  test('are the plan’s shares for people with a pact', () => {
    const view = amongPartners();
    const promised = { type: 'makeOffer', kind: 'share', to: 0, promise: 2 } as const;
    expect(botPromises(view, sharing, 'tit-for-tat')).toEqual([promised]);
    expect(botPromises(view, { ...sharing, shares: [{ to: 2, points: 2 }] }, 'tit-for-tat')).toEqual([]);
    const silent = { ...view, public: { ...view.public, talkOn: false } };
    expect(botPromises(silent, sharing, 'tit-for-tat')).toEqual([]);
    const leaving = { ...sharing, deal: { kind: 'cooperate', wishes: [], breaks: [0] } } as const;
    expect(botPromises(view, leaving, 'tit-for-tat')).toEqual([]);
  });

  test('are one point from policies that promise and give nothing', () => {
    expect(botPromises(amongPartners(), plan({ kind: 'none' }), 'opportunist')).toEqual([
      { type: 'makeOffer', kind: 'share', to: 0, promise: 1 },
      { type: 'makeOffer', kind: 'share', to: 1, promise: 1 },
    ]);
  });

  test('are made once', () => {
    const view = amongPartners();
    const said = { id: 1, kind: 'share', from: 4, to: 0, promise: 2, status: 'open' } as const;
    expect(botPromises({ ...view, offers: [said] }, sharing, 'tit-for-tat')).toEqual([]);
  });
});

describe('a bot’s answers', () => {
  test('are yes if its plan does its part, else no', () => {
    const match = withPeople();
    match.take({ at: 0, by: 'human', seat: 0, action: { type: 'makeOffer', kind: 'pact', to: 4 } });
    match.take({ at: 0, by: 'human', seat: 1, action: { type: 'makeOffer', kind: 'buy', to: 4 } });
    const view = viewFor(match.state, 4);
    const answers = (own: FirmPlan) => botAnswers(view, own).map((answer) => answer.accept);
    expect(answers(wishFor(0))).toEqual([true, false]);
    expect(answers(wishFor(1))).toEqual([false, false]);
    expect(answers(plan({ kind: 'sell', buyer: 1 }))).toEqual([false, true]);
    expect(answers(plan({ kind: 'buy', sellers: [1] }))).toEqual([false, false]);
    expect(botAnswers(viewFor(match.state, 5), wishFor(0))).toEqual([]);
    for (const answer of botAnswers(view, wishFor(0))) match.take({ at: 0, by: 'bot', seat: 4, action: answer });
    expect(match.state.offers.map((offer) => offer.status)).toEqual(['accepted', 'declined']);
  });

  test('are no to mergers if the seat is no firm', () => {
    const view = viewFor(withPeople().state, 8);
    const offer = { id: 1, from: 0, to: 8, status: 'open' } as const;
    const asked = { ...view, offers: (['buy', 'sell'] as const).map((kind) => ({ ...offer, kind })) };
    const accepts = (own: Plan) => botAnswers(asked, own).map((answer) => answer.accept);
    expect(accepts({ kind: 'government', command: 0, law: 1, reform: 0, fund: 0, training: 0 })).toEqual([
      false,
      false,
    ]);
  });
});
