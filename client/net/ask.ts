/**
 * Asking until there is an answer: each wait is longer than the one before, and ends at once when the network or the
 * tab comes back.
 */
import { delayMs, pause } from './backoff.ts';

/** `ask` returns undefined where nobody can be asked just now; `goOn` is told how often it was asked already. */
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
      // No answer is no answer, whatever the reason.
    }
  }
  return undefined;
}
