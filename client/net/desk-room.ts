/**
 * The desk's and the projector's connection to the class room. Patches keep a desk current; unchanged entries stay
 * identical objects, so that their components need no redraw.
 */

import type { Room } from 'colyseus.js';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type {
  DeskAnswer,
  DeskRequest,
  DeskRequestAction,
  DeskView,
  ProjectorView,
} from '../../shared/protocol/class-room.ts';
import { hearViews, type ViewName } from '../../shared/protocol/view-stream.ts';
import { type JoinOptions, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { syncClock } from '../state/clock.ts';
import { desk, deskRefusal, projected } from '../state/desk.ts';
import { askRoom } from './ask.ts';
import { finalRefusalIn, ifDeleted } from './refused.ts';
import { keepConnected } from './room-connection.ts';
import { newId } from './token.ts';

/** The instructor's key, or the secret of one of the class's links. */
export type Opener = { readonly key: string } | { readonly link: string };

export interface Desk {
  ask(action: DeskRequestAction): Promise<DeskAnswer>;
  leave(): void;
}

function failed(reason: string): boolean {
  const code = finalRefusalIn(reason);
  if (code === undefined) return true;
  deskRefusal.value = code;
  return false;
}

/** Measures from a message's arrival to the frame that shows it: `desk-update` in the performance timeline. */
function measured(apply: () => void): void {
  const start = performance.now();
  apply();
  requestAnimationFrame(() => {
    const shown = new MessageChannel();
    shown.port1.onmessage = () => {
      performance.clearMeasures('desk-update');
      performance.measure('desk-update', { start, end: performance.now() });
    };
    shown.port2.postMessage(undefined);
  });
}

/** `code`: with it, a class whose room is missing is looked up; a deleted one is reported. */
export function openDesk(classId: string, opener: Opener, code?: string): Desk {
  desk.value = undefined;
  deskRefusal.value = undefined;
  let room: Room | undefined;
  const join: JoinOptions = { wire: WIRE_VERSION, ...opener };
  const stay = keepConnected({
    roomId: classId,
    join,
    onOpen: (joined) => {
      room = joined;
      hear<DeskView>(joined, 'desk', (view) =>
        measured(() => {
          desk.value = view;
        }),
      );
    },
    onLost: () => {
      room = undefined;
    },
    onFailed: (reason, attempt) => {
      if (code !== undefined) {
        ifDeleted(code, attempt, () => {
          stay.leave();
          deskRefusal.value = 'class-unknown';
        });
      }
      return failed(reason);
    },
  });

  return {
    ask: (action) => askRoom<DeskRequest, DeskAnswer>(() => room, 'desk', { id: newId(), action }),
    leave: () => stay.leave(),
  };
}

/** Returns a disposer. */
export function openProjector(classId: string, opener: Opener): () => void {
  projected.value = undefined;
  deskRefusal.value = undefined;
  return watch<ProjectorView>(classId, opener, 'projector', (view) => {
    projected.value = view;
  });
}

/** Watches a district's public view; returns a disposer. */
export function watchDistrict(districtId: string, opener: Opener, onView: (view: PublicView) => void): () => void {
  return watch<PublicView>(districtId, opener, 'publicView', onView);
}

function watch<View>(roomId: string, opener: Opener, name: ViewName, onView: (view: View) => void): () => void {
  const stay = keepConnected({
    roomId,
    join: { wire: WIRE_VERSION, ...opener },
    onOpen: (room) => hear<View>(room, name, onView),
    onLost: () => undefined,
    onFailed: failed,
  });
  return () => stay.leave();
}

/** Hears the views of a room, and no other message. */
function hear<View>(room: Room, name: ViewName, onView: (view: View) => void): void {
  hearViews<View>(room, name, ({ now, view }) => {
    syncClock(now);
    onView(view);
  });
  room.onMessage('*', () => undefined);
}
