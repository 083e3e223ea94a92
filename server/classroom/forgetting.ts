/** Erases one person from every class, and from the store's files. */
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { LedgerTools } from '../aggregate/ledger.ts';
import { withId } from '../aggregate/with-id.ts';
import type { EventStore } from '../storage/port.ts';
import type { Classroom } from './classroom.ts';
import { personCalled, pseudonym } from './people/pseudonyms.ts';
import type { ClassState } from './state/class-state.ts';
import { HeldElsewhere } from './stored/on-record.ts';
import { entryName } from './stored/own-words.ts';
import { olderStreams, restateAll } from './stored/restate.ts';

const SCRUB_AGAIN_MS = 1_000;

export interface ErasedPerson {
  readonly pseudonym: string;
  /** Streams whose damaged lines may still hold data. */
  readonly damaged: readonly string[];
  /** Another process holds a class with the person's data, and erases it soon. */
  readonly elsewhere: boolean;
}

interface ErasedIn {
  readonly damaged: readonly string[];
  readonly elsewhere: boolean;
}

/** What erasing needs of the registry. */
interface Callbacks {
  readonly onRecord: (id: string) => Promise<{ readonly state?: ClassState; readonly damaged: boolean } | undefined>;
  readonly byId: (id: string) => Promise<Classroom | undefined>;
  /** Unloads a class without giving up its lease. */
  readonly setDown: (id: string) => Promise<void>;
}

interface Tools extends Omit<LedgerTools, 'store'> {
  readonly store: Pick<EventStore, 'read' | 'wordsIn' | 'classesOf' | 'erase' | 'restate' | 'scrub'>;
}

export class Forgetting {
  readonly #tools: Tools;
  readonly #callbacks: Callbacks;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(tools: Tools, callbacks: Callbacks) {
    this.#tools = tools;
    this.#callbacks = callbacks;
  }

  async scrub(): Promise<boolean> {
    const { store, now, log } = this.#tools;
    const done = await store.scrub(now()).catch((err: unknown) => {
      log.error({ err }, 'what was removed could not be overwritten');
      return false;
    });
    if (!done && !this.#closed) {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.scrub(), SCRUB_AGAIN_MS).unref();
    }
    return done;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
  }

  async erasePerson(id: string, called: string): Promise<ErasedPerson | WireRefusal> {
    const recorded = await this.#callbacks.onRecord(id);
    if (recorded === undefined) return { refused: 'class-unknown' };
    if (recorded.state === undefined) return { refused: 'record-damaged' };
    const person = personCalled(recorded.state, called);
    if (person === undefined) return { refused: 'no-such-player' };
    const damaged: string[] = [];
    let elsewhere = false;
    for (const classId of new Set([id, ...(await this.#tools.store.classesOf(person.id))])) {
      const left = await this.#eraseIn(classId, person.id);
      if (left === undefined) return { refused: 'store-unavailable' };
      damaged.push(...left.damaged);
      elsewhere ||= left.elsewhere;
    }
    return { pseudonym: pseudonym(recorded.state, person.id) ?? called, damaged, elsewhere };
  }

  /** Undefined if it must be retried; else the streams whose older lines are unreadable. */
  async #eraseIn(classId: string, person: string): Promise<ErasedIn | undefined> {
    const { store, now } = this.#tools;
    const older = await olderStreams(store, classId);
    if (older.streams.length > 0) {
      await this.#callbacks.setDown(classId);
      // Reads again, because appends in flight have landed since.
      const { streams } = await olderStreams(store, classId);
      if (!(await restateAll(store, classId, streams))) return undefined;
    }
    const recorded = await this.#callbacks.onRecord(classId);
    const entry = recorded?.state && withId(recorded.state.everyone, person)?.entry;
    let elsewhere = false;
    if (recorded?.damaged === false) {
      const classroom = await this.#callbacks.byId(classId).catch((error: unknown) => {
        if (!(error instanceof HeldElsewhere)) throw error;
        elsewhere = true;
        return undefined;
      });
      if ((await classroom?.erase(person)) === false) return undefined;
    }
    await store.erase(classId, entry === undefined ? [person] : [person, entryName(entry)], now());
    return { damaged: older.damaged, elsewhere };
  }
}
