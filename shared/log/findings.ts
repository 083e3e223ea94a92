/** What a log check can find, by name. Screens and the command line have a sentence for each. */
import { LOG_PROBLEMS, type LogProblem } from './jsonl.ts';

/**
 * `forged`: a line differs from what was written. `differs`: the lines are whole but do not follow from one another.
 * `incomplete`: the end is missing. `unreadable`: this program cannot tell.
 */
export const VERDICTS = ['forged', 'differs', 'incomplete', 'unreadable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const FINDINGS = [
  ...LOG_PROBLEMS,
  'rules-newer',
  'event-unknown',
  'link-differs',
  'link-missing',
  'district-twice',
  'not-replayable',
  'hash-missing',
  'hash-differs',
  'decided-otherwise',
  'lineage-differs',
  'end-missing',
  'end-differs',
  'words-differ',
  'game-unfinished',
  'records-missing',
  'district-missing',
  'too-large',
  'zip-unreadable',
  'zip-without-log',
] as const;
export type FindingName = (typeof FINDINGS)[number];

export interface Finding {
  readonly verdict: Verdict;
  /** Line number, from 1. */
  readonly line: number;
  readonly what: FindingName;
  /** The field, version or numbers concerned. */
  readonly about?: string;
  readonly districtId?: string;
}

/**
 * What a check cannot detect. `no-key`: a forger who recomputes all links and hashes. `no-links`: in version 1 without
 * a last line, changed times or senders of offers. `other-rules`: a changed command. `branch`: changes in a what-if's
 * past.
 */
export const LOG_LIMITS = ['no-key', 'no-links', 'other-rules', 'branch'] as const;
export type LogLimit = (typeof LOG_LIMITS)[number];

const VERDICT_OF: Readonly<Record<LogProblem['problem'], Verdict>> = {
  empty: 'unreadable',
  'not-a-log': 'unreadable',
  'version-unknown': 'unreadable',
  'truncated-last-line': 'incomplete',
  'not-json': 'forged',
  'no-header': 'forged',
  'header-incomplete': 'forged',
  'record-incomplete': 'forged',
  'out-of-sequence': 'forged',
  'end-incomplete': 'forged',
  'words-incomplete': 'forged',
};

export function verdictOf(problem: LogProblem['problem']): Verdict {
  return VERDICT_OF[problem];
}
