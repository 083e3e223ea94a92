/**
 * A student's two rooms: the class, which names their seat, and the seat's district. Messages are written to
 * `state/game`; acts go through one queue that survives connections.
 */

import type { Room } from 'colyseus.js';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type {
  FinaleMessage,
  GatheredMessage,
  NoticeMessage,
  ObservingMessage,
  PersonMessage,
  PollsMessage,
  QuestionsMessage,
  ReflectionMessage,
  StudentAction,
  StudentAnswer,
  StudentRequest,
} from '../../shared/protocol/class-student.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import type {
  ActAnswer,
  ActContext,
  ClassRoomState,
  DistrictRoomState,
  FiledMessage,
  JoinOptions,
  OffersMessage,
  PlayerAction,
  SeatedMessage,
  TalkMessage,
} from '../../shared/protocol/wire.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import * as classroom from '../state/classroom.ts';
import { syncClock } from '../state/clock.ts';
import { rememberDealings } from '../state/dealings.ts';
import { adoptPlan, openDraft } from '../state/draft-store.ts';
import * as game from '../state/game.ts';
import { doneIn, liveIn } from '../state/live.ts';
import type { Membership } from '../state/membership.ts';
import { rememberRefusers } from '../state/refusers.ts';
import { watchReveal } from '../state/reveal.ts';
import { rememberSeals } from '../state/seals.ts';
import { watchTakenBack } from '../state/taken-back.ts';
import { rememberTrust } from '../state/trust.ts';
import { type ActQueue, createActQueue } from './acts.ts';
import { askRoom } from './ask.ts';
import { holdPlace } from './places.ts';
import { finalRefusalIn, ifDeleted } from './refused.ts';
import { keepConnected, type RoomConnection, type RoomConnectionOptions } from './room-connection.ts';
import { liveOf } from './room-state.ts';
import { newId, ownToken } from './token.ts';

export interface StudentConnection {
  act(action: PlayerAction): Promise<ActAnswer>;
  /** Sends a request to the class instead of the district, such as an answer to a question. */
  sendRequest(action: StudentAction): Promise<StudentAnswer>;
  stop(): void;
}

export function connectStudent({ classId, code }: Pick<Membership, 'classId' | 'code'>): StudentConnection {
  game.resetGame();
  classroom.resetClassroom();
  const queue = createActQueue();
  const join = { wire: WIRE_VERSION, token: ownToken() };
  const stop = () => {
    classRoom.leave();
    district.leave();
  };
  const failed = failing(code, stop);
  const district = districtStay(join, queue, failed);
  const classRoom = classStay(classId, join, district, failed);
  return {
    act: async (action) => {
      const seen = game.view.value;
      const answer = await queue.act(contextOf(game.seated.value, seen), action);
      if (answer.ok && seen !== undefined) acknowledged(seen, action, answer.filed);
      return answer;
    },
    sendRequest: (action) => askRoom<StudentRequest, StudentAnswer>(classRoom.room, 'student', { id: newId(), action }),
    stop,
  };
}

/** Interprets a failed join: whether to retry. */
function failing(code: string, stop: () => void): RoomConnectionOptions['onFailed'] {
  const refused = (why: AnyRefusalCode) => {
    game.refusal.value = why;
    game.connection.value = 'refused';
  };
  return (reason, attempt) => {
    const why = finalRefusalIn(reason);
    if (why !== undefined) {
      if (why === 'opened-elsewhere') stop();
      refused(why);
      return false;
    }
    if (game.connection.value === 'open') game.connection.value = 'lost';
    ifDeleted(code, attempt, () => {
      stop();
      refused('class-unknown');
    });
    return true;
  };
}

interface DistrictStay {
  /** Whether a district was entered. */
  readonly entered: () => boolean;
  /** `anew`: discards what was seen of the same district. */
  enter(districtId: string, anew: boolean): void;
  leave(): void;
}

function districtStay(join: JoinOptions, queue: ActQueue, onFailed: RoomConnectionOptions['onFailed']): DistrictStay {
  let here: { readonly id: string; readonly stay: RoomConnection } | undefined;
  return {
    entered: () => here !== undefined,
    enter(districtId, anew) {
      if (here?.id === districtId && !anew) return;
      here?.stay.leave();
      if (here !== undefined) {
        game.view.value = undefined;
        game.live.value = undefined;
      }
      const stay = keepConnected({
        roomId: districtId,
        join,
        onOpen: (room) => {
          hearDistrict(room, districtId);
          queue.connected(room);
          game.connection.value = 'open';
        },
        onLost: () => {
          queue.disconnected();
          game.connection.value = 'lost';
        },
        onFailed,
      });
      here = { id: districtId, stay };
    },
    leave: () => here?.stay.leave(),
  };
}

interface ClassStay extends RoomConnection {
  /** The open room, if any. */
  readonly room: () => Room | undefined;
}

