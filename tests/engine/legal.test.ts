/** What a seat is offered equals what is accepted; and no input breaks the engine. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGovernment } from '../../shared/engine/actors.ts';
import type { Action } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { canonicalHash } from '../../shared/engine/hash.ts';
import { legalFor } from '../../shared/engine/legal.ts';
import { EXTENSION_REASONS } from '../../shared/engine/parts.ts';
import { type Plan, POLICY_INSTRUMENTS } from '../../shared/engine/plans.ts';
import { budgetOf } from '../../shared/engine/queries.ts';
import { isRefusal, REFUSAL_CODES } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { anyPlan, anySeat, district, everyone, seedOf, sum } from './arbitraries.ts';
import { randomPlan } from './random-players.ts';
import { act, command } from './support.ts';

/** Whether `legalFor` offers all of this plan, computed from the view without the engine's checks. */
function offered(state: DistrictState, seat: number, plan: Plan): boolean {
  const legal = legalFor(state, seat);
  const actor = state.actors[seat];
  if (actor === undefined || !legal.canPlan) return false;
  const can = (options: readonly { readonly seat: number; readonly refused?: string }[], wanted: readonly number[]) =>
    wanted.every((other) => options.some((option) => option.seat === other && option.refused === undefined));
  const proper = (points: number) =>
    Number.isFinite(points) && points >= 0 && Math.abs(points * 10 - Math.round(points * 10)) < 1e-9;
  const change =
    plan.kind === 'firm'
      ? plan.deal.kind === 'cooperate'
        ? plan.deal
        : undefined
      : plan.kind === 'university'
        ? plan
        : undefined;
  const wishes = change?.wishes ?? [];
  const breaks = change?.breaks ?? [];
  if (!can(legal.pactWishes, wishes) || !breaks.every((other) => legal.partners.includes(other))) return false;
  const shares = plan.kind === 'government' ? [] : plan.shares;
  const open = [...legal.partners.filter((other) => !breaks.includes(other)), ...wishes];
  if (new Set(shares.map(({ to }) => to)).size < shares.length) return false;
  if (!shares.every(({ to, points }) => open.includes(to) && proper(points))) return false;
  const own =
    plan.kind === 'firm'
      ? [plan.trade, plan.research]
      : plan.kind === 'university'
        ? [plan.publish, plan.outside, plan.shelter, plan.open]
        : POLICY_INSTRUMENTS.map((instrument) => plan[instrument]);
  if (!own.every(proper)) return false;
  const placed = sum([...own, ...shares.map(({ points }) => points)].map((points) => Math.round(points * 10)));
  const limit = Math.round(budgetOf(state, seat) * 10);
  if (plan.kind === 'government') return isGovernment(actor) && placed <= limit;
  if (plan.kind !== actor.kind || placed !== limit) return false;
  if (plan.kind === 'university') return true;
  switch (plan.deal.kind) {
    case 'buy':
      return can(legal.buy, plan.deal.sellers);
    case 'sell':
      return can(legal.sell, [plan.deal.buyer]);
    case 'loan':
    case 'venture':
    case 'foreign':
      return legal[plan.deal.kind].refused === undefined;
    default:
      return true;
  }
}

describe('legal', () => {
  const decided = (state: DistrictState, seat: number, plan: Plan) =>
    decide(state, command({ type: 'filePlan', plan }, { seat }));

  test('what legal offers, decide accepts', () => {
    fc.assert(
      fc.property(district, seedOf, ({ state }, luck) => {
        for (const seat of everyone(state)) {
          const plan = randomPlan(state, seat, luck);
          expect(offered(state, seat, plan)).toBe(true);
          expect(decided(state, seat, plan)).not.toHaveProperty('refused');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what legal does not offer, decide refuses, and the other way round', () => {
    const counts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        district,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), anyPlan), { minLength: 40, maxLength: 60 }),
        ({ state }, plans) => {
          for (const [seat, given] of plans) {
            const plan = completed(state, seat, given);
            const answer = decided(state, seat, plan);
            const accepts = offered(state, seat, plan);
            counts[accepts ? 'accepted' : 'refused']++;
            expect(isRefusal(answer), JSON.stringify({ seat, plan, answer })).toBe(!accepts);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(counts.accepted).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });

  /** Gives half of the random plans the right kind and sum, so that the other rules are reached. */
  function completed(state: DistrictState, seat: number, plan: Plan): Plan {
    const legal = randomPlan(state, seat, 5);
    if (plan.kind === 'firm' && legal.kind === 'firm') {
      const left = 60 - sum(plan.shares.map(({ points }) => Math.round(points * 10)));
      if (!(left >= 0) || plan.trade > 5) return plan;
      return { ...plan, trade: left / 10, research: 0 };
    }
    if (plan.kind === 'firm') return legal;
    return plan.kind === 'university' && plan.publish < 3
      ? { ...plan, outside: (60 - Math.round(plan.publish * 10)) / 10, shares: [] }
      : plan;
  }

  test('a repeated plan is always one the seat may file', () => {
    fc.assert(
      fc.property(district, ({ state }) => {
        const { events } = act(state, { type: 'advancePhase' });
        for (const event of events) {
          if (event.type !== 'PlanFiled') continue;
          expect(event.by).toBe('timeout');
          expect(offered(state, event.seat, event.plan), JSON.stringify(event)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const junkNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53),
);
const junkAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constant('filePlan' as const), plan: anyPlan }),
  fc.record({ type: fc.constant('makeOffer' as const), kind: fc.constantFrom('pact', 'buy', 'sell'), to: junkNumber }),
  fc.record({ type: fc.constant('answerOffer' as const), offer: junkNumber, accept: fc.boolean() }),
  fc.record({ type: fc.constant('withdrawOffer' as const), offer: junkNumber }),
  fc.record({ type: fc.constant('say' as const), text: fc.string({ unit: 'binary', maxLength: 400 }), to: junkNumber }),
  fc.record({ type: fc.constant('say' as const), text: fc.string({ maxLength: 400 }) }),
  fc.constantFrom<Action>(
    { type: 'signalReady' },
    { type: 'openGame' },
    { type: 'advancePhase' },
    { type: 'pauseClock' },
    { type: 'resumeClock' },
    { type: 'falter' },
  ),
  fc.record({
    type: fc.constant('extendClock' as const),
    ms: junkNumber,
    reason: fc.constantFrom(...EXTENSION_REASONS),
  }),
  fc.record({ type: fc.constant('assignSeat' as const), seat: junkNumber, control: fc.constantFrom('human', 'bot') }),
  fc.record({ type: fc.constant('freeSeat' as const), seat: junkNumber }),
);

test('random commands never throw: each is answered by events that fold or by a refusal from the list', () => {
  fc.assert(
    fc.property(
      district,
      fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: 2 ** 45 }),
          by: fc.constantFrom('human', 'timeout', 'bot', 'desk', 'system'),
          seat: fc.oneof(anySeat, junkNumber),
          action: junkAction,
        }),
        { minLength: 20, maxLength: 40 },
      ),
      ({ state }, commands) => {
        let next = state;
        for (const given of commands) {
          const answer = decide(next, given);
          if (isRefusal(answer)) expect(REFUSAL_CODES).toContain(answer.refused);
          else next = answer.reduce(evolve, next);
        }
        expect(canonicalHash(next)).toMatch(/^[0-9a-f]{32}$/);
      },
    ),
    { numRuns: 100 },
  );
});
