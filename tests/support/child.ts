/** The server as a child process, to be killed and restarted on the same port and data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import runtime from '../../scripts/runtime.json' with { type: 'json' };
import { KEY } from './server.ts';
import { until } from './waiting.ts';

const root = join(import.meta.dirname, '../..');
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Its output on both streams so far. */
  output(): string;
  signal(signal: NodeJS.Signals): void;
  /** Sends the signal and waits for the end; resolves to the exit code, if any. */
  end(signal: NodeJS.Signals): Promise<number | undefined>;
}

/** `through`: a command that execs the server given in its arguments. */
export function startProcess(
  folder: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): Promise<ServerProcess> {
  const [command = '', ...args] = [...through, process.execPath, ...runtime.flags, 'server/main.ts'];
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...runtime.environment,
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: `${port}`,
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      INSTRUCTOR_KEY: KEY,
      LOG_LEVEL: 'info',
      BOT_PACE: '0',
      ...environment,
    },
  });
  return ready(child, port);
}

async function ready(child: ChildProcess, port: number): Promise<ServerProcess> {
  let output = '';
  let code: number | undefined;
  let ended = false;
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  // After `close` instead of `exit`, because output may still arrive.
  child.on('close', (exitCode) => {
    ended = true;
    code = exitCode ?? undefined;
  });
  const server: ServerProcess = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    output: () => output,
    signal(signal) {
      child.kill(signal);
    },
    async end(signal) {
      if (!ended) child.kill(signal);
      await until('the process to end', () => ended);
      return code;
    },
  };
  await until('the server to listen', () => ended || output.includes(`:${port}`));
  return server;
}
