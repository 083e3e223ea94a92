/** Damage by disk or hand: one stored line of a stream is replaced. */
import Database from 'better-sqlite3';

/** `file`: a store that is closed, or has no append in flight for this stream. */
export function damageLine(file: string, stream: string, seq: number, change: (line: string) => string): void {
  const database = new Database(file);
  const row = database.prepare<[string, number], { line: string }>(
    'select line from records where stream = ? and seq = ?',
  );
  const line = row.get(stream, seq)?.line;
  if (line === undefined) throw new Error(`${stream} has no line ${seq}`);
  database.prepare('update records set line = ? where stream = ? and seq = ?').run(change(line), stream, seq);
  database.close();
}
