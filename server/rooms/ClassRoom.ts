/**
 * A class's room: tells students their seats, desks the state of the class, and the projector public facts; takes
 * requests of desks and students.
 */
import type { Client } from '@colyseus/core';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import { deskRequestSchema, studentRequestSchema } from '../../shared/protocol/class-schemas.ts';
import type { StudentAnswer } from '../../shared/protocol/class-student.ts';
import type { Place } from '../../shared/protocol/wire.ts';
import { ACCESS_REVOKED, admit, refuseEntry } from '../access/admission.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { deskView } from '../classroom/shown/desk-view.ts';
import { gathered } from '../classroom/shown/gathered.ts';
import { projectorView } from '../classroom/shown/projector-view.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import { DeskFeed } from './desk-feed.ts';
import { Feed } from './feed.ts';
import { senderTo } from './frames.ts';
import { GuardedRoom, type RoomTools } from './GuardedRoom.ts';
import { ProjectorFeed } from './projector-feed.ts';
import { ClassRoomSchema } from './room-schemas.ts';
import { StudentFeed } from './student-feed.ts';

const COMPANY_MS = 1_000;

type Guest =
  | { readonly visitor: Visitor; readonly screen: DeskFeed | ProjectorFeed }
  | { readonly visitor: Visitor; readonly student: StudentFeed };

/** Reserves a place in a room of the class for a student who is here; undefined if they must ask for one. */
export type PlaceFor = (roomId: string, visitor: Visitor, options: unknown) => Promise<Place | undefined>;

export abstract class ClassRoom extends GuardedRoom<{ state: ClassRoomSchema }> {
  protected abstract readonly find: (id: string) => Classroom | undefined;
  protected abstract readonly placeFor: PlaceFor;
  override state = new ClassRoomSchema();
  protected override readonly guests = new Map<Client, Guest>();
  /** Feeds of desks and projectors, which follow every change. */
  readonly #screens = new Set<DeskFeed | ProjectorFeed>();
  #classroom: Classroom | undefined;
  /** The state that students were last told about. */
  #seen: { readonly state: ClassState; readonly open: number } | undefined;
  #looking: NodeJS.Immediate | undefined;
  #stop: () => void = () => undefined;
  /** Batches arrivals into one message to everybody. */
  readonly #company = new Feed({ everyMs: COMPANY_MS, emit: () => this.#tellCompany() });

  override onCreate({ id }: { readonly id: string }): void {
    const classroom = this.find(id);
    if (classroom === undefined) throw refuseEntry('class-unknown');
    this.#classroom = classroom;
    this.roomId = id;
    this.#paint(classroom);
    this.#stop = classroom.onChange(() => this.#changedSoon(classroom));
    this.answer('desk', (client, payload) => this.#desk(client, payload));
    this.answer('student', (client, payload) => this.#student(client, payload));
    this.ignoreStrangers();
  }

  override turnsAway(): undefined {
    return undefined;
  }

  override onAuth(_client: Client, options: unknown): Visitor {
    const visitor = admit(options, this.#open().doors, this.tools.instructorKey);
    if (typeof visitor === 'string') throw refuseEntry(visitor);
    return visitor;
  }

  override onJoin(client: Client, options: unknown, visitor: Visitor): void {
    const classroom = this.#open();
    if (visitor.role === 'player') {
      const student = new StudentFeed(client, visitor.player, (roomId) => this.placeFor(roomId, visitor, options));
      this.guests.set(client, { visitor, student });
      this.welcome(client, visitor);
      classroom.arrive(visitor.player);
      student.update(classroom);
      student.company(classroom, gathered(classroom.state));
      return;
    }
    const screen =
      visitor.role === 'projector'
        ? new ProjectorFeed(senderTo(client), this.tools.now, () => projectorView(classroom))
        : new DeskFeed(senderTo(client), this.tools.now, () => deskView(classroom));
    this.guests.set(client, { visitor, screen });
    this.#screens.add(screen);
    this.welcome(client, visitor);
  }

  override onLeave(client: Client): void {
    this.part(client);
  }

  protected override part(client: Client): void {
    const guest = this.guests.get(client);
    this.guests.delete(client);
    this.forget(client);
    if (guest === undefined) return;
    if ('screen' in guest) {
      guest.screen.stop();
      this.#screens.delete(guest.screen);
    } else if (guest.visitor.role === 'player') this.#classroom?.leave(guest.visitor.player);
  }

  override onDispose(): void {
    for (const screen of this.#screens) screen.stop();
    this.#company.stop();
    clearImmediate(this.#looking);
    this.#stop();
  }

  #open(): Classroom {
    if (this.#classroom === undefined) throw refuseEntry('class-unknown');
    return this.#classroom;
  }

  async #desk(client: Client, payload: unknown): Promise<DeskAnswer> {
    const visitor = this.guests.get(client)?.visitor;
    if (visitor?.role !== 'instructor') return { ok: false, refused: 'key-wrong' };
    const request = deskRequestSchema.safeParse(payload);
    if (!request.success) return { ok: false, refused: 'not-understood' };
    const { id, action } = request.data;
    return this.#open().desk(action, id, visitor.by);
  }

  async #student(client: Client, payload: unknown): Promise<StudentAnswer> {
    const visitor = this.guests.get(client)?.visitor;
    if (visitor?.role !== 'player') return { ok: false, refused: 'not-your-seat' };
    const request = studentRequestSchema.safeParse(payload);
    if (!request.success) return { ok: false, refused: 'not-understood' };
    return this.#open().student(visitor.player, request.data.action);
  }

  /** At most once per turn of the event loop: people join in bursts, and each change is checked for everybody. */
  #changedSoon(classroom: Classroom): void {
    this.#looking ??= setImmediate(() => {
      this.#looking = undefined;
      this.#changed(classroom);
    });
  }

  #changed(classroom: Classroom): void {
    for (const screen of this.#screens) screen.changed();
    const open = classroom.openCount;
    if (this.#seen?.state === classroom.state && this.#seen.open === open) return;
    this.#seen = { state: classroom.state, open };
    this.#paint(classroom);
    this.#company.changed();
    for (const [client, guest] of this.guests) {
      if (!classroom.doors.stillAdmits(guest.visitor)) {
        this.part(client);
        client.leave(ACCESS_REVOKED);
      } else if ('student' in guest) guest.student.update(classroom);
    }
  }

  #tellCompany(): undefined {
    const classroom = this.#classroom;
    if (classroom === undefined) return;
    const come = gathered(classroom.state);
    for (const guest of this.guests.values()) if ('student' in guest) guest.student.company(classroom, come);
  }

  #paint(classroom: Classroom): void {
    const { phase, opened, players, districts } = classroom.state;
    this.state.phase = phase;
    this.state.code = opened.code;
    this.state.joined = players.length;
    this.state.districts = districts.length;
  }
}

export function classRoom(find: ClassRoom['find'], placeFor: PlaceFor, tools: RoomTools) {
  return class extends ClassRoom {
    protected override readonly tools = tools;
    protected override readonly find = find;
    protected override readonly placeFor = placeFor;
  };
}
