/**
 * Being in a room, for as long as the page lives: joins by id, and whenever the room is left, for whatever reason and
 * with whatever close code, joins again. The SDK's own reconnection gives up too early, after some close codes and
 * after a minute, and is switched off; the seat hangs on the token, so a fresh join is as good as a resumed one.
 *
 * A network may also take a connection away without a word to either end: behind a router that was restarted, or when the
 * server's address moved. Then a join waits for ever and a room is silent for ever, so both are given up in time.
 */
import { Client, CloseCode, type Room } from 'colyseus.js';
import { type JoinOptions, OPENED_ELSEWHERE } from '../../shared/protocol/wire.ts';
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

export interface Patience {
  /** For a join to be answered. */
  readonly joinMs: number;
  /** From one question for a sign of life to the next; a room that left one unanswered by then is given up. */
  readonly signMs: number;
}

const PATIENCE: Patience = { joinMs: 10_000, signMs: 10_000 };

function endpoint(): string {
  return location.origin;
}

/** Resolves with the close code. */
function gone(room: Room): Promise<number> {
  return new Promise((resolve) => room.onLeave.once(resolve));
}

async function inTime(joining: Promise<Room>, ms: number): Promise<Room> {
  const room = await Promise.race([joining, new Promise<undefined>((resolve) => setTimeout(resolve, ms))]);
  if (room !== undefined) return room;
  joining.then((late) => late.leave()).catch(() => undefined);
  throw new Error('no answer');
}

/** Answers how to stop. */
function watchOver(room: Room, everyMs: number): () => void {
  let answered = true;
  const timer = setInterval(() => {
    // This code counts as closed at once; any other would wait for the other end to agree.
    if (!answered) return room.connection.close(CloseCode.MAY_TRY_RECONNECT);
    answered = false;
    room.ping(() => {
      answered = true;
    });
  }, everyMs);
  return () => clearInterval(timer);
}

export function stayIn(options: StayOptions, patience: Patience = PATIENCE): Stay {
  const client = new Client(endpoint());
  let left = false;
  let room: Room | undefined;

  const run = async () => {
    let attempt = 0;
    while (!left) {
      try {
        room = await inTime(client.joinById(options.roomId, options.join), patience.joinMs);
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
      const stopWatching = watchOver(room, patience.signMs);
      options.onOpen(room);
      const code = await end;
      stopWatching();
      room = undefined;
      if (left) return;
      options.onLost();
      // Two pages that let each other go in turns would help nobody.
      if (code === OPENED_ELSEWHERE && !options.onFailed('opened-elsewhere', 0)) return;
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
