/**
 * What bots do beside their usual plan: leave, raise capital, swap partners, imitate, certify; each from a view alone.
 */
import { describe, expect, test } from 'vitest';
import { botRandom, mixedPolicies, type Policy, policyFor } from '../../shared/bots/index.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Effect } from '../../shared/engine/effects.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { PublicSeat } from '../../shared/engine/public-view.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { rosterFor } from '../../shared/scenarios/index.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies, type Population } from '../../shared/simulation/populations.ts';

const COMMISSION = 11;

function played(rounds: number, population: Population, seed = 1): Match {
  const policies = dealPolicies(zhongguancun.roster, seed, population);
  const match = new Match({ scenario: zhongguancun, seed, policies });
  for (let round = 0; round < rounds; round++) match.playRound();
  return match;
}

function bot(name: string): Policy {
  const policy = policyFor(name);
  if (policy === undefined) throw new Error(`no bot is called ${name}`);
  return policy;
}

const planOf = (name: string, view: SeatView): Plan => bot(name)(view, botRandom(1, view.seat));
const dealOf = (name: string, view: SeatView) => {
  const plan = planOf(name, view);
  return plan.kind === 'firm' ? plan.deal : undefined;
};
const listOf = (name: string, view: SeatView) => {
  const plan = planOf(name, view);
  return plan.kind === 'government' ? plan.list : undefined;
};

/** The view with changed public facts of a seat. */
function seen(view: SeatView, seat: Seat, changes: Partial<PublicSeat>): SeatView {
  const seats = view.public.seats.map((one) => (one.seat === seat ? { ...one, ...changes } : one));
  return { ...view, public: { ...view.public, seats } };
}
const withCash = (view: SeatView, cash: number): SeatView => ({ ...view, books: { ...view.books, cash } });
const inRound = (view: SeatView, round: number): SeatView => ({ ...view, public: { ...view.public, round } });
const ordered = (view: SeatView, command: number): SeatView => ({
  ...view,
  public: {
    ...view.public,
    happenings: view.public.happenings.map((one) =>
      one.type === 'PolicyMade'
        ? { ...one, spent: one.spent.map((office) => ({ ...office, points: { ...office.points, command } })) }
        : one,
    ),
  },
});

describe('leaving a tree', () => {
  const match = played(2, { firms: ['tit-for-tat'], bureau: 'command' });
  const forced = match.state.firms.findIndex((firm) => firm.forced);
  const view = withCash(ordered(viewFor(match.state, forced), 0), 20);

  test('is done by firms taken by command, once they can pay and command ends', () => {
    expect(dealOf('tit-for-tat', view)).toEqual({ kind: 'leave' });
    expect(dealOf('trader', view)).toEqual({ kind: 'leave' });
  });

  test('waits for the price plus a reserve of one', () => {
    const price = view.quotes.leavePrice ?? Number.NaN;
    expect(dealOf('tit-for-tat', withCash(view, price + 1))).toEqual({ kind: 'leave' });
    expect(dealOf('tit-for-tat', withCash(view, price + 0.9))).not.toEqual({ kind: 'leave' });
  });

  test('is not tried where it is refused, or has no price', () => {
    const refused = { ...view, legal: { ...view.legal, leave: { refused: 'leave-not-owned' } } } as const;
    expect(dealOf('tit-for-tat', refused)).not.toEqual({ kind: 'leave' });
    const { leavePrice: _, ...quotes } = view.quotes;
    expect(dealOf('tit-for-tat', { ...view, quotes })).not.toEqual({ kind: 'leave' });
  });

  test('waits while command holds the firm, unless it is certified', () => {
    // Two offices with a point each make two points of command.
    const held = ordered(view, 1);
    expect(dealOf('tit-for-tat', held)).not.toEqual({ kind: 'leave' });
    expect(dealOf('tit-for-tat', seen(held, forced, { listed: true }))).toEqual({ kind: 'leave' });
    expect(dealOf('tit-for-tat', ordered(view, 0.9))).toEqual({ kind: 'leave' });
  });

  test('knows the years in which half as much holds it', () => {
    const told = { parameter: 'commandNeeded', times: 0.5, from: view.public.round } as const;
    const year = (effect: Effect) => ({ ...view, public: { ...view.public, effects: [effect] } });
    expect(dealOf('tit-for-tat', ordered(year(told), 0.5))).not.toEqual({ kind: 'leave' });
    expect(dealOf('tit-for-tat', ordered(year(told), 0.4))).toEqual({ kind: 'leave' });
    const over = { ...told, from: 1, to: view.public.round - 1 };
    expect(dealOf('tit-for-tat', ordered(year(over), 0.5))).toEqual({ kind: 'leave' });
  });

  test('is not done by merger policies, nor after joining by consent', () => {
    expect(dealOf('merger', view)).not.toEqual({ kind: 'leave' });
    expect(dealOf('tit-for-tat', seen(view, forced, { forced: false }))).not.toEqual({ kind: 'leave' });
  });

  test('is done by every owned firm after the shock, by merger-until-shock', () => {
    const willing = seen(view, forced, { forced: false });
    const shocked = { ...willing, public: { ...willing.public, shocked: true } };
    expect(dealOf('merger-until-shock', willing)).toEqual(dealOf('merger', willing));
    expect(dealOf('merger-until-shock', shocked)).toEqual({ kind: 'leave' });
  });
});

