/** Games one after another for so many minutes, and what the server's memory does meanwhile. */
import { onStreet, playStreet } from './load.ts';
import { residentMb } from './processes.ts';
import { type Part, table } from './table.ts';

const SEATS = 240;

export async function soak(minutes: number): Promise<Part> {
  return onStreet(async (server) => {
    const end = performance.now() + minutes * 60_000;
    const rows: string[][] = [];
    const memory: number[] = [];
    for (let game = 1; performance.now() < end; game += 1) {
      const result = await playStreet(server, { seats: SEATS, rampMs: 2_000, spread: 4, instant: 8 });
      memory.push(residentMb(server.pid));
      const cells = [game, memory.at(-1)?.toFixed(1), result.ack.p99, result.instantAck.p99, result.reveal.p99];
      rows.push(cells.map(String));
      process.stderr.write(`game ${game}: ${memory.at(-1)?.toFixed(1)} MB\n`);
    }
    const head = ['game', 'memory, MB', 'ack p99', 'ack at one instant p99', 'reveal p99'];
    return {
      text: [`${SEATS} seats, whole games for ${minutes} minutes`, table(head, rows)].join('\n'),
      figures: { memory },
    };
  });
}
