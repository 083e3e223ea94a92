/** Kills the server at random moments while robots play, and restarts it at once; 100 times in `npm run faults`. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { percentiles } from '../../server/robots/statistics.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { freePort } from '../support/ports.ts';
import { log, newFolder } from '../support/server.ts';
import { PATIENCE_MS, pause } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { type Crowd, gather, returned } from './crowd.ts';
import { isLong, report } from './forms.ts';

const KILLS = isLong ? 100 : 4;
const SEATS = 14;
/** The strict limit applies only on an idle machine. */
const BACK_MS = isLong ? 5_000 : PATIENCE_MS;

let server: ServerProcess | undefined;
let folder: string | undefined;

afterEach(async () => {
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe.each(['SIGKILL', 'SIGTERM'] as const)('%s at random moments while robots play', (signal) => {
  const times = signal === 'SIGKILL' ? KILLS : Math.ceil(KILLS / 4);

  test(
    `${times} times: nothing acknowledged is missing, everybody is back within ${BACK_MS / 1_000} s, all hashes hold`,
    async () => {
      folder = await newFolder();
      const port = await freePort();
      server = await startProcess(folder, port);
      const played: Crowd[] = [];
      const listening: number[] = [];
      const back: number[] = [];
      let crowd: Crowd | undefined;
      while (back.length < times) {
        if (crowd === undefined || crowd.finished) {
          crowd = await gather({ url: server.url, seats: SEATS });
          played.push(crowd);
        }
        await pause(100 + Math.random() * 900);
        if (crowd.finished) continue;
        await server.end(signal);
        const began = performance.now();
        server = await startProcess(folder, port);
        listening.push(performance.now() - began);
        back.push(await returned(server.url, crowd, BACK_MS));
      }
      await Promise.all(played.map((each) => each.played));
      await server.end('SIGKILL');
      const store = await openSqliteStore(join(folder, 'street.db'), log);
      const wrong: string[] = [];
      for (const { classId, robots } of played) wrong.push(...(await audit(store, classId, robots)));
      await store.close();
      const acknowledged = played.reduce(
        (sum, { robots }) => sum + robots.reduce((all, robot) => all + robot.acknowledged.length, 0),
        0,
      );
      report(`${signal} × ${times}`, {
        games: played.length,
        acknowledged,
        listening: percentiles(listening),
        back: percentiles(back),
      });
      expect(wrong).toEqual([]);
      expect(acknowledged).toBeGreaterThan(50 * SEATS * (played.length - 1));
      expect(played.flatMap(({ robots }) => robots.filter((robot) => robot.round !== 12))).toEqual([]);
    },
    300_000 + times * 15_000,
  );
});
