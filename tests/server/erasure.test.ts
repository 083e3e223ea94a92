/** One person is erased: no file holds any of their data, and the game stays whole. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { Forgetting } from '../../server/classroom/forgetting.ts';
import { HeldElsewhere } from '../../server/classroom/stored/on-record.ts';
import { backUp } from '../../server/storage/files.ts';
import { classStream, districtStream } from '../../server/storage/port.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { checkText } from '../../shared/log/check.ts';
import { foundedOf, type LogHeader, type LogRecord } from '../../shared/log/record.ts';
import { statesOf } from '../../shared/log/replay.ts';
import { playing, type Table } from '../support/district.ts';
import { ask } from '../support/http.ts';
import { KEY, log, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterEach(stopServers);

const bearer = { headers: { authorization: `Bearer ${KEY}` } };
/** Each of Ada's texts is unique. */
const OWN = [
  'Ada Quillfeather',
  'psst-between-us',
  'said-to-all',
  'hand-raised-words',
  'reflected-at-length',
  'note-to-ada',
];
const BOS = ['Bo Sandringham', 'what-bo-said'];

async function played(server: TestServer): Promise<Table> {
  const table = await playing(server.url, [OWN[0] ?? '', BOS[0] ?? '']);
  const [ada, bo] = table.tabs;
  const seatOfBo = bo?.view()?.seat ?? 0;
  expect(await ada?.act({ type: 'say', text: 'psst-between-us', to: seatOfBo })).toMatchObject({ ok: true });
  expect(await ada?.act({ type: 'say', text: 'said-to-all' })).toMatchObject({ ok: true });
  expect(await bo?.act({ type: 'say', text: 'what-bo-said' })).toMatchObject({ ok: true });
  const [student] = table.students;
  const classroom = await server.app.registry.byId(table.classId);
  const player = classroom?.state.players[0]?.id ?? '';
  expect(student).toBeDefined();
  await classroom?.student(player, { type: 'raiseHand', text: 'hand-raised-words' });
  await classroom?.student(player, { type: 'predict', figure: '4', income: [] });
  await table.desk.ask({ type: 'message', player, text: 'note-to-ada' });
  await table.desk.ask({ type: 'freeze', question: 'Why?' });
  const [reflection] = classroom?.state.reflections ?? [];
  await classroom?.student(player, {
    type: 'answerReflection',
    reflection: reflection?.id ?? '',
    text: 'reflected-at-length',
  });
  await table.desk.ask({ type: 'thaw' });
  for (let phase = 0; phase < 3; phase += 1) await table.desk.ask({ type: 'advance' });
  return table;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Those of the texts found in each file, compared by bytes. */
function found(folder: string, words: readonly string[]): readonly string[] {
  return filesIn(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    return words.filter((word) => bytes.includes(word)).map((word) => `${path.slice(folder.length)}: ${word}`);
  });
}

const wordsIn = (text: string) => (word: string) => text.includes(word);

async function erase(server: TestServer, classId: string, called: string) {
  return ask(`${server.url}/api/classes/${classId}/people/${called}`, { method: 'DELETE', ...bearer });
}

async function zipOf(server: TestServer, classId: string, names = ''): Promise<string> {
  const response = await fetch(`${server.url}/api/classes/${classId}/export/all.zip${names}`, bearer);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
}

async function recordOf({ store }: TestServer, { districtId }: Table): Promise<string> {
  return (await store.read(districtStream(districtId))).map(({ line }) => `${line}\n`).join('');
}

test('erases a person from store, log, backups and exports; the district replays as before', async () => {
  const server = await startServer();
  const table = await played(server);
  const { classId } = table;
  mkdirSync(join(server.folder, 'backups'));
  await backUp(join(server.folder, 'street.db'), join(server.folder, 'backups', 'monday.db'));
  const before = await recordOf(server, table);
  expect(found(server.folder, OWN).length).toBeGreaterThan(OWN.length);
  expect(OWN.filter(wordsIn(await zipOf(server, classId)))).toEqual([]);
  const named = await zipOf(server, classId, '?names=1');
  expect(OWN.filter(wordsIn(named))).toEqual([
    'Ada Quillfeather',
    'psst-between-us',
    'said-to-all',
    'reflected-at-length',
  ]);

  const { status, body } = await erase(server, classId, 'P001');
  expect(status).toBe(200);
  expect(body).toEqual({ classId, pseudonym: 'P001', backups: { erased: ['backups/monday.db'], unread: [] } });
  expect(found(server.folder, OWN)).toEqual([]);
  expect(new Set(found(server.folder, BOS).map((line) => line.split(': ')[1]))).toEqual(new Set(BOS));
  expect(OWN.filter(wordsIn(await zipOf(server, classId, '?names=1')))).toEqual([]);

  const after = await recordOf(server, table);
  expect(after.startsWith(before)).toBe(true);
  const { logs, findings } = checkText(after, { decide: true, file: false });
  expect(findings).toEqual([]);
  expect(logs.flatMap(statesOf).length).toBeGreaterThan(3);
  await expect.poll(async () => (await server.app.registry.byId(classId))?.state.placements.size).toBe(1);
  const heard = () => table.tabs[1]?.view()?.talk.map((line) => line.text);
  await expect.poll(heard).toEqual([undefined, undefined, 'what-bo-said']);
  const [again, nobody] = [await erase(server, classId, 'P001'), await erase(server, classId, 'P009')];
  expect([again.status, nobody.status, nobody.body.code]).toEqual([200, 404, 'no-such-player']);
  expect((await ask(`${server.url}/api/classes/${classId}/people/P002`, { method: 'DELETE' })).status).toBe(401);

  await server.stop();
  const next = await startServer({ folder: server.folder });
  const state = (await next.app.registry.byId(classId))?.state;
  expect(state?.everyone.map(({ name }) => name)).toEqual(['', 'Bo Sandringham']);
  expect(state?.predictions.size).toBe(0);
});

