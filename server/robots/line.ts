/**
 * A robot's connection to one room: joins by id and token, and joins again after every break until stopped. The SDK's
 * own reconnection is off, because it knows few close codes and gives up. A silent connection is closed after a while,
 * as a page does (`client/net/room-connection.ts`).
 */
import { Client, CloseCode, type Room } from 'colyseus.js';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import type { JoinOptions } from '../../shared/protocol/wire.ts';

const SHORTEST_MS = 100;
const LONGEST_MS = 3_000;

/** Refusals that no retry can change. */
const FINAL: readonly AnyRefusalCode[] = [
  'token-unknown',
  'token-malformed',
  'player-removed',
  'wire-version',
  'key-wrong',
];

const PATIENCE = { joinMs: 10_000, signMs: 10_000 };

export interface LineOptions {
  readonly url: string;
  readonly roomId: string;
  readonly join: JoinOptions;
  readonly onOpen: (room: Room) => void;
  readonly onRefused?: (reason: string) => void;
  /** Time limits for an answer to a join, and for a sign of life from the room. */
  readonly patience?: typeof PATIENCE;
}

export class Line {
  readonly #options: LineOptions;
  #room: Room | undefined;
  #hungUp = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#keep();
  }

  get room(): Room | undefined {
    return this.#room;
  }

  /** Breaks the connection as a bad network would; it then reconnects. */
  cut(): void {
    this.#room?.connection.close();
  }

  hangUp(): void {
    this.#hungUp = true;
    this.#room?.leave().catch(() => undefined);
  }

  async #keep(): Promise<void> {
    const client = new Client(this.#options.url);
    const { joinMs, signMs } = this.#options.patience ?? PATIENCE;
    for (let attempt = 0; !this.#hungUp; attempt += 1) {
      if (attempt > 0) await pause(Math.min(LONGEST_MS, SHORTEST_MS * 2 ** attempt) * (0.5 + Math.random()));
      try {
        const room = await inTime(client.joinById(this.#options.roomId, this.#options.join), joinMs);
        room.reconnection.enabled = false;
        const left = new Promise<void>((resolve) => room.onLeave.once(() => resolve()));
        room.onError(() => undefined);
        room.onMessage('*', () => undefined);
        this.#room = room;
        this.#options.onOpen(room);
        if (this.#hungUp) room.leave();
        const watch = watchOver(room, signMs);
        await left;
        clearInterval(watch);
        this.#room = undefined;
        attempt = 0;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (!FINAL.some((code) => reason.includes(code))) continue;
        this.#options.onRefused?.(reason);
        return;
      }
    }
  }
}

async function inTime(joining: Promise<Room>, ms: number): Promise<Room> {
  const room = await Promise.race([joining, pause(ms)]);
  if (room !== undefined) return room;
  joining.then((late) => late.leave()).catch(() => undefined);
  throw new Error('no answer');
}

function watchOver(room: Room, everyMs: number): NodeJS.Timeout {
  let answered = true;
  return setInterval(() => {
    // This code closes at once; others wait for the peer.
    if (!answered) return room.connection.close(CloseCode.MAY_TRY_RECONNECT);
    answered = false;
    room.ping(() => {
      answered = true;
    });
  }, everyMs).unref();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
