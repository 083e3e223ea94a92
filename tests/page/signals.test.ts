/** Small state signals of a page: initial value, changes, and end. */

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { delayMs } from '../../client/net/backoff.ts';
import { liveOf } from '../../client/net/room-state.ts';
import * as classroom from '../../client/state/classroom.ts';
import { leftUntil, minutes, runClock, serverNow, syncClock } from '../../client/state/clock.ts';
import * as game from '../../client/state/game.ts';
import { LINE_TROUBLES, lineTrouble, reportLine } from '../../client/state/line.ts';
import { doneIn } from '../../client/state/live.ts';
import { pause } from '../../client/state/pause.ts';
import { plannedView, storyShownRound, tellAll, telling, tellOn, watchReveal } from '../../client/state/reveal.ts';
import { saidText } from '../../client/state/said.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { goldenStates } from '../support/golden.ts';

const browser = Object.assign(new EventTarget(), { matchMedia: () => ({ matches: still }) });
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
let still = false;
vi.stubGlobal('window', browser);
vi.stubGlobal('document', page);

const [news, plan, reveal] = (['news', 'plan', 'reveal'] as const).map((phase) => at(phase, 3));

function at(phase: 'news' | 'plan' | 'reveal', round: number): SeatView {
  const [state] = goldenStates('rules-3/street', phase, [round]);
  if (state === undefined) throw new Error('it was played');
  return viewFor(state, 2);
}

beforeEach(() => {
  still = false;
  vi.useRealTimers();
});

describe('a reveal', () => {
  beforeEach(() => {
    tellAll();
    watchReveal('elsewhere', news as SeatView);
  });

  test('is told step by step to whoever saw its plan phase, and ends after the last', () => {
    watchReveal('here', plan as SeatView);
    expect(telling.value).toBeUndefined();
    watchReveal('here', reveal as SeatView);
    expect(telling.value).toEqual({ before: plan, step: 0 });
    expect(storyShownRound.value).toBe(2);
    expect(plannedView((reveal as SeatView).public)).toBe(plan);
    tellOn(3);
    tellOn(3);
    expect(telling.value?.step).toBe(2);
    tellOn(3);
    expect(telling.value).toBeUndefined();
    tellOn(3);
    expect(telling.value).toBeUndefined();
    // The same reveal is told only once.
    watchReveal('here', reveal as SeatView);
    expect(telling.value).toBeUndefined();
  });

  test.each([
    ['whoever came to it late', () => undefined],
    ['whoever planned at another table', () => watchReveal('there', plan as SeatView)],
    ['whoever planned another round', () => watchReveal('here', at('plan', 2))],
    [
      'whoever wants no motion',
      () => {
        still = true;
        watchReveal('here', plan as SeatView);
      },
    ],
  ])('is told at once to %s', (_, before) => {
    before();
    watchReveal('here', reveal as SeatView);
    expect(telling.value).toBeUndefined();
  });

  test('knows how the street stood when it was planned, until the next plan or another table', () => {
    watchReveal('here', plan as SeatView);
    watchReveal('here', reveal as SeatView);
    watchReveal('here', at('news', 4));
    expect(telling.value).toBeUndefined();
    expect(plannedView((reveal as SeatView).public)).toBe(plan);
    expect(plannedView(at('plan', 4).public)).toBeUndefined();
    watchReveal('there', at('news', 4));
    expect(plannedView((reveal as SeatView).public)).toBeUndefined();
  });

  test('that is broken off by another phase is over', () => {
    watchReveal('here', plan as SeatView);
    watchReveal('here', reveal as SeatView);
    expect(telling.value).toBeDefined();
    watchReveal('here', news as SeatView);
    expect(telling.value).toBeUndefined();
  });
});

