/** Small pure parts of the server over all inputs: clocks, waits, common pace, buckets, ends. */
import { describe, expect, test } from 'vitest';
import { Bucket, MESSAGE_RATE, TALK_RATE } from '../../server/access/bucket.ts';
import { mustWaitForOthers } from '../../server/classroom/districts/common-pace.ts';
import { isUntouched, keptUntil } from '../../server/classroom/retention.ts';
import { DurationEstimator, timesToEndBy } from '../../server/district/duration-estimator.ts';
import { beginningOf, deadlineOf, endOf, everybodyIn, relaxedMissing, waitedFor } from '../../server/district/pace.ts';
import { CLOCK_MODES, type ClockMode, PHASES } from '../../shared/engine/parts.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { act, CLOCK, opening, planning, SETTINGS } from '../engine/support.ts';
import { expectTold } from '../support/told.ts';

const HOUR = 3_600_000;

/** The first runs of equal values, and the number of each. */
function runs(values: readonly string[]): readonly string[] {
  const found: { value: string; count: number }[] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.value === value) last.count += 1;
    else found.push({ value, count: 1 });
  }
  const all = [...new Set(values)].map((value) => `${values.filter((each) => each === value).length} ${value}`);
  return [...found.slice(0, 8).map(({ value, count }) => `${count} ${value}`), '… in all', ...all];
}

/** People in seats 0, 1 and 10; the first has filed, or said "go on". */
function crowded(phase: DistrictState['phase'], clockMode: ClockMode): DistrictState {
  const base = planning({ settings: { ...SETTINGS, clockMode } });
  const seats = base.seats.map((seat, place) =>
    [0, 1, 10].includes(place) ? { ...seat, control: 'human' as const, player: `p${place}` } : seat,
  );
  const filed = {
    plan: { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } },
    by: 'human',
  } as const;
  const plans = base.seats.map((_, place) => ([1, 10].includes(place) ? undefined : filed));
  const ready = base.seats.map((_, place) => place === 0);
  return { ...base, phase, seats, plans, ready } as DistrictState;
}

test('whom a phase waits for, and when it is over', async () => {
  const told = PHASES.flatMap((phase) =>
    CLOCK_MODES.flatMap((clockMode) =>
      [[0, 1, 10], [0], [1], []].map((online) => {
        const state = crowded(phase, clockMode);
        const isOnline = (seat: number) => online.includes(seat);
        const relaxed = [() => false, (player: string) => player === 'p10', () => true];
        const timed = { ...state, clock: { deadline: 90_000, relaxedMs: 30_000 } } as DistrictState;
        const paused = { ...state, clock: { pausedWithMs: 5_000 } } as DistrictState;
        return [
          `${phase}, ${clockMode}, here ${online.join(' ')}`,
          everybodyIn(state, isOnline),
          everybodyIn(paused, isOnline),
          waitedFor(state, isOnline),
          [state, timed, paused].map(deadlineOf),
          relaxed.map((each) => [relaxedMissing(state, each), endOf(timed, each), endOf(paused, each)]),
        ];
      }),
    ),
  );
  const done = crowded('plan', 'wait');
  const all = { ...done, plans: done.seats.map(() => done.plans[0]) };
  const goesOn = { ...opening(), goesOn: { phase: 'plan', round: 2 } } as DistrictState;
  const beginnings = [opening(), goesOn, { ...opening(), practised: true as const }, planning(), practising()].map(
    (state) => (['briefing', 'practice', 'game'] as const).map((stage) => beginningOf(state, stage)),
  );
  await expectTold('server/pace', { told, in: everybodyIn(all, () => false), beginnings });
});

function practising(): DistrictState {
  return act(opening(), { type: 'openPractice' }, { by: 'desk' }).state;
}

test('which district is held by which', async () => {
  const moments = [
    '1 practice news',
    '1 practice reveal',
    '0 opening',
    '1 news',
    '1 reveal',
    '2 plan',
    '2 reveal',
    '3 news',
    '3 ended',
  ];
  const at = (moment: string, clockMode: ClockMode = 'clock') => {
    const [round, ...phase] = moment.split(' ');
    const practice = phase.length > 1 ? { practice: { seed: 1 } } : {};
    return {
      round: Number(round),
      phase: phase.at(-1),
      settings: { clockMode },
      ...practice,
    } as unknown as DistrictState;
  };
  const told = moments.map((own) => [
    own,
    moments.map((other) =>
      [
        { state: at(other), done: false, out: false },
        { state: at(other), done: true, out: false },
        { state: at(other), done: false, out: true },
      ].map((each) => (mustWaitForOthers(at(own), [each]) ? 'held' : '-')),
    ),
  ]);
  const free = { state: at('2 plan'), done: true, out: false };
  const several = mustWaitForOthers(at('2 plan'), [free, { ...free, out: true }, { ...free, done: false }]);
  await expectTold('server/common-pace', {
    told,
    several,
    wait: mustWaitForOthers(at('2 plan', 'wait'), [{ ...free, done: false }]),
  });
});

