/**
 * Cost of the pings of every page (`client/net/room-connection.ts`): an idle class with and without them, in turns. Measures the
 * server's CPU time and network traffic.
 */

import { loadavg } from 'node:os';
import { openClass, sendDeskRequest } from '../server/robots/classroom.ts';
import { omitUndefined } from '../shared/engine/omit-undefined.ts';
import { onStreet } from './load.ts';
import { cpuMs, Load } from './processes.ts';
import { spreadOf, tenth } from './statistics.ts';
import { type Part, table } from './table.ts';

const KEY = 'the-key-of-the-bench';
/** Interval of a page's pings. */
const SIGN_MS = 1_200;
const TURN_MS = 15_000;
const TURNS = 3;
/** Bytes beside the message: WebSocket frame (with a mask from the page), TCP with timestamps, IPv4. */
const OVERHEAD = { asked: 6 + 32 + 20, answered: 2 + 32 + 20 } as const;

interface Turn {
  readonly cpuMs: number;
  readonly asked: number;
  readonly answered: number;
  readonly signs: readonly number[];
}

export async function benchLineCheck(seats: number): Promise<Part> {
  return onStreet(async ({ url, pid }) => {
    const load = loadavg()[0] ?? 0;
    const { classId, code } = await openClass(url, KEY, { clockMode: 'desk' });
    const clients = await Load.start(2);
    const turn = async (signMs?: number): Promise<Turn> => {
      const bytes = async () => {
        const state = await clients.tell({ do: 'state' });
        const sum = (of: 'sent' | 'received') => state.reduce((total, answer) => total + (answer[of] ?? 0), 0);
        return { sent: sum('sent'), received: sum('received') };
      };
      const [before, cpu] = [await bytes(), cpuMs(pid)];
      const answers = await clients.tell({ do: 'idle', forMs: TURN_MS, ...omitUndefined({ signMs }) });
      const [used, after] = [cpuMs(pid) - cpu, await bytes()];
      return {
        cpuMs: used,
        asked: after.sent - before.sent,
        answered: after.received - before.received,
        signs: answers.flatMap(({ samples }) => samples),
      };
    };
    try {
      const half = (index: number) => Math.floor((seats + index) / clients.processes);
      await clients.tell((index) => ({ do: 'make', kind: 'street', url, seats: half(index), groups: [], code }));
      await clients.tell({ do: 'join', rampMs: 5_000 });
      const starting = sendDeskRequest(url, KEY, classId, { type: 'startClass' });
      await clients.tell({ do: 'sit' });
      await starting;
      const silent: Turn[] = [];
      const asking: Turn[] = [];
      for (let time = 0; time < TURNS; time += 1) {
        silent.push(await turn());
        asking.push(await turn(SIGN_MS));
      }
      return result(seats, silent, asking, load);
    } finally {
      await clients.stop();
    }
  });
}

function result(seats: number, silent: readonly Turn[], asking: readonly Turn[], load: number): Part {
  const sum = (turns: readonly Turn[], read: (turn: Turn) => number) =>
    turns.reduce((total, turn) => total + read(turn), 0);
  const seconds = (TURN_MS * TURNS) / 1_000;
  const share = (turns: readonly Turn[]) => sum(turns, (turn) => turn.cpuMs) / (seconds * 1_000);
  const signs = asking.flatMap((turn) => turn.signs);
  const messages =
    sum(asking, ({ asked, answered }) => asked + answered) - sum(silent, (turn) => turn.asked + turn.answered);
  const bytes = messages + signs.length * (OVERHEAD.asked + OVERHEAD.answered);
  const { p50, p99 } = spreadOf(signs);
  const figures = {
    load,
    signsASecond: signs.length / seconds,
    coreSilent: share(silent),
    coreAsking: share(asking),
    microsecondsASign: ((share(asking) - share(silent)) * seconds * 1e6) / signs.length,
    bytesASign: bytes / signs.length,
    kilobitsASecond: (bytes * 8) / 1_000 / seconds,
    answered: { p50, p99 },
  };
  const rows = [
    ['signs of life a second', `${tenth(figures.signsASecond)}`],
    ['server, share of a core without them', `${tenth(figures.coreSilent * 100)} %`],
    ['server, share of a core with them', `${tenth(figures.coreAsking * 100)} %`],
    ['server, microseconds each', `${Math.round(figures.microsecondsASign)}`],
    ['bytes there and back, headers among them', `${tenth(figures.bytesASign)}`],
    ['all pages together, kbit/s', `${Math.round(figures.kilobitsASecond)}`],
    ['answered after ms, p50 / p99', `${p50} / ${p99}`],
  ];
  const head = `${seats} pages that ask every ${SIGN_MS} ms, ${TURNS} turns of ${TURN_MS / 1_000} s each way, load average ${tenth(load)} before`;
  return { text: [head, table(['', 'seen'], rows)].join('\n'), figures };
}
