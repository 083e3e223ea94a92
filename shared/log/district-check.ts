/** Checks one district's lines from the header to the first faulty one. */
import { decide } from '../engine/decide.ts';
import type { DistrictEvent } from '../engine/events.ts';
import { evolve } from '../engine/evolve.ts';
import { RULES_VERSION } from '../engine/founding.ts';
import { stateHash } from '../engine/hash.ts';
import { initialState } from '../engine/initial-state.ts';
import { at } from '../engine/queries.ts';
import { isRefusal } from '../engine/refusals.ts';
import type { DistrictState } from '../engine/state.ts';
import { type Finding, type FindingName, type Verdict, verdictOf } from './findings.ts';
import type { DistrictLog, Section } from './jsonl.ts';
import { unknownEvent } from './known-events.ts';
import { headerLink, linkAfter } from './links.ts';
import { endsRound, foundedOf, type LogHeader, type LogRecord, withoutHash } from './record.ts';
import { commandOf, type HashCheck } from './replay.ts';

type Trouble = { readonly verdict: Verdict; readonly what: FindingName; readonly about?: string };

export interface CheckedDistrict {
  readonly header: LogHeader;
  /** Line number of the header, from 1. */
  readonly line: number;
  /** The records before the first faulty line; absent if the header is faulty. */
  readonly log?: DistrictLog;
  readonly finding?: Finding;
  /** Every hash up to there, including one that differs. */
  readonly checks: readonly HashCheck[];
}

export class DistrictCheck {
  readonly #section: Section;
  readonly #decides: boolean;
  /** The founding state, then the state after each record. */
  readonly #states: DistrictState[] = [];
  readonly #checks: HashCheck[] = [];
  #link = '';
  /** The last record with a confirmed hash. */
  #confirmed = 0;

  constructor(section: Section, decides: boolean) {
    this.#section = section;
    const { rulesVersion } = section.header;
    this.#decides = decides && rulesVersion === RULES_VERSION;
  }

  result(): CheckedDistrict {
    const { header, records, line, problem } = this.#section;
    const { districtId } = header;
    const about = { header, line, checks: this.#checks };
    const headerTrouble = this.#header();
    if (headerTrouble !== undefined) return { ...about, finding: { line, districtId, ...headerTrouble } };
    for (const [index, record] of records.entries()) {
      const trouble = this.#record(record);
      if (trouble === undefined) continue;
      // Without links, a differing hash may come from any line since the last confirmed one.
      const sound = trouble.what === 'hash-differs' && header.link === undefined ? this.#confirmed : index;
      const log = { header, records: records.slice(0, sound) };
      return { ...about, log, finding: { line: line + record.seq, districtId, ...trouble } };
    }
    const log = { header, records };
    if (problem === undefined) return { ...about, log };
    const { problem: what, ...where } = problem;
    return { ...about, log, finding: { verdict: verdictOf(what), what, districtId, ...where } };
  }

  #header(): Trouble | undefined {
    const { header } = this.#section;
    const { rulesVersion, link, version } = header;
    if ((version === 1) !== (link === undefined)) {
      return { verdict: 'forged', what: link === undefined ? 'link-missing' : 'link-differs' };
    }
    this.#link = headerLink(header);
    if (link !== undefined && link !== this.#link) return { verdict: 'forged', what: 'link-differs' };
    this.#link = header.lineage?.root ?? this.#link;
    if (rulesVersion > RULES_VERSION)
      return { verdict: 'unreadable', what: 'rules-newer', about: String(rulesVersion) };
    try {
      this.#states.push(initialState(foundedOf(header)));
      return undefined;
    } catch {
      return { verdict: 'forged', what: 'not-replayable' };
    }
  }

  /** The state after the last record. */
  get #state(): DistrictState {
    return at(this.#states, this.#states.length - 1);
  }

  #record(record: LogRecord): Trouble | undefined {
    return (
      this.#chained(record) ??
      this.#folded(record) ??
      hashMissing(record) ??
      this.#branched(record) ??
      this.#again(record) ??
      this.#hashed(record)
    );
  }

