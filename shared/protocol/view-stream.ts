/**
 * A seat's views as they cross the wire: whole at first, then as what changed. One of these at each end of a connection
 * keeps the last view both know.
 */
import type { PublicView, SeatView } from '../engine/view.ts';
import { difference, type Patch, patched } from './patch.ts';
import type { ViewMessage, ViewPatchMessage } from './wire.ts';

export type ViewToSend =
  | { readonly type: 'view'; readonly message: ViewMessage }
  | { readonly type: 'viewPatch'; readonly message: ViewPatchMessage };

/** What twelve seats share is compared once. */
const publicDifferences = new WeakMap<PublicView, WeakMap<PublicView, Patch | 'equal'>>();

function publicDifference(before: PublicView, after: PublicView): Patch | undefined {
  const known = publicDifferences.get(before) ?? new WeakMap<PublicView, Patch | 'equal'>();
  publicDifferences.set(before, known);
  const found = known.get(after) ?? difference(before, after) ?? 'equal';
  known.set(after, found);
  return found === 'equal' ? undefined : found;
}

function viewDifference(before: SeatView, after: SeatView): Patch | undefined {
  const { public: publicBefore, ...ownBefore } = before;
  const { public: publicAfter, ...ownAfter } = after;
  const own = difference(ownBefore, ownAfter);
  const shared = publicDifference(publicBefore, publicAfter);
  if (shared === undefined) return own;
  if (own === undefined) return { k: { public: shared } };
  return 'k' in own ? { ...own, k: { ...own.k, public: shared } } : { v: after };
}

/** The server's end of one connection. */
export class ViewSender {
  #sent: SeatView | undefined;

  next(now: number, view: SeatView): ViewToSend {
    const before = this.#sent;
    this.#sent = view;
    if (before === undefined) return { type: 'view', message: { now, view } };
    const patch = viewDifference(before, view);
    return { type: 'viewPatch', message: patch === undefined ? { now } : { now, patch } };
  }
}

/** The client's end of one connection. */
export class ViewReceiver {
  #held: SeatView | undefined;

  whole(message: ViewMessage): ViewMessage {
    this.#held = message.view;
    return message;
  }

  /** Undefined for a patch to a view that never came. */
  changed({ now, patch }: ViewPatchMessage): ViewMessage | undefined {
    if (this.#held === undefined) return undefined;
    this.#held = patched(this.#held, patch);
    return { now, view: this.#held };
  }
}
