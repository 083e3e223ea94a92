/** Records what a part of the server asks of its store and logs, by millisecond. The test controls time. */
import { vi } from 'vitest';
import type { Logger } from '../../server/logging.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { type Faults, Memory, storeIn } from './memory-store.ts';

export const BEGAN = 1_800_000_000_000;

export interface Disk {
  readonly store: EventStore;
  readonly log: Logger;
  readonly faults: Faults;
}

export class Calls {
  readonly memory = new Memory();
  readonly told: string[] = [];

  say(what: string): void {
    this.told.push(`${Date.now() - BEGAN} ${what}`);
  }

  /** Tools of a process of this name; each call of its store takes so long. */
  disk(name: string, takesMs = 0): Disk {
    const faults: Faults = {};
    const line = (level: string) => (fields: object | string, message?: string) => {
      if (typeof fields === 'string') return this.say(`${name} ${level}: ${fields}`);
      const { err, ...rest } = fields as { readonly err?: Error };
      this.say(`${name} ${level}: ${message} ${JSON.stringify(rest)} ${err?.message ?? ''}`.trim());
    };
    const lines = Object.fromEntries(['debug', 'info', 'warn', 'error'].map((level) => [level, line(level)]));
    const log = { ...lines, child: () => log } as never;
    const store = storeIn(
      this.memory,
      name,
      () => Date.now(),
      (method, given) => this.say(`${name} ${method} ${given.map(short).join(' ')}`),
      faults,
    );
    return { store: takesMs === 0 ? store : slow(store, takesMs), log, faults };
  }

  /** Like `step`, but time passes until the answer, and then for what was not awaited. */
  async waits(what: string, ask: () => unknown, afterwardsMs = 1_000): Promise<void> {
    await whilePassing(() => this.step(what, ask));
    await passes(afterwardsMs);
  }

  /** Records a step between two lines. */
  async step(what: string, ask: () => unknown): Promise<void> {
    this.told.push(`— ${what}`);
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error: unknown) => `rejects: ${(error as Error).constructor.name} ${(error as Error).message}`);
    if (answer !== undefined) this.say(`= ${short(answer)}`);
  }
}

/** A store whose calls take their time. */
function slow(store: EventStore, ms: number): EventStore {
  return new Proxy(store, {
    get(target, name: keyof EventStore) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      return async (...given: never[]) => {
        await new Promise((done) => setTimeout(done, ms));
        return (member as (...all: never[]) => unknown)(...given);
      };
    },
  });
}

/** Shortens a stream's lines to their events, and times to offsets from the start. */
export function short(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(short).join(', ')}]`;
  if (typeof value === 'string' && value.startsWith('{')) {
    const { events } = JSON.parse(value) as { readonly events?: readonly { readonly type: string }[] };
    return events?.map(({ type }) => type).join('+') ?? 'header';
  }
  if (typeof value === 'number' && value > BEGAN / 2) return `+${value - BEGAN}`;
  const text = JSON.stringify(value);
  return text === undefined ? '-' : text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Lets time pass until the answer. */
export async function whilePassing<Answer>(ask: () => Promise<Answer> | Answer): Promise<Answer> {
  let answered = false;
  const asked = Promise.resolve(ask()).finally(() => (answered = true));
  while (!answered) await passes(1);
  return asked;
}

export async function passes(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
