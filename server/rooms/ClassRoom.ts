/** A class's room: tells students where they sit and the instructor how things stand; takes the desk's requests. */
import type { Client } from '@colyseus/core';
import { z } from 'zod';
import type { DeskAnswer, DeskMessage, DeskRequestAction, SeatedMessage } from '../../shared/protocol/wire.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { deskView } from '../classroom/desk-view.ts';
import type { ClassState } from '../classroom/state.ts';
import { GuardedRoom, type RoomTools } from './GuardedRoom.ts';
import { admit, refuseEntry, type Visitor } from './joining.ts';
import { ClassRoomSchema } from './states.ts';

/** At most four desk messages a second. */
const DESK_EVERY_MS = 250;
const ANSWERS_KEPT = 200;
const LONGEST_EXTENSION_MS = 60 * 60_000;

const district = z.int().min(1).max(1_000).optional();
const deskRequestSchema = z.strictObject({
  id: z.string().min(8).max(64),
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('startClass') }),
    z.strictObject({ type: z.literal('endClass') }),
    z.strictObject({ type: z.literal('advance'), district }),
    z.strictObject({ type: z.literal('pause'), district }),
    z.strictObject({ type: z.literal('resume'), district }),
    z.strictObject({ type: z.literal('extend'), ms: z.int().min(1).max(LONGEST_EXTENSION_MS), district }),
  ]),
});
type ParsedDeskAction = z.infer<typeof deskRequestSchema>['action'];

export function classRoom(find: (id: string) => Classroom | undefined, tools: RoomTools) {
  return class ClassRoom extends GuardedRoom<{ state: ClassRoomSchema }> {
    protected override readonly tools = tools;
    override state = new ClassRoomSchema();
    readonly #guests = new Map<Client, Visitor>();
    /** What each student was last told of their seat. */
    readonly #told = new Map<Client, SeatedMessage>();
    readonly #answers = new Map<string, Promise<DeskAnswer>>();
    #classroom: Classroom | undefined;
    /** What the students were last told from. */
    #seen: { readonly state: ClassState; readonly open: number } | undefined;
    #deskTimer: NodeJS.Timeout | undefined;
    #stop: () => void = () => undefined;

    override onCreate({ id }: { readonly id: string }): void {
      const classroom = find(id);
      if (classroom === undefined) throw refuseEntry('class-unknown');
      this.#classroom = classroom;
      this.roomId = id;
      this.#paint(classroom);
      this.#stop = classroom.onChange(() => this.#changed(classroom));
      this.answer('desk', (client, payload) => this.#desk(client, payload));
      this.ignoreStrangers();
    }

    override onAuth(_client: Client, options: unknown): Visitor {
      const visitor = admit(options, this.#open(), tools.instructorKey);
      if (typeof visitor === 'string') throw refuseEntry(visitor);
      return visitor;
    }

    override onJoin(client: Client, _options: unknown, visitor: Visitor): void {
      const classroom = this.#open();
      this.#guests.set(client, visitor);
      if (visitor.role === 'player') classroom.arrive(visitor.player);
      this.#tellSeat(classroom, client);
      this.#deskSoon(classroom);
    }

    override onLeave(client: Client): void {
      const visitor = this.#guests.get(client);
      this.#guests.delete(client);
      this.#told.delete(client);
      this.forget(client);
      if (visitor?.role === 'player') this.#classroom?.leave(visitor.player);
    }

    override onDispose(): void {
      clearTimeout(this.#deskTimer);
      this.#stop();
    }

    #open(): Classroom {
      if (this.#classroom === undefined) throw refuseEntry('class-unknown');
      return this.#classroom;
    }

    async #desk(client: Client, payload: unknown): Promise<DeskAnswer> {
      if (this.#guests.get(client)?.role !== 'instructor') return { ok: false, refused: 'key-wrong' };
      const request = deskRequestSchema.safeParse(payload);
      if (!request.success) return { ok: false, refused: 'not-understood' };
      const { id, action } = request.data;
      const known = this.#answers.get(id);
      if (known !== undefined) return known;
      const answer = this.#open().desk(toDeskRequest(action), id);
      this.#answers.set(id, answer);
      const oldest = this.#answers.keys().next();
      if (this.#answers.size > ANSWERS_KEPT && !oldest.done) this.#answers.delete(oldest.value);
      const given = await answer;
      if (!given.ok && given.refused === 'store-unavailable') this.#answers.delete(id);
      return given;
    }

    #changed(classroom: Classroom): void {
      this.#deskSoon(classroom);
      const open = classroom.sessions.length;
      if (this.#seen?.state === classroom.state && this.#seen.open === open) return;
      this.#seen = { state: classroom.state, open };
      this.#paint(classroom);
      for (const client of this.#guests.keys()) this.#tellSeat(classroom, client);
    }

    #tellSeat(classroom: Classroom, client: Client): void {
      const visitor = this.#guests.get(client);
      const place = visitor?.role === 'player' ? classroom.seatOf(visitor.player) : undefined;
      const told = this.#told.get(client);
      if (place === undefined || (told?.districtId === place.districtId && told.seat === place.seat)) return;
      this.#told.set(client, place);
      client.send('seated', place);
    }

    #deskSoon(classroom: Classroom): void {
      const instructors = [...this.#guests].filter(([, { role }]) => role === 'instructor');
      if (instructors.length === 0 || this.#deskTimer !== undefined) return;
      this.#deskTimer = setTimeout(() => {
        this.#deskTimer = undefined;
        const message: DeskMessage = deskView(classroom, tools.now());
        for (const [client, { role }] of this.#guests) if (role === 'instructor') client.send('desk', message);
      }, DESK_EVERY_MS);
    }

    #paint(classroom: Classroom): void {
      const { phase, opened, players, districts } = classroom.state;
      this.state.phase = phase;
      this.state.code = opened.code;
      this.state.joined = players.length;
      this.state.districts = districts.length;
    }
  };
}

/** Zod's optional keys allow `undefined`; the wire's do not. */
function toDeskRequest(action: ParsedDeskAction): DeskRequestAction {
  if (action.type === 'startClass' || action.type === 'endClass') return action;
  const { district, ...rest } = action;
  return district === undefined ? rest : { ...rest, district };
}
