/** What was asked of a district under an id, and answered: a request that is sent again is known by its record. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import type { ActAnswer } from '../../shared/protocol/wire.ts';
import { Answers } from '../aggregate/answers.ts';

/** A sender of requests with an id. */
type Sender = Seat | 'desk';

const ANSWERS_KEPT = 500;

export class Requests {
  /** By the name of a request: the place of the record it led to. */
  readonly #onRecord = new Map<string, number>();
  readonly #answers = new Answers<ActAnswer>(ANSWERS_KEPT, (request) => {
    const seq = this.#onRecord.get(request);
    return seq === undefined ? undefined : { ok: true, seq };
  });

  once(sender: Sender, id: string, ask: () => Promise<ActAnswer>): Promise<ActAnswer> {
    return this.#answers.once(nameOf(sender, id), ask);
  }

  remember({ seat, commandId, seq }: LogRecord): void {
    if (commandId !== undefined) this.#onRecord.set(nameOf(seat ?? 'desk', commandId), seq);
  }

  /** The log is about to be read anew. */
  forgetRecords(): void {
    this.#onRecord.clear();
  }
}

function nameOf(sender: Sender, commandId: string): string {
  return `${sender} ${commandId}`;
}
