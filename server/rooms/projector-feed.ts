/** What one projector is sent: the whole of its few facts, once a second at most. */
import type { ProjectorMessage } from '../../shared/protocol/class-room.ts';
import type { Sender } from './desk-feed.ts';
import { bytesOf, Feed } from './feed.ts';

const EVERY_MS = 1_000;
const SOON_MS = 50;
const BYTES_PER_SECOND = 5_000;

export class ProjectorFeed {
  readonly #feed: Feed;
  #shown = '';

  constructor(client: Sender, view: () => ProjectorMessage) {
    const emit = () => {
      const message = view();
      const { now: _, ...facts } = message;
      const shown = JSON.stringify(facts);
      if (shown === this.#shown) return undefined;
      this.#shown = shown;
      client.send('projector', message);
      return bytesOf(message);
    };
    this.#feed = new Feed({ everyMs: EVERY_MS, bytesPerSecond: BYTES_PER_SECOND, emit });
    setTimeout(emit, SOON_MS);
  }

  changed(): void {
    this.#feed.changed();
  }

  stop(): void {
    this.#feed.stop();
  }
}
