/** A store in memory that records every call. Several processes may share its data, under leases as in the real one. */
import type { ClassEntry, Erasure, EventStore, KeptWords, StoredLine } from '../../server/storage/port.ts';
import { LEASE_MS } from '../../server/storage/port.ts';

/** The data of all processes. */
export class Memory {
  readonly streams = new Map<string, StoredLine[]>();
  readonly words = new Map<string, KeptWords[]>();
  readonly classes = new Map<string, ClassEntry>();
  readonly leases = new Map<string, { holder: string; fence: number; until: number; lastAlive: number }>();
  readonly erasures: Erasure[] = [];
  heartbeat: number | undefined;
}

type Method = Exclude<keyof EventStore, 'holder'>;
export type Call = (method: Method, given: readonly unknown[]) => void;

/** Replaces a method's answer while set; a result of undefined falls through. */
export type Faults = Partial<Record<Method, (...given: never[]) => Promise<unknown> | undefined>>;

/** The store of one process with its faults. `called`: called on every call. */
export function storeIn(memory: Memory, id: string, now: () => number, called: Call, faults: Faults = {}): EventStore {
  const lines = (stream: string) => memory.streams.get(stream) ?? [];
  const mine = (classId: string) => memory.leases.get(classId)?.holder === id;
  const store: EventStore = {
    holder: { id, address: `http://${id}` },
    append: async (stream, classId, seq, added, words = []) => {
      if (!mine(classId) || seq !== lines(stream).length) return 'conflict';
      memory.streams.set(stream, [...lines(stream), ...added.map((line, place) => ({ seq: seq + place, line }))]);
      memory.words.set(stream, [...(memory.words.get(stream) ?? []), ...words]);
      return 'stored';
    },
    read: async (stream) => lines(stream),
    wordsIn: async (stream) => memory.words.get(stream) ?? [],
    setAside: async (stream, _classId, seq) => {
      memory.streams.set(stream, lines(stream).slice(0, seq));
      return 'stored';
    },
    asideOf: async () => [],
    healthy: async () => true,
    addClass: async (entry) => {
      if ([...memory.classes.values()].some(({ id: taken, code }) => taken === entry.id || code === entry.code))
        return false;
      memory.classes.set(entry.id, entry);
      return true;
    },
    endClass: async (classId, at) => {
      const entry = memory.classes.get(classId);
      if (entry !== undefined) memory.classes.set(classId, { ...entry, open: false, endedAt: at });
    },
    classById: async (classId) => memory.classes.get(classId),
    classByCode: async (code) => [...memory.classes.values()].find((entry) => entry.code === code),
    classes: async () => [...memory.classes.values()],
    deleteClass: async (classId) => memory.classes.delete(classId),
    classesOf: async () => [],
    erase: async () => undefined,
    restate: async (stream, classId, restated, words) => {
      if (!mine(classId) || restated.length !== lines(stream).length) return 'conflict';
      memory.streams.set(
        stream,
        restated.map((line, seq) => ({ seq, line })),
      );
      memory.words.set(stream, [...(memory.words.get(stream) ?? []), ...words]);
      return 'stored';
    },
    erasedIn: async (classId) =>
      memory.erasures.flatMap(({ classId: of, person }) => (of === classId && person !== undefined ? [person] : [])),
    scrub: async () => true,
    acquire: async (classId, at) => {
      const held = memory.leases.get(classId);
      if (held !== undefined && held.holder !== id && held.until > at) return undefined;
      const fence = (held?.fence ?? 0) + 1;
      memory.leases.set(classId, { holder: id, fence, until: at + LEASE_MS, lastAlive: at });
      return held === undefined ? { fence } : { fence, lastAlive: held.lastAlive };
    },
    renew: async (at) => {
      for (const lease of memory.leases.values())
        if (lease.holder === id) Object.assign(lease, { until: at + LEASE_MS, lastAlive: at });
      return [];
    },
    release: async (classId, fence) => {
      if (mine(classId) && memory.leases.get(classId)?.fence === fence) memory.leases.delete(classId);
    },
    holderOf: async (classId) => {
      const holder = memory.leases.get(classId)?.holder;
      return holder === undefined ? undefined : { id: holder, address: `http://${holder}` };
    },
    unheld: async () =>
      [...memory.classes.values()].filter((entry) => entry.open && (memory.leases.get(entry.id)?.until ?? 0) <= now()),
    heartbeat: async (at) => {
      memory.heartbeat = at;
    },
    lastHeartbeat: async () => memory.heartbeat,
    close: async () => undefined,
  };
  return new Proxy(store, {
    get(target, name: keyof EventStore) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      return (...given: never[]) => {
        called(name as Method, given);
        return faults[name as Method]?.(...given) ?? (member as (...all: never[]) => unknown)(...given);
      };
    },
  });
}
