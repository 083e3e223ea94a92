/** Robots that have joined a class over the network. */
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import { sitAtDesk } from './player.ts';
import { until } from './waiting.ts';

/** `think`: a robot's longest delay in milliseconds. Rejects if one is refused. */
export async function robotsIn(url: string, code: string, count: number, think: number): Promise<readonly Robot[]> {
  const manner = { policy: 'mixed', latency: 0, drop: 0, think, samples: emptySamples() };
  const robots = Array.from({ length: count }, (_, index) => new Robot({ url, code, number: index + 1, ...manner }));
  const joined = await Promise.all(robots.map((robot) => robot.join()));
  if (joined.includes(false)) throw new Error('a robot was not let in');
  return robots;
}

/** Starts a class once so many are connected: whoever is not gets a seat late, and plays from a later year on. */
export async function startTogether(url: string, classId: string, count: number): Promise<void> {
  const desk = await sitAtDesk(url, classId);
  const connected = () => desk.latest()?.players.filter(({ online }) => online).length;
  await until('everybody to be connected', () => connected() === count);
  const started = await desk.ask({ type: 'startClass' });
  if (!started.ok) throw new Error(`the class did not start: ${started.refused}`);
  await desk.close();
}
