/** Findings as English sentences, for the command line and researchers. Screens have texts in both languages. */
import type { Finding, FindingName, LogLimit } from './findings.ts';
import type { LogProblem } from './jsonl.ts';
import { LOG_VERSIONS } from './record.ts';

const SENTENCES: Readonly<Record<FindingName, (about: string) => string>> = {
  empty: () => 'the file holds no log',
  'truncated-last-line': () => 'the last line is cut off; the lines before it are whole',
  'not-json': () => 'not a JSON object',
  'no-header': () => 'a record before any header',
  'not-a-log': (about) => `not a log of this game, but "${about}"`,
  'version-unknown': (about) => `log version ${about}; this reader knows versions ${LOG_VERSIONS.join(' and ')}`,
  'header-incomplete': (about) => `the header lacks a proper "${about}"`,
  'record-incomplete': (about) => `the record lacks a proper "${about}"`,
  'out-of-sequence': (about) => `a record is missing or doubled: expected seq ${about}`,
  'words-incomplete': () => 'a text beside the district lacks something',
  'words-differ': () => 'the text is not the one that the district’s lines mean',
  'end-incomplete': () => 'the last line, which says how each district ends, lacks something',
  'rules-newer': (about) => `played by rules of version ${about}, newer than this program's`,
  'event-unknown': (about) => `an event that this program does not know: "${about}"`,
  'link-differs': () => 'the line is not as it was written: its link does not fit',
  'link-missing': () => 'the line has lost its link',
  'district-twice': () => 'a district that stands in this file already',
  'not-replayable': () => 'what the line says cannot have happened',
  'hash-missing': (about) => `the hash of round ${about} is missing`,
  'hash-differs': (about) => `the state of round ${about} does not have the hash on record`,
  'decided-otherwise': () => 'the rules do not give these events for this command',
  'lineage-differs': () => 'the past of this branch is not the one that its header names',
  'end-missing': () => 'the last line is missing, which says how each district ends: the file may be cut off',
  'end-differs': () => 'the last line does not fit the districts before it',
  'game-unfinished': () => 'the game does not end: it was stopped, or the file is cut off',
  'records-missing': (about) => `fewer records than the last line names: ${about}`,
  'district-missing': () => 'the last line names a district that is not there',
  'too-large': (about) => `larger than ${about} MB; it was not read`,
  'zip-unreadable': () => 'the zip cannot be unpacked',
  'zip-without-log': () => 'the zip holds no log (.jsonl)',
};

const LIMITS: Readonly<Record<LogLimit, string>> = {
  'no-key':
    'The hashes have no key. They show damage and careless changes; whoever makes all of them anew leaves no trace here.',
  'no-links':
    'Logs of version 1 have no links. Changed times, the sender of an offer, desk for clock, and the treatment in the header cannot be seen.',
  'other-rules':
    'Played by older rules: commands are not decided again. In a log of version 1 a changed command cannot be seen.',
  branch: 'The past of a what-if is not decided again: it was played under other numbers.',
};

/** One line: verdict, district, line number and sentence. */
export function describeFinding(finding: Finding): string {
  const { verdict, districtId } = finding;
  const where = districtId === undefined ? '' : `district ${districtId}, `;
  return `${verdict}, ${where}${describeLine(finding)}`;
}

export function describeLine({ line, what, about = '' }: Finding): string {
  return `line ${line}: ${SENTENCES[what](about)}`;
}

export function describeProblem({ problem, line, about = '' }: LogProblem): string {
  return `line ${line}: ${SENTENCES[problem](about)}`;
}

export function describeLimit(limit: LogLimit): string {
  return LIMITS[limit];
}
