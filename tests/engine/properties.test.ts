/** Properties of all districts, plans and orders; fast-check searches for counterexamples. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { evolve, fold } from '../../shared/engine/evolve.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type { RoundEvent } from '../../shared/engine/round-events.ts';
import { effortIn } from '../../shared/engine/rules/effort.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { district, everyone, seedOf, sum } from './arbitraries.ts';
import { fileAll, playedFor, randomPlan } from './random-players.ts';
import { act, command, founded, opening, planning } from './support.ts';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe('cash', () => {
  test('A cash is conserved: each change in a round is a flow in or out of the district', () => {
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
        const dealt = events.slice(0, upTo).reduce(evolve, filed);
        const inDisarray = (seat: number) => (seat + luck) % 3 === 0;
        const firms = dealt.firms.map((firm, seat) => ({ ...firm, disarray: inDisarray(seat) ? 1 : 0 }));
        const effort = effortIn({ ...dealt, firms });
        for (const { seat, kind } of state.actors) {
          const { trade, research, publish, outside, shelter, open, sharing } = effort;
          const spent = [trade, research, publish, outside, shelter, open, sharing].map((list) => list[seat] ?? 0);
          const points = inDisarray(seat) ? 3 : 6;
          const expected = kind === 'firm' || kind === 'university' ? points : 0;
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
  /** Plays on with deep-frozen states and collects the events. */
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
