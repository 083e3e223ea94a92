/** What the check of a log can find, by name: screens and the command line have a sentence for each. */
import { LOG_PROBLEMS, type LogProblem } from './jsonl.ts';

/**
 * `forged`: a line is not as it was written. `differs`: the lines fit together and do not follow from one another.
 * `incomplete`: something is missing at the end. `unreadable`: this program cannot tell.
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
  /** From 1. */
  readonly line: number;
  readonly what: FindingName;
  /** The field, the version or the numbers in question. */
  readonly about?: string;
  readonly districtId?: string;
}

/**
 * What a check cannot show. `no-key`: who makes all links and hashes anew. `no-links`: in a log of version 1 without a
 * last line, other times or another sender of an offer. `other-rules`: a changed command. `branch`: what was changed
 * in the past of a what-if.
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
