/**
 * The store on one SQLite file: WAL and `synchronous=FULL`, so that what was acknowledged survives `kill -9` and a
 * power cut; the file itself checks and cuts a torn end of its WAL when it is opened.
 */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Logger } from '../logging.ts';
import { GroupCommit, type PendingAppend } from './group-commit.ts';
import { migrations } from './migrations/index.ts';
import type { AppendOutcome, ClassEntry, ClassKind, EventStore, StoredLine } from './port.ts';
import type { ClassTable, Tables } from './tables.ts';

/** Rows in one INSERT: three values each, well under SQLite's limit of bound values. */
const ROWS_AT_ONCE = 500;

export async function openSqliteStore(file: string, log: Logger): Promise<EventStore> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 2000');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined) throw new Error(`The tables of ${file} could not be brought up to date`, { cause: error });
  return new SqliteStore(db, log);
}

class SqliteStore implements EventStore {
  readonly #db: Kysely<Tables>;
  readonly #log: Logger;
  readonly #appends: GroupCommit;

  constructor(db: Kysely<Tables>, log: Logger) {
    this.#db = db;
    this.#log = log;
    this.#appends = new GroupCommit((batch) => this.#write(batch));
  }

  append(stream: string, classId: string, seq: number, lines: readonly string[]): Promise<AppendOutcome> {
    return this.#appends.add({ stream, classId, seq, lines });
  }

  async read(stream: string): Promise<readonly StoredLine[]> {
    return this.#db.selectFrom('records').select(['seq', 'line']).where('stream', '=', stream).orderBy('seq').execute();
  }

  setAside(stream: string, seq: number, reason: string): Promise<number> {
    return this.#db.transaction().execute(async (trx) => {
      const lines = await trx
        .selectFrom('records')
        .select(['stream', 'seq', 'line'])
        .where('stream', '=', stream)
        .where('seq', '>=', seq)
        .execute();
      const at = Date.now();
      for (const line of lines)
        await trx
          .insertInto('aside')
          .values({ ...line, reason, at })
          .execute();
      await trx.deleteFrom('records').where('stream', '=', stream).where('seq', '>=', seq).execute();
      await trx.updateTable('streams').set({ length: seq }).where('stream', '=', stream).execute();
      return lines.length;
    });
  }

  async aside(stream: string): Promise<readonly StoredLine[]> {
    return this.#db.selectFrom('aside').select(['seq', 'line']).where('stream', '=', stream).orderBy('seq').execute();
  }

  async addClass(entry: ClassEntry): Promise<boolean> {
    const result = await this.#db
      .insertInto('classes')
      .values({ ...entry, open: entry.open ? 1 : 0 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n;
  }

  async endClass(id: string): Promise<void> {
    await this.#db.updateTable('classes').set({ open: 0 }).where('id', '=', id).execute();
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

  deleteClass(id: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const streams = trx.selectFrom('streams').select('stream').where('classId', '=', id);
      await trx.deleteFrom('records').where('stream', 'in', streams).execute();
      await trx.deleteFrom('aside').where('stream', 'in', streams).execute();
      await trx.deleteFrom('streams').where('classId', '=', id).execute();
      const gone = await trx.deleteFrom('classes').where('id', '=', id).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    });
  }

  async beat(at: number): Promise<void> {
    await this.#db
      .insertInto('heartbeat')
      .values({ one: 1, at })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ at }))
      .execute();
  }

  async lastBeat(): Promise<number | undefined> {
    return (await this.#db.selectFrom('heartbeat').select('at').executeTakeFirst())?.at;
  }

  async healthy(): Promise<boolean> {
    try {
      await this.beat(Date.now());
      return true;
    } catch (error) {
      this.#log.error({ err: error }, 'the store cannot be written');
      return false;
    }
  }

  async close(): Promise<void> {
    await this.#appends.idle();
    await this.#db.destroy();
  }

  async #write(batch: readonly PendingAppend[]): Promise<readonly AppendOutcome[]> {
    try {
      return await this.#db.transaction().execute((trx) => this.#writeIn(trx, batch));
    } catch (error) {
      this.#log.error({ err: error, appends: batch.length }, 'append failed');
      return batch.map(() => 'unavailable');
    }
  }

  async #writeIn(trx: Transaction<Tables>, batch: readonly PendingAppend[]): Promise<readonly AppendOutcome[]> {
    const lengths = new Map<string, number>();
    const known = await trx
      .selectFrom('streams')
      .select(['stream', 'length'])
      .where('stream', 'in', [...new Set(batch.map((append) => append.stream))])
      .execute();
    for (const { stream, length } of known) lengths.set(stream, length);

    const outcomes: AppendOutcome[] = [];
    const rows: { stream: string; seq: number; line: string }[] = [];
    const grown = new Map<string, string>();
    for (const { stream, classId, seq, lines } of batch) {
      const fits = seq === (lengths.get(stream) ?? 0);
      outcomes.push(fits ? 'stored' : 'conflict');
      if (!fits) continue;
      for (const [offset, line] of lines.entries()) rows.push({ stream, seq: seq + offset, line });
      lengths.set(stream, seq + lines.length);
      grown.set(stream, classId);
    }

    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await trx
        .insertInto('records')
        .values(rows.slice(start, start + ROWS_AT_ONCE))
        .execute();
    }
    for (const [stream, classId] of grown) {
      const length = lengths.get(stream) ?? 0;
      await trx
        .insertInto('streams')
        .values({ stream, classId, length })
        .onConflict((conflict) => conflict.column('stream').doUpdateSet({ length }))
        .execute();
    }
    return outcomes;
  }
}

function toEntry(row: ClassTable | undefined): ClassEntry | undefined {
  return row === undefined ? undefined : { ...row, open: row.open === 1 };
}