describe('the game', () => {
  beforeEach(game.resetGame);

  test('before anything is known is empty, and is empty again after a reset', () => {
    const shown = () => [
      game.connection.value,
      game.refusal.value,
      game.classPhase.value,
      game.joinedCount.value,
      game.seated.value,
      game.view.value,
      game.live.value,
      game.offers.value,
      game.talk.value,
      game.filed.value,
      game.phase.value,
      game.clock.value,
      game.held.value,
      game.presence(0),
    ];
    const empty = [
      'connecting',
      undefined,
      'gathering',
      undefined,
      undefined,
      undefined,
      undefined,
      [],
      [],
      undefined,
      'opening',
      { paused: false },
      false,
      { control: 'bot', ready: false, online: true },
    ];
    expect(shown()).toEqual(empty);
    game.connection.value = 'open';
    game.refusal.value = 'too-late';
    game.classPhase.value = 'playing';
    game.joinedCount.value = 3;
    game.seated.value = { classId: 'k', districtId: 'd', seat: 1 } as never;
    game.view.value = plan;
    game.live.value = { phase: 'plan', round: 3, paused: true, storeAway: false, held: true, seats: [] };
    expect(shown()).not.toEqual(empty);
    game.resetGame();
    expect(shown()).toEqual(empty);
  });

  test('has its clock from what moved last, and none while nothing can be kept', () => {
    const live = { phase: 'plan', round: 3, paused: false, storeAway: false, held: false, seats: [] } as const;
    game.view.value = { ...plan, public: { ...plan?.public, deadline: 5, paused: true } } as SeatView;
    expect(game.clock.value).toEqual({ deadline: 5, paused: true });
    game.live.value = { ...live, deadline: 7 };
    expect(game.clock.value).toEqual({ deadline: 7, paused: false });
    game.live.value = { ...live, deadline: 7, storeAway: true };
    expect(game.clock.value).toEqual({ paused: true });
    game.live.value = { ...live, paused: true };
    expect(game.clock.value).toEqual({ paused: true });
  });

  test('says of a seat what its room says, else its view', () => {
    game.view.value = reveal;
    expect(game.presence(2)).toMatchObject({ control: 'bot', online: true });
    const seats = [{ control: 'human', ready: true, online: false }] as const;
    game.live.value = { phase: 'plan', round: 3, paused: false, storeAway: false, held: false, seats };
    expect(game.presence(0)).toEqual(seats[0]);
    expect(doneIn({ ...game.live.value, seats: [{ ...seats[0], ready: false }, seats[0]] }, 0).seats).toEqual([
      seats[0],
      seats[0],
    ]);
  });

  test('changes only a view that is there', () => {
    game.changeView({ talk: [] });
    expect(game.view.value).toBeUndefined();
    game.view.value = plan;
    game.changeView({ offers: [] });
    expect(game.view.value).toEqual({ ...plan, offers: [] });
  });

  test('is read from a room’s state as a plain copy, a deadline only where there is one', () => {
    const seats = [{ control: 'human', online: true, ready: false, more: 1 }] as never;
    const state = { phase: 'plan', round: 2, paused: false, storeAway: false, held: true, seats, deadline: 0 } as const;
    const plain = {
      phase: 'plan',
      round: 2,
      paused: false,
      storeAway: false,
      held: true,
      seats: [{ control: 'human', online: true, ready: false }],
    };
    expect(liveOf(state)).toEqual(plain);
    expect(liveOf({ ...state, deadline: 1 })).toEqual({ ...plain, deadline: 1 });
  });
});

test('the class is forgotten whole when another is entered', () => {
  classroom.addNotice({ id: 'n1', text: 'Look', at: 1 });
  classroom.dismissNotice('n1');
  classroom.addNotice({ id: 'n2', text: 'Look', at: 1 });
  classroom.polls.value = [{}] as never;
  const held = [
    classroom.questions,
    classroom.person,
    classroom.company,
    classroom.reflection,
    classroom.finale,
    classroom.observing,
    classroom.observed,
  ];
  for (const one of held) one.value = {} as never;
  classroom.resetClassroom();
  expect(held.map(({ value }) => value)).toEqual(Array(7).fill(undefined));
  expect([classroom.polls.value, classroom.notices.value]).toEqual([[], []]);
  classroom.addNotice({ id: 'n1', text: 'Look', at: 1 });
  expect(classroom.notices.value).toHaveLength(1);
});

