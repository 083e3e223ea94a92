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
import { ALL_REFUSAL_CODES, type AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import { type JoinOptions, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { heard } from '../state/clock.ts';
import { desk, deskRefusal, projected } from '../state/desk.ts';
import { askUntilAnswered } from './ask.ts';
import { classInfo } from './http.ts';
import { stayIn } from './stay.ts';
import { newId } from './token.ts';

/** The instructor's key, or the secret of one of the class's links. */
export type Opener = { readonly key: string } | { readonly link: string };

export interface Desk {
  ask(action: DeskRequestAction): Promise<DeskAnswer>;
  leave(): void;
}

const ATTEMPTS = 8;
/** From this attempt on, checks by code whether the class exists; a missing room may still return after a restart. */
const ASK_FROM = 3;
/** Refusals that no retry can change. */
const FINAL: readonly AnyRefusalCode[] = [
  'key-wrong',
  'link-wrong',
  'instructor-only',
  'wire-version',
  'opened-elsewhere',
];

function failed(reason: string): boolean {
  const code = ALL_REFUSAL_CODES.find((known) => reason.includes(known));
  if (code === undefined || !FINAL.includes(code)) return true;
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
  const stay = stayIn({
    roomId: classId,
    join,
    onOpen: (joined) => {
      room = joined;
      hearViews<DeskView>(joined, 'desk', ({ now, view }) => {
        heard(now);
        measured(() => {
          desk.value = view;
        });
      });
      joined.onMessage('*', () => undefined);
    },
    onLost: () => {
      room = undefined;
    },
    onFailed: (reason, attempt) => {
      if (attempt === ASK_FROM && code !== undefined) {
        classInfo(code).then((answer) => {
          if (answer.ok || answer.code !== 'class-unknown') return;
          stay.leave();
          deskRefusal.value = answer.code;
        });
      }
      return failed(reason);
    },
  });

  return {
    ask: async (action) => {
      const request: DeskRequest = { id: newId(), action };
      const answer = await askUntilAnswered(
        () => room?.request<DeskRequest, DeskAnswer>('desk', request, { timeout: 8_000 }),
        (asked) => asked < ATTEMPTS,
      );
      return answer ?? { ok: false, refused: 'store-unavailable' };
    },
    leave: () => stay.leave(),
  };
}

/** Returns a disposer. */
export function openProjector(classId: string, opener: Opener): () => void {
  projected.value = undefined;
  deskRefusal.value = undefined;
  const stay = stayIn({
    roomId: classId,
    join: { wire: WIRE_VERSION, ...opener },
    onOpen: (joined) => {
      hearViews<ProjectorView>(joined, 'projector', ({ now, view }) => {
        heard(now);
        projected.value = view;
      });
      joined.onMessage('*', () => undefined);
    },
    onLost: () => undefined,
    onFailed: failed,
  });
  return () => stay.leave();
}

/** Watches a district's public view; returns a disposer. */
export function watchDistrict(districtId: string, opener: Opener, onView: (view: PublicView) => void): () => void {
  const stay = stayIn({
    roomId: districtId,
    join: { wire: WIRE_VERSION, ...opener },
    onOpen: (joined) => {
      hearViews<PublicView>(joined, 'publicView', ({ now, view }) => {
        heard(now);
        onView(view);
      });
      joined.onMessage('*', () => undefined);
    },
    onLost: () => undefined,
    onFailed: failed,
  });
  return () => stay.leave();
}
