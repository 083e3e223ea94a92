/** A class of robots that plays while a fault is injected. */
import { Robot, type RobotOptions } from '../../server/robots/robot.ts';
import { emptySamples, type Samples } from '../../server/robots/statistics.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { ask, openClass } from '../support/http.ts';
import { startTogether } from '../support/robots.ts';
import { pause } from '../support/waiting.ts';

export interface Crowd {
  readonly classId: string;
  readonly code: string;
  readonly robots: readonly Robot[];
  readonly samples: Samples;
  /** Resolves when every robot's game is over. */
  readonly played: Promise<void>;
  get finished(): boolean;
}

export interface CrowdOptions {
  readonly url: string;
  /** URL for robots if it differs from the class's, such as a proxy. */
  readonly through?: string;
  readonly seats: number;
  readonly request?: OpenClassRequest;
  readonly robot?: Partial<RobotOptions>;
}

/** Opens a class, lets the robots join, and starts it. */
export async function gather({ url, through = url, seats, request, robot }: CrowdOptions): Promise<Crowd> {
  const { classId, code } = await openClass(url, { clockMode: 'wait', seatsPerDistrict: 6, ...request });
  const samples = emptySamples();
  const robots = Array.from(
    { length: seats },
    (_, index) =>
      new Robot({
        url: through,
        code,
        number: index + 1,
        policy: 'mixed',
        latency: 0,
        drop: 0,
        think: 150,
        samples,
        ...robot,
      }),
  );
  const joined = await Promise.all(robots.map((each) => each.join()));
  if (joined.includes(false)) throw new Error('a robot was turned away');
  await startTogether(url, classId, seats);
  const played = Promise.all(robots.map((each) => each.play())).then(() => undefined);
  return {
    classId,
    code,
    robots,
    samples,
    played,
    get finished() {
      return robots.every((each) => each.finished);
    },
  };
}

async function seatsOnline(url: string): Promise<number> {
  const { text } = await ask(`${url}/metrics`);
  return Number(/^street_seats_online (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

/** Milliseconds until every robot that still plays is back in its seat. */
export async function returned(url: string, { robots }: Crowd, patienceMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const wanted = robots.filter((each) => !each.finished).length;
    if ((await seatsOnline(url)) >= wanted) return performance.now() - began;
    if (performance.now() - began > patienceMs) throw new Error(`not all were back after ${patienceMs} ms`);
    await pause(25);
  }
}
