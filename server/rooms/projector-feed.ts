/** What one projector is sent: its facts, then changes at most once a second. */
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import { ViewSender } from '../../shared/protocol/view-stream.ts';
import { bytesOf, Feed } from './feed.ts';
import type { Sender } from './frames.ts';

const EVERY_MS = 1_000;
const SOON_MS = 50;
const BYTES_PER_SECOND = 5_000;

export class ProjectorFeed {
  readonly #feed: Feed;

  constructor(client: Sender, now: () => number, view: () => ProjectorView) {
    const views = new ViewSender<ProjectorView>('projector');
    const emit = () => {
      const { type, message } = views.next(now(), view());
      if (!('view' in message) && message.patches.length === 0) return undefined;
      client.send(type, message);
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
