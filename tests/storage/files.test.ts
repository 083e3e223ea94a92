/** Backup, restore and doctor as commands, on a store in use or damaged. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { makeLogger } from '../../server/logging.ts';
import { isInUse } from '../../server/storage/files.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/waiting.ts';

const root = join(import.meta.dirname, '../..');
const log = makeLogger('silent');
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'es-files-'));
  folders.push(folder);
  return folder;
}

function command(name: string, folder: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, `server/cli/${name}.ts`), ...args], {
    encoding: 'utf8',
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...env },
  });
  return { status, output: stdout + stderr };
}

async function storeIn(folder: string, lines: readonly string[]) {
  const store = await openSqliteStore(join(folder, 'street.db'), log);
  await store.addClass({ id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: 1 });
  await store.append('s', 'k1', 0, lines);
  return store;
}

describe('backup and restore', () => {
  test('erases again what was erased since the backup, and deletes what was deleted', async () => {
    const folder = await newFolder();
    const store = await storeIn(folder, ['a']);
    await store.addClass({ id: 'k2', code: 'CODE2', kind: 'class', open: true, openedAt: 1 });
    const own = { words: 'w', salt: 's', text: 'by ada', kind: 'talk' } as const;
    await store.append('s', 'k1', 1, ['b'], [{ ...own, person: 'ada' }]);
    await store.append('t', 'k2', 0, ['c']);
    const copy = join(folder, 'monday.db');
    expect(command('backup', folder, [copy])).toMatchObject({ status: 0 });
    await store.erase('k1', ['ada'], 2);
    await store.deleteClass('k2', 3);
    await store.close();
    expect(command('restore', folder, [copy])).toMatchObject({ status: 0, output: expect.stringContaining('Erased') });
    const restored = await openSqliteStore(join(folder, 'street.db'), log);
    expect(await restored.wordsIn('s')).toEqual([]);
    expect(await restored.read('s')).toHaveLength(2);
    expect(await restored.read('t')).toEqual([]);
    await restored.close();
    expect(readFileSync(join(folder, 'street.db')).includes('by ada')).toBe(false);
  });

  test('copies a store that is in use, and puts the copy back with nothing missing', async () => {
    const folder = await newFolder();
    const store = await storeIn(folder, ['a', 'b']);
    const copy = join(folder, 'monday.db');
    expect(command('backup', folder, [copy])).toMatchObject({ status: 0 });
    await store.append('s', 'k1', 2, ['after the backup']);
    expect(command('restore', folder, [copy])).toMatchObject({ status: 1, output: expect.stringContaining('Stop it') });
    await store.close();
    expect(command('restore', folder, [copy])).toMatchObject({ status: 0 });
    const restored = await openSqliteStore(join(folder, 'street.db'), log);
    expect((await restored.read('s')).map(({ line }) => line)).toEqual(['a', 'b']);
    expect(await restored.append('s', 'k1', 2, ['c'])).toBe('stored');
    await restored.close();
    const kept = readdirSync(folder).find((name) => name.includes('.before-')) ?? '';
    const before = await openSqliteStore(join(folder, kept), log);
    expect(await before.read('s')).toHaveLength(3);
    await before.close();
  });

  test('names backups by time, never overwrites, and refuses what is no store', async () => {
    const folder = await newFolder();
    await (await storeIn(folder, ['a'])).close();
    const { status, output } = command('backup', folder);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining('1 classes, 1 records') });
    const copy = output.split(':')[0] ?? '';
    expect(existsSync(copy)).toBe(true);
    expect(command('backup', folder, [copy])).toMatchObject({ status: 2 });
    const junk = join(folder, 'junk.db');
    writeFileSync(junk, 'this is no database'.repeat(100));
    const { size } = statSync(join(folder, 'street.db'));
    expect(command('restore', folder, [junk])).toMatchObject({
      status: 1,
      output: expect.stringContaining('Nothing was'),
    });
    expect(statSync(join(folder, 'street.db')).size).toBe(size);
  });

  test('puts a backup in the place of a store that is broken, and keeps that as it is', async () => {
    const folder = await newFolder();
    const store = await storeIn(folder, ['a']);
    const copy = join(folder, 'monday.db');
    expect(command('backup', folder, [copy])).toMatchObject({ status: 0 });
    await store.close();
    const broken = 'this is no database'.repeat(500);
    for (const end of ['', '-wal', '-shm']) writeFileSync(join(folder, `street.db${end}`), `${broken}${end}`);
    expect(command('restore', folder, [copy])).toMatchObject({ status: 0 });
    const names = readdirSync(folder);
    const kept = names.find((name) => /before-[\d-]+$/.test(name)) ?? '';
    for (const end of ['', '-wal', '-shm'])
      expect(readFileSync(join(folder, `${kept}${end}`), 'utf8')).toBe(`${broken}${end}`);
    expect(names.filter((name) => name.includes('incoming'))).toEqual([]);
    const restored = await openSqliteStore(join(folder, 'street.db'), log);
    expect((await restored.read('s')).map(({ line }) => line)).toEqual(['a']);
    await restored.close();
  });

  test('keeps what a killed server had not moved into the file yet', async () => {
    const folder = await newFolder();
    const store = await storeIn(folder, ['a']);
    const copy = join(folder, 'monday.db');
    command('backup', folder, [copy]);
    await store.append('s', 'k1', 1, ['b']);
    const killed = await newFolder();
    for (const end of ['', '-wal', '-shm'])
      copyFileSync(join(folder, `street.db${end}`), join(killed, `street.db${end}`));
    await store.close();
    expect(command('restore', killed, [copy])).toMatchObject({ status: 0 });
    const kept = readdirSync(killed).find((name) => /before-[\d-]+$/.test(name)) ?? '';
    const before = await openSqliteStore(join(killed, kept), log);
    expect(await before.read('s')).toHaveLength(2);
    await before.close();
  });

  test('refuses a database of something else, and one that holds more than ours', async () => {
    const folder = await newFolder();
    await (await storeIn(folder, ['a'])).close();
    const alien = join(folder, 'alien.db');
    const other = new Database(alien);
    other.exec('create table classes (open integer); create table records (x integer)');
    other.close();
    const refused = { status: 1, output: expect.stringContaining('Nothing was changed') };
    expect(command('restore', folder, [alien])).toMatchObject(refused);
    const copy = join(folder, 'monday.db');
    command('backup', folder, [copy]);
    const changed = new Database(copy);
    changed.exec('create trigger t after insert on records begin delete from classes; end');
    changed.close();
    expect(command('restore', folder, [copy])).toMatchObject(refused);
    const newer = join(folder, 'newer.db');
    command('backup', folder, [newer]);
    const later = new Database(newer);
    later.exec("insert into kysely_migration values ('999-later', '2030')");
    later.close();
    expect(command('restore', folder, [newer])).toMatchObject({
      status: 1,
      output: expect.stringContaining('version'),
    });
  });

  test('leaves files that only their owner can read', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'street.db'), '', { mode: 0o644 });
    const store = await storeIn(folder, ['a']);
    const copy = join(folder, 'monday.db');
    command('backup', folder, [copy]);
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    expect(modes.length).toBeGreaterThan(4);
    expect(modes.filter(([, mode]) => mode !== 0o600)).toEqual([]);
    await store.close();
    expect(command('restore', folder, [copy])).toMatchObject({ status: 0 });
    expect(statSync(join(folder, 'street.db')).mode & 0o777).toBe(0o600);
  });

  test('soon holds all in one file, so that a copy of it alone lacks little', async () => {
    const file = join(await newFolder(), 'street.db');
    const store = await openSqliteStore(file, log, undefined, 50);
    await store.append('s', 'k1', 0, ['found in the file']);
    await until('the file to hold it', () => readFileSync(file).includes('found in the file'));
    await store.close();
  });

  test('says where there is no store', async () => {
    expect(command('backup', await newFolder())).toMatchObject({
      status: 2,
      output: expect.stringContaining('DATA_DIR'),
    });
  });
});

describe('the doctor', () => {
  test('finds nothing wrong with a store that is whole', async () => {
    const folder = await newFolder();
    await (await storeIn(folder, ['a'])).close();
    const { output } = command('doctor', folder, [], {
      PORT: `${await freePort()}`,
      INSTRUCTOR_KEY: 'long-enough-a-key',
    });
    expect(output).toContain('The store is whole: 1 classes (1 open), 1 records');
    expect(output).not.toMatch(/✗ (?!The pages)/);
  });

  test('names a damaged store, a short key, a port that is taken and a database that is away', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'street.db'), 'this is no database'.repeat(100));
    const damaged = command('doctor', folder, [], { INSTRUCTOR_KEY: 'short', PORT: '70000' });
    expect(damaged.status).toBe(1);
    expect(damaged.output).toContain('✗ The store');
    expect(damaged.output).toContain('✗ INSTRUCTOR_KEY');
    expect(damaged.output).toContain('✗ PORT is not a port');
    const away = command('doctor', folder, [], {
      DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/x`,
      REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
    });
    expect(away.output).toContain('✗ PostgreSQL (DATABASE_URL) does not answer');
    expect(away.output).toContain('✗ Redis (REDIS_URL) does not answer');
  });

  test('names a key that others can read', async () => {
    const folder = await newFolder();
    writeFileSync(join(folder, 'instructor-key'), 'a-key-of-the-instructor\n');
    chmodSync(join(folder, 'instructor-key'), 0o644);
    expect(command('doctor', folder).output).toContain('✗ Others on this computer can read');
  });
});

test('a store that nobody ever opened is in no use, and asking leaves nothing behind', async () => {
  const folder = await newFolder();
  expect(isInUse(join(folder, 'street.db'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