describe('the line', () => {
  test('has the worst trouble of all there are, and none when each is mended', () => {
    const lines = LINE_TROUBLES.map(() => ({}));
    const seen = LINE_TROUBLES.map((trouble, place) => {
      reportLine(lines[place] ?? {}, trouble);
      reportLine(lines[place] ?? {}, trouble);
      return lineTrouble.value;
    });
    expect(seen).toEqual(LINE_TROUBLES);
    reportLine(lines[3] ?? {}, undefined);
    expect(lineTrouble.value).toBe('unreachable');
    for (const line of lines) reportLine(line, undefined);
    expect(lineTrouble.value).toBeUndefined();
  });

  test('waits between half of a step and the whole of it, and no longer than four seconds', () => {
    expect([0, 1, 2, 3, 4, 40].map((attempt) => delayMs(attempt, undefined, 0))).toEqual([
      150, 300, 600, 1_200, 2_000, 2_000,
    ]);
    expect([0, 1, 2, 3, 4, 40].map((attempt) => delayMs(attempt, undefined, 1))).toEqual([
      300, 600, 1_200, 2_400, 4_000, 4_000,
    ]);
    expect(delayMs(1, { firstMs: 10, longestMs: 100 }, 0.5)).toBe(15);
  });

  test('stops waiting when the network is back or the page is seen, and not when it is hidden', async () => {
    vi.useFakeTimers();
    const over = vi.fn();
    const begin = () => void pause(60_000).then(over);
    begin();
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toHaveBeenCalledTimes(0);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toHaveBeenCalledTimes(1);
    begin();
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toHaveBeenCalledTimes(2);
    begin();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(over).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leaves nobody listening after a wait', async () => {
    vi.useFakeTimers();
    const heard = (target: EventTarget, how: 'addEventListener' | 'removeEventListener') => vi.spyOn(target, how);
    const added = [heard(browser, 'addEventListener'), heard(page, 'addEventListener')];
    const removed = [heard(browser, 'removeEventListener'), heard(page, 'removeEventListener')];
    void pause(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(removed.map(({ mock }) => mock.calls)).toEqual(added.map(({ mock }) => mock.calls));
    expect(added.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    vi.restoreAllMocks();
  });
});

test('the clock is the server’s, moves while it is watched, and never shows less than nothing', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  syncClock(5_000_000);
  expect(serverNow()).toBe(5_000_000);
  const stop = runClock();
  vi.advanceTimersByTime(250);
  expect([serverNow(), leftUntil(5_001_000), leftUntil(5_000_000)]).toEqual([5_000_250, 750, 0]);
  vi.advanceTimersByTime(1_000);
  expect(serverNow()).toBe(5_001_250);
  stop();
  vi.advanceTimersByTime(5_000);
  expect(serverNow()).toBe(5_001_250);
  expect([0, 1, 1_000, 59_001, 60_000, 65_000, 600_000].map(minutes)).toEqual([
    '0:00',
    '0:01',
    '0:01',
    '1:00',
    '1:00',
    '1:05',
    '10:00',
  ]);
});

test('what was said is read in one’s own language where it was ready-made, and as removed where it is gone', () => {
  expect(saidText({ text: 'Hello' })).toBe('Hello');
  expect(saidText({ text: 'Hello', sentence: 'whatWillYouDo' })).not.toBe('Hello');
  expect(saidText({})).not.toBe('');
  expect(saidText({})).not.toContain('undefined');
});

test('a page that checks messages compiles no code, which its policy forbids', async () => {
  const { config } = await import('zod');
  await import('../../client/state/jitless.ts');
  expect(config().jitless).toBe(true);
});