describe('capital', () => {
  const match = played(3, { firms: ['cooperate'] });
  const base = viewFor(match.state, 0);
  const funded = (view: SeatView, fund: number): SeatView => ({ ...view, public: { ...view.public, fund } });

  test('is a venture stake while the fund has money and cash is short', () => {
    expect(dealOf('cooperate-with-capital', funded(withCash(base, 24), 10))).toEqual({ kind: 'venture' });
    expect(dealOf('cooperate-with-capital', funded(withCash(base, 25), 10))).not.toEqual({ kind: 'venture' });
    expect(dealOf('cooperate-with-capital', funded(withCash(base, 24), 9.9))).not.toEqual({ kind: 'venture' });
  });

  test('is one stake, then a loan when poor, one at a time', () => {
    const staked = { ...base, books: { ...base.books, ventureStakes: 1, cash: 4 } };
    expect(dealOf('cooperate-with-capital', funded(staked, 10))).toEqual({ kind: 'loan' });
    const indebted = { ...staked, books: { ...staked.books, loans: [{ owed: 5, instalmentsLeft: 2 }] } };
    expect(dealOf('cooperate-with-capital', indebted)).not.toEqual({ kind: 'loan' });
    expect(dealOf('cooperate-with-capital', withCash(base, 5))).not.toEqual({ kind: 'loan' });
  });

  test('needs a partner, and enough rounds left', () => {
    const alone = { ...base, legal: { ...base.legal, partners: [] } };
    expect(dealOf('cooperate-with-capital', withCash(alone, 1))).not.toEqual({ kind: 'loan' });
    expect(dealOf('cooperate-with-capital', inRound(withCash(base, 1), 9))).toEqual({ kind: 'loan' });
    expect(dealOf('cooperate-with-capital', inRound(withCash(base, 1), 10))).not.toEqual({ kind: 'loan' });
  });

  test.each(['solo-with-foreign', 'opportunist-with-foreign', 'trader-with-capital', 'cooperate-with-foreign'])(
    'is foreign for %s, as soon as any comes',
    (name) => {
      const early = viewFor(played(4, { firms: ['solo'] }).state, 1);
      const come = viewFor(played(5, { firms: ['solo'] }).state, 1);
      expect(dealOf(name, early)).not.toEqual({ kind: 'foreign' });
      expect(dealOf(name, come)).toEqual({ kind: 'foreign' });
    },
  );
});

