/**
 * The queue of a seat's acts to the server. Each act has an id and waits until it is answered. After a reconnection it
 * is sent again under that id, which the server counts once. Only the server judges lateness, since a late copy may
 * belong to an act that counted in time.
 */
import type { ActAnswer, ActContext, ActRequest, PlayerAction } from '../../shared/protocol/wire.ts';
import { ANSWER_MS, askUntilAnswered } from './ask.ts';
import { newId } from './token.ts';

/** What the queue needs of a room. */
export interface Requester {
  request(type: 'act', payload: ActRequest, options: { readonly timeout: number }): Promise<ActAnswer>;
}

interface Pending {
  readonly request: ActRequest;
  readonly settle: (answer: ActAnswer) => void;
}

export interface ActQueue {
  act(context: ActContext, action: PlayerAction): Promise<ActAnswer>;
  /** A new connection: sends everything unanswered again, oldest first. */
  connected(to: Requester): void;
  disconnected(): void;
  readonly size: number;
}

export function createActQueue(timeoutMs: number = ANSWER_MS): ActQueue {
  const waiting = new Map<string, Pending>();
  let room: Requester | undefined;

  const send = async (pending: Pending, through: Requester): Promise<void> => {
    const { id } = pending.request;
    const answer = await askUntilAnswered(
      () => through.request('act', pending.request, { timeout: timeoutMs }),
      () => waiting.has(id) && room === through,
    );
    if (answer !== undefined && waiting.delete(id)) pending.settle(answer);
  };

  return {
    act: (context, action) =>
      new Promise((resolve) => {
        const pending: Pending = { request: { id: newId(), ...context, action }, settle: resolve };
        waiting.set(pending.request.id, pending);
        if (room !== undefined) send(pending, room);
      }),
    connected: (to) => {
      room = to;
      for (const pending of [...waiting.values()]) send(pending, to);
    },
    disconnected: () => {
      room = undefined;
    },
    get size() {
      return waiting.size;
    },
  };
}
