import { describe, expect, test } from 'vitest';
import type { DistrictState } from '../../shared/engine/state.ts';
import {
  act,
  BUREAU,
  CLOCK,
  firmPlan,
  governmentPlan,
  opening,
  PKU,
  planning,
  refusalOf,
  SETTINGS,
  universityPlan,
  wish,
  withFirms,
  withPacts,
} from './support.ts';

function advance(state: DistrictState, times = 1, at = 0): DistrictState {
  let next = state;
  for (let step = 0; step < times; step++) next = act(next, { type: 'advancePhase' }, { at }).state;
  return next;
}

function seated(state: DistrictState, seat: number): DistrictState {
  return act(state, { type: 'assignSeat', seat, control: 'human', player: 'p1' }).state;
}

describe('rounds', () => {
  test('R1 news, plan, reveal, twelve times, and the end', () => {
    let state = act(opening(), { type: 'openGame' }).state;
    const seen: string[] = [];
    while (state.phase !== 'ended') {
      seen.push(`${state.round} ${state.phase}`);
      state = advance(state);
    }
    expect(seen).toHaveLength(36);
    expect(seen.slice(0, 4)).toEqual(['1 news', '1 plan', '1 reveal', '2 news']);
    expect(state.history.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(refusalOf(state, { type: 'advancePhase' })?.refused).toBe('game-over');
  });

  test('R1 a game opens once', () => {
    expect(refusalOf(planning(), { type: 'openGame' })?.refused).toBe('wrong-phase');
    expect(refusalOf(opening(), { type: 'advancePhase' })?.refused).toBe('wrong-phase');
  });

  test('R2 each phase has its deadline in clock mode, and none otherwise', () => {
    let state = act(opening({ settings: CLOCK }), { type: 'openGame' }, { at: 1000 }).state;
    expect(state.clock.deadline).toBe(6_000);
    state = advance(state, 1, 10_000);
    expect(state.clock.deadline).toBe(100_000);
    state = advance(state, 1, 100_001);
    expect(state.clock.deadline).toBe(125_001);
    expect(planning({ settings: SETTINGS }).clock).toEqual({});
  });

  test('R2 a plan counts at the deadline and is refused a millisecond later', () => {
    const state = planning({ settings: CLOCK });
    const plan = { type: 'filePlan', plan: firmPlan(3, 3) } as const;
    expect(refusalOf(state, plan, { seat: 0, at: 90_000 })).toBeUndefined();
    expect(refusalOf(state, plan, { seat: 0, at: 90_001 })?.refused).toBe('too-late');
  });

  test('R3 a plan may be replaced until the phase ends, and not after', () => {
    const plan = (trade: number) => ({ type: 'filePlan', plan: firmPlan(trade, 6 - trade) }) as const;
    const twice = act(act(planning(), plan(1), { seat: 0 }).state, plan(2), { seat: 0 }).state;
    expect(twice.plans[0]?.plan).toMatchObject({ trade: 2 });
    expect(refusalOf(advance(twice), plan(3), { seat: 0 })?.refused).toBe('wrong-phase');
  });
});

describe('missed deadlines', () => {
  test('R4 the last plan again: wishes stand, partners who are gone fall to research', () => {
    const pact = withPacts(planning(), [0, 1], [0, 2]);
    const plan = firmPlan(
      1,
      1,
      [
        { to: 1, points: 1 },
        { to: 2, points: 3 },
      ],
      wish(3),
    );
    const filed = act(pact, { type: 'filePlan', plan }, { seat: 0 }).state;
    const later = withPacts(advance(filed, 3), [0, 2]);
    const { state } = act(later, { type: 'advancePhase' });
    expect(state.plans[0]).toEqual({ by: 'timeout', plan: firmPlan(1, 2, [{ to: 2, points: 3 }], wish(3)) });
  });

  test.each(['loan', 'venture'] as const)('R4 a %s is not taken again', (kind) => {
    const filed = act(planning(), { type: 'filePlan', plan: firmPlan(3, 3, [], { kind }) }, { seat: 0 }).state;
    expect(advance(filed, 4).plans[0]?.plan).toEqual(firmPlan(3, 3));
  });

  test('R4 neither a purchase nor a sale comes again', () => {
    const buying = firmPlan(3, 3, [], { kind: 'buy', sellers: [1] });
    const selling = firmPlan(2, 4, [], { kind: 'sell', buyer: 1 });
    let state = act(planning(), { type: 'filePlan', plan: buying }, { seat: 0 }).state;
    state = act(state, { type: 'filePlan', plan: selling }, { seat: 3 }).state;
    state = advance(state, 4);
    expect(state.plans[0]?.plan).toEqual(firmPlan(3, 3));
    expect(state.plans[3]?.plan).toEqual(firmPlan(2, 4));
  });

  test('R4 a university’s points for a partner who is gone go to publishing', () => {
    const plan = universityPlan({ publish: 1, open: 2, shares: [{ to: 1, points: 3 }] });
    const filed = act(withPacts(planning(), [1, PKU]), { type: 'filePlan', plan }, { seat: PKU }).state;
    const { state } = act(withPacts(advance(filed, 3)), { type: 'advancePhase' });
    expect(state.plans[PKU]?.plan).toEqual(universityPlan({ publish: 4, open: 2 }));
  });

  test('R4 a government whose budget shrank spends in the same proportions', () => {
    const plan = governmentPlan({ law: 2, reform: 1 });
    const filed = act(planning(), { type: 'filePlan', plan }, { seat: BUREAU }).state;
    const later = advance(filed, 3);
    const poorer = { ...later, history: later.history.map((round) => ({ ...round, tax: 0 })) };
    const { state } = act(poorer, { type: 'advancePhase' });
    expect(state.plans[BUREAU]?.plan).toEqual(governmentPlan({ law: 1.3, reform: 0.6 }));
  });

  test('R5 someone who never filed', () => {
    const { plans } = advance(planning());
    expect(plans[0]).toEqual({ by: 'timeout', plan: firmPlan(3, 3) });
    expect(plans[PKU]?.plan).toEqual(universityPlan({ publish: 6 }));
    expect(plans[BUREAU]?.plan).toEqual(governmentPlan());
  });

  test('R6 after two missed deadlines in a row the bot stands in; the seat stays the person’s', () => {
    const once = advance(seated(planning(), 0));
    expect(once.seats[0]).toMatchObject({ control: 'human', missed: 1 });
    const twice = advance(once, 3);
    expect(twice.seats[0]).toMatchObject({ control: 'bot', player: 'p1' });
    const planningAgain = advance(twice, 2);
    const { state, events } = act(planningAgain, { type: 'filePlan', plan: firmPlan(3, 3) }, { seat: 0 });
    expect(events.map(({ type }) => type)).toEqual(['SeatAssigned', 'PlanFiled']);
    expect(state.seats[0]).toMatchObject({ control: 'human', player: 'p1', missed: 0 });
  });

  test('R6 filing a plan starts the count anew', () => {
    const once = advance(seated(planning(), 0), 3);
    const filed = act(once, { type: 'filePlan', plan: firmPlan(3, 3) }, { seat: 0 }).state;
    expect(advance(filed, 4).seats[0]).toMatchObject({ control: 'human', missed: 1 });
  });

  test('R6 a bot that files nothing is nobody’s missed deadline', () => {
    expect(advance(planning()).seats[0]).toMatchObject({ control: 'bot', missed: 0 });
  });
});

describe('the desk', () => {
  test('R7 a pause keeps what was left and credits it', () => {
    const running = planning({ settings: CLOCK });
    const paused = act(running, { type: 'pauseClock' }, { at: 30_000 }).state;
    expect(paused.clock).toEqual({ pausedWithMs: 60_000 });
    const filed = act(paused, { type: 'filePlan', plan: firmPlan(3, 3) }, { seat: 0, at: 500_000 }).state;
    expect(act(filed, { type: 'resumeClock' }, { at: 600_000 }).state.clock).toEqual({ deadline: 660_000 });
  });

  test('R7 the clock itself does not go past a pause; the desk may', () => {
    const paused = act(planning({ settings: CLOCK }), { type: 'pauseClock' }).state;
    expect(refusalOf(paused, { type: 'advancePhase' })?.refused).toBe('paused');
    expect(act(paused, { type: 'advancePhase' }, { by: 'desk' }).state.phase).toBe('reveal');
    expect(refusalOf(paused, { type: 'pauseClock' })?.refused).toBe('paused');
    expect(refusalOf(planning(), { type: 'resumeClock' })?.refused).toBe('not-paused');
  });

  test('R7 without a clock a pause has nothing to credit', () => {
    const paused = act(planning(), { type: 'pauseClock' }).state;
    expect(act(paused, { type: 'resumeClock' }, { at: 9 }).state.clock).toEqual({});
  });

  test('R7 time can be added to a running clock only', () => {
    const extend = { type: 'extendClock', ms: 30_000, reason: 'desk' } as const;
    const running = planning({ settings: CLOCK });
    expect(act(running, extend).state.clock.deadline).toBe(120_000);
    expect(refusalOf(planning(), extend)?.refused).toBe('no-clock');
    expect(refusalOf(opening(), extend)?.refused).toBe('wrong-phase');
    expect(refusalOf(act(running, { type: 'pauseClock' }).state, extend)?.refused).toBe('paused');
    expect(refusalOf(running, { ...extend, ms: Number.NaN })?.refused).toBe('points-not-numbers');
    expect(refusalOf(running, { ...extend, ms: -1 })?.refused).toBe('points-negative');
  });

  test('R10 a plan phase is relaxed once, and remembers by how much over pauses and more time for all', () => {
    const relax = { type: 'extendClock', ms: 90_000, reason: 'relaxed' } as const;
    const running = planning({ settings: CLOCK });
    const relaxed = act(running, relax).state;
    expect(relaxed.clock).toEqual({ deadline: 180_000, relaxedMs: 90_000 });
    expect(refusalOf(relaxed, relax)?.refused).toBe('wrong-phase');
    const paused = act(relaxed, { type: 'pauseClock' }, { at: 100_000 }).state;
    const resumed = act(paused, { type: 'resumeClock' }, { at: 200_000 }).state;
    const later = act(resumed, { type: 'extendClock', ms: 5_000, reason: 'desk' }).state;
    expect(later.clock).toEqual({ deadline: 285_000, relaxedMs: 90_000 });
    const reveal = advance(later, 1, 285_000);
    expect(reveal.clock.relaxedMs).toBeUndefined();
    expect(refusalOf(reveal, relax)?.refused).toBe('wrong-phase');
    expect(act(advance(reveal, 2, 300_000), relax).state.clock.relaxedMs).toBe(90_000);
  });

  test('R7 a seat one person holds goes to another only when it is free', () => {
    const taken = seated(planning(), 0);
    const other = { type: 'assignSeat', seat: 0, control: 'human', player: 'p2' } as const;
    expect(refusalOf(taken, other)?.refused).toBe('seat-taken');
    const free = act(taken, { type: 'freeSeat', seat: 0 }).state;
    expect(free.seats[0]).toEqual({ control: 'bot', policy: 'solo', missed: 0 });
    expect(act(free, other).state.seats[0]).toMatchObject({ player: 'p2' });
    expect(refusalOf(free, { type: 'freeSeat', seat: 0 })?.refused).toBe('seat-free');
    expect(refusalOf(free, { type: 'freeSeat', seat: 12 })?.refused).toBe('unknown-seat');
  });

  test('R7 handing a seat to its bot keeps the person’s claim', () => {
    const away = act(seated(planning(), 0), { type: 'assignSeat', seat: 0, control: 'bot' }).state;
    expect(away.seats[0]).toMatchObject({ control: 'bot', player: 'p1' });
  });
});

describe('a lasting hardship', () => {
  test('E2 someone in disarray still places six points', () => {
    const hit = withFirms(planning(), { 0: { disarray: 2 } });
    expect(refusalOf(hit, { type: 'filePlan', plan: firmPlan(2, 1) }, { seat: 0 })?.refused).toBe('points-too-few');
    expect(refusalOf(hit, { type: 'filePlan', plan: firmPlan(4, 2) }, { seat: 0 })).toBeUndefined();
  });
});
