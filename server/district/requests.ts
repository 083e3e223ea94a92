/** Idempotency of a district's requests: a repeated one is known by its record. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import type { ActAnswer } from '../../shared/protocol/wire.ts';
import { IdempotencyCache } from '../aggregate/idempotency-cache.ts';

/** A sender of requests with an id. */
type Sender = Seat | 'desk';

const ANSWERS_KEPT = 500;

export class Requests {
  /** Index of the record that a request led to. */
  readonly #onRecord = new Map<string, number>();
  readonly #answers = new IdempotencyCache<ActAnswer>(ANSWERS_KEPT, (request) => {
    const seq = this.#onRecord.get(request);
    return seq === undefined ? undefined : { ok: true, seq };
  });

  once(sender: Sender, id: string, ask: () => Promise<ActAnswer>): Promise<ActAnswer> {
    return this.#answers.once(nameOf(sender, id), ask);
  }

  remember({ seat, commandId, seq }: LogRecord): void {
    if (commandId !== undefined) this.#onRecord.set(nameOf(seat ?? 'desk', commandId), seq);
  }

  /** Call before the log is read again. */
  forgetRecords(): void {
    this.#onRecord.clear();
  }
}

function nameOf(sender: Sender, commandId: string): string {
  return `${sender} ${commandId}`;
}
