/**
 * What both rooms share. Only the server creates them, and they last until closed. A flood ends one connection only,
 * and an exception is logged instead of ending the process.
 */
import { type Client, CloseCode, Room, type RoomOptions, ServerError } from '@colyseus/core';
import type { WebSocketClient } from '@colyseus/ws-transport';
import type { AnyRefusalCode, WireRefusal } from '../../shared/protocol/refusals.ts';
import { OPENED_ELSEWHERE } from '../../shared/protocol/wire.ts';
import { Bucket, BYTE_RATE, MESSAGE_RATE } from '../access/bucket.ts';
import { connectionToClose, SeatReservations } from '../access/crowd.ts';
import { isSound } from '../access/sound-frame.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Logger } from '../logging.ts';
import type { Metrics } from '../metrics.ts';

/** Limit on raw frames of any kind, far above the rate limit. */
const FRAMES_PER_SECOND = 500;
/** Unsent bytes allowed per connection, far more than one is ever sent at once. */
const MOST_UNREAD = 1_048_576;
/** How long a reserved place is kept, in seconds. */
const PLACE_KEPT_S = 15;
/** A private field of Colyseus; accessed by key, so that the compiler reports if it disappears. */
const COLYSEUS_PLACES = '_reservedSeats';
const COLYSEUS_TIMEOUTS = '_reservedSeatTimeouts';
const COLYSEUS_HEARS = '_onMessage';

export interface RoomTools {
  readonly log: Logger;
  readonly now: () => number;
  readonly instructorKey: string;
  readonly metrics: Metrics;
}

export abstract class GuardedRoom<T extends RoomOptions> extends Room<T> {
  override autoDispose = false;
  /** Patches go to everybody; urgent facts are sent as messages. */
  override patchRate = 2_000;
  /** Disables Colyseus's limit, which counts reservations as people; `crowd.ts` counts instead. */
  override maxClients = Number.POSITIVE_INFINITY;
  override maxMessagesPerSecond = FRAMES_PER_SECOND;
  override seatReservationTimeout = PLACE_KEPT_S;
  readonly #buckets = new Map<string, Bucket>();
  readonly #bytes = new Map<string, Bucket>();
  /** Connections being closed, whose further messages are ignored. */
  readonly #out = new WeakSet<Client>();
  readonly #kept = new SeatReservations(() => this.tools.now(), PLACE_KEPT_S * 1_000);

  constructor() {
    super();
    const hears = this[COLYSEUS_HEARS].bind(this);
    this[COLYSEUS_HEARS] = (client: Client, frame: Buffer) => {
      if (this.#out.has(client)) return;
      if (lineOf(client).bufferedAmount > MOST_UNREAD) return this.#hangUp(client);
      if (this.#isTooMuch(client, frame.byteLength)) this.#flooded(client);
      else if (isSound(frame)) hears(client, frame);
      else this.#putOut(client);
    };
  }

  protected abstract readonly tools: RoomTools;
  /** Everybody here, in order of arrival. */
  protected abstract readonly guests: ReadonlyMap<Client, { readonly visitor: Visitor }>;
  /** Forgets a connection: nothing it still has in flight counts. */
  protected abstract part(client: Client): void;

  /** Why the visitor may not enter, if so. Checked before a reservation and again on entry. */
  abstract turnsAway(visitor: Visitor): AnyRefusalCode | undefined;

  /** Undefined if this visitor has too many unused reservations. */
  keepPlace<Place extends { readonly sessionId: string }>(visitor: Visitor, reserve: () => Promise<Place>) {
    return this.#kept.keep(visitor, reserve);
  }

  /** Does not wait for unused reservations as Colyseus would; their owners ask again. */
  override disconnect(closeCode?: number): Promise<unknown> {
    const places = this[COLYSEUS_PLACES];
    const timeouts = this[COLYSEUS_TIMEOUTS];
    for (const sessionId of Object.keys(places)) {
      clearTimeout(timeouts[sessionId]);
      delete timeouts[sessionId];
      delete places[sessionId];
    }
    return super.disconnect(closeCode);
  }

  /** Call after somebody has entered. */
  protected welcome(client: Client, visitor: Visitor): void {
    this.#kept.taken(visitor, client.sessionId);
    const oldest = connectionToClose(this.guests, visitor);
    if (oldest === undefined) return;
    this.part(oldest);
    oldest.leave(OPENED_ELSEWHERE);
  }

  override onUncaughtException(error: Error, methodName: string): void {
    const { cause } = error;
    if (cause instanceof ServerError) {
      this.tools.log.info({ roomId: this.roomId, refused: cause.message }, 'entry refused');
      return;
    }
    this.tools.log.error({ roomId: this.roomId, methodName, err: cause ?? error }, 'a room caught an exception');
  }

  /** Answers a request, unless the connection exceeds its rate. Unknown messages count too. */
  protected answer<Answer>(type: string, handle: (client: Client, payload: unknown) => Promise<Answer>): void {
    this.onMessage(type, async (client: Client, payload: unknown) => {
      const refused = this.#tooFast(client);
      if (refused !== undefined) return { ok: false, ...refused };
      try {
        return await handle(client, payload);
      } catch (error) {
        this.tools.log.error({ roomId: this.roomId, type, err: error }, 'a request failed');
        return { ok: false, refused: 'store-unavailable' } satisfies { ok: false } & WireRefusal;
      }
    });
  }

  protected ignoreStrangers(): void {
    this.onMessage('*', (client) => {
      this.#tooFast(client);
    });
  }

  protected forget(client: Client): void {
    this.#buckets.delete(client.sessionId);
    this.#bytes.delete(client.sessionId);
  }

  /** Key of the rate limit: all tabs of a student share one. */
  #whoseIs(client: Client): string {
    const visitor = this.guests.get(client)?.visitor;
    return visitor?.role === 'player' ? visitor.player : client.sessionId;
  }

  #isTooMuch(client: Client, bytes: number): boolean {
    const now = this.tools.now();
    const whose = this.#whoseIs(client);
    const bucket = this.#bytes.get(whose) ?? new Bucket(now, BYTE_RATE);
    this.#bytes.set(whose, bucket);
    return bucket.take(now, bytes) !== 'go';
  }

  #flooded(client: Client): void {
    this.tools.log.warn({ roomId: this.roomId }, 'a connection was closed for flooding');
    this.#putOut(client, 'too-fast');
  }

  /** Terminates the socket, because the client would not read a close message. */
  #hangUp(client: Client): void {
    this.tools.log.warn({ roomId: this.roomId }, 'a connection that reads nothing was closed');
    this.#out.add(client);
    lineOf(client).terminate();
  }

  #putOut(client: Client, why?: string): void {
    this.#out.add(client);
    client.leave(CloseCode.WITH_ERROR, why);
  }

  #tooFast(client: Client): WireRefusal | undefined {
    const now = this.tools.now();
    const whose = this.#whoseIs(client);
    const bucket = this.#buckets.get(whose) ?? new Bucket(now, MESSAGE_RATE);
    this.#buckets.set(whose, bucket);
    const verdict = bucket.take(now);
    if (verdict === 'go') return undefined;
    if (verdict === 'close') this.#flooded(client);
    return { refused: 'too-fast' };
  }
}

/** The transport's socket, which Colyseus does not expose. */
function lineOf({ ref }: Client): WebSocketClient['ref'] {
  return ref as WebSocketClient['ref'];
}
