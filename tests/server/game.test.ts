import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import { parse } from '../../shared/log/jsonl.ts';
import { firstDifference, redecide, replay } from '../../shared/log/replay.ts';
import { ask, openClass } from '../support/http.ts';
import { startTogether } from '../support/robots.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';

function robots(url: string, code: string, count: number, changes: Partial<{ drop: number; latency: number }> = {}) {
  const samples = emptySamples();
  const options = { url, code, policy: 'mixed', latency: 0, drop: 0, think: 20, samples, ...changes };
  return Array.from({ length: count }, (_, index) => new Robot({ ...options, number: index + 1 }));
}

async function playOut(server: TestServer, playing: readonly Robot[], code: string, classId: string): Promise<void> {
  expect(await Promise.all(playing.map((robot) => robot.join()))).toEqual(playing.map(() => true));
  await startTogether(server.url, classId, playing.length);
  await Promise.all(playing.map((robot) => robot.play()));
  expect(code).toHaveLength(6);
}

async function exported(server: TestServer, classId: string) {
  const { status, text } = await ask(`${server.url}/api/classes/${classId}/export/events.jsonl`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  expect(status).toBe(200);
  const parsed = parse(text);
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.logs;
}

describe('a whole game over the network', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(stopServers);

  test('is played by twelve robots to its end, and its log replays to the same hashes', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'wait', seed: 7 });
    const playing = robots(server.url, code, 12);
    await playOut(server, playing, code, classId);
    expect(playing.every((robot) => robot.finished && robot.round === 12)).toBe(true);

    const logs = await exported(server, classId);
    expect(logs).toHaveLength(1);
    for (const log of logs) {
      const { state, checks } = replay(log);
      expect(state.phase).toBe('ended');
      expect(checks.length).toBeGreaterThanOrEqual(12);
      expect(firstDifference(checks)).toBeUndefined();
      const again = redecide(log);
      expect('log' in again && again.log.records.map(({ events }) => events)).toEqual(
        log.records.map(({ events }) => events),
      );
      const deciders = log.records.filter(({ command }) => command?.type === 'filePlan').map(({ by }) => by);
      expect(new Set(deciders)).toEqual(new Set(['human']));
    }
  });

  test('is played by five robots among seven bots, in which every decision says whose it was', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'wait' });
    const playing = robots(server.url, code, 5);
    await playOut(server, playing, code, classId);
    const [log] = await exported(server, classId);
    const filed = (log?.records ?? []).flatMap(({ round, events }) =>
      events.flatMap((event) => (event.type === 'PlanFiled' ? [{ by: event.by, at: `${round} ${event.seat}` }] : [])),
    );
    expect(filed.filter(({ by }) => by === 'human')).toHaveLength(5 * 12);
    // A bot files again in a year in which it signs with a person.
    expect(new Set(filed.flatMap(({ by, at }) => (by === 'bot' ? [at] : []))).size).toBe(7 * 12);
  });

  test('survives bad lines: every act counts once though connections break', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'wait', seatsPerDistrict: 6 });
    const playing = robots(server.url, code, 12, { drop: 0.1 });
    await playOut(server, playing, code, classId);
    const logs = await exported(server, classId);
    expect(logs).toHaveLength(2);
    for (const log of logs) {
      const ids = log.records.flatMap(({ commandId }) => commandId ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(replay(log).state.phase).toBe('ended');
    }
  });
});
