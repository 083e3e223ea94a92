/**
 * What one desk is sent: everything at once, then only what changed, where it understands that. More than fits into one
 * message goes in several: how the class and its districts stand first, but nothing waits for ever.
 */
import type { DeskMessage } from '../../shared/protocol/class-room.ts';
import {
  type DeskEntries,
  type DeskPatch,
  type EntryPatch,
  entriesPatch,
  entryKind,
  patchedEntries,
  takenApart,
} from '../../shared/protocol/desk-patch.ts';
import { bytesOf, Feed } from './feed.ts';

const EVERY_MS = 250;
/** Less than the 5 KB a second that are promised: the wire adds a little of its own. */
const BYTES_PER_SECOND = 4_400;
const BYTES_A_MESSAGE = 1_600;

export interface Sender {
  send(type: string, message: unknown): void;
}

export class DeskFeed {
  readonly #client: Sender;
  readonly #feed: Feed;
  readonly #view: () => DeskMessage;
  /** What the desk has been told. */
  #told: DeskEntries | undefined;
  /** In which message each entry could have been sent first. */
  readonly #since = new Map<string, number>();
  #messages = 0;

  constructor(client: Sender, patches: boolean, view: () => DeskMessage) {
    this.#client = client;
    this.#view = view;
    this.#feed = new Feed({
      everyMs: EVERY_MS,
      ...(patches ? { bytesPerSecond: BYTES_PER_SECOND } : {}),
      emit: () => (patches && this.#told !== undefined ? this.#sendChanges(this.#told) : this.#sendAll()),
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
    this.#told = takenApart(view);
    this.#client.send('desk', view);
  }

  #sendChanges(told: DeskEntries): number {
    const patch = entriesPatch(told, this.#view());
    if (patch === undefined) return 0;
    const part = this.#thatFits(patch);
    this.#told = patchedEntries(told, part);
    this.#client.send('deskPatch', part);
    if (part !== patch) this.#feed.changed();
    return bytesOf(part);
  }

  #thatFits(patch: DeskPatch): DeskPatch {
    const { entries = {}, ...rest } = patch;
    this.#messages += 1;
    const waiting = Object.entries(entries)
      .map(([key, entry]) => ({ key, entry, urgency: this.#urgencyOf(key) }))
      .toSorted((one, other) => other.urgency - one.urgency);
    const fitting: Record<string, EntryPatch> = {};
    let bytes = bytesOf(rest);
    for (const { key, entry } of waiting) {
      bytes += bytesOf({ [key]: entry });
      if (bytes > BYTES_A_MESSAGE && Object.keys(fitting).length > 0) return { ...rest, entries: fitting };
      fitting[key] = entry;
      this.#since.delete(key);
    }
    return patch;
  }

  /** In messages: how many it has been passed over, and how many it is ahead of others by what it is. */
  #urgencyOf(key: string): number {
    const since = this.#since.get(key) ?? this.#messages;
    this.#since.set(key, since);
    return this.#messages - since + headStart(key);
  }
}

function headStart(key: string): number {
  const kind = entryKind(key);
  if (kind === 'answer' || kind === 'label') return 0;
  return kind === 'player' ? 6 : 24;
}
