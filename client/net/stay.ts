/**
 * Being in a room, for as long as the page lives: joins by id, and whenever the room is left, for whatever reason and
 * with whatever close code, joins again. The SDK's own reconnection gives up too early (STACK: some close codes, a
 * minute) and is switched off; the seat hangs on the token, so a fresh join is as good as a resumed one.
 */
import { Client, type Room } from 'colyseus.js';
import type { JoinOptions } from '../../shared/protocol/wire.ts';
import { delayMs, pause } from './backoff.ts';

export interface Stay {
  leave(): void;
}

export interface StayOptions {
  readonly roomId: string;
  readonly join: JoinOptions;
  /** Called at each successful join, before any message: register handlers here. */
  readonly onOpen: (room: Room) => void;
  /** Left or dropped; it is already being tried again. */
  readonly onLost: () => void;
  /** A join failed. Answer `false` to stop trying. */
  readonly onFailed: (reason: string, attempt: number) => boolean;
}

export function endpoint(): string {
  return location.origin;
}

function gone(room: Room): Promise<void> {
  return new Promise((resolve) => room.onLeave.once(() => resolve()));
}

export function stayIn(options: StayOptions): Stay {
  const client = new Client(endpoint());
  let left = false;
  let room: Room | undefined;

  const run = async () => {
    let attempt = 0;
    while (!left) {
      try {
        room = await client.joinById(options.roomId, options.join);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (left || !options.onFailed(reason, attempt)) return;
        await pause(delayMs(attempt));
        attempt += 1;
        continue;
      }
      if (left) {
        room.leave();
        return;
      }
      room.reconnection.enabled = false;
      const openedAt = performance.now();
      const end = gone(room);
      options.onOpen(room);
      await end;
      room = undefined;
      if (left) return;
      options.onLost();
      attempt = performance.now() - openedAt > 5_000 ? 0 : attempt + 1;
      await pause(delayMs(attempt));
    }
  };
  run();

  return {
    leave: () => {
      left = true;
      room?.leave();
    },
  };
}
