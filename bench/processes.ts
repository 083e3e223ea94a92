/** Starts servers and load as child processes, and reads their use of resources from the system. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import runtime from '../scripts/runtime.json' with { type: 'json' };
import type { LoadAnswer, LoadOrder } from './load/orders.ts';

const root = join(import.meta.dirname, '..');
/** Linux counts CPU time in hundredths of a second. */
const TICK_MS = 10;

export interface Running {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** CPU time since the process began, in milliseconds. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory in megabytes. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

function ender(child: ChildProcess): () => Promise<void> {
  return async () => {
    const exited = new Promise((exit) => child.once('exit', exit));
    child.kill('SIGKILL');
    await exited;
  };
}

export async function startBench(script: string, ...args: readonly string[]): Promise<Running> {
  const child = fork(join(root, script), [...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const port = await new Promise<unknown>((told, failed) => {
    // Colyseus sends messages of its own to the parent; ours is a number, the port.
    child.on('message', (message) => typeof message === 'number' && told(message));
    child.once('exit', (code) => failed(new Error(`${script} ended with ${code}`)));
  });
  return { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}`, stop: ender(child) };
}

/** Starts the game as `npm start` does. Also returns how long it took to listen. */
export async function startStreet(
  folder: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly listeningMs: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [...runtime.flags, 'server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...runtime.environment,
      PATH: process.env.PATH,
      PORT: `${port}`,
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      INSTRUCTOR_KEY: 'the-key-of-the-bench',
      ...environment,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (
      await fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await sleep(5);
  }
  return { pid: child.pid ?? 0, url, stop: ender(child), listeningMs: performance.now() - began };
}

export class Load {
  readonly #children: readonly ChildProcess[];

  private constructor(children: readonly ChildProcess[]) {
    this.#children = children;
  }

  static async start(processes: number): Promise<Load> {
    const children = Array.from({ length: processes }, () =>
      fork(join(root, 'bench/load/main.ts'), { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    await Promise.all(children.map((child) => new Promise((ready) => child.once('message', ready))));
    return new Load(children);
  }

  get processes(): number {
    return this.#children.length;
  }

  /** Sends all processes the same order, or one each. */
  async tell(order: LoadOrder | ((index: number) => LoadOrder)): Promise<readonly LoadAnswer[]> {
    const answers = await Promise.all(
      this.#children.map((child, index) => {
        const answer = new Promise<LoadAnswer>((told) => child.once('message', told as (message: unknown) => void));
        child.send(typeof order === 'function' ? order(index) : order);
        return answer;
      }),
    );
    const failed = answers.find((answer) => answer.failed !== undefined)?.failed;
    if (failed !== undefined) throw new Error(failed);
    return answers;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map((child) => ender(child)()));
  }
}
