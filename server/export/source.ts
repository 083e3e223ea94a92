/** Source of an export: the class from its log, and each district's record, read once. */
import { type Chronicle, chronicleOf } from '../../shared/debrief/chronicle.ts';
import { type SeatEnding, seatEnding } from '../../shared/debrief/own-story.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { checkStream } from '../../shared/log/check.ts';
import { describeLine } from '../../shared/log/describe.ts';
import type { Finding } from '../../shared/log/findings.ts';
import { type DistrictLog, linesOf, textOf } from '../../shared/log/jsonl.ts';
import { type DistrictEnd, districtEnd, endOf } from '../../shared/log/log-end.ts';
import { hasTexts, restated } from '../../shared/log/restate.ts';
import { type OwnWords, wordsLine } from '../../shared/log/words.ts';
import { newSalt } from '../access/secrets.ts';
import { type Consent, consentOf, isWithheld, withoutWithheld } from '../classroom/people/consent.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import { type AsideLine, districtStream, type EventLog, readText } from '../storage/port.ts';
import { type Holder, recordedHolders } from './past-people.ts';

export interface ExportedDistrict {
  readonly number: number;
  readonly id: string;
  readonly chronicle: Chronicle;
  /** Seats of the class's largest roster, which decides the number of columns. */
  readonly seats: number;
  /** Recorded seats once held by a withheld person. */
  readonly withheldSeats: ReadonlySet<Seat>;
}

export interface ExportSource {
  readonly classId: string;
  readonly state: ClassState;
  readonly districts: readonly ExportedDistrict[];
  /**
   * Every line of every district in order, and the last line that says how each ends. Texts are added only if names
   * were requested.
   */
  readonly events: string;
  /** Districts with damaged lines, which `events` has all the same. */
  readonly unreadable: readonly UnreadableDistrict[];
  /** Lines that repairs set aside. */
  readonly setAside: readonly SetAside[];
  /** Real names instead of pseudonyms. */
  readonly named: boolean;
  /** Includes people without consent: for the class itself, not for passing on. */
  readonly everybody: boolean;
  /** Count of each answer on research use. */
  readonly consents: Readonly<Record<Consent, number>>;
  /** Districts whose record is withheld, because somebody in it gave no consent, withdrew it, or was erased. */
  readonly withheld: readonly number[];
}

export interface SetAside extends AsideLine {
  readonly district: number;
}

export interface UnreadableDistrict {
  readonly number: number;
  readonly finding: Finding;
}

export function inEnglish({ number, finding }: UnreadableDistrict): string {
  return `district ${number}, ${describeLine(finding)}`;
}

/** A district's record as stored. */
export interface DistrictRecord {
  readonly number: number;
  readonly id: string;
  readonly text: string;
  /** Texts stored beside it. */
  readonly words: readonly OwnWords[];
  /** Lines that a repair set aside. */
  readonly aside: readonly AsideLine[];
  /** Homework: the people behind the recorded seats. */
  readonly holders?: readonly Holder[];
}

/** The parts of the store that an export reads. */
export type RecordStore = Pick<EventLog, 'read' | 'wordsIn' | 'asideOf'>;

/** Records of all districts that have one, or of a single district. */
export async function readRecords(
  store: RecordStore,
  state: ClassState,
  only?: number,
): Promise<readonly DistrictRecord[]> {
  const records: DistrictRecord[] = [];
  const holdersOf = recordedHolders(store, state);
  for (const { id, number, past } of state.districts) {
    if (only !== undefined && number !== only) continue;
    const stream = districtStream(id);
    const text = await readText(store, stream);
    if (text === '') continue;
    const [words, aside] = [await store.wordsIn(stream), await store.asideOf(stream)];
    records.push({ number, id, text, words, aside, holders: await holdersOf(past) });
  }
  return records;
}

