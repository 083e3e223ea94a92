/**
 * Being in a room, for as long as the page lives: joins by id, and whenever the room is left, for whatever reason and
 * with whatever close code, joins again. The SDK's own reconnection gives up too early, after some close codes and
 * after a minute, and is switched off; the seat hangs on the token, so a fresh join is as good as a resumed one.
 *
 * A network may also take a connection away without a word to either end: behind a router that was restarted, or when the
 * server's address moved. Then a join waits for ever and a room is silent for ever, so both are given up in time.
 */
import { Client, CloseCode, type Room } from 'colyseus.js';
import { ALL_REFUSAL_CODES } from '../../shared/protocol/refusals.ts';
import { type JoinOptions, OPENED_ELSEWHERE, type Place } from '../../shared/protocol/wire.ts';
import { reportLine } from '../state/line.ts';
import { delayMs, pause } from './backoff.ts';
import { endpoint, OPENS_WITHIN_MS, whyNotOpen } from './line.ts';
import { takePlace } from './places.ts';

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
  /** Whether the page shows what comes from here, so that it must soon be noticed when nothing does. Else it need not. */
  readonly isShown?: () => boolean;
}

export interface Patience {
  /** For a join to be answered. */
  readonly joinMs: number;
  /** From one question for a sign of life to the next; a room that left one unanswered by then is given up. */
  readonly signMs: number;
}

const PATIENCE: Patience = { joinMs: 6_000, signMs: 10_000 };

/** Resolves with the close code. */
function gone(room: Room): Promise<number> {
  return new Promise((resolve) => room.onLeave.once(resolve));
}

/**
 * As the SDK's own `joinById`, but given up in time: a request left hanging on a dead line would keep one of the few that a
 * browser has for a host.
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
/** From a sign of life of a room that is shown to the next question for one, and until its silence is told. */
const ASK_MS = 1_200;
const QUIET_MS = 1_000;
/** Timers stood still for longer: the page slept, and a question from before proves nothing. */
const SLEPT_MS = 2_000;

interface Watch {
  readonly signMs: number;
  readonly isShown: () => boolean;
  readonly onQuiet: (quiet: boolean) => void;
}

/** Returns how to stop. */
function watchOver(room: Room, { signMs, isShown, onQuiet }: Watch): () => void {
  let [looked, sign] = [performance.now(), performance.now()];
  let asked: number | undefined;
  const timer = setInterval(() => {
    const now = performance.now();
    if (asked !== undefined && now - looked > SLEPT_MS) asked = now;
    looked = now;
    // This code counts as closed at once; any other would wait for the other end to agree.
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

export function stayIn(options: StayOptions, patience: Patience = PATIENCE): Stay {
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
        refused = ALL_REFUSAL_CODES.some((code) => reason.includes(code));
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
      // Two pages that let each other go in turns would help nobody.
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
