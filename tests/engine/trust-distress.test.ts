import { describe, expect, test } from 'vitest';
import { publicView } from '../../shared/engine/public-view.ts';
import { hasPact } from '../../shared/engine/queries.ts';
import { distress } from '../../shared/engine/rules/distress.ts';
import { NO_EFFORT } from '../../shared/engine/rules/effort.ts';
import type { Round } from '../../shared/engine/rules/round.ts';
import {
  act,
  eventOf,
  firm,
  firmPlan,
  inRound,
  planning,
  refusalOf,
  resolved,
  trustOf,
  withFirms,
  withPacts,
} from './support.ts';

describe('trust', () => {
  test('T1 rises slowly with what was received, falls fast', () => {
    const pacts = withPacts(planning(), [0, 1], [2, 3]);
    const { state } = resolved(pacts, {
      0: firmPlan(4, 0, [{ to: 1, points: 2 }]),
      2: firmPlan(5.7, 0, [{ to: 3, points: 0.3 }]),
    });
    expect(trustOf(state, 1, 0)).toBeCloseTo(0.4 + 0.25 * 0.6, 12);
    expect(trustOf(state, 0, 1)).toBeCloseTo(0.4 - 0.5 * 0.4, 12);
    expect(trustOf(state, 3, 2)).toBeCloseTo(0.4 - 0.5 * 0.1, 12);
  });

  test('T1 in the year a pact is made, too little is not held against anybody; enough is rewarded', () => {
    const wishing = (to: number, points: number) =>
      firmPlan(6 - points, 0, points === 0 ? [] : [{ to, points }], { kind: 'cooperate', wishes: [to], breaks: [] });
    const plans = { 0: wishing(1, 1), 1: wishing(0, 0), 2: wishing(3, 0.3), 3: wishing(2, 0) };
    const { state } = resolved(planning(), plans);
    expect(trustOf(state, 0, 1)).toBe(0.4);
    expect(trustOf(state, 1, 0)).toBeCloseTo(0.4 + 0.25 * 0.6, 12);
    expect(trustOf(state, 3, 2)).toBe(0.4);
    const strict = resolved(planning({ parameters: { trustSigning: 0.25 } }), plans).state;
    expect(trustOf(strict, 0, 1)).toBeCloseTo(0.4 - 0.25 * 0.4, 12);
    expect(trustOf(resolved(inRound(state, 2), { 0: firmPlan(5, 0, [{ to: 1, points: 1 }]) }).state, 0, 1)).toBeCloseTo(
      0.2,
      12,
    );
  });

  test('T2 drifts back outside a pact', () => {
    const trust = planning().trust.map(() => 0.6);
    const { state } = resolved({ ...planning(), trust });
    expect(trustOf(state, 0, 5)).toBeCloseTo(0.59, 12);
  });
});

describe('distress', () => {
  test('F1 the head of the tree pays what is missing, if it has more than that', () => {
    const tree = withFirms(planning(), { 1: { owner: 0, cash: -10 }, 0: { cash: 40 } });
    const { state, events } = resolved(tree);
    const { amount, head } = eventOf(events, 'FirmRescued');
    expect(head).toBe(0);
    expect(amount).toBeGreaterThan(0);
    expect(firm(state, 1)).toMatchObject({ cash: 0, failures: 0, owner: 0 });
    // The rescue is public, its amount is not.
    expect(publicView(state).happenings).toContainEqual({ type: 'FirmRescued', firm: 1, head: 0 });
  });

  test('F1 a head that has no more than what is missing pays nothing', () => {
    const came = (cash: number) => {
      const state = withFirms(planning(), { 0: { cash }, 1: { owner: 0, cash: -10 } });
      const round: Round = { before: state, state, events: [], effort: NO_EFFORT };
      distress(round);
      return round.events.map(({ type }) => type);
    };
    expect([came(10), came(10.1)]).toEqual([['FirmFailed'], ['FirmRescued']]);
  });

  test('F2 else the firm fails and starts again, small and free', () => {
    const broke = withFirms(withPacts(planning(), [1, 3], [2, 3]), {
      1: {
        cash: -50,
        owner: 0,
        forced: true,
        loans: [{ owed: 10, instalmentsLeft: 4 }],
        ventureStakes: 1,
        ventureDue: 10,
        foreignStakes: 1,
      },
      5: { owner: 1 },
    });
    const { state, events } = resolved(broke);
    const grown = eventOf(events, 'KnowledgeGrew').knowledge[1] ?? 0;
    expect(firm(state, 1)).toEqual({
      knowledge: grown / 2,
      cash: 4,
      loans: [],
      ventureStakes: 0,
      ventureDue: 0,
      foreignStakes: 1,
      forced: false,
      disarray: 0,
      failures: 1,
    });
    expect(firm(state, 5).owner).toBeUndefined();
    expect(hasPact(state.pacts, 1, 3)).toBe(false);
    expect(hasPact(state.pacts, 2, 3)).toBe(true);
  });

  test('F2 an independent firm without cash has nobody to pay for it', () => {
    const { events } = resolved(withFirms(planning(), { 3: { cash: -50 } }));
    expect(eventOf(events, 'FirmFailed').firm).toBe(3);
  });
});

