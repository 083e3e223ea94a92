/** Retries a request until it is answered, with growing pauses that end at once when the network or the tab returns. */
import { delayMs, pause } from './backoff.ts';

/** `ask` returns undefined if nobody can be asked; `goOn` gets the number of attempts so far. */
export async function askUntilAnswered<Answer>(
  ask: () => Promise<Answer> | undefined,
  goOn: (asked: number) => boolean,
): Promise<Answer | undefined> {
  for (let asked = 0; goOn(asked); asked += 1) {
    if (asked > 0) await pause(delayMs(asked));
    if (!goOn(asked)) return undefined;
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch {
      // A failed attempt counts as no answer.
    }
  }
  return undefined;
}
