/** A class in which robots take all seats but one: it waits for a person, and begins when somebody has joined. */
import { setTimeout as pause } from 'node:timers/promises';
import { atTheDesk, openClass } from '../../server/robots/classroom.ts';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import type { ClassInfo } from '../../shared/protocol/class-http.ts';

const LOOK_MS = 500;
const THINK_MS = 500;

/** Answers with the code by which one joins it. */
export async function openClassOfRobots(url: string, key: string, seats: number): Promise<string> {
  const { classId, code } = await openClass(url, key, {
    title: 'Robots',
    clockMode: 'wait',
    seatsPerDistrict: Math.max(seats, 4),
  });
  const samples = emptySamples();
  const manner = { policy: 'mixed', latency: 0, drop: 0, think: THINK_MS, samples };
  const robots = Array.from(
    { length: seats - 1 },
    (_, index) => new Robot({ url, code, number: index + 1, ...manner }),
  );
  await Promise.all(robots.map((robot) => robot.join()));
  const begin = async () => {
    while ((await joinedNow(url, code)) <= robots.length) await pause(LOOK_MS);
    await atTheDesk(url, key, classId, { type: 'startClass' });
    await Promise.all(robots.map((robot) => robot.play()));
  };
  begin().catch((error: unknown) => process.stderr.write(`The class of robots: ${String(error)}\n`));
  return code;
}

/** The server may be away for a moment, when its source has changed. */
async function joinedNow(url: string, code: string): Promise<number> {
  try {
    const response = await fetch(`${url}/api/classes/${code}`);
    return response.ok ? ((await response.json()) as ClassInfo).joined : 0;
  } catch {
    return 0;
  }
}