describe('a hub falters', () => {
  test('H1 once in a reveal: the next time it is refused, with the round, and the round after it may again', () => {
    const tree = withFirms(planning(), { 1: { owner: 0 }, 3: { owner: 2 } });
    const struck = act(act(tree, { type: 'advancePhase' }).state, { type: 'falter' }).state;
    expect(refusalOf(struck, { type: 'falter' }, { by: 'desk' })).toEqual({
      refused: 'faltered-already',
      about: { value: 1 },
    });
    let next = struck;
    for (let phase = 0; phase < 3; phase++) next = act(next, { type: 'advancePhase' }).state;
    expect(act(next, { type: 'falter' }).events).toHaveLength(1);
  });

  test('H1 the richest tree falls apart, all in it are poorer and in disarray', () => {
    const tree = withFirms(withPacts(planning(), [0, 4], [1, 4]), {
      1: { owner: 0 },
      2: { owner: 1 },
      0: { knowledge: 20 },
    });
    const reveal = act(tree, { type: 'advancePhase' }).state;
    const { state, events } = act(reveal, { type: 'falter' });
    expect(events).toEqual([{ type: 'HubFaltered', head: 0, members: [1, 2] }]);
    expect(firm(state, 0).knowledge).toBeCloseTo(0.3 * firm(reveal, 0).knowledge, 12);
    expect(firm(state, 1).knowledge).toBeCloseTo(0.6 * firm(reveal, 1).knowledge, 12);
    for (const seat of [0, 1, 2]) {
      expect(firm(state, seat).cash).toBeCloseTo(firm(reveal, seat).cash / 2, 12);
      expect(firm(state, seat).owner).toBeUndefined();
      expect(firm(state, seat).disarray).toBe(2);
    }
    expect(state.pacts.map(({ a, b }) => [a, b])).toEqual([[1, 4]]);
  });

  test('H1 the round just revealed decides who that is, not an earlier one', () => {
    const inFirst = withFirms(planning(), { 5: { knowledge: 200 } });
    let state = act(inFirst, { type: 'advancePhase' }).state;
    while (state.round < 3 || state.phase !== 'plan') state = act(state, { type: 'advancePhase' }).state;
    const inThird = withFirms(state, { 2: { knowledge: 200 }, 5: { knowledge: 0 } });
    const { events } = act(act(inThird, { type: 'advancePhase' }).state, { type: 'falter' });
    expect(events).toEqual([{ type: 'HubFaltered', head: 2, members: [] }]);
  });

  test('H1 a firm in a tree is no hub, though it comes before its head', () => {
    const tree = withFirms(planning(), { 1: { owner: 2 }, 2: { knowledge: 200 } });
    expect(act(act(tree, { type: 'advancePhase' }).state, { type: 'falter' }).events).toEqual([
      { type: 'HubFaltered', head: 2, members: [1] },
    ]);
  });

  test('H1 of trees that earned the same, the one whose head comes first', () => {
    const reveal = act(planning(), { type: 'advancePhase' }).state;
    const last = reveal.history.at(-1);
    if (last === undefined) throw new Error('a round was played');
    const alike = { ...reveal, history: [{ ...last, incomeBySeat: last.incomeBySeat.map(() => 0) }] };
    expect(act(alike, { type: 'falter' }).events).toEqual([{ type: 'HubFaltered', head: 0, members: [] }]);
  });

  test('H1 disarray lasts two rounds', () => {
    let state = act(act(planning(), { type: 'advancePhase' }).state, { type: 'falter' }).state;
    const [hub] = state.lastRound.flatMap((event) => (event.type === 'HubFaltered' ? [event.head] : []));
    const lasting: number[] = [];
    for (let round = 2; round <= 4; round++) {
      for (let phase = 0; phase < 3; phase++) state = act(state, { type: 'advancePhase' }).state;
      lasting.push(firm(state, hub ?? 0).disarray);
    }
    expect(lasting).toEqual([1, 0, 0]);
  });

  test('H1 only in a reveal', () => {
    expect(refusalOf(planning(), { type: 'falter' })?.refused).toBe('wrong-phase');
  });
});
