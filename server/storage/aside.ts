/** Sets lines of a stream aside, because they or an earlier one are damaged. */
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './database.ts';
import type { AsideLine } from './port.ts';

/** Moves the lines from `seq` on; the next append takes their index. */
export async function moveAside(
  trx: Transaction<Tables>,
  stream: string,
  { seq, reason, at }: Pick<AsideLine, 'seq' | 'reason' | 'at'>,
): Promise<void> {
  const damaged = trx.selectFrom('records').select(['stream', 'seq', 'line']).where('stream', '=', stream);
  for (const row of await damaged.where('seq', '>=', seq).execute()) {
    await trx
      .insertInto('aside')
      .values({ ...row, reason, at })
      .execute();
  }
  await trx.deleteFrom('records').where('stream', '=', stream).where('seq', '>=', seq).execute();
  await trx.updateTable('streams').set({ length: seq }).where('stream', '=', stream).execute();
}

export function linesAside(db: Kysely<Tables>, stream: string): Promise<readonly AsideLine[]> {
  const found = db.selectFrom('aside').select(['seq', 'line', 'reason', 'at']).where('stream', '=', stream);
  return found.orderBy('at').orderBy('seq').execute();
}
