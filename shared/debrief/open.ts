/**
 * From a file somebody brings to chronicles, or to what is wrong with it and on which line. Never throws: a file may
 * be cut off, edited, re-ordered, empty, or something else altogether.
 */
import { RULES_VERSION } from '../engine/founding.ts';
import { type DistrictLog, LOG_PROBLEMS, type LogProblem, parse } from '../log/jsonl.ts';
import { firstDifference, replay } from '../log/replay.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';

/** Larger files are not read: a class of five hundred leaves about a tenth of this. */
export const LARGEST_FILE = 64 * 1024 * 1024;

const LOG_TROUBLES = [...LOG_PROBLEMS, 'too-large', 'rules-unknown', 'edited', 'not-replayable'] as const;

/** `line` is 1-based; `about` names the field, the version or the numbers in question. */
export interface LogTrouble {
  readonly trouble: (typeof LOG_TROUBLES)[number];
  readonly line: number;
  readonly about?: string;
}

type OpenedLogs = { readonly chronicles: readonly Chronicle[] } | LogTrouble;

export function openLogs(text: string): OpenedLogs {
  const parsed = parse(text);
  if ('problem' in parsed) return asTrouble(parsed);
  const chronicles: Chronicle[] = [];
  let line = 1;
  for (const log of parsed.logs) {
    const trouble = troubleIn(log, line);
    if (trouble !== undefined) return trouble;
    chronicles.push(chronicleOf(log));
    line += log.records.length + 1;
  }
  return { chronicles };
}

function asTrouble({ problem, line, about }: LogProblem): LogTrouble {
  return about === undefined ? { trouble: problem, line } : { trouble: problem, line, about };
}

/** `header`: the line the log begins on. A record's line is its seq further down. */
function troubleIn(log: DistrictLog, header: number): LogTrouble | undefined {
  const { rulesVersion } = log.header;
  if (rulesVersion !== RULES_VERSION) return { trouble: 'rules-unknown', line: header, about: String(rulesVersion) };
  try {
    const different = firstDifference(replay(log).checks);
    if (different === undefined) return undefined;
    return { trouble: 'edited', line: header + different.seq, about: String(different.round) };
  } catch {
    return { trouble: 'not-replayable', line: header + firstThatThrows(log) };
  }
}

/** Seq of the record that the fold breaks at, 0 for the header; by halving, since a fold that breaks stays broken. */
function firstThatThrows(log: DistrictLog): number {
  const breaks = (untilSeq: number): boolean => {
    try {
      replay(log, untilSeq);
      return false;
    } catch {
      return true;
    }
  };
  let whole = -1;
  let broken = log.records.length;
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (breaks(middle)) broken = middle;
    else whole = middle;
  }
  return Math.max(0, broken);
}