describe('a tempo', () => {
  type Done = 'openPractice' | 'endPractice' | 'openGame' | 'advancePhase' | 'pauseClock' | 'resumeClock';
  const LESSON: readonly (readonly [seconds: number, Done])[] = [
    [1, 'openPractice'],
    [9, 'advancePhase'],
    [70, 'advancePhase'],
    [80, 'endPractice'],
    [90, 'openGame'],
    [97, 'advancePhase'],
    [150, 'pauseClock'],
    [200, 'resumeClock'],
    [230, 'advancePhase'],
    [260, 'advancePhase'],
    [261, 'pauseClock'],
    [275, 'advancePhase'],
    [300, 'resumeClock'],
    [350, 'advancePhase'],
    [380, 'advancePhase'],
    [385, 'advancePhase'],
    [480, 'advancePhase'],
    [500, 'advancePhase'],
    [520, 'advancePhase'],
    [560, 'advancePhase'],
    [599, 'advancePhase'],
  ];

  test.for(['clock', 'desk'] as const)('of %s tells the same outlook all along', async (clockMode) => {
    const tempo = new DurationEstimator();
    let state = opening({ settings: { ...CLOCK, clockMode } });
    const told = LESSON.map(([seconds, type]) => {
      const at = seconds * 1_000;
      // Refusals of a stopped clock are left out.
      try {
        const done = act(state, { type }, { at, by: 'desk' });
        tempo.take(at, done.events);
        state = done.state;
      } catch {
        return [seconds, type, 'refused'];
      }
      return [seconds, type, state.phase, state.round, tempo.outlook(state)];
    });
    tempo.take(700_000, [{ type: 'AdvanceUndone', state: { ...state, phase: 'plan' } } as never]);
    const undone = tempo.outlook({ ...state, phase: 'plan' });
    const over = tempo.outlook({ ...state, phase: 'ended' });
    await expectTold(`server/tempo-${clockMode}`, { told, undone, over });
  });

  test('says nothing where a phase to come was never played, be it a single one', () => {
    const tempo = new DurationEstimator();
    for (const round of [1, 2, 3]) tempo.take(round * 10_000, [{ type: 'PhaseBegan', phase: 'plan', round }]);
    const last = { ...planning({ settings: SETTINGS }), round: 12 };
    expect(tempo.outlook(last)).toBeUndefined();
  });

  test('is set to an end, or refused', async () => {
    const states: Readonly<Record<string, DistrictState>> = {
      opening: opening({ settings: CLOCK }),
      practice: { ...practising(), settings: CLOCK },
      plan: planning({ settings: CLOCK }),
      quick: planning({ settings: { ...CLOCK, planMs: 20_000, newsMs: 1 } }),
      last: { ...planning({ settings: CLOCK }), phase: 'reveal', round: 12 },
      over: { ...planning({ settings: CLOCK }), phase: 'ended' },
      hand: planning({ settings: SETTINGS }),
      paused: { ...planning({ settings: CLOCK }), clock: { pausedWithMs: 10_000 } },
    };
    const minutes = [-5, 0, 5, 8, 9, 10, 15, 20, 24, 25, 60, 400, 6_000];
    const told = Object.entries(states).map(([name, state]) => [
      name,
      minutes.map((until) => timesToEndBy(state, 40_000, until * 60_000)),
    ]);
    await expectTold('server/times', told);
  });
});

test('what is kept how long, and who may send how fast', async () => {
  const entries = [
    { kind: 'class', openedAt: 10 },
    { kind: 'class', openedAt: 10, touchedAt: 20 },
    { kind: 'class', openedAt: 10, touchedAt: 20, endedAt: 15 },
    { kind: 'practice', openedAt: 10, touchedAt: 20, endedAt: 15 },
    { kind: 'dry-run', openedAt: 10, endedAt: 15 },
    { kind: 'class', openedAt: 30, touchedAt: 20 },
  ] as const;
  const kept = entries.map((entry) => {
    const whole = { id: 'k', code: 'c', open: true, ...entry };
    return [keptUntil(whole, HOUR), [19, 20, 21, 29, 30, 31].filter((now) => isUntouched(whole, 0, now))];
  });
  const verdicts = [MESSAGE_RATE, TALK_RATE].flatMap((rate) =>
    [1, 20, 50, 500, 2_001].map((everyMs) => {
      const bucket = new Bucket(0, rate);
      const sent = (from: number, count: number) =>
        Array.from({ length: count }, (_, each) => bucket.take(from + each * everyMs));
      return [
        everyMs,
        runs(sent(0, 700)),
        runs(sent(700 * everyMs + 3_000, 330)),
        runs(sent(3_000 * everyMs + HOUR, 330)),
      ];
    }),
  );
  await expectTold('server/rates', { kept, verdicts });
});
