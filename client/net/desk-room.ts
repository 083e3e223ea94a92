/**
 * The desk's and the projector's end of the class room: what they show, and what the desk asks for. After the first
 * message a desk is kept current by patches; every entry they do not change stays the very same object, so that what
 * shows it need not be drawn again.
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

/** What opens a class: the instructor's key, or the secret of one of the class's own links. */
export type Opener = { readonly key: string } | { readonly link: string };

export interface Desk {
  ask(action: DeskRequestAction): Promise<DeskAnswer>;
  leave(): void;
}

const ATTEMPTS = 8;
/** A room that cannot be found may be on its way back up after a restart: from this try on, the class is asked after. */
const ASK_FROM = 3;
/** Reasons no amount of trying again will change. */
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

/** From the arrival of a message to the frame that shows it: `desk-update` in the browser's performance timeline. */
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

/** With its code, a class that cannot be found is asked after: deleted, it is said to be gone. */
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

/** Answers how to leave. */
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

/** Watches a district's public view. Answers how to stop. */
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