  #chained(record: LogRecord): Trouble | undefined {
    if (this.#section.header.link === undefined) {
      return record.link === undefined ? undefined : { verdict: 'forged', what: 'link-differs' };
    }
    if (record.link === undefined) return { verdict: 'forged', what: 'link-missing' };
    this.#link = linkAfter(this.#link, record);
    return record.link === this.#link ? undefined : { verdict: 'forged', what: 'link-differs' };
  }

  #folded({ seq, round, events, hash }: LogRecord): Trouble | undefined {
    const unknown = unknownEvent(events);
    if (unknown !== undefined) return { verdict: 'unreadable', what: 'event-unknown', about: unknown };
    try {
      this.#states.push(events.reduce(evolve, this.#state));
      if (hash !== undefined) this.#checks.push({ seq, round, recorded: hash, computed: this.#hashNow() ?? '' });
      return undefined;
    } catch {
      return { verdict: 'forged', what: 'not-replayable' };
    }
  }

  /** Checks the record at which a branch leaves its past. */
  #branched({ seq, events }: LogRecord): Trouble | undefined {
    const { lineage, link } = this.#section.header;
    if (lineage === undefined) return undefined;
    if (lineage.seq === seq && lineage.hash !== this.#hashNow()) return { verdict: 'differs', what: 'lineage-differs' };
    if (lineage.why === 'what-if' || lineage.seq + 1 !== seq) return undefined;
    const [continued] = events;
    if (continued?.type === 'DistrictContinued' && continued.header === link && same(continued.lineage, lineage))
      return;
    return { verdict: 'forged', what: 'lineage-differs' };
  }

  #hashed({ seq, round, hash }: LogRecord): Trouble | undefined {
    if (hash === undefined) return undefined;
    const different = this.#checks.at(-1)?.computed !== hash;
    if (different) return { verdict: 'differs', what: 'hash-differs', about: String(round) };
    this.#confirmed = seq;
    return undefined;
  }

  #hashNow(): string | undefined {
    try {
      return stateHash(this.#state);
    } catch {
      return undefined;
    }
  }

  /**
   * Checks that today's rules produce this record from its command. A what-if's past had other parameters and is
   * skipped.
   */
  #again(record: LogRecord): Trouble | undefined {
    const { header } = this.#section;
    const { lineage } = header;
    if (!this.#decides || (lineage?.why === 'what-if' && record.seq <= lineage.seq)) return undefined;
    if (this.#isDecidedSo(record)) return undefined;
    // With links intact, whoever changed the line must have recomputed them.
    return { verdict: header.link === undefined ? 'forged' : 'differs', what: 'decided-otherwise' };
  }

  /** Compares all but hash and link, which have checks of their own. */
  #isDecidedSo(record: LogRecord): boolean {
    const before = at(this.#states, this.#states.length - 2);
    const command = commandOf(record);
    if (command === undefined) return false;
    try {
      const outcome = decide(before, command, (seq) => this.#states[seq]);
      if (isRefusal(outcome)) return false;
      const { hash: _, link: __, ...written } = record;
      const events = outcome.map((event, place) => asRestated(event, record.events[place]));
      return sameJson(withoutHash(record.seq, before, command, events, record.commandId), written);
    } catch {
      return false;
    }
  }
}

/** Older restated logs have fingerprints in place of ready-made sentences' texts, too. */
function asRestated(event: DistrictEvent, written: DistrictEvent | undefined): DistrictEvent {
  if (event.type !== 'Said' || event.sentence === undefined) return event;
  if (written?.type !== 'Said' || written.words === undefined) return event;
  const { text: _, ...rest } = event;
  return { ...rest, words: written.words };
}

function hashMissing({ round, events, hash }: LogRecord): Trouble | undefined {
  if (hash !== undefined || !endsRound(events)) return undefined;
  return { verdict: 'forged', what: 'hash-missing', about: String(round) };
}

function sameJson(one: object, other: object): boolean {
  const text = JSON.stringify(one);
  if (text === JSON.stringify(other)) return true;
  const parsed: unknown = JSON.parse(text);
  return same(parsed, other);
}

/** Deep equality, whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  const others = new Map<string, unknown>(Object.entries(other));
  return (
    entries.length === others.size && entries.every(([key, value]) => others.has(key) && same(value, others.get(key)))
  );
}
