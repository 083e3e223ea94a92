/**
 * Moves the texts of an older log out of its lines. Fingerprints replace them, and hashes and links are recomputed;
 * decisions and their results stay the same.
 */
import type { Action } from '../engine/commands.ts';
import type { DistrictEvent, Lineage } from '../engine/events.ts';
import { evolve } from '../engine/evolve.ts';
import { stateHash } from '../engine/hash.ts';
import { initialState } from '../engine/initial-state.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { TalkLine } from '../engine/parts.ts';
import type { DistrictLog } from './jsonl.ts';
import { headerLink } from './links.ts';
import { foundedOf, LOG_VERSION, type LogHeader, type LogRecord } from './record.ts';
import { Recorder } from './recorder.ts';
import { type OwnWords, withFingerprint } from './words.ts';

/** Opaque id of the speaker; absent if no person held the seat. */
export interface SaidWords extends OwnWords {
  readonly player?: string;
}

export interface Restated {
  readonly log: DistrictLog;
  readonly words: readonly SaidWords[];
}

/** Whether the lines themselves have texts. */
export function hasTexts({ records }: DistrictLog): boolean {
  return records.some(({ events }) => events.some((event) => textIn(event) !== undefined));
}

/** What somebody wrote. A ready-made sentence has a text too, which is nobody's own. */
function textIn(event: DistrictEvent): string | undefined {
  return event.type === 'Said' && event.sentence === undefined ? event.text : undefined;
}

export function restated(log: DistrictLog, newSalt: () => string): Restated {
  const { lineage } = log.header;
  const words: SaidWords[] = [];
  /** Texts by line number. */
  const own = new Map<number, string>();
  let state = initialState(foundedOf(log.header));
  let branched: string | undefined;
  const records: LogRecord[] = [];
  for (const { link: _, hash, ...record } of log.records) {
    for (const event of record.events) {
      const text = textIn(event);
      if (event.type !== 'Said' || text === undefined) continue;
      const said = withFingerprint(text, newSalt());
      const player = state.seats[event.from]?.player;
      own.set(event.id, said.words);
      words.push(player === undefined ? said : { ...said, player });
    }
    const events = record.events.map((event) => wordless(event, own));
    state = events.reduce(evolve, state);
    if (record.seq === lineage?.seq) branched = stateHash(state);
    const command = commandOf(record, events);
    const kept = { ...record, ...omitUndefined({ command }), events };
    records.push(hash === undefined ? kept : { ...kept, hash: stateHash(state) });
  }
  const { link: _, ...header } = log.header;
  const branch = lineage === undefined || branched === undefined ? undefined : { ...lineage, hash: branched };
  const unlinked: LogHeader = { ...header, version: LOG_VERSION, ...omitUndefined({ lineage: branch }), restated: 1 };
  const link = headerLink(unlinked);
  const recorder = new Recorder({ ...unlinked, link });
  for (const record of records) recorder.keep(branch === undefined ? record : branching(record, link, branch));
  return { log: recorder.log, words };
}

/** The record that ends a past refers to the past's new header and hash. */
function branching(record: LogRecord, header: string, lineage: Lineage): LogRecord {
  const { command } = record;
  if (command?.type !== 'continueDistrict') return record;
  const events = record.events.map((event) =>
    event.type === 'DistrictContinued' ? { ...event, header, lineage } : event,
  );
  return { ...record, command: { ...command, header, lineage }, events };
}

function wordless(event: DistrictEvent, own: ReadonlyMap<number, string>): DistrictEvent {
  if (event.type === 'Said') return inWords(event, own);
  if (event.type !== 'AdvanceUndone') return event;
  return { ...event, state: { ...event.state, talk: event.state.talk.map((line) => inWords(line, own)) } };
}

function inWords<T extends Pick<TalkLine, 'id' | 'text'>>(line: T, own: ReadonlyMap<number, string>) {
  const words = own.get(line.id);
  const { text: _, ...rest } = line;
  return words === undefined ? line : { ...rest, words };
}

/** The command, with the event's fingerprint in place of the text. */
function commandOf({ command }: Pick<LogRecord, 'command'>, events: readonly DistrictEvent[]): Action | undefined {
  if (command?.type !== 'say') return command;
  const said = events.find((event) => event.type === 'Said');
  const { text: _, ...rest } = command;
  return said?.words === undefined ? command : { ...rest, words: said.words };
}
