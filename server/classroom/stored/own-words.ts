/**
 * A class's events as stored: texts and personal data lie beside the stream, and the line has their fingerprint. After
 * erasure the event reads as if nothing had been said.
 */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { isGenuine, withFingerprint } from '../../../shared/log/words.ts';
import type { DeskRequestAction } from '../../../shared/protocol/class-room.ts';
import { newSalt } from '../../access/secrets.ts';
import type { KeptWords, WordKind } from '../../storage/port.ts';
import type { ClassEvent, RosterEntry, Wordless } from '../state/events.ts';

/** `words`: fingerprint of a part stored beside the line. */
export interface StoredEvent extends Beside {
  readonly type: ClassEvent['type'];
  readonly roster?: readonly Beside[];
}

/** A line of a class's stream. */
export interface ClassRecord {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly events: readonly StoredEvent[];
  /** Link to the record before; always the last key. Older classes have none. */
  readonly link?: string;
}

interface Beside {
  readonly words?: string;
}

interface Split<T> {
  readonly kept: T;
  readonly words: readonly KeptWords[];
}

/** The owner of a label until somebody joins by it. */
export function entryName(place: number): string {
  return `entry ${place}`;
}

export function detachWords(events: readonly ClassEvent[]): Split<readonly StoredEvent[]> {
  const split = events.map(hidden);
  return { kept: split.map(({ kept }) => kept), words: split.flatMap(({ words }) => words) };
}

function hidden(event: ClassEvent): Split<StoredEvent> {
  switch (event.type) {
    case 'ClassOpened':
      return withoutLabels(event);
    case 'PlayerExpected': {
      const { tokenHashes, ...kept } = event;
      return besides(kept, { tokenHashes }, kept.player, 'name');
    }
    case 'PlayerJoined': {
      const { name, tokenHash, ...kept } = event;
      return besides(kept, { name, tokenHash }, kept.player, 'name');
    }
    case 'TokenAdded': {
      const { tokenHash, ...kept } = event;
      return besides(kept, { tokenHash }, kept.player, 'name');
    }
    case 'PlayerRenamed': {
      const { name, ...kept } = event;
      return besides(kept, { name }, kept.player, 'name');
    }
    case 'HandRaised': {
      const { text, ...kept } = event;
      return text === undefined ? { kept, words: [] } : besides(kept, { text }, kept.player, 'hand');
    }
    case 'ReflectionAnswered': {
      const { text, ...kept } = event;
      return besides(kept, { text }, kept.player, 'reflection');
    }
    case 'QuestionAnswered': {
      const { question, choice, ...kept } = event;
      return besides(kept, { question, choice }, kept.player, 'answer');
    }
    case 'PredictionMade': {
      const { figure, income, ...kept } = event;
      return besides(kept, { figure, income }, kept.player, 'answer');
    }
    case 'PollAnswered': {
      const { answer, ...kept } = event;
      return besides(kept, { answer }, kept.player, 'answer');
    }
    case 'MirrorPlanned': {
      const { plan, ...kept } = event;
      return besides(kept, { plan }, kept.player, 'answer');
    }
    case 'MessageSent': {
      const { text, ...kept } = event;
      if (kept.player === undefined) return { kept: event, words: [] };
      return besides(kept, { text }, kept.player, 'notice');
    }
    case 'DeskActed':
      return { kept: withoutText(event), words: [] };
    default:
      return { kept: event, words: [] };
  }
}

/** A desk's request for the record. Its texts are in the events that followed. */
export function wordless(action: DeskRequestAction | Wordless): Wordless {
  switch (action.type) {
    case 'message':
    case 'answerHand': {
      const { text: _, ...kept } = { text: undefined, ...action };
      return kept;
    }
    case 'rename': {
      const { name: _, ...kept } = { name: undefined, ...action };
      return kept;
    }
    case 'freeze': {
      const { question: _, ...kept } = { question: undefined, ...action };
      return kept;
    }
    default:
      return action;
  }
}

type Acted = Extract<ClassEvent, { type: 'DeskActed' }>;

function withoutText(acted: Acted): Acted {
  return { ...acted, action: wordless(acted.action) };
}

function withoutLabels(event: Extract<ClassEvent, { type: 'ClassOpened' }>): Split<StoredEvent> {
  const { roster, ...kept } = event;
  if (roster === undefined) return { kept, words: [] };
  const entries = roster.map(({ label, sis, ...entry }, place) =>
    besides(entry, omitUndefined({ label, sis }), entryName(place), 'label'),
  );
  return {
    kept: { ...kept, roster: entries.map((entry) => entry.kept) },
    words: entries.flatMap(({ words }) => words),
  };
}

function besides<T extends object>(kept: T, part: object, person: string, kind: WordKind): Split<T & Beside> {
  const own = withFingerprint(JSON.stringify(part), newSalt());
  return { kept: { ...kept, words: own.words }, words: [{ ...own, person, kind }] };
}

/** Texts by fingerprint. A text that does not match counts as erased. */
export function textsOf(words: readonly KeptWords[]): ReadonlyMap<string, string> {
  return new Map(words.filter(isGenuine).map((own) => [own.words, own.text]));
}

/** Rejoins events with their texts; drops events with nothing left. */
export function attachWords(events: readonly StoredEvent[], texts: ReadonlyMap<string, string>): readonly ClassEvent[] {
  return events.flatMap((event) =>
    event.type === 'ClassOpened' ? withLabels(event, texts) : (whole(event, texts) ?? []),
  );
}

/** What remains of an event after erasure; others disappear. */
const ERASED: Partial<Readonly<Record<ClassEvent['type'], object>>> = {
  PlayerJoined: { name: '', tokenHash: '' },
  PlayerRenamed: { name: '' },
  HandRaised: {},
  // Kept, because the picked answers are named by index.
  PollAnswered: { answer: '' },
};

function whole({ words, ...event }: StoredEvent, texts: ReadonlyMap<string, string>): ClassEvent | undefined {
  if (words === undefined) return event as ClassEvent;
  const text = texts.get(words);
  const part: unknown = text === undefined ? ERASED[event.type] : JSON.parse(text);
  return typeof part === 'object' && part !== null ? ({ ...event, ...part } as ClassEvent) : undefined;
}

function withLabels({ roster, ...event }: StoredEvent, texts: ReadonlyMap<string, string>): ClassEvent {
  if (roster === undefined) return event as ClassEvent;
  const entries = roster.map(({ words, ...entry }): RosterEntry => {
    const part: unknown = words === undefined ? {} : JSON.parse(texts.get(words) ?? '{"label":""}');
    return Object.assign({}, entry, part) as RosterEntry;
  });
  return { ...event, roster: entries } as ClassEvent;
}