describe('restlessness', () => {
  const breaksOf = (view: SeatView) => {
    const deal = dealOf('cooperate-restless', view);
    return deal?.kind === 'cooperate' ? deal.breaks : [];
  };
  /** Seats whose bot would leave a partner now. */
  const restlessIn = (match: Match, change = (view: SeatView) => view) =>
    match.state.actors.flatMap(({ seat, kind }) => {
      const view = change(viewFor(match.state, seat));
      return kind === 'firm' && breaksOf(view).length > 0 ? [seat] : [];
    });

  test('comes every other year from the fourth on, to even seats in even years', () => {
    expect(restlessIn(played(2, { firms: ['cooperate'] }))).toEqual([]);
    const even = restlessIn(played(3, { firms: ['cooperate'] }));
    expect(even.length).toBeGreaterThan(0);
    expect(even.every((seat) => seat % 2 === 0)).toBe(true);
    expect(restlessIn(played(4, { firms: ['cooperate'] })).every((seat) => seat % 2 === 1)).toBe(true);
  });

  test('leaves one, puts the share into research, and goes on wishing', () => {
    const match = played(3, { firms: ['cooperate'] });
    const [seat = 0] = restlessIn(match);
    const view = viewFor(match.state, seat);
    const calm = planOf('cooperate', view);
    const plan = planOf('cooperate-restless', view);
    if (calm.kind !== 'firm' || plan.kind !== 'firm') throw new Error('firms file firm plans');
    const [left, ...more] = breaksOf(view);
    expect(more).toEqual([]);
    const taken = calm.shares.find(({ to }) => to === left)?.points ?? 0;
    expect(taken).toBeGreaterThan(0);
    expect(plan.research).toBeCloseTo(calm.research + taken, 9);
    expect(plan.shares).toEqual(calm.shares.filter(({ to }) => to !== left));
    expect(plan.deal).toMatchObject({
      kind: 'cooperate',
      wishes: calm.deal.kind === 'cooperate' ? calm.deal.wishes : [],
    });
  });

  test('never leaves a person who shared half a point or more', () => {
    const match = played(3, { firms: ['cooperate'] });
    const people = (points: number) => (view: SeatView) => ({
      ...view,
      received: view.received.map(() => points),
      public: { ...view.public, seats: view.public.seats.map((one) => ({ ...one, control: 'human' as const })) },
    });
    expect(restlessIn(match, people(0.5))).toEqual([]);
    expect(restlessIn(match, people(0.4)).length).toBeGreaterThan(0);
  });

  test('needs two partners', () => {
    const match = played(3, { firms: ['cooperate'] });
    const one = (view: SeatView) => ({
      ...view,
      legal: { ...view.legal, partners: view.legal.partners.slice(0, 1) },
    });
    expect(restlessIn(match, one)).toEqual([]);
  });
});

describe('the imitator', () => {
  const match = played(2, { firms: ['solo'] });
  const view = viewFor(match.state, 0);
  /** Sets the other firms' standing and tree size, by seat. */
  const street = (
    others: readonly (readonly [seat: Seat, standing: number, treeSize: number])[],
    kept: Seat[] = [],
  ) => {
    const small = view.public.seats.map((one) => ({ ...one, standing: 1, treeSize: 1 }));
    const seats = small.map((one) => {
      const told = others.find(([seat]) => seat === one.seat);
      return told === undefined ? one : { ...one, standing: told[1], treeSize: told[2] };
    });
    const pacts = kept.map((a) => ({ a, b: 9, since: 1, kept: true }));
    return { ...view, public: { ...view.public, seats, pacts } };
  };

  test('begins by sharing, and continues while nobody looks large', () => {
    expect(planOf('imitator', inRound(street([[1, 4, 1]]), 2))).toEqual(
      planOf('tit-for-tat', inRound(street([[1, 4, 1]]), 2)),
    );
    expect(planOf('imitator', street([]))).toEqual(planOf('tit-for-tat', street([])));
  });

  test('does as most of the largest firms; pacts win a tie', () => {
    const alone = street([
      [1, 4, 1],
      [2, 4, 1],
      [3, 3, 3],
    ]);
    expect(planOf('imitator', alone)).toEqual(planOf('trader', alone));
    const grouped = street([
      [1, 4, 3],
      [2, 4, 1],
    ]);
    expect(planOf('imitator', grouped)).toEqual(planOf('merger', grouped));
    const sharing = street(
      [
        [1, 4, 1],
        [2, 4, 3],
      ],
      [1],
    );
    expect(planOf('imitator', sharing)).toEqual(planOf('tit-for-tat', sharing));
    const halves = street(
      [
        [1, 4, 1],
        [2, 4, 1],
      ],
      [1],
    );
    expect(planOf('imitator', halves)).toEqual(planOf('tit-for-tat', halves));
  });
});