test('is pending while somebody reads the store, and completes by itself; a deleted class as well', async () => {
  const server = await startServer();
  const { classId } = await played(server);
  const reader = new Database(join(server.folder, 'street.db'), { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from records').get();
  expect(await erase(server, classId, 'P001')).toMatchObject({ status: 202, body: { pending: 'erasure-pending' } });
  reader.exec('commit');
  await until('the words to be gone', () => found(server.folder, OWN).length === 0);
  reader.exec('begin');
  reader.prepare('select count(*) from records').get();
  const url = `${server.url}/api/classes/${classId}`;
  expect(await ask(url, { method: 'DELETE', ...bearer })).toMatchObject({ status: 202 });
  expect((await fetch(url, bearer)).status).toBe(404);
  reader.close();
  await until('the class to be gone', () => found(server.folder, [...BOS, 'what-bo-said']).length === 0);
});

test('a process that holds a class forgets whom another process erased', async () => {
  const server = await startServer();
  const { classId } = await played(server);
  const classroom = await server.app.registry.byId(classId);
  const [ada] = classroom?.state.players ?? [];
  await server.store.erase(classId, [ada?.id ?? ''], Date.now());
  expect(classroom?.state.erased.size).toBe(0);
  await server.app.registry.sweep();
  expect([...(classroom?.state.erased ?? [])]).toEqual([ada?.id]);
  expect(classroom?.state.players.map(({ name }) => name)).toEqual(['Bo Sandringham']);
});

test('is asked of every class, and pending where another process holds one', async () => {
  const server = await startServer();
  const { classId } = await played(server);
  const state = (await server.app.registry.byId(classId))?.state;
  const [ada] = state?.players ?? [];
  const erased: string[] = [];
  const forgetting = new Forgetting(
    {
      now: Date.now,
      log,
      store: {
        read: async () => [],
        wordsIn: async () => [],
        classesOf: async () => [classId, 'elsewhere'],
        erase: async (id) => void erased.push(id),
        restate: async () => 'stored',
        scrub: async () => true,
      },
    },
    {
      onRecord: async () => ({ ...omitUndefined({ state }), damaged: false }),
      byId: async (id) => {
        if (id === 'elsewhere') throw new HeldElsewhere(id);
        return undefined;
      },
      setDown: async () => undefined,
    },
  );
  expect(await forgetting.erasePerson(classId, ada?.id ?? '')).toMatchObject({ pseudonym: 'P001', elsewhere: true });
  expect(erased).toEqual([classId, 'elsewhere']);
});

test('erases from a class of an older version, whose lines hold the words', async () => {
  const server = await startServer();
  const table = await played(server);
  const { classId, districtId } = table;
  const player = (await server.app.registry.byId(classId))?.state.players[0]?.id ?? '';
  await server.stop();
  asOlder(join(server.folder, 'street.db'), [classStream(classId), districtStream(districtId)]);
  const older = await startServer({ folder: server.folder });
  expect((await older.app.registry.byId(classId))?.state.players[0]?.name).toBe('Ada Quillfeather');
  expect(await erase(older, classId, 'P001')).toMatchObject({ status: 200 });
  expect(found(older.folder, OWN)).toEqual([]);
  const { findings } = checkText(await recordOf(older, table), { decide: true, file: false });
  expect(findings).toEqual([]);
  expect((await older.app.registry.byId(classId))?.state.erased.has(player)).toBe(true);
  expect(existsSync(join(older.folder, 'erasures.jsonl'))).toBe(true);
});

/** Moves texts back into the lines as the earlier version had them: no links, hashes over the texts. */
function asOlder(file: string, streams: readonly string[]): void {
  const database = new Database(file);
  database.pragma('secure_delete = ON');
  for (const stream of streams) {
    const beside = database.prepare<[string], Beside>('select words, text from words where stream = ?').all(stream);
    const texts = new Map(beside.map(({ words, text }) => [words, text]));
    const stored = database.prepare<[string], Stored>('select seq, line from records where stream = ?').all(stream);
    let state: DistrictState | undefined;
    for (const { seq, line } of stored) {
      const { link: _, ...older }: Line = withTexts(JSON.parse(line), texts) as Line;
      if (older.format !== undefined) Object.assign(older, { version: 1 });
      const isDistrict = stream.startsWith('district');
      if (isDistrict) {
        state = state === undefined ? initialState(foundedOf(older as LogHeader)) : older.events?.reduce(evolve, state);
      }
      if (older.hash !== undefined && state !== undefined) Object.assign(older, { hash: stateHash(state) });
      const update = database.prepare('update records set line = ? where stream = ? and seq = ?');
      update.run(JSON.stringify(older), stream, seq);
    }
    database.prepare('delete from words where stream = ?').run(stream);
  }
  database.close();
}

interface Beside {
  readonly words: string;
  readonly text: string;
}
interface Stored {
  readonly seq: number;
  readonly line: string;
}
type Line = Partial<LogHeader & LogRecord>;

function withTexts(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withTexts(each, texts));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, each]): [string, unknown] => [key, withTexts(each, texts)]);
  const { words, ...rest }: Record<string, unknown> = Object.fromEntries(fields);
  const text = typeof words === 'string' ? texts.get(words) : undefined;
  if (text === undefined) return Object.fromEntries(fields);
  return text.startsWith('{') ? { ...rest, ...JSON.parse(text) } : { ...rest, text };
}
