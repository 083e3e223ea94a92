/** Soak test: plays games for some minutes and watches the server's memory. */
import { watchHeap } from './live-heap.ts';
import { onStreet, playStreet } from './load.ts';
import { residentMb } from './processes.ts';
import { type Part, table } from './table.ts';

const SEATS = 240;
/** Games between two heap snapshots, each of which takes seconds. */
const GAMES_A_LOOK = 5;

export async function soak(minutes: number): Promise<Part> {
  const heap = await watchHeap();
  try {
    return await onStreet(async (server) => {
      const end = performance.now() + minutes * 60_000;
      const rows: string[][] = [];
      const memory: { readonly residentMb: number; readonly liveMb?: number }[] = [];
      for (let game = 1; performance.now() < end; game += 1) {
        const result = await playStreet(server, { seats: SEATS, rampMs: 2_000, spread: 4, instant: 8 });
        const resident = residentMb(server.pid);
        const looked = game % GAMES_A_LOOK === 1 ? { liveMb: await heap.liveMb(server.pid) } : {};
        memory.push({ residentMb: resident, ...looked });
        const live = looked.liveMb?.toFixed(1) ?? '';
        const cells = [game, resident.toFixed(1), live, result.ack.p99, result.instantAck.p99, result.reveal.p99];
        rows.push(cells.map(String));
        process.stderr.write(
          `game ${game}: ${resident.toFixed(1)} MB ${live === '' ? '' : `(${live} MB reachable)`}\n`,
        );
      }
      const head = ['game', 'memory, MB', 'reachable, MB', 'ack p99', 'ack at one instant p99', 'reveal p99'];
      return {
        text: [`${SEATS} seats, whole games for ${minutes} minutes`, table(head, rows)].join('\n'),
        figures: { memory },
      };
    }, heap.environment);
  } finally {
    await heap.dispose();
  }
}
