/**
 * Stays in a room for the life of the page: joins by id, and rejoins after every loss whatever its close code. The
 * SDK's own reconnection gives up after some codes or a minute, and is off. The seat depends on the token, so a new
 * join is as good as a resumed one.
 *
 * A network may also drop a connection silently, after a router's restart or a changed address. A join and a room
 * without a sign of life are therefore given up after a while.
 */

import { Client, CloseCode, type Room } from 'colyseus.js';
import { type JoinOptions, OPENED_ELSEWHERE, type Place } from '../../shared/protocol/wire.ts';
import { reportLine } from '../state/line.ts';
import { pause } from '../state/pause.ts';
import { delayMs } from './backoff.ts';
import { endpoint, OPENS_WITHIN_MS, whyNotOpen } from './line.ts';
import { takePlace } from './places.ts';
import { refusalIn } from './refused.ts';

export interface RoomConnection {
  leave(): void;
}

export interface RoomConnectionOptions {
  readonly roomId: string;
  readonly join: JoinOptions;
  /** Called at each successful join before any message: register handlers here. */
  readonly onOpen: (room: Room) => void;
  /** The room was left or dropped, and is being rejoined. */
  readonly onLost: () => void;
  /** A join failed. Return `false` to stop. */
  readonly onFailed: (reason: string, attempt: number) => boolean;
  /** Whether the page shows content of this room, so that silence must be noticed soon. */
  readonly isShown?: () => boolean;
}

export interface RoomTimeouts {
  /** Time limit of a join. */
  readonly joinMs: number;
  /** Interval between pings; a room that has left one unanswered by the next is given up. */
  readonly signMs: number;
}

const PATIENCE: RoomTimeouts = { joinMs: 6_000, signMs: 10_000 };

/** Resolves with the close code. */
function gone(room: Room): Promise<number> {
  return new Promise((resolve) => room.onLeave.once(resolve));
}

/**
 * Like the SDK's `joinById`, but aborted after a while: a hanging request would occupy one of the browser's few
 * connections per host.
 */
async function enter(client: Client, roomId: string, join: JoinOptions, ms: number): Promise<Room> {
  const place = takePlace(roomId) ?? (await askForPlace(roomId, join, ms));
  return inTime(client.consumeSeatReservation(place), ms);
}

async function askForPlace(roomId: string, join: JoinOptions, ms: number): Promise<Place> {
  const response = await fetch(`${endpoint()}/matchmake/joinById/${roomId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(join),
    signal: AbortSignal.timeout(ms),
  });
  const place = await response.json();
  if (!response.ok) throw new Error(String(place.error ?? place.message ?? response.status));
  return place;
}

async function inTime(joining: Promise<Room>, ms: number): Promise<Room> {
  const room = await Promise.race([joining, new Promise<undefined>((resolve) => setTimeout(resolve, ms))]);
  if (room !== undefined) return room;
  joining.then((late) => late.leave()).catch(() => undefined);
  throw new Error('no answer');
}

const LOOK_MS = 250;
/** Interval between pings of a visible room, and the delay until its silence is reported. */
const ASK_MS = 1_200;
const QUIET_MS = 1_000;
/** Longest gap between timers of a page that is awake. After a longer one the last ping proves nothing. */
const SLEPT_MS = 2_000;

interface Watch {
  readonly signMs: number;
  readonly isShown: () => boolean;
  readonly onQuiet: (quiet: boolean) => void;
}

/** Returns a disposer. */
function watchOver(room: Room, { signMs, isShown, onQuiet }: Watch): () => void {
  let [looked, sign] = [performance.now(), performance.now()];
  let asked: number | undefined;
  const timer = setInterval(() => {
    const now = performance.now();
    if (asked !== undefined && now - looked > SLEPT_MS) asked = now;
    looked = now;
    // This code closes at once; others wait for the peer.
    if (asked !== undefined && now - asked > signMs) return room.connection.close(CloseCode.MAY_TRY_RECONNECT);
    if (asked !== undefined && now - asked > QUIET_MS && isShown()) onQuiet(true);
    if (asked !== undefined || now - sign < (isShown() ? Math.min(ASK_MS, signMs) : signMs)) return;
    asked = now;
    room.ping(() => {
      sign = performance.now();
      asked = undefined;
      onQuiet(false);
    });
  }, LOOK_MS);
  return () => clearInterval(timer);
}

export function keepConnected(options: RoomConnectionOptions, patience: RoomTimeouts = PATIENCE): RoomConnection {
  const client = new Client(endpoint());
  const { isShown = () => true } = options;
  const line = {};
  let left = false;
  let room: Room | undefined;
  let refused = false;
  const never = setTimeout(async () => {
    const trouble = refused ? 'lost' : await whyNotOpen();
    if (!left && !opened) reportLine(line, trouble);
  }, OPENS_WITHIN_MS);
  let opened = false;

  const run = async () => {
    let attempt = 0;
    while (!left) {
      try {
        room = await enter(client, options.roomId, options.join, patience.joinMs);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        refused = refusalIn(reason) !== undefined;
        if (left || !options.onFailed(reason, attempt)) return stop();
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
      opened = true;
      reportLine(line, undefined);
      const onQuiet = (quiet: boolean) => reportLine(line, quiet ? 'quiet' : undefined);
      const stopWatching = watchOver(room, { signMs: patience.signMs, isShown, onQuiet });
      options.onOpen(room);
      const code = await end;
      stopWatching();
      room = undefined;
      if (left) return;
      reportLine(line, 'lost');
      options.onLost();
      // Two pages that keep closing each other would both be useless.
      if (code === OPENED_ELSEWHERE && !options.onFailed('opened-elsewhere', 0)) return stop();
      attempt = performance.now() - openedAt > 5_000 ? 0 : attempt + 1;
      await pause(delayMs(attempt));
    }
  };
  const stop = () => {
    left = true;
    clearTimeout(never);
    reportLine(line, undefined);
  };
  run();

  return {
    leave: () => {
      stop();
      room?.leave();
    },
  };
}
