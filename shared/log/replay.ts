/**
 * Rebuilds states from a log, by folding its events or by deciding its commands again.
 *
 * Folding proves that the events lead to the recorded hashes. Deciding again also proves that today's rules give the
 * recorded events.
 */
import type { Command } from '../engine/commands.ts';
import { evolve } from '../engine/evolve.ts';
import { stateHash } from '../engine/hash.ts';
import { initialState } from '../engine/initial-state.ts';
import { isRefusal } from '../engine/refusals.ts';
import type { DistrictState } from '../engine/state.ts';
import { take } from '../engine/take.ts';
import type { DistrictLog } from './jsonl.ts';
import { foundedOf, type LogRecord } from './record.ts';
import { Recorder } from './recorder.ts';

/** A state's hash and the one on record. */
export interface HashCheck {
  readonly seq: number;
  readonly round: number;
  readonly recorded: string;
  readonly computed: string;
}

export interface Replay {
  readonly state: DistrictState;
  readonly checks: readonly HashCheck[];
}

/** Folds the log's events, up to and including record `untilSeq`. */
export function replay(log: DistrictLog, untilSeq = Number.POSITIVE_INFINITY): Replay {
  let state = initialState(foundedOf(log.header));
  const checks: HashCheck[] = [];
  for (const record of log.records) {
    if (record.seq > untilSeq) break;
    for (const event of record.events) state = evolve(state, event);
    if (record.hash === undefined) continue;
    checks.push({ seq: record.seq, round: state.round, recorded: record.hash, computed: stateHash(state) });
  }
  return { state, checks };
}

/** The founding state, then the state after each record, for scrubbing. */
export function statesOf(log: DistrictLog): readonly DistrictState[] {
  let state = initialState(foundedOf(log.header));
  const states = [state];
  for (const record of log.records) {
    for (const event of record.events) state = evolve(state, event);
    states.push(state);
  }
  return states;
}

export function firstDifference(checks: readonly HashCheck[]): HashCheck | undefined {
  return checks.find((check) => check.recorded !== check.computed);
}

/** The command of a record; undefined if it has none. */
export function commandOf(record: LogRecord): Command | undefined {
  if (record.command === undefined) return undefined;
  const command = { at: record.at, by: record.by, action: record.command };
  return record.seat === undefined ? command : { ...command, seat: record.seat };
}

/** Decides every recorded command again; stops at the first refusal. */
export function redecide(
  log: DistrictLog,
): { readonly log: DistrictLog } | { readonly refusedAt: number; readonly reason: string } {
  let state = initialState(foundedOf(log.header));
  const recorder = new Recorder(log.header);
  const undoneTo = new Set(log.records.map(({ command }) => (command?.type === 'undo' ? command.to : undefined)));
  const past = new Map<number, DistrictState>();
  const keep = (seq: number) => undoneTo.has(seq) && past.set(seq, state);
  keep(0);
  for (const record of log.records) {
    const command = commandOf(record);
    if (command === undefined) return { refusedAt: record.seq, reason: 'no-command' };
    const taken = take(state, command, (seq) => past.get(seq));
    if (isRefusal(taken)) return { refusedAt: record.seq, reason: taken.refused };
    recorder.record(state, command, taken, record);
    state = taken.after;
    keep(record.seq);
  }
  return {
    get log() {
      return recorder.log;
    },
  };
}
