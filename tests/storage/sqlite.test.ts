import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeLogger } from '../../server/logging.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { storeContract } from './contract.ts';

const log = makeLogger('silent');
const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'es-store-'));
  folders.push(made);
  return made;
}

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true, force: true });
});

storeContract('SQLite', async () => {
  const file = join(await folder(), 'street.db');
  const open: EventStore[] = [];
  return {
    async open() {
      const store = await openSqliteStore(file, log);
      open.push(store);
      return store;
    },
    async dispose() {
      for (const store of open) await store.close();
    },
  };
});

/** Appends one line after another and prints each place once it is durable, until it is killed. */
const WRITER = `
  const { openSqliteStore } = await import(process.argv[1]);
  const { makeLogger } = await import(process.argv[2]);
  const store = await openSqliteStore(process.argv[3], makeLogger('silent'));
  for (let seq = 0; ; seq += 1) {
    if ((await store.append('s', 'c', seq, ['line ' + seq])) === 'stored') process.stdout.write(seq + '\\n');
  }
`;

async function writeUntilKilled(file: string): Promise<number> {
  const server = join(import.meta.dirname, '../../server');
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    WRITER,
    join(server, 'storage/sqlite.ts'),
    join(server, 'logging.ts'),
    file,
  ]);
  let acknowledged = '';
  child.stdout.on('data', (chunk) => {
    acknowledged += chunk;
    if (acknowledged.split('\n').length > 100) child.kill('SIGKILL');
  });
  await new Promise((exit) => child.on('exit', exit));
  return Number(acknowledged.trim().split('\n').at(-1));
}

describe('SQLite: one process at a time', () => {
  it('refuses a store that is in use, and opens it once it is closed', async () => {
    const file = join(await folder(), 'street.db');
    const first = await openSqliteStore(file, log);
    await expect(openSqliteStore(file, log)).rejects.toThrow('Another process');
    await first.close();
    await (await openSqliteStore(file, log)).close();
  });
});

describe('SQLite: what a crash leaves', () => {
  it('keeps every acknowledged line through kill -9', async () => {
    const file = join(await folder(), 'street.db');
    const last = await writeUntilKilled(file);
    const store = await openSqliteStore(file, log);
    const lines = await store.read('s');
    expect(last).toBeGreaterThanOrEqual(99);
    expect(lines.length).toBeGreaterThan(last);
    expect(lines.every(({ seq, line }) => line === `line ${seq}`)).toBe(true);
    await store.close();
  });

  it('opens with the rest when the end of the log was torn off', async () => {
    const file = join(await folder(), 'street.db');
    await writeUntilKilled(file);
    const wal = `${file}-wal`;
    const handle = openSync(wal, 'r+');
    ftruncateSync(handle, statSync(wal).size - 100);
    closeSync(handle);
    const store = await openSqliteStore(file, log);
    const lines = await store.read('s');
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.every(({ seq, line }, index) => seq === index && line === `line ${index}`)).toBe(true);
    expect(await store.append('s', 'c', lines.length, ['next'])).toBe('stored');
    await store.close();
  });

  it('says unavailable, as a value, when it cannot write', async () => {
    const store = await openSqliteStore(join(await folder(), 'street.db'), log);
    await store.close();
    expect(await store.append('s', 'c', 0, ['a'])).toBe('unavailable');
    expect(await store.healthy()).toBe(false);
  });
});
