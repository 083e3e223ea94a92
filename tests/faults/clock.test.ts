/** The server's clock jumps: nobody loses a round by it, and what was decided stays decided. */
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { gather } from './crowd.ts';
import { buildTown, type Town } from './town.ts';

const HOUR = 3_600_000;

let town: Town | undefined;
afterEach(() => town?.dispose());

describe.each([
  ['forward', HOUR],
  ['back', -HOUR],
] as const)('a clock that jumps an hour %s', (_direction, ms) => {
  it('ends no round twice, and the game goes on to its end', async () => {
    town = await buildTown({ steady: true });
    const crowd = await gather({
      url: town.url,
      seats: 5,
      request: { clockMode: 'clock', newsMs: 400, planMs: 1_500, revealMs: 400 },
    });
    await until('the third round', () => crowd.robots.some(({ round }) => round >= 3), 20_000);
    town.pushClock(ms);
    await crowd.played;
    expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
    expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
  }, 60_000);
});
