/** A browser on a device that sleeps: all its processes are stopped. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { launchOptions } from './browser.ts';

export interface Device {
  readonly browser: Browser;
  /** Command line of the browser's main process. */
  readonly args: readonly string[];
  sleep(): void;
  wake(): void;
  close(): Promise<void>;
}

export async function openDevice(): Promise<Device> {
  const server = await chromium.launchServer(launchOptions());
  const browser = await chromium.connect(server.wsEndpoint());
  const { pid, spawnargs } = server.process();
  let asleep: readonly number[] = [];
  const wake = () => {
    for (const each of asleep) process.kill(each, 'SIGCONT');
    asleep = [];
  };
  return {
    browser,
    args: spawnargs,
    sleep() {
      asleep = pid === undefined ? [] : [pid, ...descendants(pid)];
      for (const each of asleep) process.kill(each, 'SIGSTOP');
    },
    wake,
    async close() {
      wake();
      await browser.close();
      await server.close();
    },
  };
}

/** Linux lists each process's parent. */
function descendants(pid: number): readonly number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const parent = parentOf(name);
    return parent === undefined ? [] : [{ child: Number(name), parent }];
  });
  const below = (of: number): readonly number[] =>
    parents.flatMap(({ child, parent }) => (parent === of ? [child, ...below(child)] : []));
  return below(pid);
}

function parentOf(name: string): number | undefined {
  try {
    return /^\d+$/.test(name) ? Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) : undefined;
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
}
