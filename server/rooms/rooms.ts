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
import { enterThere } from '../cluster/enter-there.ts';
import { HANDED_ON } from '../cluster/holder.ts';
import { classRoom, type PlaceFor } from './ClassRoom.ts';
import { type District, districtRoom } from './DistrictRoom.ts';
import { GuardedRoom, type RoomTools } from './GuardedRoom.ts';

export interface Rooms {
  ready(): Promise<void>;
  ensureAll(classroom: Classroom): Promise<void>;
  /** Reserves a place in the class's room for an admitted student; undefined if they must ask for one. */
  placeIn(classroom: Classroom, token: string): Promise<Place | undefined>;
}

/** `k…` is a class, `k…-3` its third district. */
const ROOM_ID = /^([a-z0-9]{8,32})(?:-(\d{1,4}))?$/;

export function openRooms(server: Server, registry: ClassRegistry, tools: RoomTools, brake: GuessBrake): Rooms {
  const classrooms = new Map<string, Classroom>();
  const making = new Map<string, Promise<void>>();

  const findDistrict = (id: string): District | undefined => {
    const [, classId = '', number] = ROOM_ID.exec(id) ?? [];
    const classroom = classrooms.get(classId);
    const session = classroom?.session(Number(number));
    return classroom === undefined || session === undefined
      ? undefined
      : { classroom, session, number: Number(number) };
  };

  const ensure = (name: string, id: string): Promise<void> => {
    if (matchMaker.getLocalRoomById(id) !== undefined) return Promise.resolve();
    const made = making.get(id) ?? matchMaker.createRoom(name, { id }).then(() => undefined);
    making.set(id, made);
    return made.finally(() => making.delete(id));
  };

  const ensureFor = async (roomId: string): Promise<void> => {
    const [, classId, number] = ROOM_ID.exec(roomId) ?? [];
    const classroom = classId === undefined ? undefined : await registry.byId(classId);
    if (classroom === undefined) return;
    classrooms.set(classroom.id, classroom);
    if (number === undefined) await ensure(CLASS_ROOM, roomId);
    else if (classroom.session(Number(number)) !== undefined) await ensure(DISTRICT_ROOM, roomId);
  };

  const placeFor = placesIn(ensureFor, tools);
  server.define(
    CLASS_ROOM,
    classRoom((id) => classrooms.get(id), placeFor, tools),
  );
  server.define(DISTRICT_ROOM, districtRoom(findDistrict, tools));

  const ensureAll = async (classroom: Classroom): Promise<void> => {
    classrooms.set(classroom.id, classroom);
    await ensure(CLASS_ROOM, classroom.id);
    for (const session of classroom.sessions) await ensure(DISTRICT_ROOM, session.id);
  };

  registry.onTakenOver((classroom) => {
    ensureAll(classroom).catch((err: unknown) =>
      tools.log.error({ err, classId: classroom.id }, 'rooms were not made'),
    );
  });
  registry.onClosing((classroom) => {
    for (const id of [classroom.id, ...classroom.sessions.map((session) => session.id)]) {
      matchMaker.getLocalRoomById(id)?.disconnect();
    }
    classrooms.delete(classroom.id);
  });

  const { controller } = matchMaker;
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = () => ({});
  controller.invokeMethod = async (method, roomId, options, context) => {
    if (method !== 'joinById') throw new ServerError(ErrorCode.MATCHMAKE_NO_HANDLER, 'not-understood');
    const address = String(context?.ip ?? '');
    const [, classId = ''] = ROOM_ID.exec(roomId) ?? [];
    const holder = context?.headers.get(HANDED_ON) === null ? await registry.elsewhere(classId) : undefined;
    if (holder !== undefined) return enterThere(holder.address, roomId, options, address);
    await ensureFor(roomId);
    const classroom = classrooms.get(classId);
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
  };

  return {
    async ready() {
      await matchMaker.onReady;
    },
    ensureAll,
    async placeIn(classroom, token) {
      const options: JoinOptions = { wire: WIRE_VERSION, token };
      const visitor = admit(options, classroom.doors, tools.instructorKey);
      return typeof visitor === 'string' ? undefined : placeFor(classroom.id, visitor, options);
    },
  };
}

function placesIn(ensureFor: (roomId: string) => Promise<void>, { log }: Pick<RoomTools, 'log'>): PlaceFor {
  return async (roomId, visitor, options) => {
    try {
      if (matchMaker.getLocalRoomById(roomId) === undefined) await ensureFor(roomId);
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
