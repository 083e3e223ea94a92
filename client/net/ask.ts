/** Retries a request until it is answered, with growing pauses that end at once when the network or the tab returns. */
import { pause } from '../state/pause.ts';
import { delayMs } from './backoff.ts';

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

/** How long a room may take to answer. */
export const ANSWER_MS = 8_000;
const ATTEMPTS = 8;
export const UNANSWERED = { ok: false, refused: 'store-unavailable' } as const;

interface Asked {
  request<Request, Answer>(type: string, request: Request, options: { readonly timeout: number }): Promise<Answer>;
}

/** Asks whichever connection to the room is open at the time. */
export async function askRoom<Request, Answer>(
  room: () => Asked | undefined,
  type: string,
  request: Request,
): Promise<Answer | typeof UNANSWERED> {
  const answer = await askUntilAnswered(
    () => room()?.request<Request, Answer>(type, request, { timeout: ANSWER_MS }),
    (asked) => asked < ATTEMPTS,
  );
  return answer ?? UNANSWERED;
}
