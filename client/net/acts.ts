/**
 * The acts of a seat on their way to the server. Each has an id of its own and waits here until it is answered; after
 * a reconnection it is sent again with the same id, which the server counts once. Whether an act came too late is the
 * server's to say: it may have counted the first copy of what arrives late for the second time.
 */
import type { ActAnswer, ActContext, ActRequest, PlayerAction } from '../../shared/protocol/wire.ts';
import { askUntilAnswered } from './ask.ts';
import { newId } from './token.ts';

/** What the queue needs of a room. */
export interface Requester {
  request(type: 'act', payload: ActRequest, options: { readonly timeout: number }): Promise<ActAnswer>;
}

interface Pending {
  readonly request: ActRequest;
  readonly settle: (answer: ActAnswer) => void;
}

const TIMEOUT_MS = 8_000;

export interface ActQueue {
  act(context: ActContext, action: PlayerAction): Promise<ActAnswer>;
  /** A fresh connection: everything unanswered is sent again, oldest first. */
  connected(to: Requester): void;
  disconnected(): void;
  readonly size: number;
}

export function createActQueue(timeoutMs: number = TIMEOUT_MS): ActQueue {
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
