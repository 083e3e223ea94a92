/**
 * All rooms: one per class and one per district, under the log's ids. Only the server creates them, when a class is
 * loaded or somebody comes; clients can only enter.
 */
import { ErrorCode, matchMaker, type RoomOptions, type Server, ServerError } from '@colyseus/core';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { CLASS_ROOM, DISTRICT_ROOM, type JoinOptions, type Place, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { admit, refuseEntry } from '../access/admission.ts';
import type { GuessBrake } from '../access/guess-brake.ts';
import { canBeGuessed } from '../access/secrets.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Classroom } from '../classroom/classroom.ts';
import type { ClassRegistry } from '../classroom/registry.ts';
import { PROXIED_HEADER } from '../cluster/holder.ts';
import { reserveAtHolder } from '../cluster/reserve-at-holder.ts';
import { classRoom, type PlaceFor } from './ClassRoom.ts';
import { districtRoom } from './DistrictRoom.ts';
import { GuardedRoom, type RoomTools } from './GuardedRoom.ts';
import { HeldRooms, readRoomId } from './held-rooms.ts';

export interface Rooms {
  ready(): Promise<void>;
  ensureAll(classroom: Classroom): Promise<void>;
  /** Reserves a place in the class's room for an admitted student; undefined if they must ask for one. */
  placeIn(classroom: Classroom, token: string): Promise<Place | undefined>;
}

export function openRooms(server: Server, registry: ClassRegistry, tools: RoomTools, brake: GuessBrake): Rooms {
  const held = new HeldRooms(registry);
  const placeFor = placesIn(held, tools);
  server.define(
    CLASS_ROOM,
    classRoom((id) => held.classroom(id), placeFor, tools),
  );
  server.define(
    DISTRICT_ROOM,
    districtRoom((id) => held.district(id), tools),
  );
  registry.onTakenOver((classroom) => {
    held.ensureAll(classroom).catch((err: unknown) => {
      tools.log.error({ err, classId: classroom.id }, 'rooms were not made');
    });
  });
  registry.onClosing((classroom) => held.close(classroom));
  closeMatchmaking({ registry, held, tools, brake });

  return {
    async ready() {
      await matchMaker.onReady;
    },
    ensureAll: (classroom) => held.ensureAll(classroom),
    async placeIn(classroom, token) {
      const options: JoinOptions = { wire: WIRE_VERSION, token };
      const visitor = admit(options, classroom.doors, tools.instructorKey);
      return typeof visitor === 'string' ? undefined : placeFor(classroom.id, visitor, options);
    },
  };
}

interface Doorway {
  readonly registry: ClassRegistry;
  readonly held: HeldRooms;
  readonly tools: RoomTools;
  readonly brake: GuessBrake;
}

/** Closes all of Colyseus's matchmaking but the way into a room that is named. */
function closeMatchmaking(doorway: Doorway): void {
  const { controller } = matchMaker;
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = () => ({});
  controller.invokeMethod = async (method, roomId, options, context) => {
    if (method !== 'joinById') throw new ServerError(ErrorCode.MATCHMAKE_NO_HANDLER, 'not-understood');
    const address = String(context?.ip ?? '');
    const classId = readRoomId(roomId)?.classId ?? '';
    const holder =
      context?.headers.get(PROXIED_HEADER) === null ? await doorway.registry.elsewhere(classId) : undefined;
    return holder === undefined
      ? enterHere(doorway, roomId, options, address)
      : reserveAtHolder(holder.address, roomId, options, address);
  };
}

async function enterHere(
  { held, tools, brake }: Doorway,
  roomId: string,
  options: unknown,
  address: string,
): Promise<Place> {
  await held.ensure(roomId);
  const classroom = held.classroom(readRoomId(roomId)?.classId ?? '');
  const room = matchMaker.getLocalRoomById(roomId);
  if (classroom === undefined || !(room instanceof GuardedRoom)) {
    throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, 'class-unknown');
  }
  const visitor = admit(options, classroom.doors, tools.instructorKey);
  if (mayBeGuess(visitor, tools.instructorKey) && !(await brake.turn(address))) throw refuseEntry('too-fast');
  if (visitor === 'key-wrong' || visitor === 'link-wrong') brake.miss(address);
  if (typeof visitor === 'string') throw refuseEntry(visitor);
  brake.told(address, classroom.state.opened.code);
  const place = await keepPlace(room, visitor, options);
  if (typeof place === 'string') throw refuseEntry(place);
  return place;
}

function placesIn(held: HeldRooms, { log }: Pick<RoomTools, 'log'>): PlaceFor {
  return async (roomId, visitor, options) => {
    try {
      if (matchMaker.getLocalRoomById(roomId) === undefined) await held.ensure(roomId);
      const room = matchMaker.getLocalRoomById(roomId);
      const place = room instanceof GuardedRoom ? await keepPlace(room, visitor, options) : undefined;
      return typeof place === 'string' ? undefined : place;
    } catch (err) {
      log.warn({ err, roomId }, 'no place was kept');
      return undefined;
    }
  };
}

type EnterableRoom = Pick<GuardedRoom<RoomOptions>, 'roomId' | 'turnsAway' | 'keepPlace'>;

/** Reserves nothing for visitors who would be refused; the room checks again on entry. */
async function keepPlace(room: EnterableRoom, visitor: Visitor, options: unknown): Promise<Place | AnyRefusalCode> {
  const turnedAway = room.turnsAway(visitor);
  if (turnedAway !== undefined) return turnedAway;
  return (await room.keepPlace(visitor, () => matchMaker.joinById(room.roomId, options))) ?? 'too-fast';
}

/** Tokens and secrets of links cannot be guessed, so their owners skip the queue of guesses. */
function mayBeGuess(visitor: ReturnType<typeof admit>, instructorKey: string): boolean {
  if (visitor === 'key-wrong' || visitor === 'link-wrong') return true;
  const byKey = typeof visitor !== 'string' && visitor.role === 'instructor' && visitor.by === 'instructor';
  return byKey && canBeGuessed(instructorKey);
}
