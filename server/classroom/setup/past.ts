/**
 * The past a class plays on from: districts of earlier games, all up to the same moment. Pure; slow for many districts
 * (`past-in-thread.ts`).
 */
import type { Actor } from '../../../shared/engine/actors.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { GoesOn, Settings } from '../../../shared/engine/parts.ts';
import { checkText } from '../../../shared/log/check.ts';
import { type LogMoment, momentAfter, seqBefore } from '../../../shared/log/continue.ts';
import { describeFinding } from '../../../shared/log/describe.ts';
import type { Finding } from '../../../shared/log/findings.ts';
import { type DistrictLog, linesOf } from '../../../shared/log/jsonl.ts';
import { replay } from '../../../shared/log/replay.ts';
import { hasTexts, restated } from '../../../shared/log/restate.ts';
import { newSalt } from '../../access/secrets.ts';
import type { ChoicesRefused } from './refused.ts';

export interface PastAsked extends LogMoment {
  /** Texts as a file or store has them: one or several districts each. */
  readonly texts: readonly string[];
  /** True for a file, which may have been edited: its commands are decided again. */
  readonly file: boolean;
  /** District numbers; absent: all. */
  readonly districts?: readonly number[];
  /** Whether to keep the records after the moment. */
  readonly whole: boolean;
}

/** One district up to the moment. */
export interface PastDistrict {
  readonly districtId: string;
  /** Header and records as lines of a stream. */
  readonly lines: readonly string[];
  /** Last record before the moment. */
  readonly seq: number;
  readonly settings: Settings;
  /** Parameters at founding, before the effects of years. */
  readonly numbers: Parameters;
}

export interface Past {
  readonly goesOn: GoesOn;
  readonly scenario: string;
  readonly actors: readonly Actor[];
  readonly districts: readonly PastDistrict[];
}

export function readPast({ texts, file, districts, whole, ...moment }: PastAsked): Past | ChoicesRefused {
  const logs: DistrictLog[] = [];
  for (const text of texts) {
    const read = checkText(text, { decide: file, file });
    const fault = read.findings.find((finding) => isFault(finding, file));
    if (fault !== undefined) return faulty(fault);
    const [incomplete] = read.findings;
    if (read.logs.length === 0 && incomplete !== undefined) return faulty(incomplete);
    // Moves texts of older logs out of their lines.
    logs.push(...read.logs.map((log) => (hasTexts(log) ? restated(log, newSalt).log : log)));
  }
  const meant = logs.filter((log, index) => districts === undefined || districts.includes(numberOf(log, index)));
  if (meant.length < (districts?.length ?? 0)) return { refused: 'no-such-district' };
  const found: (PastDistrict & Omit<Past, 'districts'>)[] = [];
  for (const log of meant) {
    const past = until(log, moment, whole);
    if ('refused' in past) return past;
    found.push(past);
  }
  const [first] = found;
  if (first === undefined) return { refused: 'moment-unknown' };
  const { goesOn, scenario, actors } = first;
  const alike = (one: Omit<Past, 'districts'>) =>
    one.scenario === scenario && JSON.stringify([one.goesOn, kinds(one.actors)]) === likeFirst;
  const likeFirst = JSON.stringify([goesOn, kinds(actors)]);
  const lengths = new Set(found.map(({ numbers }) => numbers.rounds));
  if (lengths.size > 1 || !found.every(alike)) return { refused: 'pasts-differ' };
  return {
    goesOn,
    scenario,
    actors,
    districts: found.map(({ districtId, lines, seq, settings, numbers }) => {
      return { districtId, lines, seq, settings, numbers };
    }),
  };
}

/** Running and stopped games may be continued, and so may a file cut off between two lines. */
function isFault({ verdict }: Finding, file: boolean): boolean {
  return !(file && verdict === 'incomplete');
}

function faulty(finding: Finding): ChoicesRefused {
  if (finding.what === 'rules-newer') return { refused: 'rules-older', detail: describeFinding(finding) };
  const forged = finding.verdict === 'forged' || finding.verdict === 'differs';
  return { refused: forged ? 'record-forged' : 'record-damaged', detail: describeFinding(finding) };
}

function numberOf({ header }: DistrictLog, index: number): number {
  return header.districtNumber ?? index + 1;
}

function kinds(actors: readonly Actor[]): unknown {
  return actors.map(({ kind, parent, name }) => [kind, parent, name.en]);
}

function until(
  log: DistrictLog,
  moment: LogMoment,
  whole: boolean,
): (PastDistrict & Omit<Past, 'districts'>) | ChoicesRefused {
  const seq = seqBefore(log, moment);
  if (typeof seq !== 'number') return seq;
  const { header } = log;
  const records = log.records.slice(0, seq);
  const { state } = replay({ header, records });
  return {
    goesOn: momentAfter(moment),
    scenario: header.scenario,
    actors: header.actors,
    districtId: header.districtId,
    seq,
    lines: linesOf(whole ? log : { header, records }),
    settings: state.settings,
    numbers: state.base ?? state.parameters,
  };
}
