/**
 * Checks whether and how far a log can be trusted. Verify, debrief, upload and the server's start all read through it.
 * Never throws.
 *
 *     const { logs, findings, limits } = checkText(text);
 *     // logs: every district up to the first line that was found wrong; findings: each such line, and why
 *
 * Links reveal a changed line, the last line a cut file, hashes a state that does not follow. Deciding the commands
 * again reveals events that today's rules do not produce. `limits` says what none of this can show.
 */
import { RULES_VERSION } from '../engine/founding.ts';
import { type CheckedDistrict, DistrictCheck } from './district-check.ts';
import { type Finding, type LogLimit, verdictOf } from './findings.ts';
import { type DistrictLog, type LogLines, readLines, type Section } from './jsonl.ts';
import { districtEnd, isOver, type LogEnd } from './log-end.ts';
import { isGenuine } from './words.ts';

export interface CheckedLogs {
  readonly logs: readonly DistrictLog[];
  readonly districts: readonly CheckedDistrict[];
  /** Sorted by line. */
  readonly findings: readonly Finding[];
  readonly limits: readonly LogLimit[];
}

export interface CheckOptions {
  /** Whether to decide the commands again. */
  readonly decide: boolean;
  /** Whether the text is a complete file with a last line. A stream in the store still grows and has none. */
  readonly file: boolean;
}

export function checkText(text: string, options: CheckOptions = { decide: true, file: true }): CheckedLogs {
  const lines = readLines(text);
  const findings: Finding[] = lines.problems.map(({ problem, ...where }) => ({
    verdict: verdictOf(problem),
    what: problem,
    ...where,
  }));
  const districts: CheckedDistrict[] = [];
  const seen = new Set<string>();
  for (const section of lines.sections) {
    const twice = seen.has(section.header.districtId);
    seen.add(section.header.districtId);
    const district = twice ? doubled(section) : withTexts(section, new DistrictCheck(section, options.decide).result());
    districts.push(district);
    if (district.finding !== undefined) findings.push(district.finding);
    findings.push(...wordsAstray(section));
  }
  if (options.file) findings.push(...endFindings(lines, findings));
  findings.sort((one, other) => one.line - other.line);
  const logs = districts.flatMap(({ log }) => log ?? []);
  return { logs, districts, findings, limits: limitsOf(lines) };
}

/** The only district of a stream in the store, and its first damaged line. */
export function checkStream(text: string): {
  readonly log: DistrictLog | undefined;
  readonly finding: Finding | undefined;
} {
  const { logs, findings } = checkText(text, { decide: false, file: false });
  return { log: logs[0], finding: findings[0] };
}

function doubled({ line, header }: Section): CheckedDistrict {
  const { districtId } = header;
  return { header, line, checks: [], finding: { verdict: 'forged', line, what: 'district-twice', districtId } };
}

function withTexts({ words }: Section, district: CheckedDistrict): CheckedDistrict {
  if (district.log === undefined || words.length === 0) return district;
  const texts = new Map(words.map(({ own }) => [own.words, own.text]));
  return { ...district, log: { ...district.log, texts } };
}

/** Texts that no line refers to, or whose fingerprint does not match. */
function wordsAstray({ header: { districtId }, records, words }: Section): readonly Finding[] {
  if (words.length === 0) return [];
  const said = records.flatMap(({ events }) => events.flatMap((event) => (event.type === 'Said' ? [event.words] : [])));
  const meant = new Set(said);
  return words
    .filter(({ own }) => !isGenuine(own) || !meant.has(own.words))
    .map(({ line }) => ({ verdict: 'forged', line, what: 'words-differ', districtId }));
}

/** Compares the last lines with the districts before them, and reports districts without one. */
function endFindings({ sections, ends, lines }: LogLines, before: readonly Finding[]): readonly Finding[] {
  const found: Finding[] = [];
  const known = new Set(before.map(({ districtId }) => districtId));
  let from = 0;
  for (const { line, after, end } of ends) {
    const ended = sections.slice(from, after).filter(({ header }) => !known.has(header.districtId));
    found.push(...endAgainst(end, line, ended, known));
    from = after;
  }
  const open = sections.slice(from).filter(({ header }) => !known.has(header.districtId));
  for (const { header, records, line } of open) {
    const at = line + records.length;
    const about = { line: at, districtId: header.districtId, verdict: 'incomplete' } as const;
    if (header.link !== undefined) found.push({ ...about, line: Math.max(at, lines), what: 'end-missing' });
    else if (!isOver(records)) found.push({ ...about, what: 'game-unfinished' });
  }
  return found;
}

function endAgainst(
  { districts }: LogEnd,
  line: number,
  sections: readonly Section[],
  known: ReadonlySet<string | undefined>,
): readonly Finding[] {
  const found: Finding[] = [];
  const listed = new Map(districts.map((each) => [each.districtId, each]));
  for (const { districtId, records } of districts) {
    const section = sections.find(({ header }) => header.districtId === districtId);
    const about = { line, districtId, verdict: 'incomplete' } as const;
    if (section === undefined && !known.has(districtId)) found.push({ ...about, what: 'district-missing' });
    else if (section !== undefined && section.records.length < records)
      found.push({ ...about, what: 'records-missing', about: `${section.records.length} / ${records}` });
  }
  for (const section of sections) {
    const { districtId } = section.header;
    const said = listed.get(districtId);
    if (said !== undefined && section.records.length < said.records) continue;
    const { link, state } = districtEnd(section);
    const over = state === 'ended';
    const same = said?.records === section.records.length && said.link === link && (said.state === 'ended') === over;
    if (!same) found.push({ verdict: 'forged', line, what: 'end-differs', districtId });
  }
  if (districts.length > listed.size) found.push({ verdict: 'forged', line, what: 'end-differs' });
  return found;
}

function limitsOf({ sections, ends }: LogLines): readonly LogLimit[] {
  const covered = ends.at(-1)?.after ?? 0;
  const limits = new Set<LogLimit>(['no-key']);
  for (const [index, { header }] of sections.entries()) {
    if (header.link === undefined && index >= covered) limits.add('no-links');
    if (header.rulesVersion !== RULES_VERSION) limits.add('other-rules');
    if (header.lineage?.why === 'what-if') limits.add('branch');
  }
  return [...limits];
}
