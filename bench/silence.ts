/**
 * How long a page shows an old phase without saying so, on every page of a class: server killed or stopped, line half
 * open, device woken. The join page has no phase: somebody joins at that moment, and it must say something. Also
 * measures how long a page waits on a network without WebSockets.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDevice } from '../tests/e2e/support/asleep.ts';
import { BLOCKED_PAGES, saidBehind } from '../tests/e2e/support/blocked.ts';
import { type FivePages, openFivePages } from '../tests/e2e/support/silence.ts';
import { type ServerProcess, startProcess } from '../tests/support/child.ts';
import { withoutSockets } from '../tests/support/no-sockets.ts';
import { freePort } from '../tests/support/ports.ts';
import { type Spread, spreadOf, tenth } from './statistics.ts';
import { type Part, table } from './table.ts';

const ASLEEP_MS = 3_000;

type Times = Readonly<Record<string, number>>;

export async function benchSilence(times: number): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'es-bench-'));
  const port = await freePort();
  let server: ServerProcess = await startProcess(folder, port);
  const device = await openDevice();
  const load = loadavg()[0] ?? 0;
  try {
    const five: FivePages = await openFivePages(device.browser, server.url);
    const asleep = async (lost: boolean): Promise<Times> => {
      device.sleep();
      if (lost) five.detour.loseAll();
      const phase = await five.advance();
      await sleep(ASLEEP_MS);
      const seen = await five.currentOrSaidAfter(phase, () => device.wake());
      if (lost) five.detour.breakAll();
      return seen;
    };
    const blocked = async (how: 'refuses' | 'swallows'): Promise<Times> => {
      const network = await withoutSockets(server.url, how);
      const seen: Record<string, number> = {};
      for (const page of BLOCKED_PAGES) seen[page] = await saidBehind(device.browser, server.url, network.url, page);
      network.dispose();
      return seen;
    };
    const faults: Readonly<Record<string, () => Promise<Times>>> = {
      'server killed': async () => {
        const seen = await five.noticedAfter(() => server.signal('SIGKILL'));
        server = await startProcess(folder, port);
        return seen;
      },
      'server stopped': async () => {
        const seen = await five.noticedAfter(() => server.signal('SIGSTOP'));
        server.signal('SIGCONT');
        return seen;
      },
      'line half open': async () => {
        const seen = await five.noticedAfter(() => five.detour.loseAll());
        five.detour.breakAll();
        return seen;
      },
      'device slept, line alive': () => asleep(false),
      'device slept, line gone': () => asleep(true),
      'no WebSocket, refused': () => blocked('refuses'),
      'no WebSocket, swallowed': () => blocked('swallows'),
    };
    const figures: Record<string, Record<string, Spread>> = {};
    for (const [fault, happen] of Object.entries(faults)) {
      const samples = new Map<string, number[]>();
      for (let time = 0; time < times; time += 1) {
        await five.calm();
        for (const [page, ms] of Object.entries(await happen())) samples.set(page, [...(samples.get(page) ?? []), ms]);
      }
      const all = [...samples.values()].flat();
      const byPage = [...samples].map(([page, ms]) => [page, spreadOf(ms)] as const);
      figures[fault] = { ...Object.fromEntries(byPage), all: spreadOf(all) };
      // Prints each result at once, because a run is long.
      process.stderr.write(`${textOf({ [fault]: figures[fault] }, times, load)}\n`);
    }
    await five.detour.dispose();
    return { text: textOf(figures, times, load), figures: { load, times, ...figures } };
  } finally {
    await device.close();
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

function textOf(
  figures: Readonly<Record<string, Readonly<Record<string, Spread>>>>,
  times: number,
  load: number,
): string {
  const pages = [...new Set(Object.values(figures).flatMap((byPage) => Object.keys(byPage)))];
  const rows = Object.entries(figures).map(([fault, byPage]) => [
    fault,
    ...pages.map((page) => (byPage[page] === undefined ? '–' : `${byPage[page].p50} / ${byPage[page].p99}`)),
  ]);
  return [
    `Until a page says that it may be old, or is current: ms, p50 / p99 of ${times} times, load average ${tenth(load)} before`,
    table(['', ...pages], rows),
  ].join('\n');
}
