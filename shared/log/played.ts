/**
 * Drops what does not count from a log: undone rounds and the practice.
 *
 *     const counted = asPlayed(log);      // the same log if nothing was undone or practised
 *
 * Folding the rest gives the game as it was played. Record numbers keep their gaps. Check hashes on the whole log
 * first.
 */
import type { DistrictEvent } from '../engine/events.ts';
import { at } from '../engine/queries.ts';
import type { DistrictLog } from './jsonl.ts';
import type { LogRecord } from './record.ts';

/** Events that outlast a practice: seats and talk. */
const STAYS: readonly DistrictEvent['type'][] = ['SeatAssigned', 'SeatFreed', 'Said'];

export function asPlayed(log: DistrictLog): DistrictLog {
  const counted = withoutPractice(withoutUndone(log.records));
  return counted.length === log.records.length ? log : { ...log, records: counted };
}

/** The records still valid, undos included, since an undo carries the state it went back to. */
function withoutUndone(records: readonly LogRecord[]): readonly LogRecord[] {
  const standing: LogRecord[] = [];
  for (const record of records) {
    for (const event of record.events) {
      if (event.type !== 'AdvanceUndone') continue;
      standing.splice(standing.findLastIndex(({ seq }) => seq <= event.to) + 1);
    }
    standing.push(record);
  }
  return standing;
}

function withoutPractice(records: readonly LogRecord[]): readonly LogRecord[] {
  let practising = false;
  return records.flatMap((record) => {
    const begins = record.events.some(({ type }) => type === 'PracticeBegan');
    const ends = record.events.some(({ type }) => type === 'PracticeEnded');
    const counts = !(practising || begins || ends);
    practising = (practising || begins) && !ends;
    if (counts) return [record];
    const stays = record.events.filter(({ type }) => STAYS.includes(type));
    if (stays.length === 0) return [];
    const { hash: _, ...rest } = record;
    return [{ ...rest, events: stays }];
  });
}

/**
 * The record to which an undo of the last change of phase goes back. Undefined without one, or if a practice ended
 * since. Searches from the end, because it runs after every record.
 */
export function undoableTo(records: readonly LogRecord[]): number | undefined {
  let change: LogRecord | undefined;
  let undoneAfter = Number.POSITIVE_INFINITY;
  for (let place = records.length - 1; place >= 0; place -= 1) {
    const record = at(records, place);
    const stands = record.seq <= undoneAfter;
    for (const event of record.events) {
      if (event.type === 'AdvanceUndone') undoneAfter = Math.min(undoneAfter, event.to);
    }
    if (!stands) continue;
    if (change !== undefined) return record.seq;
    if (record.events.some(({ type }) => type === 'PracticeEnded')) return undefined;
    if (!record.events.some(({ type }) => type === 'PhaseBegan' || type === 'GameEnded')) continue;
    if (record.phase === 'opening') return undefined;
    change = record;
  }
  return undefined;
}
