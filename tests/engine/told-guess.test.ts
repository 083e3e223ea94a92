/** A seat's assumptions about the others: its view completed to a whole district, in full precision. */
import { describe, expect, test } from 'vitest';
import { Guess, OUTLOOKS, type Outlook } from '../../shared/engine/assumptions.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { budgetOf } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { goldenStates } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';
import { BEZ, firmPlan, governmentPlan, PKU, planning, withFirms } from './support.ts';

function rows(matrix: readonly number[], count: number): readonly string[] {
  const digits = matrix.map((value) => String(Number(value.toPrecision(6))));
  return Array.from({ length: count }, (_, row) => digits.slice(row * count, (row + 1) * count).join(' '));
}

/** Leaves out parameters with unchanged values. */
function assumed(state: DistrictState, seat: number, outlook: Outlook): unknown {
  const view = viewFor(state, seat);
  const own = state.plans[seat]?.plan;
  if (own === undefined) throw new Error('every plan is on file');
  const promised = Object.fromEntries(view.legal.partners.map((partner, place) => [partner, 1 + place]));
  const guess = new Guess(view, outlook, promised);
  const { actors, parameters, trust, flows, seats, ...district } = guess.district(state.parameters);
  const given: Readonly<Record<string, number>> = { ...state.parameters };
  return {
    seat,
    outlook,
    numbers: Object.fromEntries(Object.entries(parameters).filter(([name, value]) => given[name] !== value)),
    actors: actors.map(({ name: _, ...actor }) => Object.values(actor).join(' ')),
    ...district,
    seats: seats.map((each) => Object.values(each).join(' ')),
    trust: rows(trust, actors.length),
    shared: rows(flows?.shared ?? [], actors.length),
    planned: [0, 1].map((year) => guess.plans(guess.district(state.parameters), own, year)),
  };
}

test.each([
  ['rules-3/street', 8, [0, 11]],
  ['rules-3/merger', 6, [1, 8, 10]],
] as const)('of %s, as it was', async (game, round, seats) => {
  const [state] = goldenStates(game, 'plan', [round]);
  if (state === undefined) throw new Error(`${game} has that round`);
  await expectTold(
    `engine/guess-${game.replace('/', '-')}`,
    seats.flatMap((seat) => OUTLOOKS.map((outlook) => assumed(state, seat, outlook))),
  );
});

describe('at its bounds', () => {
  function guessOf(state: DistrictState, seat: number): Guess {
    return new Guess(viewFor(state, seat), 'likely', {});
  }

  test('a chance is likely to come true from above a half on', () => {
    const numbers: Parameters = { ...planning().parameters, ventureChance: 0.5, ventureChanceFunded: 0.51 };
    expect(guessOf(planning(), 0).parameters(numbers)).toMatchObject({ ventureChance: 0, ventureChanceFunded: 1 });
  });

  test('of another firm’s knowledge its band is known, and one’s own to the point', () => {
    const knowledge = [3, 3, 5, 10, 18, 30, 3, 3];
    const state = withFirms(
      planning(),
      Object.fromEntries(knowledge.map((points, seat) => [seat, { knowledge: points }])),
    );
    const guessed = OUTLOOKS.map((outlook) => {
      const { firms } = new Guess(viewFor(state, 0), outlook, {}).district(state.parameters);
      return firms.slice(0, 6).map((firm) => firm.knowledge);
    });
    expect(guessed).toEqual([
      [3, 0, 5, 10, 18, 30],
      [3, 4, 7, 14, 23, 36],
      [3, 5, 10, 18, 30, 45],
    ]);
  });

  test('a pact that others broke costs them trust as it does in any year but the first, and is not kept again', () => {
    const view = viewFor(planning(), 0);
    const pacts = [
      { a: 1, b: 2, since: 0, kept: false },
      { a: 4, b: 5, since: 0, kept: true },
    ];
    const guess = new Guess({ ...view, public: { ...view.public, pacts } }, 'likely', {});
    const district = guess.district(planning().parameters);
    const given = guess
      .plans(district, firmPlan(6, 0), 0)
      .map((filed) => filed?.plan.kind === 'firm' && filed.plan.shares);
    expect([given[1], given[4]]).toEqual([[], [{ to: 5, points: 1 }]]);
    const { trust, parameters } = district;
    expect(trust[12 + 2]).toBeCloseTo(parameters.startTrust * (1 - parameters.trustDown), 12);
    expect(trust[12 + 3]).toBe(parameters.startTrust);
  });

  test('a partner is believed by half until the pact was put to the test, and then gives what it gave', () => {
    const view = viewFor(planning(), 0);
    const given = (pact: { readonly kept?: boolean }, last = 0) => {
      const seen = { ...view.public, pacts: [{ a: 0, b: 1, since: 0, ...pact }] };
      const received = view.received.map((none, seat) => (seat === 1 ? last : none));
      const guess = new Guess({ ...view, public: seen, received }, 'likely', { 1: 4 });
      const own = firmPlan(4, 0, [{ to: 1, points: 2 }]);
      const plan = guess.plans(guess.district(planning().parameters), own, 0)[1]?.plan;
      return plan?.kind === 'firm' ? plan.shares : undefined;
    };
    expect(given({})).toEqual([{ to: 0, points: 2 }]);
    expect(given({}, 1)).toEqual([{ to: 0, points: 1 }]);
    expect(given({ kept: false })).toEqual([]);
    expect(given({ kept: true }, 3)).toEqual([{ to: 0, points: 3 }]);
  });

  test('a firm put into a group stays as long as just enough command holds it, and one that was sold stays anyhow', () => {
    const needed = planning().parameters.commandNeeded;
    expect(needed).toBeLessThanOrEqual(budgetOf(planning(), BEZ));
    const dealUnder = (command: number, forced = true) => {
      const held = withFirms(planning(), { 1: { owner: 0, forced } });
      const guess = guessOf(held, PKU);
      const plans = held.actors.map(({ seat }) =>
        seat === BEZ ? ({ plan: governmentPlan({ command }), by: 'bot' } as const) : undefined,
      );
      const state = { ...guess.district(held.parameters), plans };
      const plan = guess.plans(state, governmentPlan(), 1)[1]?.plan;
      return plan?.kind === 'firm' ? plan.deal.kind : undefined;
    };
    expect([dealUnder(needed), dealUnder(needed - 0.1)]).toEqual(['none', 'leave']);
    expect(dealUnder(0, false)).toBe('none');
  });
});
