import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeLogger } from '../../server/logging.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { openThreadedStore } from '../../server/storage/threaded.ts';
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

interface Way {
  readonly name: string;
  readonly open: (file: string) => Promise<EventStore>;
  /** The module to import, and the expression that opens the store at `file`. */
  readonly script: readonly [module: string, open: string];
}

const WAYS: readonly Way[] = [
  {
    name: 'SQLite',
    open: (file) => openSqliteStore(file, log),
    script: ['storage/sqlite.ts', "openSqliteStore(file, makeLogger('silent'))"],
  },
  {
    name: 'SQLite in a thread of its own',
    open: (file) => openThreadedStore(file, log),
    script: ['storage/threaded.ts', "openThreadedStore(file, makeLogger('silent'))"],
  },
];

for (const { name, open } of WAYS) {
  storeContract(name, async () => {
    const file = join(await folder(), 'street.db');
    const opened: EventStore[] = [];
    return {
      async open() {
        const store = await open(file);
        opened.push(store);
        return store;
      },
      async dispose() {
        for (const store of opened) await store.close();
      },
    };
  });
}

/** Appends line after line and prints each index once durable, until it is killed. */
async function writeUntilKilled(file: string, [module, open]: Way['script']): Promise<number> {
  const server = join(import.meta.dirname, '../../server');
  const writer = `
    const { openSqliteStore, openThreadedStore } = await import(${JSON.stringify(join(server, module))});
    const { makeLogger } = await import(${JSON.stringify(join(server, 'logging.ts'))});
    const file = ${JSON.stringify(file)};
    const store = await ${open};
    for (let seq = 0; ; seq += 1) {
      if ((await store.append('s', 'c', seq, ['line ' + seq])) === 'stored') process.stdout.write(seq + '\\n');
    }
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer]);
  let acknowledged = '';
  child.stdout.on('data', (chunk) => {
    acknowledged += chunk;
    if (acknowledged.split('\n').length > 100) child.kill('SIGKILL');
  });
  await new Promise((exit) => child.on('exit', exit));
  return Number(acknowledged.trim().split('\n').at(-1));
}

describe.each(WAYS)('$name: one process at a time', ({ open }) => {
  test('refuses a store that is in use, and opens it once it is closed', async () => {
    const file = join(await folder(), 'street.db');
    const first = await open(file);
    await expect(open(file)).rejects.toThrow('Another process');
    await first.close();
    await (await open(file)).close();
  });

  test('closes once what is under way is stored', async () => {
    const file = join(await folder(), 'street.db');
    const store = await open(file);
    const kept = store.append('s', 'c', 0, ['a']);
    await store.close();
    expect(await kept).toBe('stored');
    const again = await open(file);
    expect(await again.read('s')).toEqual([{ seq: 0, line: 'a' }]);
    await again.close();
  });
});

describe.each(WAYS)('$name: what a crash leaves', ({ open, script }) => {
  test('keeps every acknowledged line through kill -9', async () => {
    const file = join(await folder(), 'street.db');
    const last = await writeUntilKilled(file, script);
    const store = await open(file);
    const lines = await store.read('s');
    expect(last).toBeGreaterThanOrEqual(99);
    expect(lines.length).toBeGreaterThan(last);
    expect(lines.every(({ seq, line }) => line === `line ${seq}`)).toBe(true);
    await store.close();
  });

  test('opens with the rest when the end of the log was torn off', async () => {
    const file = join(await folder(), 'street.db');
    await writeUntilKilled(file, script);
    const wal = `${file}-wal`;
    const handle = openSync(wal, 'r+');
    ftruncateSync(handle, statSync(wal).size - 100);
    closeSync(handle);
    const store = await open(file);
    const lines = await store.read('s');
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.every(({ seq, line }, index) => seq === index && line === `line ${index}`)).toBe(true);
    expect(await store.append('s', 'c', lines.length, ['next'])).toBe('stored');
    await store.close();
  });

  test('says unavailable, as a value, when it cannot write', async () => {
    const store = await open(join(await folder(), 'street.db'));
    expect(await store.healthy()).toBe(true);
    await store.close();
    expect(await store.append('s', 'c', 0, ['a'])).toBe('unavailable');
    expect(await store.healthy()).toBe(false);
  });
});

describe('SQLite in a thread of its own', () => {
  test('goes on with other work while the disk is busy', async () => {
    const store = await openThreadedStore(join(await folder(), 'street.db'), log);
    const line = 'x'.repeat(4_000_000);
    const turnsDuring = async (seq: number) => {
      let turns = 0;
      let done = false;
      const counting = (async () => {
        for (; !done; turns += 1) await new Promise((turn) => setImmediate(turn));
      })();
      expect(await store.append('s', 'c', seq, Array<string>(8).fill(line))).toBe('stored');
      done = true;
      await counting;
      return turns;
    };
    // On a busy machine the other thread may have the processor to itself at times.
    let most = 0;
    for (let time = 0; time < 20 && most <= 100; time += 1) most = Math.max(most, await turnsDuring(8 * time));
    expect(most).toBeGreaterThan(100);
    await store.close();
  });
});
