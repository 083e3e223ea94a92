/** The server of `npm run dev` as a child process, restarted when its source changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import runtime from '../runtime.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
/** Debounce, because several files are often saved at once. */
const GATHER_MS = 100;
/** A server that does not end by itself is killed; its classes are on the disk. */
const END_MS = 3_000;
const LOOK_MS = 50;

export class GameServer {
  readonly url: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #say: (text: string) => void;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #gathering: NodeJS.Timeout | undefined;

  constructor(port: number, environment: Readonly<Record<string, string>>, say: (text: string) => void) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {
      ...runtime.environment,
      ...process.env,
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
    };
    this.#say = say;
  }

  /** Resolves once the server answers, which may need its source to be fixed first. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...runtime.flags, 'server/main.ts'], {
      cwd: root,
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once('close', () => resolve());
    });
    child.once('exit', () => {
      if (this.#child === child) this.#say('The server has stopped. It starts again with the next change.');
    });
    while (this.#child === child && !(await this.#answers())) await pause(LOOK_MS);
  }

  changed(file: string): void {
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(() => this.#restart(file), GATHER_MS);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#gathering);
    const child = this.#child;
    this.#child = undefined;
    child?.kill('SIGTERM');
    const last = setTimeout(() => child?.kill('SIGKILL'), END_MS);
    await this.#ended;
    clearTimeout(last);
  }

  async #restart(file: string): Promise<void> {
    const began = performance.now();
    await this.stop();
    await this.start();
    this.#say(`${file} has changed: the server is back after ${Math.round(performance.now() - began)} ms.`);
  }

  #answers(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
