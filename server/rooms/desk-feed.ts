/**
 * What one desk is sent: a whole view, then patches. A large patch is split over several messages. The state of class
 * and districts goes first, but every piece goes eventually.
 */
import type { DeskView } from '../../shared/protocol/class-room.ts';
import { difference, only, type Patch, type Piece, patched, piecesOf } from '../../shared/protocol/patch.ts';
import type { Changed, Whole } from '../../shared/protocol/view-stream.ts';
import { bytesOf, Feed } from './feed.ts';
import type { Sender } from './frames.ts';

const EVERY_MS = 250;
/** Below the promised 5 KB a second, because framing adds a little. */
const BYTES_PER_SECOND = 4_400;
const BYTES_A_MESSAGE = 1_600;

export class DeskFeed {
  readonly #client: Sender;
  readonly #feed: Feed;
  readonly #now: () => number;
  readonly #view: () => DeskView;
  /** The view that the desk has. */
  #told: DeskView | undefined;
  /** Number of the first message in which each waiting piece could have gone. */
  readonly #since = new Map<string, number>();
  #messages = 0;

  constructor(client: Sender, now: () => number, view: () => DeskView) {
    this.#client = client;
    this.#now = now;
    this.#view = view;
    this.#feed = new Feed({
      everyMs: EVERY_MS,
      bytesPerSecond: BYTES_PER_SECOND,
      emit: () => (this.#told === undefined ? this.#sendAll() : this.#sendChanges(this.#told)),
    });
    this.#feed.changed();
  }

  changed(): void {
    this.#feed.changed();
  }

  stop(): void {
    this.#feed.stop();
  }

  #sendAll(): undefined {
    const view = this.#view();
    this.#told = view;
    this.#client.send('desk', { now: this.#now(), view } satisfies Whole<DeskView>);
  }

  #sendChanges(told: DeskView): number {
    const view = this.#view();
    const patch = difference(told, view);
    if (patch === undefined) return 0;
    const part = this.#thatFits(patch);
    // Keeps identical rows, which the next comparison can skip.
    this.#told = part === patch ? view : patched(told, part);
    const message: Changed = { now: this.#now(), patches: [part] };
    this.#client.send('deskPatch', message);
    if (part !== patch) this.#feed.changed();
    return bytesOf(message);
  }

  #thatFits(patch: Patch): Patch {
    this.#messages += 1;
    const waiting = piecesOf(patch)
      .map((piece) => ({ piece, urgency: this.#urgencyOf(piece) }))
      .toSorted((one, other) => other.urgency - one.urgency);
    const fitting: Piece[] = [];
    let bytes = 0;
    for (const { piece } of waiting) {
      bytes += bytesOf(piece);
      if (bytes > BYTES_A_MESSAGE && fitting.length > 0) return only(patch, fitting);
      fitting.push(piece);
      this.#since.delete(nameOf(piece));
    }
    return patch;
  }

  /** Urgency of a piece in messages: how often it was passed over, plus a head start by kind. */
  #urgencyOf(piece: Piece): number {
    const since = this.#since.get(nameOf(piece)) ?? this.#messages;
    this.#since.set(nameOf(piece), since);
    return this.#messages - since + (HEAD_STARTS[piece.field] ?? 24);
  }
}

const HEAD_STARTS: Readonly<Record<string, number>> = { players: 6, said: 3, answers: 0, roster: 0 };

function nameOf({ field, id = '' }: Piece): string {
  return `${field} ${id}`;
}