/** Slow: reads and folds every district. */
export function sourceOf(
  whole: ClassState,
  records: readonly DistrictRecord[],
  named: boolean,
  everybody = named,
): ExportSource {
  const state = everybody ? whole : withoutWithheld(whole);
  const districts: ExportedDistrict[] = [];
  const unreadable: UnreadableDistrict[] = [];
  const ends: DistrictEnd[] = [];
  const withheld: number[] = [];
  const setAside: SetAside[] = [];
  const closed = state.phase === 'ended';
  let lines = '';
  for (const record of records) {
    const { id, number, holders = [] } = record;
    const { log, finding, text } = openedUp(record, named);
    const isLeftOut = !everybody && seatedIn(record, state).some((player) => isWithheld(state, player));
    if (isLeftOut) withheld.push(number);
    else {
      lines += text;
      setAside.push(...asideIn(record, named));
    }
    if (log !== undefined && !isLeftOut) ends.push(districtEnd(log, closed));
    if (finding !== undefined) unreadable.push({ number, finding });
    else if (log !== undefined) {
      const withheldSeats = new Set(
        holders.flatMap(({ seat, player }) => (!everybody && isWithheld(state, player) ? [seat] : [])),
      );
      districts.push({ number, id, chronicle: chronicleOf(log), seats: log.header.actors.length, withheldSeats });
    }
  }
  const events = lines === '' ? '' : `${lines}${JSON.stringify(endOf(ends))}\n`;
  const consents = consentsIn(whole);
  return {
    classId: state.opened.classId,
    state,
    districts,
    events,
    consents,
    unreadable,
    setAside,
    named,
    everybody,
    withheld,
  };
}

/** Stories for these seats at the end of the game; undefined if the record is damaged. */
export function storiesIn(
  { text }: DistrictRecord,
  seats: readonly number[],
): ReadonlyMap<number, SeatEnding> | undefined {
  const { log, finding } = checkStream(text);
  if (log === undefined || finding !== undefined) return undefined;
  const chronicle = chronicleOf(log);
  return new Map(seats.map((seat) => [seat, seatEnding(chronicle, seat)]));
}

/** Matches the player in a line that seats somebody. */
const PLAYER = /"player":"([^"]*)"/g;

/** Occurs in lines with free text. */
const TEXT = '"text":';

function consentsIn(state: ClassState): Readonly<Record<Consent, number>> {
  const counts = { yes: 0, no: 0, unanswered: 0, 'not-asked': 0, erased: 0 };
  for (const { id } of state.everyone) counts[consentOf(state, id)] += 1;
  return counts;
}

/** Without names, leaves out lines that may hold free text. */
function asideIn({ number, aside }: DistrictRecord, named: boolean): readonly SetAside[] {
  return aside.filter(({ line }) => named || !line.includes(TEXT)).map((line) => ({ ...line, district: number }));
}

/** Everybody who ever held a seat, by damaged and set-aside lines as well. */
function seatedIn({ number, text, aside }: DistrictRecord, { placements }: ClassState): readonly string[] {
  const lines = [text, ...aside.map(({ line }) => line)];
  const named = lines.flatMap((line) => [...line.matchAll(PLAYER)].flatMap(([, player = '']) => player));
  const placed = [...placements].flatMap(([player, { district }]) => (district === number ? [player] : []));
  return [...new Set([...named, ...placed])];
}

/** Whether a person's rows and values may be in this export. */
export function mayShow(
  { everybody, state }: Pick<ExportSource, 'everybody' | 'state'>,
  player: string | undefined,
): boolean {
  return everybody || player === undefined || !isWithheld(state, player);
}

/** The same for a seat; a recorded seat counts as its holder's at that time. */
export function mayShowSeat(
  source: Pick<ExportSource, 'everybody' | 'state'>,
  { withheldSeats }: ExportedDistrict,
  { seats }: DistrictState,
  seat: Seat,
): boolean {
  const { control, player } = seats[seat] ?? {};
  return mayShow(source, player) && !(control === 'recorded' && withheldSeats.has(seat));
}

interface OpenedUp {
  readonly log: DistrictLog | undefined;
  readonly finding: Finding | undefined;
  readonly text: string;
}

function openedUp({ text, words }: DistrictRecord, named: boolean): OpenedUp {
  const { log, finding } = checkStream(text);
  if (named) return { log, finding, text: `${text}${words.map(wordsLine).join('')}` };
  if (!text.includes(TEXT)) return { log, finding, text };
  // Older logs have texts in their lines. If unreadable, such a line may hold names.
  if (log === undefined) return { log, finding, text: '' };
  if (!hasTexts(log)) return { log, finding, text };
  const { header, records } = restated(log, newSalt).log;
  const kept = { header, records };
  return { log: kept, finding, text: textOf(linesOf(kept)) };
}
