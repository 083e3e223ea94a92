/**
 * The store over Kysely's query builder: all that SQLite and PostgreSQL share. They differ in connections, row locks
 * between processes, and the clock of leases.
 */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Logger } from '../logging.ts';
import { type Known, type KnownClasses, rightsOf, sortBatch, TOUCHED_EVERY_MS, type Writer } from './appends.ts';
import { linesAside, moveAside } from './aside.ts';
import type { ClassTable, Tables } from './database.ts';
import { type Dialect, Erasing, lockClasses } from './erasing.ts';
import { GroupCommit, type PendingAppend } from './group-commit.ts';
import { migrations } from './migrations/index.ts';
import type {
  AppendOutcome,
  AsideLine,
  ClassEntry,
  ClassKind,
  EventStore,
  Holder,
  KeptWords,
  Lease,
  StoredLine,
} from './port.ts';

/** Rows per INSERT with three values each, well below the limit of bound values. */
const ROWS_AT_ONCE = 500;
/** Rows per INSERT with seven values each. */
const WORDS_AT_ONCE = 200;

export async function migrate(db: Kysely<Tables>, where: string): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined) throw new Error(`The tables of ${where} could not be brought up to date`, { cause: error });
}

export class KyselyStore implements EventStore {
  readonly holder: Holder;
  readonly #db: Kysely<Tables>;
  readonly #log: Logger;
  readonly #dialect: Dialect;
  readonly #appends: GroupCommit;
  readonly #erasing: Erasing;
  /** Fencing numbers of all leases this process ever took. */
  readonly #fences = new Map<string, number>();
  readonly #writer: Writer;
  #closing: Promise<void> | undefined;

  constructor(db: Kysely<Tables>, log: Logger, holder: Holder, dialect: Dialect) {
    this.#db = db;
    this.#log = log;
    this.holder = holder;
    this.#writer = { holder: holder.id, fences: this.#fences };
    this.#dialect = dialect;
    this.#appends = new GroupCommit((batch) => this.write(batch));
    this.#erasing = new Erasing(db, dialect);
  }

  append(
    stream: string,
    classId: string,
    seq: number,
    lines: readonly string[],
    words: readonly KeptWords[] = [],
  ): Promise<AppendOutcome> {
    return this.#appends.add({ stream, classId, seq, lines, words });
  }

