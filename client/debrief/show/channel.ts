/** Channel between the show on the wall and the presenter's window, within one browser. */
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import type { Notes } from './claims.ts';

export interface ShowTold {
  readonly type: 'told';
  readonly at: number;
  readonly notes: readonly Notes[];
  /** Minutes by slide. */
  readonly minutes: readonly number[];
  /** Free-text answers of the class, to pick from. */
  readonly words: NonNullable<ShownPoll['words']>;
  /** Start times in milliseconds since the epoch. */
  readonly began: { readonly show: number; readonly slide: number };
}

export type ShowMessage =
  | ShowTold
  | { readonly type: 'ended' | 'asked' }
  | { readonly type: 'step'; readonly by: number }
  | { readonly type: 'pick'; readonly place: number };

export const PRESENTER = 'presenter';

export function openChannel(onMessage: (message: ShowMessage) => void): BroadcastChannel {
  const channel = new BroadcastChannel('street-show');
  channel.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => onMessage(data));
  return channel;
}
