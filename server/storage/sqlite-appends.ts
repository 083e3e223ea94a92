/**
 * Appends on one SQLite connection by prepared statements. Most appends are a single line, for which building queries
 * took three quarters of the processor time.
 */
import type Database from 'better-sqlite3';
import { type Known, sortBatch, TOUCHED_EVERY_MS, type WriteAtOnce, type Writer } from './appends.ts';
import type { PendingAppend } from './group-commit.ts';

export function sqliteAppends(database: Database.Database): WriteAtOnce {
  const lease = database.prepare<[number, string], Known['leases'][number]>(
    'select classId, holder, fence, until >= ? as live from leases where classId = ?',
  );
  const erasure = database.prepare<[string], Known['erasures'][number]>(
    'select classId, person from erasures where classId = ?',
  );
  const length = database.prepare<[string], Known['lengths'][number]>(
    'select stream, length from streams where stream = ?',
  );
  const touch = database.prepare(
    'update classes set touchedAt = @now where id = @id and (touchedAt is null or touchedAt < @due)',
  );
  const addWords = database.prepare(
    'insert into words (stream, classId, words, person, kind, salt, text) values (@stream, @classId, @words, @person, @kind, @salt, @text) on conflict do nothing',
  );
  const addRecord = database.prepare('insert into records (stream, seq, line) values (@stream, @seq, @line)');
  const grow = database.prepare(
    'insert into streams (stream, classId, length) values (@stream, @classId, @length) on conflict (stream) do update set length = excluded.length',
  );
  const known = (batch: readonly PendingAppend[], now: number): Known => {
    const classIds = [...new Set(batch.map(({ classId }) => classId))];
    return {
      leases: classIds.flatMap((classId) => lease.all(now, classId)),
      erasures: classIds.flatMap((classId) => erasure.all(classId)),
      lengths: [...new Set(batch.map(({ stream }) => stream))].flatMap((stream) => length.all(stream)),
    };
  };
  const write = database.transaction((batch: readonly PendingAppend[], writer: Writer) => {
    const now = Date.now();
    const { outcomes, records, words, streams, classIds } = sortBatch(batch, writer, known(batch, now));
    for (const id of classIds) touch.run({ id, now, due: now - TOUCHED_EVERY_MS });
    for (const row of words) addWords.run(row);
    for (const row of records) addRecord.run(row);
    for (const row of streams) grow.run(row);
    return outcomes;
  });
  const atOnce = (batch: readonly PendingAppend[], writer: Writer) => write(batch, writer);
  return Object.assign(atOnce, { mustWait: () => database.inTransaction });
}
