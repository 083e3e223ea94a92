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

  /** Tools of a process of this name. */
  disk(name: string): Disk {
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
    return { store, log, faults };
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

export async function passes(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
