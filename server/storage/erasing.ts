/** Erasure of one person's part of a class, or of a whole class. Late appends cannot bring it back. */
import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { WriteAtOnce } from './appends.ts';
import { EVERYBODY, type Tables } from './database.ts';
import type { Erasure } from './port.ts';

export interface Dialect {
  /**
   * Several processes write at once: rows are locked before they are judged, always in the order of their keys, to
   * avoid deadlocks.
   */
  readonly shared: boolean;
  /** Milliseconds since the epoch by the clock that all processes share. */
  readonly clock: () => RawBuilder<number>;
  /** Duration of a lease unless renewed, in milliseconds. */
  readonly leaseMs: number;
  /** Writes a batch by prepared statements, where that is cheaper than a query builder. */
  readonly atOnce?: WriteAtOnce;
  /** Overwrites removed data. False if that is not possible yet. */
  readonly scrub?: () => Promise<boolean>;
  /** Called before a removal: notes it where a restored backup finds it. */
  readonly noted?: (erasure: Erasure) => void;
  /** Releases what belongs to the adapter, after the connections. */
  readonly closed?: () => void;
}

/** Writers share the lock; a remover takes it exclusively. */
export async function lockClasses(
  trx: Transaction<Tables>,
  { shared }: Dialect,
  ids: readonly string[],
  against: 'all' | 'removal',
): Promise<void> {
  if (!shared) return;
  const rows = trx.selectFrom('classes').select('id').where('id', 'in', ids).orderBy('id');
  await (against === 'all' ? rows.forUpdate() : rows.forKeyShare()).execute();
}

export class Erasing {
  readonly #db: Kysely<Tables>;
  readonly #dialect: Dialect;

  constructor(db: Kysely<Tables>, dialect: Dialect) {
    this.#db = db;
    this.#dialect = dialect;
  }

  deleteClass(id: string, at: number): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      await lockClasses(trx, this.#dialect, [id], 'all');
      const kept = await trx.selectFrom('classes').select('kind').where('id', '=', id).executeTakeFirst();
      const streams = trx.selectFrom('streams').select('stream').where('classId', '=', id);
      await trx.deleteFrom('leases').where('classId', '=', id).execute();
      await trx.deleteFrom('records').where('stream', 'in', streams).execute();
      await trx.deleteFrom('aside').where('stream', 'in', streams).execute();
      await trx.deleteFrom('words').where('classId', '=', id).execute();
      const begun = await trx.deleteFrom('streams').where('classId', '=', id).executeTakeFirst();
      const gone = await trx.deleteFrom('classes').where('id', '=', id).executeTakeFirst();
      if (begun.numDeletedRows + gone.numDeletedRows > 0n)
        await this.#note(trx, id, [EVERYBODY], at, kept?.kind === 'class');
      return gone.numDeletedRows > 0n;
    });
  }

  async classesOf(person: string): Promise<readonly string[]> {
    const found = this.#db.selectFrom('words').select('classId').distinct().where('person', '=', person);
    return (await found.execute()).map(({ classId }) => classId);
  }

  erase(classId: string, persons: readonly string[], at: number): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      await lockClasses(trx, this.#dialect, [classId], 'all');
      await this.#note(trx, classId, persons, at);
      await trx.deleteFrom('words').where('classId', '=', classId).where('person', 'in', persons).execute();
      // Lines set aside by earlier versions may be anybody's.
      const streams = trx.selectFrom('streams').select('stream').where('classId', '=', classId);
      await trx.deleteFrom('aside').where('stream', 'in', streams).execute();
    });
  }

  async erasedIn(classId: string): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('erasures').select('person').where('classId', '=', classId).execute();
    return rows.map(({ person }) => person).filter((person) => person !== EVERYBODY);
  }

  /** False while a reader still needs removed data. */
  async scrub(at: number): Promise<boolean> {
    const due = await this.#db.selectFrom('erasures').select('classId').where('scrubbedAt', 'is', null).execute();
    if (due.length === 0) return true;
    if (this.#dialect.scrub !== undefined && !(await this.#dialect.scrub())) return false;
    await this.#db.updateTable('erasures').set({ scrubbedAt: at }).where('scrubbedAt', 'is', null).execute();
    return true;
  }

  /** `everywhere`: also in backups to be restored. Practices expire there by themselves. */
  async #note(
    trx: Transaction<Tables>,
    classId: string,
    persons: readonly string[],
    at: number,
    everywhere = true,
  ): Promise<void> {
    for (const person of everywhere ? persons : []) {
      this.#dialect.noted?.(person === EVERYBODY ? { classId, at } : { classId, person, at });
    }
    await trx
      .insertInto('erasures')
      .values(persons.map((person) => ({ classId, person, at, scrubbedAt: null })))
      .onConflict((conflict) => conflict.columns(['classId', 'person']).doUpdateSet({ scrubbedAt: null }))
      .execute();
  }
}
