/**
 * What was answered to which request: the same id twice is the same request, acts once and gets the same answer.
 *
 *     answers.once('ada 7f3a…', () => decideAndAppend());
 *
 * What was carried out is in the log and comes back with it after a restart. Of the rest, refusals among it, the last
 * few hundred answers are remembered, so that a repeated request is not decided again under another clock.
 */
import { Bounded } from './bounded.ts';

export type Answered = { readonly ok: true } | { readonly ok: false; readonly refused: string };

export class Answers<Answer extends Answered> {
  readonly #onRecord: (id: string) => Answer | undefined;
  readonly #pending = new Map<string, Promise<Answer>>();
  readonly #last: Bounded<string, Answer>;

  /** `onRecord`: what the log says of a request, where it has it. */
  constructor(kept: number, onRecord: (id: string) => Answer | undefined) {
    this.#last = new Bounded(kept);
    this.#onRecord = onRecord;
  }

  /** Asks only where there is no answer yet. That the store is away is none: then the request may be sent again. */
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
