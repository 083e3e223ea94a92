/** A class with robots in all seats but one: it waits for a person, and begins once somebody has joined. */
import { openClass, sendDeskRequest } from '../../server/robots/classroom.ts';
import { Line } from '../../server/robots/line.ts';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import type { DeskView } from '../../shared/protocol/class-room.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';

const THINK_MS = 500;

/** Returns the code for joining. */
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
    await everybodyHere(url, key, classId, robots.length);
    await sendDeskRequest(url, key, classId, { type: 'startClass' });
    await Promise.all(robots.map((robot) => robot.play()));
  };
  begin().catch((error: unknown) => process.stderr.write(`The class of robots: ${String(error)}\n`));
  return code;
}

/**
 * Resolves once somebody has joined beside the robots and all are connected, since only connected people get seats at
 * the start.
 */
function everybodyHere(url: string, key: string, classId: string, robots: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const line = new Line({
      url,
      roomId: classId,
      join: { wire: WIRE_VERSION, key },
      onOpen(room) {
        hearViews<DeskView>(room, 'desk', ({ view: { players } }) => {
          if (players.length <= robots || players.some(({ online }) => !online)) return;
          line.hangUp();
          resolve();
        });
      },
      onRefused: (reason) => reject(new Error(reason)),
    });
  });
}
