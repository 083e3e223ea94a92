/** What one desk is sent: everything at once, then only what changed, where it understands that. */
import type { DeskMessage } from '../../shared/protocol/desk.ts';
import { deskPatch } from '../../shared/protocol/desk-patch.ts';
import { bytesOf, Feed } from './feed.ts';

const EVERY_MS = 250;
/** Changes alone; less than the 5 KB promised, since names of fields cost differently on the wire. */
const BYTES_PER_SECOND = 4_500;

export interface Sender {
  send(type: string, message: unknown): void;
}

export class DeskFeed {
  readonly #feed: Feed;
  #shown: DeskMessage | undefined;

  constructor(client: Sender, patches: boolean, view: () => DeskMessage) {
    this.#feed = new Feed({
      everyMs: EVERY_MS,
      ...(patches ? { bytesPerSecond: BYTES_PER_SECOND } : {}),
      emit: () => {
        const before = this.#shown;
        const after = view();
        this.#shown = after;
        if (before === undefined || !patches) {
          client.send('desk', after);
          return undefined;
        }
        const patch = deskPatch(before, after);
        if (patch === undefined) return undefined;
        client.send('deskPatch', patch);
        return bytesOf(patch);
      },
    });
    this.#feed.changed();
  }

  changed(): void {
    this.#feed.changed();
  }

  stop(): void {
    this.#feed.stop();
  }
}
