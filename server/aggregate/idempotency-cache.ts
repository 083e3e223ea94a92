/**
 * Idempotent answers: requests with the same id act once and get the same answer.
 *
 *     answers.once('ada 7f3a…', () => decideAndAppend());
 *
 * Answers to accepted requests are in the log and survive a restart. Of all others, refusals included, the last few
 * hundred are remembered, so that a repeated request is not decided again at another time.
 */
import { BoundedMap } from './bounded-map.ts';

export type Answered = { readonly ok: true } | { readonly ok: false; readonly refused: string };

export class IdempotencyCache<Answer extends Answered> {
  readonly #onRecord: (id: string) => Answer | undefined;
  readonly #pending = new Map<string, Promise<Answer>>();
  readonly #last: BoundedMap<string, Answer>;

  /** `onRecord`: the answer that the log has for a request, if any. */
  constructor(kept: number, onRecord: (id: string) => Answer | undefined) {
    this.#last = new BoundedMap(kept);
    this.#onRecord = onRecord;
  }

  /** Calls `ask` unless there is an answer. A failing store is no answer, so the request may be repeated. */
  async once(id: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#last.get(id) ?? this.#pending.get(id) ?? this.#onRecord(id);
    if (known !== undefined) return known;
    const asked = ask();
    this.#pending.set(id, asked);
    const answer = await asked.finally(() => this.#pending.delete(id));
    if (answer.ok || answer.refused !== 'store-unavailable') this.#last.set(id, answer);
    return answer;
  }
}