function classStay(
  roomId: string,
  join: JoinOptions,
  district: DistrictStay,
  onFailed: RoomConnectionOptions['onFailed'],
): ClassStay {
  let open: Room | undefined;
  const stay = keepConnected({
    roomId,
    join,
    onOpen: (room) => {
      open = room;
      hearPlaces(room, district);
      hearClass(room);
      room.onMessage('*', () => undefined);
      room.onStateChange((state: ClassRoomState) => {
        game.classPhase.value = state.phase;
        game.joinedCount.value = state.joined;
      });
      if (!district.entered()) game.connection.value = 'open';
    },
    onLost: () => {
      open = undefined;
      if (!district.entered()) game.connection.value = 'lost';
    },
    onFailed,
    isShown: () => !district.entered(),
  });
  return { room: () => open, leave: () => stay.leave() };
}

/** Enters the district where the class wants the student, in a seat or watching. */
function hearPlaces(room: Room, district: DistrictStay): void {
  room.onMessage<SeatedMessage>('seated', (seat) => {
    const before = game.seated.value;
    game.seated.value = seat;
    holdPlace(seat.place);
    classroom.observing.value = undefined;
    // A changed seat, also within the same district: discards what the old one saw.
    const moved = before !== undefined && (before.seat !== seat.seat || before.mirror !== seat.mirror);
    district.enter(seat.districtId, moved);
  });
  room.onMessage<ObservingMessage>('observing', (place) => {
    game.seated.value = undefined;
    game.view.value = undefined;
    classroom.observing.value = place;
    district.enter(place.districtId, false);
  });
}

function contextOf(place: SeatedMessage | undefined, view: SeatView | undefined): ActContext {
  const { round = 0, practice = false } = view?.public ?? {};
  return { round, practice, ...omitUndefined({ districtId: place?.districtId, seat: place?.seat }) };
}

/** Applies an acknowledgement, unless the phase has changed since: then the new view has it all. */
function acknowledged({ seat, public: acted }: SeatView, { type }: PlayerAction, plan: Plan | undefined): void {
  const { phase, round, practice } = game.view.value?.public ?? {};
  if (acted.phase !== phase || acted.round !== round || acted.practice !== practice) return;
  if (plan !== undefined) filed(plan);
  if (type !== 'filePlan' && type !== 'signalReady') return;
  if (game.live.value !== undefined) game.live.value = doneIn(game.live.value, seat);
}

function filed(plan: Plan): void {
  if (game.view.value !== undefined) adoptPlan(game.view.value, plan);
  game.changeView({ plan });
}

/** Messages of the class beside the game. */
function hearClass(room: Room): void {
  room.onMessage<NoticeMessage>('notice', classroom.addNotice);
  room.onMessage<GatheredMessage>('gathered', (message) => {
    classroom.company.value = message;
  });
  room.onMessage<PersonMessage>('person', (message) => {
    classroom.person.value = message;
  });
  room.onMessage<QuestionsMessage>('questions', (message) => {
    classroom.questions.value = message;
  });
  room.onMessage<ReflectionMessage>('reflection', (message) => {
    classroom.reflection.value = message;
  });
  room.onMessage<PollsMessage>('polls', (message) => {
    classroom.polls.value = message.polls;
  });
  room.onMessage<FinaleMessage>('finale', (message) => {
    classroom.finale.value = message;
  });
}

function hearDistrict(room: Room, districtId: string): void {
  hearViews<SeatView>(room, 'view', ({ now, view }) => {
    syncClock(now);
    const table = [districtId, view.seat, ...(view.public.practice === true ? ['practice'] : [])].join(' ');
    rememberTrust(table, view);
    rememberSeals(table, view);
    rememberRefusers(table, view);
    rememberDealings(table, view);
    openDraft(table, view);
    watchReveal(table, view);
    watchTakenBack(table, view);
    game.live.value = liveIn(view.public, game.live.value);
    game.view.value = view;
  });
  room.onMessage<FiledMessage>('filed', ({ plan }) => {
    filed(plan);
  });
  room.onMessage<TalkMessage>('talk', ({ line }) => {
    const known = game.talk.value.findIndex(({ id }) => id === line.id);
    // A known line comes again when it was taken down.
    game.changeView({ talk: known < 0 ? [...game.talk.value, line] : game.talk.value.with(known, line) });
  });
  room.onMessage<OffersMessage>('offers', ({ offers }) => {
    game.changeView({ offers });
  });
  hearViews<PublicView>(room, 'publicView', ({ now, view }) => {
    syncClock(now);
    game.live.value = liveIn(view, game.live.value);
    classroom.observed.value = view;
  });
  room.onMessage('*', () => undefined);
  room.onStateChange((state: DistrictRoomState) => {
    game.live.value = liveOf(state);
  });
}
