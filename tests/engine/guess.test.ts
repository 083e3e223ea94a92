/** A seat's assumptions about the others: its view completed to a whole district, in full precision. */
import { describe, expect, test } from 'vitest';
import { Guess, OUTLOOKS, type Outlook } from '../../shared/engine/guess.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { budgetOf } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { goldenStates } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';
import { BEZ, governmentPlan, PKU, planning, withFirms } from './support.ts';

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
    plans: [0, 1].map((year) => guess.plans(guess.district(state.parameters), own, year)),
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

  test('a firm put into a group stays as long as just enough command holds it', () => {
    const held = withFirms(planning(), { 1: { owner: 0, forced: true } });
    const needed = held.parameters.commandNeeded;
    expect(needed).toBeLessThanOrEqual(budgetOf(held, BEZ));
    const dealUnder = (command: number) => {
      const guess = guessOf(held, PKU);
      const plans = held.actors.map(({ seat }) =>
        seat === BEZ ? ({ plan: governmentPlan({ command }), by: 'bot' } as const) : undefined,
      );
      const state = { ...guess.district(held.parameters), plans };
      const plan = guess.plans(state, governmentPlan(), 1)[1]?.plan;
      return plan?.kind === 'firm' ? plan.deal.kind : undefined;
    };
    expect([dealUnder(needed), dealUnder(needed - 0.1)]).toEqual(['none', 'leave']);
  });
});