describe('offices', () => {
  const match = played(5, { firms: ['tit-for-tat', 'solo'], bez: 'zone' });
  const view = viewFor(match.state, COMMISSION);

  test('in a zone fill the fund, then enable', () => {
    const fund = (amount: number) => ({ ...view, public: { ...view.public, fund: amount } });
    expect(planOf('zone', fund(9))).toMatchObject({ fund: view.budget });
    expect(planOf('zone', fund(10))).toMatchObject({ ...planOf('enable', fund(10)) });
  });

  test('certify as many as there are places, those with most pacts kept', () => {
    const kept = (seat: Seat) =>
      view.public.pacts.filter((pact) => (pact.a === seat || pact.b === seat) && pact.kept === true).length;
    const list = listOf('zone', view) ?? [];
    expect(list).toHaveLength(zhongguancun.parameters.listPlaces);
    const least = Math.min(...list.map(kept));
    for (let seat = 0; seat < 8; seat++) if (!list.includes(seat)) expect(kept(seat)).toBeLessThanOrEqual(least);
    expect(least).toBeGreaterThan(0);
    expect(listOf('command-early-list', view)).toEqual(list);
  });

  test('certify nobody before there are certificates, and a bureau never', () => {
    expect(listOf('zone', viewFor(played(3, { firms: ['solo'] }).state, COMMISSION))).toBeUndefined();
    expect(listOf('zone', viewFor(match.state, 10))).toBeUndefined();
    expect(listOf('enable', view)).toBeUndefined();
  });

  test('command for three years under policies that command early', () => {
    for (const name of ['command-early', 'command-early-list', 'command-then-zone']) {
      expect(planOf(name, inRound(view, 3))).toMatchObject({ command: view.budget });
      expect(planOf(name, inRound(view, 4))).toMatchObject({ command: 0 });
    }
  });
});

describe('the street', () => {
  test('is drawn seat by seat: one seat more changes nobody else', () => {
    const twelve = mixedPolicies(zhongguancun.roster, 7);
    const changed = zhongguancun.roster.map((entry, seat) =>
      seat === 7 ? { ...entry, kind: 'university' as const } : entry,
    );
    const others = mixedPolicies(changed, 7);
    expect(others.filter((name, seat) => name !== twelve[seat]).length).toBeLessThanOrEqual(1);
  });

  test('has a bureau that does the Commission’s work where there is none', () => {
    const bureaus = (seats: number) => {
      const roster = rosterFor(zhongguancun, seats);
      const seat = roster.findIndex(({ kind }) => kind === 'bureau');
      return new Set(Array.from({ length: 60 }, (_, seed) => mixedPolicies(roster, seed)[seat]));
    };
    expect(bureaus(12)).toEqual(new Set(['command', 'command-early', 'enable']));
    expect(bureaus(9)).toEqual(new Set(['command', 'command-then-zone', 'zone']));
  });
});
