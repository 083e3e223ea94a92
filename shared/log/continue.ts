/**
 * Plays on from a moment of a recorded district. The result is a log with its own header, the past's records unchanged,
 * and a record of what changes from there on.
 *
 *     const branch = continued(log, { round: 5, phase: 'news' }, { districtId, at }, { why: 'play-on', settings });
 *     if ('refused' in branch) explain(branch.refused);
 */
import type { Continuation, Lineage } from '../engine/events.ts';
import { RULES_VERSION } from '../engine/founding.ts';
import { stateHash } from '../engine/hash.ts';
import type { GoesOn, RoundPhase } from '../engine/parts.ts';
import { roundsOf } from '../engine/queries.ts';
import { isRefusal } from '../engine/refusals.ts';
import { take } from '../engine/take.ts';
import type { DistrictLog } from './jsonl.ts';
import { linkAt, rootOf } from './links.ts';
import { isOver } from './log-end.ts';
import { asPlayed } from './played.ts';
import { foundedOf, type LogOrigin, makeHeader } from './record.ts';
import { Recorder } from './recorder.ts';
import { replay } from './replay.ts';

/** A phase means its beginning; a reveal means the news that follow it. */
export interface LogMoment {
  readonly round: number;
  readonly phase: RoundPhase;
}

export type ContinueRefused = 'moment-unknown' | 'game-over' | 'rules-older' | 'parameter-not-open';
interface Refused {
  readonly refused: ContinueRefused;
}

/** The class and district of the branch, and its time of founding. */
export type BranchOrigin = Omit<LogOrigin, 'lineage'> & { readonly at: number };
export type LogChange = Pick<Lineage, 'why'> & Omit<Continuation, 'header' | 'lineage'>;

/** The phase that begins at a moment. */
export function momentAfter({ round, phase }: LogMoment): GoesOn {
  return phase === 'reveal' ? { phase: 'news', round: round + 1 } : { phase, round };
}

/** Number of the last record before the moment; 0: none. */
export function seqBefore(log: DistrictLog, { round, phase }: LogMoment): number | Refused {
  if (log.header.rulesVersion !== RULES_VERSION) return { refused: 'rules-older' };
  const { records } = asPlayed(log);
  const begins = (wanted: string, of: number) =>
    records.find(({ events }) =>
      events.some((event) => event.type === 'PhaseBegan' && event.phase === wanted && event.round === of),
    );
  const began = begins(phase, round);
  if (began === undefined) return { refused: 'moment-unknown' };
  if (phase !== 'reveal') return began.seq - 1;
  const next = begins('news', round + 1);
  if (next !== undefined) return next.seq - 1;
  return isOver(log.records) || round >= roundsOf(replay(log).state) ? { refused: 'game-over' } : log.records.length;
}

export function continued(
  log: DistrictLog,
  moment: LogMoment,
  origin: BranchOrigin,
  change: LogChange,
): DistrictLog | Refused {
  const seq = seqBefore(log, moment);
  if (typeof seq !== 'number') return seq;
  return continuedFrom({ header: log.header, records: log.records.slice(0, seq) }, origin, change);
}

/** Continues from the end of the given log. */
export function continuedFrom(past: DistrictLog, origin: BranchOrigin, change: LogChange): DistrictLog | Refused {
  const before = replay(past).state;
  const { at, ...whose } = origin;
  const { why, ...changed } = change;
  const root = rootOf(past.header) ?? linkAt(past, 0);
  const seq = past.records.length;
  const lineage: Lineage = { districtId: past.header.districtId, seq, hash: stateHash(before), root, why };
  const header = makeHeader(foundedOf(past.header), { ...whose, lineage });
  const action = { type: 'continueDistrict', header: header.link ?? '', lineage, ...changed } as const;
  const command = { at, by: 'desk', action } as const;
  const taken = take(before, command);
  if (isRefusal(taken)) {
    return { refused: taken.refused === 'parameter-not-open' ? taken.refused : 'game-over' };
  }
  const recorder = new Recorder(header);
  for (const record of past.records) recorder.keep(record);
  recorder.record(before, command, taken);
  return recorder.log;
}
