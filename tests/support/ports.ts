/**
 * A port that stays free until used, even while its server is down. Below the system's ephemeral ports, in a range per
 * worker.
 */
import { createServer } from 'node:net';

const LOWEST = 10_000;
const RANGE = 1_000;
const WORKERS = 22;

const first = LOWEST + RANGE * (Number(process.env.VITEST_POOL_ID ?? 0) % WORKERS);
let next = process.pid % RANGE;

export async function freePort(): Promise<number> {
  for (let tried = 0; tried < RANGE; tried += 1) {
    const port = first + next;
    next = (next + 1) % RANGE;
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((told) => {
    const probe = createServer();
    probe.once('error', () => told(false));
    probe.listen(port, () => probe.close(() => told(true)));
  });
}
