/** The store fails, fills up, or is slow while robots play: the game waits for it and loses nothing. */
import { afterEach, describe, expect, test } from 'vitest';
import { percentiles } from '../../server/robots/statistics.ts';
import { ask } from '../support/http.ts';
import { openTab, type Tab } from '../support/player.ts';
import { lateness, pause, until } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { type Crowd, gather } from './crowd.ts';
import { isLong, report } from './forms.ts';
import { buildTown, slowed, type Town } from './town.ts';

const AWAY_MS = isLong ? 30_000 : 1_500;
const SEATS = 7;

let town: Town | undefined;
afterEach(() => town?.dispose());

/** A second tab in a robot's seat: what its person would see. */
function secondTab(url: string, { robots }: Crowd): Promise<Tab> {
  const [robot] = robots;
  if (robot?.districtId === undefined) throw new Error('the robot is not seated');
  return openTab(url, robot.districtId, robot.token);
}

function saysStoreAway({ received }: Tab): boolean | undefined {
  const state = received.findLast(({ type }) => type === 'state')?.message;
  return typeof state === 'object' && state !== null && 'storeAway' in state ? state.storeAway === true : undefined;
}

interface Trouble {
  readonly what: string;
  /** Not even a record that fits into an existing page can be stored. */
  readonly total: boolean;
  readonly begin: (town: Town) => void;
  readonly end: (town: Town) => void;
}

const TROUBLES: readonly Trouble[] = [
  {
    what: 'a full disk',
    total: false,
    begin: ({ database }) => {
      database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
    },
    end: ({ database }) => database.pragma('max_page_count = 1073741823'),
  },
  {
    what: 'a read-only store',
    total: true,
    begin: ({ database }) => database.pragma('query_only = ON'),
    end: ({ database }) => database.pragma('query_only = OFF'),
  },
];

describe.each(TROUBLES)('$what in the middle of a game', ({ what, total, begin, end }) => {
  test(
    'acknowledges nothing it cannot keep, says so, and goes on where it was',
    async () => {
      town = await buildTown();
      const crowd = await gather({ url: town.url, seats: SEATS });
      await until('the third round', () => crowd.robots.some(({ round }) => round >= 3));
      const watcher = await secondTab(town.url, crowd);
      begin(town);
      await until('everyone to be told', () => saysStoreAway(watcher));
      await pause(AWAY_MS / 2);
      const before = crowd.robots.map(({ acknowledged }) => acknowledged.length);
      expect((await ask(`${town.url}/healthz`)).status).toBe(200);
      await pause(AWAY_MS / 2);
      if (total) expect(crowd.robots.map(({ acknowledged }) => acknowledged.length)).toEqual(before);
      end(town);
      await until('everyone to be told that it is over', () => saysStoreAway(watcher) === false && 'over');
      await crowd.played;
      expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
      expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
      expect((await ask(`${town.url}/readyz`)).status).toBe(200);
      report(what, { awayMs: AWAY_MS, refusals: crowd.robots.flatMap(({ refusals }) => refusals).length });
    },
    300_000 + 2 * AWAY_MS,
  );
});

describe('a store slower by 2 s', () => {
  test('plays on, slower, and loses nothing', async () => {
    let slow = 0;
    town = await buildTown({ between: (store) => slowed(store, () => slow) });
    const crowd = await gather({ url: town.url, seats: SEATS });
    await until('the second round', () => crowd.robots.some(({ round }) => round >= 2));
    slow = 2_000;
    crowd.samples.ack.length = 0;
    const lateMs = lateness();
    await pause(isLong ? 60_000 : 5_000);
    const max = () => percentiles(crowd.samples.ack).max;
    await until('an answer that took its time', () => max() > 1_500);
    expect(max()).toBeLessThan(4_500 + lateMs());
    report('slower by 2 s', { ack: percentiles(crowd.samples.ack) });
    slow = 0;
    await crowd.played;
    expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
  });
});
