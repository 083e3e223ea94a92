/**
 * Views as they cross the wire, of a seat, a district, a desk or a projector: whole at first, then as what changed. One
 * of these at each end of a connection keeps the last view both know.
 */
import { difference, type Patch, patched } from './patch.ts';

/** `now` is the server's clock, for countdowns: milliseconds since the epoch. */
export interface Whole<View> {
  readonly now: number;
  readonly view: View;
}
/** The same, as what changed since the view this connection was last sent: to be put to it one after the other. */
export interface Changed {
  readonly now: number;
  readonly patches: readonly Patch[];
}

/** What views are called on the wire: the first by this name, what changes by `…Patch`. */
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

/** Where messages are heard: a room, by the SDK. */
export interface Hearing {
  onMessage<Message>(type: string, hear: (message: Message) => void): unknown;
}

/** The other end: calls with each view as it is now. */
export function hearViews<View>(room: Hearing, name: ViewName, see: (message: Whole<View>) => void): void {
  let held: View | undefined;
  room.onMessage<Whole<View>>(name, (message) => {
    held = message.view;
    see(message);
  });
  room.onMessage<Changed>(`${name}Patch`, ({ now, patches }) => {
    // A patch to a view that never came says nothing.
    if (held === undefined) return;
    held = patches.reduce<View>(patched, held);
    see({ now, view: held });
  });
}
