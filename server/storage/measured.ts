/** Wraps a store and measures every append. */
import type { AppendOutcome, EventStore } from './port.ts';

export type AppendObserver = (seconds: number, outcome: AppendOutcome) => void;

export function measured(store: EventStore, observe: AppendObserver): EventStore {
  const append: EventStore['append'] = async (...args) => {
    const began = performance.now();
    const outcome = await store.append(...args);
    observe((performance.now() - began) / 1_000, outcome);
    return outcome;
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append') return append;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
