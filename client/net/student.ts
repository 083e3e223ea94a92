/**
 * A student's two rooms: the class, which says where they sit, and the district they sit in. Whatever arrives is
 * written to `state/game`; acts go out through one queue that outlives any connection.
 */
import type { Room } from 'colyseus.js';
import type { SeatAction } from '../../shared/engine/commands.ts';
import type {
  ActAnswer,
  AnyRefusalCode,
  ClassRoomState,
  DistrictRoomState,
  FiledMessage,
  OffersMessage,
  SeatedMessage,
  TalkMessage,
  ViewMessage,
} from '../../shared/protocol/wire.ts';
import { ALL_REFUSAL_CODES, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { heard } from '../state/clock.ts';
import { openDraft } from '../state/draft-store.ts';
import * as game from '../state/game.ts';
import type { Membership } from '../state/membership.ts';
import { rememberTrust } from '../state/trust.ts';
import { createActQueue } from './acts.ts';
import { classInfo } from './http.ts';
import { liveOf } from './room-state.ts';
import { type Stay, stayIn } from './stay.ts';
import { ownToken } from './token.ts';

export interface Playing {
  act(action: SeatAction): Promise<ActAnswer>;
  stop(): void;
}

/** Reasons no amount of trying again will change. */
const FINAL: readonly AnyRefusalCode[] = ['token-unknown', 'token-malformed', 'wire-version'];
/** A room that cannot be found may be on its way back up after a restart: from this try on, the class is asked after. */
const ASK_FROM = 3;

export function play({ classId, code }: Pick<Membership, 'classId' | 'code'>): Playing {
  game.resetGame();
  const queue = createActQueue();
  const join = { wire: WIRE_VERSION, token: ownToken() };
  let district: { readonly id: string; readonly stay: Stay } | undefined;

  const refused = (why: AnyRefusalCode) => {
    game.refusal.value = why;
    game.connection.value = 'refused';
  };
  const failed = (reason: string, attempt: number): boolean => {
    const why = ALL_REFUSAL_CODES.find((known) => reason.includes(known));
    if (why !== undefined && FINAL.includes(why)) {
      refused(why);
      return false;
    }
    if (game.connection.value === 'open') game.connection.value = 'lost';
    if (attempt === ASK_FROM) {
      classInfo(code).then((answer) => {
        if (!answer.ok && answer.code === 'class-unknown') {
          stop();
          refused(answer.code);
        }
      });
    }
    return true;
  };
  const lost = () => {
    game.connection.value = 'lost';
  };

  const enterDistrict = (seat: SeatedMessage) => {
    game.seated.value = seat;
    if (district?.id === seat.districtId) return;
    district?.stay.leave();
    const stay = stayIn({
      roomId: seat.districtId,
      join,
      onOpen: (room) => {
        hearDistrict(room, seat.districtId);
        queue.connected(room);
        game.connection.value = 'open';
      },
      onLost: () => {
        queue.disconnected();
        lost();
      },
      onFailed: failed,
    });
    district = { id: seat.districtId, stay };
  };

  const classroom = stayIn({
    roomId: classId,
    join,
    onOpen: (room) => {
      room.onMessage<SeatedMessage>('seated', enterDistrict);
      room.onMessage('*', () => undefined);
      room.onStateChange((state: ClassRoomState) => {
        game.classPhase.value = state.phase;
        game.joinedCount.value = state.joined;
      });
      if (district === undefined) game.connection.value = 'open';
    },
    onLost: () => {
      if (district === undefined) lost();
    },
    onFailed: failed,
  });

  const stop = () => {
    classroom.leave();
    district?.stay.leave();
  };
  return {
    act: (action) => queue.act(game.view.value?.public.round ?? 0, action),
    stop,
  };
}

function hearDistrict(room: Room, table: string): void {
  room.onMessage<ViewMessage>('view', ({ now, view }) => {
    heard(now);
    rememberTrust(table, view);
    openDraft(table, view);
    game.filed.value = view.plan;
    game.offers.value = view.offers;
    game.talk.value = view.talk;
    game.view.value = view;
  });
  room.onMessage<FiledMessage>('filed', ({ plan }) => {
    game.filed.value = plan;
    if (game.view.value !== undefined) game.view.value = { ...game.view.value, plan };
  });
  room.onMessage<TalkMessage>('talk', ({ line }) => {
    if (game.talk.value.some((known) => known.id === line.id)) return;
    game.talk.value = [...game.talk.value, line];
  });
  room.onMessage<OffersMessage>('offers', ({ offers }) => {
    game.offers.value = offers;
  });
  room.onMessage('*', () => undefined);
  room.onStateChange((state: DistrictRoomState) => {
    game.live.value = liveOf(state);
  });
}
