/** Laws that hold for all districts, plans and orders; fast-check looks for the one for which they do not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { evolve, fold } from '../../shared/engine/evolve.ts';
import { canonicalHash, stateHash } from '../../shared/engine/hash.ts';
import { legalFor } from '../../shared/engine/legal.ts';
import { EXTENSION_REASONS } from '../../shared/engine/parts.ts';
import { type Deal, type Plan, POLICY_INSTRUMENTS, type Share } from '../../shared/engine/plans.ts';
import { budgetOf, isGovernment } from '../../shared/engine/queries.ts';
import { isRefusal, REFUSAL_CODES } from '../../shared/engine/refusals.ts';
import type { RoundEvent } from '../../shared/engine/round-events.ts';
import { effortIn } from '../../shared/engine/rules/effort.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { fileAll, playedFor, randomPlan } from './random-players.ts';
import { act, command, founded, opening, planning } from './support.ts';

const seedOf = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** A district somewhere in a random game, in its plan phase. */
const district = fc
  .record({ seed: seedOf, luck: seedOf, rounds: fc.integer({ min: 0, max: 11 }) })
  .map(({ seed, luck, rounds }) => ({ luck, state: playedFor(rounds, luck, { seed }) }));

const everyone = (state: DistrictState) => state.actors.map(({ seat }) => seat);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe('cash', () => {
  test('A all cash is accounted for: what a round changes flowed in or out of the district', () => {
    fc.assert(
      fc.property(district, ({ state, luck }) => {
        const filed = fileAll(state, luck, everyone(state));
        const { state: after } = act(filed, { type: 'advancePhase' });
        const flows = after.flows;
        if (flows === undefined) throw new Error('no flows');
        const events = after.lastRound;
        const brought = (type: RoundEvent['type'], amount: (event: RoundEvent) => number) =>
          sum(events.filter((event) => event.type === type).map(amount));
        const capital = (event: RoundEvent) => ('cash' in event ? event.cash : 0);
        const inflow =
          sum(flows.product) +
          sum(flows.trade) +
          brought('LoanTaken', capital) +
          brought('VentureGranted', capital) +
          brought('ForeignPartnerJoined', capital) +
          brought('FirmAbsorbed', (event) => (event.type === 'FirmAbsorbed' ? event.gift : 0));
        const outflow =
          sum(flows.tax) + sum(flows.upkeep) + sum(flows.debtService) + sum(flows.investorFees) + sum(flows.pactCosts);
        const settled = events.findIndex(({ type }) => type === 'TrustMoved');
        const beforeDistress = events.slice(0, settled).reduce<DistrictState>(evolve, filed);
        const cash = (district: DistrictState) => sum(district.firms.map((firm) => firm.cash));
        expect(cash(beforeDistress) - cash(filed)).toBeCloseTo(inflow - outflow, 8);
        expect(sum(flows.tribute)).toBeCloseTo(0, 8);

        let written = 0;
        let walking = beforeDistress;
        for (const event of events.slice(settled)) {
          if (event.type === 'FirmFailed') written += 4 - (walking.firms[event.firm]?.cash ?? 0);
          walking = evolve(walking, event);
        }
        expect(cash(after) - cash(beforeDistress)).toBeCloseTo(written, 8);
        expect(Math.min(...after.firms.map((firm) => firm.cash))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('points', () => {
  test('E1 E2 E3 whatever becomes of the pacts, six points are spent, or three in disarray', () => {
    fc.assert(
      fc.property(district, ({ state, luck }) => {
        const filed = fileAll(state, luck, everyone(state));
        const { events } = act(filed, { type: 'advancePhase' });
        const upTo = events.findIndex(({ type }) => type === 'KnowledgeGrew');
        const effort = effortIn(events.slice(0, upTo).reduce(evolve, filed));
        for (const { seat, kind } of state.actors) {
          const { trade, research, publish, outside, shelter, open, sharing } = effort;
          const spent = [trade, research, publish, outside, shelter, open, sharing].map((list) => list[seat] ?? 0);
          const expected = kind === 'firm' || kind === 'university' ? 6 : 0;
          expect(sum(spent)).toBeCloseTo(expected, 10);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('determinism', () => {
  test('S3 the order in which plans arrive changes nothing', () => {
    fc.assert(
      fc.property(district, seedOf, ({ state, luck }, shuffle) => {
        const order = everyone(state).sort((a, b) => ((a * 7919 + shuffle) % 101) - ((b * 7919 + shuffle) % 101));
        const one = act(fileAll(state, luck, everyone(state)), { type: 'advancePhase' }).state;
        const other = act(fileAll(state, luck, order), { type: 'advancePhase' }).state;
        expect(stateHash(other)).toBe(stateHash(one));
      }),
      { numRuns: 40 },
    );
  });

  test('S4 the same seed and plans give the same hash; another seed another', () => {
    fc.assert(
      fc.property(seedOf, seedOf, fc.integer({ min: 1, max: 4 }), (seed, luck, rounds) => {
        const hash = stateHash(playedFor(rounds, luck, { seed }));
        expect(stateHash(playedFor(rounds, luck, { seed }))).toBe(hash);
        expect(stateHash(playedFor(rounds, luck, { seed: seed + 1 }))).not.toBe(hash);
      }),
      { numRuns: 20 },
    );
  });

  test('S3 one changed plan shifts nobody else’s luck: a firm on its own learns as before', () => {
    fc.assert(
      fc.property(seedOf, fc.integer({ min: 0, max: 60 }), (seed, tenths) => {
        const learned = (trade: number) => {
          const plan: Plan = {
            kind: 'firm',
            trade,
            research: (60 - trade * 10) / 10,
            shares: [],
            deal: { kind: 'none' },
          };
          const filed = act(
            planning({ seed, parameters: { duplication: 0 } }),
            { type: 'filePlan', plan },
            { seat: 0 },
          );
          return act(filed.state, { type: 'advancePhase' })
            .state.firms.slice(1)
            .map(({ knowledge }) => knowledge);
        };
        expect(learned(tenths / 10)).toEqual(learned(6));
      }),
      { numRuns: 30 },
    );
  });
});

describe('events', () => {
  /** Plays on with deep-frozen states, gathering the events. */
  function played(seed: number, luck: number, rounds: number) {
    const events: DistrictEvent[] = [founded({ seed })];
    let state = frozen(opening({ seed }));
    const go = (action: Action, seat?: number) => {
      const outcome = decide(state, command(action, seat === undefined ? {} : { seat }));
      if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
      for (const event of outcome) {
        events.push(event);
        state = frozen(evolve(state, frozen(event)));
        expect(stateHash(fold(events))).toBe(stateHash(state));
      }
    };
    go({ type: 'openGame' });
    for (let round = 0; round < rounds; round++) {
      go({ type: 'signalReady' }, round % 12);
      go({ type: 'advancePhase' });
      for (const seat of everyone(state)) {
        if ((seat + round + luck) % 7 !== 0) go({ type: 'filePlan', plan: randomPlan(state, seat, luck) }, seat);
      }
      go({ type: 'say', text: `round ${round}` }, luck % 12);
      go({ type: 'advancePhase' });
      if (luck % 3 === 0) go({ type: 'falter' });
      go({ type: 'advancePhase' });
    }
    return { events, state };
  }

  test('folding the events gives the state at every step, and no step changes a state that was', () => {
    fc.assert(
      fc.property(seedOf, seedOf, (seed, luck) => {
        played(seed, luck, 3);
      }),
      { numRuns: 8 },
    );
  });

  test('a log that went through JSON folds to the same hash', () => {
    fc.assert(
      fc.property(seedOf, seedOf, (seed, luck) => {
        const { events, state } = played(seed, luck, 2);
        const read: readonly DistrictEvent[] = JSON.parse(JSON.stringify(events));
        expect(stateHash(fold(read))).toBe(stateHash(state));
      }),
      { numRuns: 5 },
    );
  });

  test('S4 every state of a game hashes: no NaN, infinity or -0 anywhere', () => {
    fc.assert(
      fc.property(district, ({ state }) => {
        expect(stateHash(state)).toMatch(/^[0-9a-f]{32}$/);
      }),
      { numRuns: 100 },
    );
  });
});

// --- What is legal ------------------------------------------------------------------------------------------------

const anySeat = fc.integer({ min: -1, max: 13 });
const someSeats = fc.array(anySeat, { maxLength: 3 });
const anyDeal: fc.Arbitrary<Deal> = fc.oneof(
  fc.constant<Deal>({ kind: 'none' }),
  fc.record({ kind: fc.constant('cooperate' as const), wishes: someSeats, breaks: someSeats }),
  fc.record({ kind: fc.constant('buy' as const), sellers: someSeats }),
  fc.record({ kind: fc.constant('sell' as const), buyer: anySeat }),
  fc.constantFrom<Deal>({ kind: 'loan' }, { kind: 'venture' }, { kind: 'foreign' }),
);
const tenthsOfSix = fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10);
const oddPoints = fc.oneof(
  { weight: 12, arbitrary: tenthsOfSix },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0.1, 0.05, 1e300, 6.1) },
);
const anyShares: fc.Arbitrary<readonly Share[]> = fc.array(fc.record({ to: anySeat, points: oddPoints }), {
  maxLength: 2,
});

/** A plan near the legal ones: a legal plan with one part of another. */
const anyPlan = fc.oneof(
  fc.record({
    kind: fc.constant('firm' as const),
    trade: oddPoints,
    research: oddPoints,
    shares: anyShares,
    deal: anyDeal,
  }),
  fc.record({
    kind: fc.constant('university' as const),
    publish: oddPoints,
    outside: oddPoints,
    shelter: fc.constant(0),
    open: fc.constant(0),
    shares: anyShares,
    wishes: someSeats,
    breaks: someSeats,
  }),
  fc.record({
    kind: fc.constant('government' as const),
    command: oddPoints,
    law: fc.constant(0),
    reform: fc.constant(0),
    fund: fc.constant(0),
    training: fc.constant(0),
  }),
);

/** Does `legalFor` offer all of this plan? Written from the view's side, without the engine's checks. */
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

  /** Half of the random plans are of the right kind with the right sum, so that the other rules get their turn. */
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

// --- Junk ---------------------------------------------------------------------------------------------------------

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
