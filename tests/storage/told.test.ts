/** Changes in the store's tables by each call, with and without prepared statements. The test controls the clock. */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { afterEach, beforeEach, test, vi } from 'vitest';
import type { Tables } from '../../server/storage/database.ts';
import type { Dialect } from '../../server/storage/erasing.ts';
import { KyselyStore, migrate } from '../../server/storage/kysely-store.ts';
import type { ClassEntry, EventStore, KeptWords } from '../../server/storage/port.ts';
import { sqliteStoreOn } from '../../server/storage/sqlite.ts';
import { expectTold } from '../support/told.ts';

const BEGAN = 1_800_000_000_000;
const HOUR = 3_600_000;
const TABLES = ['classes', 'streams', 'records', 'words', 'aside', 'leases', 'erasures', 'heartbeat'];

beforeEach(() => void vi.useFakeTimers({ now: BEGAN, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const entry = (id: string, more: Partial<ClassEntry> = {}): ClassEntry => {
  return { id, code: id.toUpperCase(), kind: 'class', open: true, openedAt: BEGAN, ...more };
};
const said = (words: string, person: string, text = words): KeptWords => {
  return { words, person, text, salt: 's', kind: 'talk' };
};

/** Times relative to the start. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (_, part) => (part > BEGAN / 2 ? `+${part - BEGAN}` : part)));
}

class Disk {
  readonly told: unknown[] = [];
  readonly database = new Database(':memory:');
  readonly #seen = new Map<string, string>();
  readonly log = Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map((level) => [
      level,
      (fields: { readonly err?: Error }, message: string) =>
        this.told.push(`${level}: ${message} ${JSON.stringify({ ...fields, err: fields.err?.message })}`),
    ]),
  ) as never;

  at(ms: number): void {
    vi.setSystemTime(BEGAN + ms);
  }

  /** Records the answer, and each changed table. */
  async step(what: string, ask: () => Promise<unknown> | unknown): Promise<void> {
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error: Error) => `rejects: ${error.message}`);
    const changed = this.database.open ? TABLES.flatMap((table) => this.#changed(table)) : [];
    this.told.push([what, plain(answer), ...changed]);
  }

  #changed(table: string): readonly unknown[] {
    const rows = this.database.prepare(`select * from ${table}`).all();
    const now = JSON.stringify(rows);
    if (this.#seen.get(table) === now) return [];
    this.#seen.set(table, now);
    const first = rows.slice(0, 12).map((row) => Object.values(plain(row) as object).join(' '));
    return [[table, rows.length, ...first]];
  }
}

/** Without prepared statements, as on a shared database. */
async function byQueries(disk: Disk, dialect: Partial<Dialect>): Promise<EventStore> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: disk.database }) });
  await migrate(db, 'the memory');
  const clock = () => sql.val(Date.now());
  return new KyselyStore(
    db,
    disk.log,
    { id: 'a', address: 'here' },
    { shared: false, leaseMs: 6_000, clock, ...dialect },
  );
}

