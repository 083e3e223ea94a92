/**
 * What was answered to which command of whom: the same id twice is the same command, and gets the same answer.
 *
 * Accepted commands are in the district's log and come back with it after a restart. Refusals are not; the last few
 * hundred are remembered, so that a repeated command is not decided again under another clock.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import type { ActAnswer } from '../../shared/protocol/wire.ts';

const REFUSALS_KEPT = 500;

/** Who sends commands with an id. */
export type Sender = Seat | 'desk';

export class Answers {
  readonly #accepted = new Map<string, number>();
  readonly #refused = new Map<string, ActAnswer>();
  readonly #pending = new Map<string, Promise<ActAnswer>>();

  constructor(records: readonly LogRecord[] = []) {
    for (const { seat, commandId, seq } of records) {
      if (commandId !== undefined) this.#accepted.set(nameOf(seat ?? 'desk', commandId), seq);
    }
  }

  to(sender: Sender, commandId: string): Promise<ActAnswer> | ActAnswer | undefined {
    const name = nameOf(sender, commandId);
    const seq = this.#accepted.get(name);
    return seq === undefined ? (this.#refused.get(name) ?? this.#pending.get(name)) : { ok: true, seq };
  }

  /** Remembers the answer, unless it is that the store cannot be reached: then the command may be sent again. */
  async remember(sender: Sender, commandId: string, answer: Promise<ActAnswer>): Promise<ActAnswer> {
    const name = nameOf(sender, commandId);
    this.#pending.set(name, answer);
    const given = await answer.finally(() => this.#pending.delete(name));
    if (given.ok) this.#accepted.set(name, given.seq);
    else if (given.refused !== 'store-unavailable') this.#keepRefusal(name, given);
    return given;
  }

  #keepRefusal(name: string, answer: ActAnswer): void {
    this.#refused.set(name, answer);
    const oldest = this.#refused.keys().next();
    if (this.#refused.size > REFUSALS_KEPT && !oldest.done) this.#refused.delete(oldest.value);
  }
}

function nameOf(sender: Sender, commandId: string): string {
  return `${sender} ${commandId}`;
}