  /** Writes many appends in one transaction; returns the outcome of each. */
  async write(batch: readonly PendingAppend[]): Promise<readonly AppendOutcome[]> {
    try {
      const { atOnce } = this.#dialect;
      if (atOnce === undefined) return await this.#db.transaction().execute((trx) => this.#writeIn(trx, batch));
      if (!atOnce.mustWait()) return atOnce(batch, this.#writer);
      return await this.#db.connection().execute(async () => atOnce(batch, this.#writer));
    } catch (error) {
      this.#log.error({ err: error, appends: batch.length }, 'append failed');
      return batch.map(() => 'unavailable');
    }
  }

  async read(stream: string): Promise<readonly StoredLine[]> {
    return this.#db.selectFrom('records').select(['seq', 'line']).where('stream', '=', stream).orderBy('seq').execute();
  }

  async wordsIn(stream: string): Promise<readonly KeptWords[]> {
    const found = this.#db.selectFrom('words').select(['words', 'person', 'kind', 'salt', 'text']);
    return found.where('stream', '=', stream).orderBy('words').execute();
  }

  async setAside(stream: string, classId: string, seq: number, reason: string, at: number): Promise<AppendOutcome> {
    try {
      return await this.#db.transaction().execute(async (trx) => {
        if (!(await this.#mayWrite(trx, classId))) return 'conflict';
        await moveAside(trx, stream, { seq, reason, at });
        return 'stored';
      });
    } catch (error) {
      this.#log.error({ err: error, stream }, 'damaged lines could not be set aside');
      return 'unavailable';
    }
  }

  asideOf(stream: string): Promise<readonly AsideLine[]> {
    return linesAside(this.#db, stream);
  }

  async addClass(entry: ClassEntry): Promise<boolean> {
    const result = await this.#db
      .insertInto('classes')
      .values({ endedAt: null, touchedAt: null, ...entry, open: entry.open ? 1 : 0 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n;
  }

  async endClass(id: string, at: number): Promise<void> {
    const ended = sql<number>`coalesce(${sql.ref('endedAt')}, ${at})`;
    await this.#db.updateTable('classes').set({ open: 0, endedAt: ended }).where('id', '=', id).execute();
  }

  async classById(id: string): Promise<ClassEntry | undefined> {
    return toEntry(await this.#db.selectFrom('classes').selectAll().where('id', '=', id).executeTakeFirst());
  }

  async classByCode(code: string): Promise<ClassEntry | undefined> {
    return toEntry(await this.#db.selectFrom('classes').selectAll().where('code', '=', code).executeTakeFirst());
  }

  async classes(filter: { readonly kind?: ClassKind; readonly open?: boolean }): Promise<readonly ClassEntry[]> {
    let query = this.#db.selectFrom('classes').selectAll().orderBy('openedAt');
    if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
    if (filter.open !== undefined) query = query.where('open', '=', filter.open ? 1 : 0);
    return (await query.execute()).flatMap((row) => toEntry(row) ?? []);
  }

  deleteClass(id: string, at: number): Promise<boolean> {
    this.#fences.delete(id);
    return this.#erasing.deleteClass(id, at);
  }

  classesOf(person: string): Promise<readonly string[]> {
    return this.#erasing.classesOf(person);
  }

  erase(classId: string, persons: readonly string[], at: number): Promise<void> {
    return this.#erasing.erase(classId, persons, at);
  }

  erasedIn(classId: string): Promise<readonly string[]> {
    return this.#erasing.erasedIn(classId);
  }

  scrub(at: number): Promise<boolean> {
    return this.#erasing.scrub(at);
  }

  async restate(
    stream: string,
    classId: string,
    lines: readonly string[],
    words: readonly KeptWords[],
  ): Promise<AppendOutcome> {
    try {
      return await this.#db.transaction().execute(async (trx) => {
        if (!(await this.#mayWrite(trx, classId))) return 'conflict';
        const [known] = await this.#lengthsOf(trx, [stream]);
        if (known?.length !== lines.length) return 'conflict';
        await trx.deleteFrom('records').where('stream', '=', stream).execute();
        await trx.deleteFrom('streams').where('stream', '=', stream).execute();
        const [outcome = 'unavailable'] = await this.#writeIn(trx, [{ stream, classId, seq: 0, lines, words }]);
        return outcome;
      });
    } catch (error) {
      this.#log.error({ err: error, stream }, 'a stream could not be restated');
      return 'unavailable';
    }
  }

  async acquire(classId: string, at: number): Promise<Lease | undefined> {
    const { clock } = this.#dialect;
    const { id: holder, address } = this.holder;
    const taken = { holder, address, until: this.#untilNext(), renewedAt: at };
    const lease = await this.#db.transaction().execute(async (trx): Promise<Lease | undefined> => {
      const first = await trx
        .insertInto('leases')
        .values({ classId, fence: 1, ...taken })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (first.numInsertedOrUpdatedRows === 1n) return { fence: 1 };
      let query = trx.selectFrom('leases').select(['fence', 'renewedAt']).where('classId', '=', classId);
      query = query.where(({ or, eb }) => or([eb('holder', '=', holder), eb('until', '<', clock())]));
      const free = await (this.#dialect.shared ? query.forUpdate() : query).executeTakeFirst();
      if (free === undefined) return undefined;
      const fence = free.fence + 1;
      await trx
        .updateTable('leases')
        .set({ ...taken, fence })
        .where('classId', '=', classId)
        .execute();
      return { fence, lastAlive: free.renewedAt };
    });
    if (lease !== undefined) this.#fences.set(classId, lease.fence);
    return lease;
  }

  async renew(at: number): Promise<readonly string[]> {
    if (this.#fences.size === 0) return [];
    const asked = new Map(this.#fences);
    const own = this.#db.selectFrom('leases').select('classId').where('holder', '=', this.holder.id).orderBy('classId');
    const kept = await this.#db
      .updateTable('leases')
      .set({ until: this.#untilNext(), renewedAt: at })
      .where('classId', 'in', this.#dialect.shared ? own.forUpdate() : own)
      .where('holder', '=', this.holder.id)
      .returning(['classId', 'fence'])
      .execute();
    const held = new Map(kept.map(({ classId, fence }) => [classId, fence]));
    return [...asked].filter(([classId, fence]) => (held.get(classId) ?? 0) < fence).map(([classId]) => classId);
  }

  async release(classId: string, fence: number): Promise<void> {
    await this.#appends.idle();
    if (this.#fences.get(classId) === fence) this.#fences.delete(classId);
    await this.#db
      .updateTable('leases')
      .set({ until: 0 })
      .where('classId', '=', classId)
      .where('holder', '=', this.holder.id)
      .where('fence', '=', fence)
      .execute();
  }

  holderOf(classId: string): Promise<Holder | undefined> {
    return this.#db
      .selectFrom('leases')
      .select(['holder as id', 'address'])
      .where('classId', '=', classId)
      .where('until', '>=', this.#dialect.clock())
      .executeTakeFirst();
  }

  async unheld(): Promise<readonly ClassEntry[]> {
    const held = this.#db.selectFrom('leases').select('classId').where('until', '>=', this.#dialect.clock());
    const rows = await this.#db
      .selectFrom('classes')
      .selectAll()
      .where('open', '=', 1)
      .where('kind', '=', 'class')
      .where('id', 'not in', held)
      .orderBy('openedAt')
      .execute();
    return rows.flatMap((row) => toEntry(row) ?? []);
  }

  async heartbeat(at: number): Promise<void> {
    await this.#db
      .insertInto('heartbeat')
      .values({ one: 1, at })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ at }))
      .execute();
  }

  async lastHeartbeat(): Promise<number | undefined> {
    return (await this.#db.selectFrom('heartbeat').select('at').executeTakeFirst())?.at;
  }

  async healthy(): Promise<boolean> {
    try {
      await this.heartbeat(Date.now());
      return true;
    } catch (error) {
      this.#log.error({ err: error }, 'the store cannot be written');
      return false;
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#appends.idle();
    for (const [classId, fence] of this.#fences) {
      await this.release(classId, fence).catch((error: unknown) =>
        this.#log.warn({ err: error, classId }, 'lease not released'),
      );
    }
    await this.#db.destroy();
    this.#dialect.closed?.();
  }

  async #writeIn(trx: Transaction<Tables>, batch: readonly PendingAppend[]): Promise<readonly AppendOutcome[]> {
    const known = await this.#known(trx, [...new Set(batch.map(({ classId }) => classId))]);
    const lengths = await this.#lengthsOf(trx, [...new Set(batch.map(({ stream }) => stream))]);
    const { outcomes, records, words, streams, classIds } = sortBatch(batch, this.#writer, { ...known, lengths });
    await this.#touch(trx, classIds);
    for (let start = 0; start < words.length; start += WORDS_AT_ONCE) {
      await trx
        .insertInto('words')
        .values(words.slice(start, start + WORDS_AT_ONCE))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (let start = 0; start < records.length; start += ROWS_AT_ONCE) {
      await trx
        .insertInto('records')
        .values(records.slice(start, start + ROWS_AT_ONCE))
        .execute();
    }
    if (streams.length > 0) {
      await trx
        .insertInto('streams')
        .values(streams)
        .onConflict((conflict) =>
          conflict.column('stream').doUpdateSet(({ ref }) => ({ length: ref('excluded.length') })),
        )
        .execute();
    }
    return outcomes;
  }

  #untilNext(): RawBuilder<number> {
    return sql<number>`${this.#dialect.clock()} + ${sql.lit(this.#dialect.leaseMs)}`;
  }

  async #touch(trx: Transaction<Tables>, classIds: readonly string[]): Promise<void> {
    if (classIds.length === 0) return;
    const now = Date.now();
    await trx
      .updateTable('classes')
      .set({ touchedAt: now })
      .where('id', 'in', classIds)
      .where(({ or, eb }) => or([eb('touchedAt', 'is', null), eb('touchedAt', '<', now - TOUCHED_EVERY_MS)]))
      .execute();
  }

  /** Reads and locks the classes until the transaction ends. */
  async #known(trx: Transaction<Tables>, classIds: readonly string[]): Promise<KnownClasses> {
    await lockClasses(trx, this.#dialect, classIds, 'removal');
    const query = trx
      .selectFrom('leases')
      .select(['classId', 'holder', 'fence'])
      .select(sql<number>`case when until >= ${this.#dialect.clock()} then 1 else 0 end`.as('live'))
      .where('classId', 'in', classIds);
    const leases = await (this.#dialect.shared ? query.orderBy('classId').forShare() : query).execute();
    const erasures = trx.selectFrom('erasures').select(['classId', 'person']).where('classId', 'in', classIds);
    return { leases, erasures: await erasures.execute() };
  }

  async #mayWrite(trx: Transaction<Tables>, classId: string): Promise<boolean> {
    return rightsOf(this.#writer, await this.#known(trx, [classId])).mayWrite(classId);
  }

  /** With several processes the rows stay locked until the transaction ends, so each index is given once. */
  #lengthsOf(trx: Transaction<Tables>, streams: readonly string[]): Promise<Known['lengths']> {
    const query = trx.selectFrom('streams').select(['stream', 'length']).where('stream', 'in', streams);
    return (this.#dialect.shared ? query.orderBy('stream').forUpdate() : query).execute();
  }
}

function toEntry(row: ClassTable | undefined): ClassEntry | undefined {
  if (row === undefined) return undefined;
  const { endedAt, touchedAt, ...entry } = row;
  return {
    ...entry,
    open: row.open === 1,
    ...(endedAt === null ? {} : { endedAt }),
    ...(touchedAt === null ? {} : { touchedAt }),
  };
}