async function played(disk: Disk, store: EventStore): Promise<void> {
  const { step } = { step: disk.step.bind(disk) };
  await step('a class', () => store.addClass(entry('k1')));
  await step('the same id', () => store.addClass(entry('k1', { code: 'X' })));
  await step('the same code', () => store.addClass(entry('k9', { code: 'K1' })));
  await step('older, a practice', () => store.addClass(entry('k2', { kind: 'practice', openedAt: BEGAN - 5 })));
  await step('by id', () => Promise.all(['k1', 'k9'].map((id) => store.classById(id))));
  await step('by code', () => Promise.all(['K2', 'X'].map((code) => store.classByCode(code))));
  for (const filter of [
    {},
    { kind: 'class' },
    { open: true },
    { open: false },
    { kind: 'practice', open: true },
  ] as const)
    await step(`classes ${JSON.stringify(filter)}`, async () => (await store.classes(filter)).map(({ id }) => id));
  await step('lines without a lease', () => store.append('s1', 'k1', 0, ['a', 'b']));
  await step('a lease', () => store.acquire('k1', 10));
  await step('another', () => store.acquire('k2', 11));
  await step('again', () => store.acquire('k1', 12));
  await step('lines', () => store.append('s1', 'k1', 2, ['c'], [said('w1', 'ada'), said('w2', 'bo')]));
  await step('a place that is taken', () => store.append('s1', 'k1', 2, ['x']));
  await step('one beyond the end', () => store.append('s1', 'k1', 4, ['x']));
  await step('the same words', () =>
    store.append('s2', 'k1', 0, ['d'], [said('w1', 'ada'), said('w1', 'ada', 'other')]),
  );
  await step('all at once', () =>
    Promise.all([
      store.append('s1', 'k1', 3, ['e', 'f']),
      store.append('s1', 'k1', 5, ['g']),
      store.append('s1', 'k1', 5, ['x']),
      store.append('s3', 'k2', 0, ['h']),
      store.append('s4', 'k3', 0, ['of nobody']),
    ]),
  );
  await step('reads', async () => [await store.read('s1'), await store.read('nothing'), await store.wordsIn('s1')]);
  disk.at(HOUR);
  await step('an hour later', () => store.append('s2', 'k1', 1, ['i']));
  disk.at(HOUR + 1);
  await step('and a millisecond', () => store.append('s2', 'k1', 2, ['j']));
  await step('kept by nobody else', () => store.renew(20));
  await step('who holds', () => Promise.all(['k1', 'k9'].map((id) => store.holderOf(id))));
  disk.at(HOUR + 6_001);
  await step('to the end of the lease', async () => [
    await store.holderOf('k1'),
    (await store.unheld()).map(({ id }) => id),
  ]);
  disk.at(HOUR + 6_002);
  await step('and beyond', async () => [await store.holderOf('k1'), (await store.unheld()).map(({ id }) => id)]);
  await step('is still its own', () => store.append('s2', 'k1', 3, ['k']));
  await step('is let go under an old number', () => store.release('k1', 1));
  await step('and under its own', () => store.release('k1', 2));
  await step('writes what nobody holds', () => store.append('s2', 'k1', 4, ['l']));
  disk.database.prepare("update leases set holder = 'b', fence = 7, until = ? where classId = 'k1'").run(Date.now());
  await step('is another’s', () => store.append('s2', 'k1', 5, ['x']));
  await step('cannot be had', () => store.acquire('k1', 30));
  await step('nor put aside', () => store.setAside('s1', 'k1', 3, 'damage', 40));
  await step('nor restated', () => store.restate('s1', 'k1', ['A'], []));
  await step('other leases', () => store.renew(31));
  disk.at(HOUR + 6_003);
  await step('nobody’s any more', () => store.append('s2', 'k1', 5, ['m']));
  await step('is had', () => store.acquire('k1', 32));
  disk.database.prepare("update leases set holder = 'b', fence = 9 where classId = 'k1'").run();
  await step('is lost', () => store.renew(33));
  await step('cannot write', () => store.append('s2', 'k1', 6, ['x']));
  disk.database.prepare("update leases set holder = 'a', fence = 9 where classId = 'k1'").run();
  await step('nor under another number', () => store.append('s2', 'k1', 6, ['x']));
  await step('is had again', () => store.acquire('k1', 34));
  await step('put aside', () => store.setAside('s1', 'k1', 4, 'damage', 40));
  await step('more of it', () => store.setAside('s1', 'k1', 3, 'more', 41));
  await step('is apart', () => store.asideOf('s1'));
  await step('the next line', () => store.append('s1', 'k1', 3, ['n']));
  await step('as many other lines', () => store.restate('s1', 'k1', ['A', 'B', 'C', 'D'], [said('w3', 'chen')]));
  await step('fewer', () => store.restate('s1', 'k1', ['A'], []));
  await step('of a stream that is not there', () => store.restate('s9', 'k1', [], []));
  await step('whose', () => store.classesOf('ada'));
  await step('erases', () => store.erase('k1', ['ada', '7'], 50));
  await step('erased', async () => [
    await store.erasedIn('k1'),
    await store.erasedIn('k2'),
    await store.classesOf('ada'),
  ]);
  await step('is not said again', () => store.append('s2', 'k1', 6, ['o'], [said('w4', 'ada'), said('w5', 'bo')]));
  await step('overwrites', () => store.scrub(60));
  await step('once', () => store.scrub(61));
  await step('erases again', () => store.erase('k1', ['ada'], 62));
  await step('ends', () => store.endClass('k1', 70));
  await step('ends again', () => store.endClass('k1', 71));
  await step('deletes a practice', () => store.deleteClass('k2', 80));
  await step('deletes a class', () => store.deleteClass('k1', 81));
  await step('and once more', () => store.deleteClass('k1', 82));
  await step('nothing comes back', () => store.append('s1', 'k1', 0, ['x']));
  await step('is not erased in anybody', () => store.erasedIn('k1'));
  await step('overwrites', () => store.scrub(90));
  await step('is alive', async () => [
    await store.lastHeartbeat(),
    await store.heartbeat(5),
    await store.lastHeartbeat(),
    await store.heartbeat(6),
  ]);
  await step('and well', () => store.healthy());
  const many = Array.from({ length: 1_001 }, (_, place) => `line ${place}`);
  const words = Array.from({ length: 401 }, (_, place) => said(`w${place}`, 'ada'));
  await step('many lines', () => store.append('long', 'k5', 0, many, words));
  await step('all of them', async () => [(await store.read('long')).length, (await store.wordsIn('long')).length]);
}

