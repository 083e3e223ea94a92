/** Robots that fill a class over the network. */
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import type { Street } from './street.ts';

export interface Crowd {
  leave(): Promise<void>;
}

export async function fill(street: Street, code: string, count: number): Promise<Crowd> {
  const samples = emptySamples();
  const robots = Array.from(
    { length: count },
    (_, index) =>
      new Robot({ url: street.url, code, number: index + 1, policy: 'mixed', latency: 0, drop: 0, think: 5, samples }),
  );
  for (const robot of robots) await robot.join();
  const playing = robots.map((robot) => robot.play());
  return {
    async leave() {
      for (const robot of robots) robot.stop();
      await Promise.allSettled(playing);
    },
  };
}
