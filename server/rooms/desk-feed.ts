/**
 * What one desk is sent: everything at once, then only what changed, where it understands that. More than fits into one
 * message goes in several, whatever has waited longest first, so that a busy class costs a desk no more than a quiet one.
 */
import type { DeskMessage } from '../../shared/protocol/desk.ts';
import { applyDeskPatch, type DeskPatch, deskPatch, type EntryPatch } from '../../shared/protocol/desk-patch.ts';
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
  #shown: DeskMessage | undefined;
  /** When each entry was last sent. */
  readonly #sent = new Map<string, number>();
  #messages = 0;

  constructor(client: Sender, patches: boolean, view: () => DeskMessage) {
    this.#client = client;
    this.#view = view;
    this.#feed = new Feed({
      everyMs: EVERY_MS,
      ...(patches ? { bytesPerSecond: BYTES_PER_SECOND } : {}),
      emit: () => (patches && this.#shown !== undefined ? this.#sendChanges(this.#shown) : this.#sendAll()),
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
    this.#shown = this.#view();
    this.#client.send('desk', this.#shown);
  }

  #sendChanges(shown: DeskMessage): number {
    const patch = deskPatch(shown, this.#view());
    if (patch === undefined) return 0;
    const part = this.#thatFits(patch);
    this.#shown = applyDeskPatch(shown, part);
    this.#client.send('deskPatch', part);
    if (part !== patch) this.#feed.changed();
    return bytesOf(part);
  }

  #thatFits(patch: DeskPatch): DeskPatch {
    const { entries = {}, ...rest } = patch;
    this.#messages += 1;
    const waiting = Object.entries(entries)
      .map(([key, entry]) => ({ key, entry, sent: this.#sent.get(key) ?? 0 }))
      .toSorted((one, other) => one.sent - other.sent);
    const fitting: Record<string, EntryPatch> = {};
    let bytes = bytesOf(rest);
    for (const { key, entry } of waiting) {
      bytes += bytesOf({ [key]: entry });
      if (bytes > BYTES_A_MESSAGE && Object.keys(fitting).length > 0) return { ...rest, entries: fitting };
      fitting[key] = entry;
      this.#sent.set(key, this.#messages);
    }
    return patch;
  }
}
