/** Robots that have joined a class over the network. */
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';

/** `think`: a robot's longest delay in milliseconds. Rejects if one is refused. */
export async function robotsIn(url: string, code: string, count: number, think: number): Promise<readonly Robot[]> {
  const manner = { policy: 'mixed', latency: 0, drop: 0, think, samples: emptySamples() };
  const robots = Array.from({ length: count }, (_, index) => new Robot({ url, code, number: index + 1, ...manner }));
  const joined = await Promise.all(robots.map((robot) => robot.join()));
  if (joined.includes(false)) throw new Error('a robot was not let in');
  return robots;
}
