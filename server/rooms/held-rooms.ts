/** The rooms of this process: one for each class that it holds, and one for each of its districts. */
import { matchMaker } from '@colyseus/core';
import { CLASS_ROOM, DISTRICT_ROOM } from '../../shared/protocol/wire.ts';
import type { Classroom } from '../classroom/classroom.ts';
import type { ClassRegistry } from '../classroom/registry.ts';
import type { District } from './DistrictRoom.ts';

/** `k…` is a class, `k…-3` its third district. */
const ROOM_ID = /^([a-z0-9]{8,32})(?:-(\d{1,4}))?$/;

export interface RoomId {
  readonly classId: string;
  /** Undefined for the class's own room. */
  readonly number: number | undefined;
}

export function readRoomId(id: string): RoomId | undefined {
  const [, classId, number] = ROOM_ID.exec(id) ?? [];
  return classId === undefined ? undefined : { classId, number: number === undefined ? undefined : Number(number) };
}

export class HeldRooms {
  readonly #registry: ClassRegistry;
  readonly #classrooms = new Map<string, Classroom>();
  readonly #making = new Map<string, Promise<void>>();

  constructor(registry: ClassRegistry) {
    this.#registry = registry;
  }

  classroom(classId: string): Classroom | undefined {
    return this.#classrooms.get(classId);
  }

  district(roomId: string): District | undefined {
    const { classId = '', number } = readRoomId(roomId) ?? {};
    if (number === undefined) return undefined;
    const classroom = this.classroom(classId);
    const session = classroom?.session(number);
    return classroom && session && { classroom, session, number };
  }

  /** Makes this one room, if its class is here and has it. */
  async ensure(roomId: string): Promise<void> {
    const asked = readRoomId(roomId);
    const classroom = asked && (await this.#registry.byId(asked.classId));
    if (classroom === undefined) return;
    this.#classrooms.set(classroom.id, classroom);
    if (asked?.number === undefined) await this.#make(CLASS_ROOM, roomId);
    else if (classroom.session(asked.number) !== undefined) await this.#make(DISTRICT_ROOM, roomId);
  }

  /** Makes all rooms of a class. */
  async ensureAll(classroom: Classroom): Promise<void> {
    this.#classrooms.set(classroom.id, classroom);
    await this.#make(CLASS_ROOM, classroom.id);
    for (const session of classroom.sessions) await this.#make(DISTRICT_ROOM, session.id);
  }

  close(classroom: Classroom): void {
    for (const id of [classroom.id, ...classroom.sessions.map((session) => session.id)]) {
      matchMaker.getLocalRoomById(id)?.disconnect();
    }
    this.#classrooms.delete(classroom.id);
  }

  #make(name: string, id: string): Promise<void> {
    if (matchMaker.getLocalRoomById(id) !== undefined) return Promise.resolve();
    const made = this.#making.get(id) ?? matchMaker.createRoom(name, { id }).then(() => undefined);
    this.#making.set(id, made);
    return made.finally(() => this.#making.delete(id));
  }
}
