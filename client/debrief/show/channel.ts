/** Between the show on the wall and the presenter's window: the same browser, no server. */
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import type { Notes } from './claims.ts';

export interface ShowTold {
  readonly type: 'told';
  readonly at: number;
  readonly notes: readonly Notes[];
  /** By slide. */
  readonly minutes: readonly number[];
  /** What the class wrote, to be picked from. */
  readonly words: NonNullable<ShownPoll['words']>;
  /** Milliseconds since the epoch. */
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
