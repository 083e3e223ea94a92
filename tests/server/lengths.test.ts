/** A class in each length of the story, played over the network to its last round. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import { parse } from '../../shared/log/jsonl.ts';
import { replay } from '../../shared/log/replay.ts';
import { lengthsOf } from '../../shared/scenarios/index.ts';
import { ask, openClass } from '../support/http.ts';
import { startTogether } from '../support/robots.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

const shorter = lengthsOf('zhongguancun').filter(({ shorterThan }) => shorterThan !== undefined);

test('there are two beside the standard', () => {
  expect(shorter.map(({ parameters }) => parameters.rounds)).toEqual([10, 8]);
});

test.each(shorter.map((scenario) => [scenario.id, scenario] as const))(
  '%s ends after its last round, not before',
  async (id, scenario) => {
    const { classId, code } = await openClass(server.url, { scenario: id, clockMode: 'wait', seed: 3 });
    const samples = emptySamples();
    const robots = [1, 2, 3].map(
      (number) =>
        new Robot({ url: server.url, code, policy: 'mixed', latency: 0, drop: 0, think: 20, samples, number }),
    );
    expect(await Promise.all(robots.map((robot) => robot.join()))).toEqual([true, true, true]);
    await startTogether(server.url, classId, robots.length);
    await Promise.all(robots.map((robot) => robot.play()));
    expect(robots.map(({ finished, round }) => ({ finished, round }))).toEqual(
      robots.map(() => ({ finished: true, round: scenario.parameters.rounds })),
    );

    const { text } = await ask(`${server.url}/api/classes/${classId}/export/events.jsonl`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const parsed = parse(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const [log] = parsed.logs;
    if (log === undefined) throw new Error('the class has no district');
    expect(log.header).toMatchObject({ scenario: id, parameters: scenario.parameters });
    const { state } = replay(log);
    expect(state.phase).toBe('ended');
    expect(state.history).toHaveLength(scenario.parameters.rounds);
  },
);
