/** A real store that fails on command, and can hold its answers back. */
import type { AppendOutcome, EventStore } from '../../server/storage/port.ts';

export interface Faults {
  /** Appends and health checks fail while set, without reaching the disk. */
  broken: boolean;
  /** Appends to these streams fail, as if their part of the disk were gone. */
  refuses: (stream: string) => boolean;
  /** Appends are stored, but their answers wait for this. */
  held: Promise<void> | undefined;
}

export function faulty(inner: EventStore): { readonly store: EventStore; readonly faults: Faults } {
  const faults: Faults = { broken: false, refuses: () => false, held: undefined };
  const changed: Pick<EventStore, 'append' | 'healthy'> = {
    async append(stream, ...rest): Promise<AppendOutcome> {
      if (faults.broken || faults.refuses(stream)) return 'unavailable';
      const outcome = await inner.append(stream, ...rest);
      await faults.held;
      return outcome;
    },
    async healthy() {
      return !faults.broken && (await inner.healthy());
    },
  };
  const store = new Proxy(inner, {
    get(target, name) {
      if (name === 'append' || name === 'healthy') return changed[name];
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { store, faults };
}
