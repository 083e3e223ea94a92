/** The estimated end of a game at the pace so far, and ending it at a wished time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DurationEstimator, timesToEndBy } from '../../server/district/duration-estimator.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { act, CLOCK, opening, planning, SETTINGS } from '../engine/support.ts';
import { enter } from '../support/class-room.ts';
import { openClass } from '../support/http.ts';
import { enrol } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

/** A district with a tempo that saw all its events. */
class Heard {
  readonly tempo = new DurationEstimator();
  state: DistrictState;

  constructor(settings: DistrictState['settings']) {
    this.state = opening({ settings });
  }

  do(at: number, type: 'openGame' | 'advancePhase' | 'pauseClock' | 'resumeClock'): void {
    const { state, events } = act(this.state, { type }, { at, by: 'desk' });
    this.tempo.take(at, events);
    this.state = state;
  }
}

describe('the outlook', () => {
  const ROUND = CLOCK.newsMs + CLOCK.planMs + CLOCK.revealMs;

  test('rests on the clock, however fast a class went so far', () => {
    const heard = new Heard(CLOCK);
    expect(heard.tempo.outlook(heard.state)).toEqual({ phaseMs: 0, restMs: 12 * ROUND });
    heard.do(0, 'openGame');
    heard.do(5_000, 'advancePhase');
    expect(heard.tempo.outlook(heard.state)).toEqual({ began: 5_000, phaseMs: 90_000, restMs: 11 * ROUND + 25_000 });
    heard.do(45_000, 'advancePhase');
    expect(heard.tempo.outlook(heard.state)?.restMs).toBe(11 * ROUND);
  });

  test('leaves out the time of a pause, and where no clock runs knows nothing of a first round', () => {
    const heard = new Heard(CLOCK);
    heard.do(0, 'openGame');
    heard.do(5_000, 'advancePhase');
    heard.do(10_000, 'pauseClock');
    heard.do(610_000, 'resumeClock');
    expect(heard.tempo.outlook(heard.state)?.began).toBe(605_000);
    const byHand = new Heard(SETTINGS);
    byHand.do(0, 'openGame');
    for (const at of [5_000, 45_000, 60_000, 65_000, 105_000]) {
      byHand.do(at, 'advancePhase');
      expect(byHand.tempo.outlook(byHand.state)).toBeUndefined();
    }
    byHand.do(120_000, 'advancePhase');
    expect(byHand.tempo.outlook(byHand.state)).toEqual({
      began: 120_000,
      phaseMs: 5_000,
      restMs: 10 * 60_000 - 5_000,
    });
  });
});

describe('times for an end', () => {
  const state = planning({ settings: CLOCK });
  const left = (11 * (5 + 90 + 25) + 25) * 1_000;
  const now = (state.clock.deadline ?? 0) - 60_000;

  test('make all that is to come shorter or longer alike', () => {
    const half = timesToEndBy(state, now, now + 60_000 + left / 2);
    expect(half).toEqual({ newsMs: 2_500, planMs: 45_000, revealMs: 12_500 });
    expect(timesToEndBy(state, now, now + 60_000 + left * 2)).toEqual({
      newsMs: 10_000,
      planMs: 180_000,
      revealMs: 50_000,
    });
  });

  test('are refused where nobody could decide in them, with the minutes it takes', () => {
    expect(timesToEndBy(state, now, now + 5 * 60_000)).toEqual({
      refused: 'times-out-of-range',
      about: { limit: Math.ceil((60_000 + left / 3) / 60_000) },
    });
    expect(timesToEndBy(planning({ settings: SETTINGS }), now, now + left)).toEqual({ refused: 'no-clock' });
  });
});

describe('a desk', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(stopServers);

  test('sees when the game ends, sets another time, and finds it among its acts', async () => {
    const times = { newsMs: 60_000, planMs: 90_000, revealMs: 30_000 };
    const { classId, code } = await openClass(server.url, { ...times, seatsPerDistrict: 4 });
    const ada = await enrol(server.url, code, 'Ada');
    await enter(server.url, classId, { token: ada.token });
    const desk = await enter(server.url, classId, { key: KEY });
    expect(await desk.ask({ type: 'endBy', at: Date.now() })).toMatchObject({ refused: 'class-not-started' });
    await desk.ask({ type: 'startClass' });
    await until('the news', () => desk.desk()?.districts[0]?.phase === 'news');
    const { outlook: before = { restMs: 0 }, deadline = 0 } = desk.desk()?.districts[0] ?? {};
    expect(before).toMatchObject({ phaseMs: 60_000, restMs: 12 * 180_000 - 60_000 });
    const soon = await desk.ask({ type: 'endBy', at: Date.now() + 60_000 });
    expect(soon).toMatchObject({ ok: false, refused: 'times-out-of-range', about: { limit: 13 } });
    const end = deadline + before.restMs / 2;
    expect(await desk.ask({ type: 'endBy', at: end })).toMatchObject({ ok: true });
    await until('the new outlook', () => (desk.desk()?.districts[0]?.outlook?.restMs ?? before.restMs) < before.restMs);
    expect(desk.desk()?.districts[0]?.outlook?.restMs).toBeCloseTo(before.restMs / 2, -4);
    await until('the act', () => desk.desk()?.acts?.some(({ type }) => type === 'endBy'));
  });

  test('has no clock to set where nobody hurries', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'wait', seatsPerDistrict: 4 });
    await enrol(server.url, code, 'Ada');
    const desk = await enter(server.url, classId, { key: KEY });
    await desk.ask({ type: 'startClass' });
    expect(await desk.ask({ type: 'endBy', at: Date.now() + 1e6 })).toMatchObject({ ok: false, refused: 'no-clock' });
  });
});
