/**
 * A student's two rooms: the class, which says where they sit, and the district they sit in. Whatever arrives is
 * written to `state/game`; acts go out through one queue that outlives any connection.
 */
import type { Room } from 'colyseus.js';
import type { SeatAction } from '../../shared/engine/commands.ts';
import type {
  ActAnswer,
  ClassRoomState,
  DistrictRoomState,
  OffersMessage,
  SeatedMessage,
  TalkMessage,
  ViewMessage,
} from '../../shared/protocol/wire.ts';
import { ALL_REFUSAL_CODES, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { heard } from '../state/clock.ts';
import { openDraft } from '../state/draft-store.ts';
import * as game from '../state/game.ts';
import { rememberTrust } from '../state/trust.ts';
import { createActQueue } from './acts.ts';
import { liveOf } from './room-state.ts';
import { type Stay, stayIn } from './stay.ts';
import { ownToken } from './token.ts';

export interface Playing {
  act(action: SeatAction): Promise<ActAnswer>;
  stop(): void;
}

/** Reasons no amount of trying again will change. */
const FINAL = ['token-unknown', 'token-malformed', 'wire-version'] as const;
/** A class that cannot be found may be on its way back up after a restart; past this many tries it is believed. */
const PATIENCE = 12;

export function play(classId: string): Playing {
  game.resetGame();
  const queue = createActQueue();
  const join = { wire: WIRE_VERSION, token: ownToken() };
  let district: { readonly id: string; readonly stay: Stay } | undefined;

  const failed = (reason: string, attempt: number): boolean => {
    const code = ALL_REFUSAL_CODES.find((known) => reason.includes(known));
    const final = FINAL.some((known) => known === code) || (code === 'class-unknown' && attempt >= PATIENCE);
    if (final) game.refusal.value = code;
    game.connection.value = final ? 'refused' : game.connection.value === 'open' ? 'lost' : game.connection.value;
    return !final;
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

  return {
    act: (action) => queue.act(game.view.value?.public.round ?? 0, action),
    stop: () => {
      classroom.leave();
      district?.stay.leave();
    },
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