test('a store with prepared statements leaves the same tables', async () => {
  const disk = new Disk();
  const noted = (erasure: object) => void disk.told.push(`noted ${JSON.stringify(erasure)}`);
  const closed = () => void disk.told.push('closed');
  const store = await sqliteStoreOn(disk.database, disk.log, { holder: { id: 'a', address: 'here' }, noted, closed });
  for (const name of ['synchronous', 'busy_timeout', 'secure_delete'])
    disk.told.push([name, disk.database.pragma(name, { simple: true })]);
  await played(disk, store);
  disk.told.push(disk.database.pragma('busy_timeout', { simple: true }));
  await disk.step('holds something', () => store.acquire('k6', 100));
  await disk.step('closes', () => store.close());
  await disk.step('and again', () => store.close());
  await disk.step('writes no more', () => store.append('s1', 'k7', 0, ['x']));
  await disk.step('puts nothing aside', () => store.setAside('s1', 'k7', 0, 'damage', 1));
  await disk.step('restates nothing', () => store.restate('s1', 'k7', [], []));
  await disk.step('is not well', () => store.healthy());
  await expectTold('server/store', disk.told);
});

test('a store without prepared statements leaves the same tables', async () => {
  const disk = new Disk();
  let emptied = 0;
  const scrub = () => Promise.resolve(emptied++ > 0);
  const store = await byQueries(disk, { scrub });
  await played(disk, store);
  await store.close();
  await expectTold('server/store-by-queries', disk.told);
});

test('a reopened store holds no leases', async () => {
  const disk = new Disk();
  await disk.step('opens', async () => {
    await sqliteStoreOn(disk.database, disk.log, { holder: { id: 'a', address: '' } }).then((store) =>
      store.acquire('k1', 1),
    );
  });
  await disk.step('opens again', async () => {
    await sqliteStoreOn(disk.database, disk.log, { holder: { id: 'b', address: '' } });
  });
  disk.database.close();
  await expectTold('server/store-anew', disk.told);
});
