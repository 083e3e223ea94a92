/** What the store forgets: one person's part of a class, or a whole class, and nothing that comes late brings it back. */
import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { WriteAtOnce } from './appends.ts';
import { EVERYBODY, type Tables } from './database.ts';
import type { Erasure } from './port.ts';

export interface Dialect {
  /**
   * Several processes write at once: rows must be locked before they are judged, and everywhere in the order of their
   * keys, since of two statements that wait for each other the database ends one.
   */
  readonly shared: boolean;
  /** Milliseconds since the epoch on the clock that all processes agree on. */
  readonly clock: () => RawBuilder<number>;
  /** How long a lease lasts unless it is renewed. */
  readonly leaseMs: number;
  /** Writes a batch of appends in one go, where that costs less than putting queries together. */
  readonly atOnce?: WriteAtOnce;
  /** Makes sure that nothing of what was removed remains. False while that cannot be done yet. */
  readonly scrub?: () => Promise<boolean>;
  /** Before something is removed: notes it where a backup that is put back finds it. */
  readonly noted?: (erasure: Erasure) => void;
  /** Lets go of what belongs to the adapter, after the connections. */
  readonly closed?: () => void;
}

/** Writers may write beside each other; a remover must be alone. */
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
      // What earlier versions set aside may be anybody's.
      const streams = trx.selectFrom('streams').select('stream').where('classId', '=', classId);
      await trx.deleteFrom('aside').where('stream', 'in', streams).execute();
    });
  }

  async erasedIn(classId: string): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('erasures').select('person').where('classId', '=', classId).execute();
    return rows.map(({ person }) => person).filter((person) => person !== EVERYBODY);
  }

  /** False while a reader still needs what was removed. */
  async scrub(at: number): Promise<boolean> {
    const due = await this.#db.selectFrom('erasures').select('classId').where('scrubbedAt', 'is', null).execute();
    if (due.length === 0) return true;
    if (this.#dialect.scrub !== undefined && !(await this.#dialect.scrub())) return false;
    await this.#db.updateTable('erasures').set({ scrubbedAt: at }).where('scrubbedAt', 'is', null).execute();
    return true;
  }

  /** `everywhere`: in backups that are put back, too. Practices go there by themselves, soon enough. */
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
