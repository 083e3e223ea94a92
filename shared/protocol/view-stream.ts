/**
 * Streams the view of a seat, district, desk or projector: first whole, then as patches. Each end of a connection keeps
 * the last view that both know.
 */
import { difference, type Patch, patched } from './patch.ts';

/** `now`: server time in milliseconds since the epoch, for countdowns. */
export interface Whole<View> {
  readonly now: number;
  readonly view: View;
}
/** A patch to the view that this connection was sent last; patches apply in order. */
export interface Changed {
  readonly now: number;
  readonly patches: readonly Patch[];
}

/** Message name of a whole view; its patches are `…Patch`. */
export type ViewName = 'view' | 'publicView' | 'desk' | 'projector';

/** The server's end of one connection. */
export class ViewSender<View> {
  readonly #name: ViewName;
  #sent: View | undefined;

  constructor(name: ViewName) {
    this.#name = name;
  }

  next(now: number, view: View): { readonly type: string; readonly message: Whole<View> | Changed } {
    const before = this.#sent;
    this.#sent = view;
    if (before === undefined) return { type: this.#name, message: { now, view } };
    const patch = difference(before, view);
    return { type: `${this.#name}Patch`, message: { now, patches: patch === undefined ? [] : [patch] } };
  }
}

/** Where messages arrive: a room of the SDK. */
export interface Hearing {
  onMessage<Message>(type: string, hear: (message: Message) => void): unknown;
}

/** The receiving end: calls `see` with each view as it is now. */
export function hearViews<View>(room: Hearing, name: ViewName, see: (message: Whole<View>) => void): void {
  let held: View | undefined;
  room.onMessage<Whole<View>>(name, (message) => {
    held = message.view;
    see(message);
  });
  room.onMessage<Changed>(`${name}Patch`, ({ now, patches }) => {
    // Ignores a patch without a view to apply it to.
    if (held === undefined) return;
    held = patches.reduce<View>(patched, held);
    see({ now, view: held });
  });
}
