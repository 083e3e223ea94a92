/** One district's room: messages become acts of the session, durable changes become messages. No rules. */
import type { Client } from '@colyseus/core';
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { publicView, viewFor } from '../../shared/engine/view.ts';
import { actRequestSchema } from '../../shared/protocol/schemas.ts';
import type {
  ActAnswer,
  OffersMessage,
  PublicViewMessage,
  TalkMessage,
  ViewMessage,
} from '../../shared/protocol/wire.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { type Audience, type Change, deliveries } from '../district/deliveries.ts';
import { deadlineOf } from '../district/pace.ts';
import type { DistrictSession } from '../district/session.ts';
import { Bucket, TALK_RATE } from './bucket.ts';
import { GuardedRoom, type RoomTools } from './GuardedRoom.ts';
import { admit, refuseEntry } from './joining.ts';
import { misread } from './misread.ts';
import { DistrictRoomSchema, SeatSchema } from './states.ts';

export interface District {
  readonly classroom: Classroom;
  readonly session: DistrictSession;
  readonly number: number;
}

/** The instructor, or a person with the seat they hold here. */
type Guest =
  | { readonly role: 'instructor' }
  | { readonly role: 'player'; readonly player: string; readonly seat: Seat };

export function districtRoom(find: (id: string) => District | undefined, tools: RoomTools) {
  return class DistrictRoom extends GuardedRoom<{ state: DistrictRoomSchema }> {
    protected override readonly tools = tools;
    override state = new DistrictRoomSchema();
    readonly #guests = new Map<Client, Guest>();
    readonly #talk = new Map<Seat, Bucket>();
    #district: District | undefined;
    #stop: () => void = () => undefined;

    override onCreate({ id }: { readonly id: string }): void {
      const district = find(id);
      if (district === undefined) throw refuseEntry('class-unknown');
      this.#district = district;
      this.roomId = id;
      for (const _ of district.session.state.actors) this.state.seats.push(new SeatSchema());
      this.#paint(district.session.state);
      this.#stop = district.session.onChange((change) => this.#publish(district.session, change));
      this.answer('act', (client, payload) => this.#act(client, payload));
      this.ignoreStrangers();
    }

    override onAuth(_client: Client, options: unknown): Guest {
      const district = this.#open();
      const visitor = admit(options, district.classroom, tools.instructorKey);
      if (typeof visitor === 'string') throw refuseEntry(visitor);
      if (visitor.role === 'instructor') return visitor;
      const place = district.classroom.seatOf(visitor.player);
      if (place?.districtId !== this.roomId) throw refuseEntry('not-seated');
      return { ...visitor, seat: place.seat };
    }

    override onJoin(client: Client, _options: unknown, guest: Guest): void {
      const { session } = this.#open();
      this.#guests.set(client, guest);
      if (guest.role === 'player') session.arrive(guest.seat, guest.player);
      this.#sendView(client, session.state);
    }

    override onLeave(client: Client): void {
      const guest = this.#guests.get(client);
      this.#guests.delete(client);
      this.forget(client);
      if (guest?.role === 'player') this.#district?.session.leave(guest.seat, guest.player);
    }

    override onDispose(): void {
      this.#stop();
    }

    #open(): District {
      if (this.#district === undefined) throw refuseEntry('class-unknown');
      return this.#district;
    }

    async #act(client: Client, payload: unknown): Promise<ActAnswer> {
      const guest = this.#guests.get(client);
      if (guest?.role !== 'player') return { ok: false, refused: 'not-your-seat' };
      const request = actRequestSchema.safeParse(payload);
      if (!request.success) return { ok: false, refused: misread(request.error) };
      if (request.data.action.type === 'say' && this.#talksTooFast(guest.seat))
        return { ok: false, refused: 'too-fast' };
      const measured = tools.metrics.ack.startTimer();
      const answer = await this.#open().session.act(guest.seat, guest.player, request.data);
      measured();
      return answer;
    }

    #talksTooFast(seat: Seat): boolean {
      const now = tools.now();
      const bucket = this.#talk.get(seat) ?? new Bucket(now, TALK_RATE);
      this.#talk.set(seat, bucket);
      return bucket.take(now) !== 'go';
    }

    #publish(session: DistrictSession, change: Change): void {
      this.#paint(change.after);
      for (const delivery of deliveries(change)) {
        for (const [client, guest] of this.#guests) {
          if (!concerns(delivery.to, guest)) continue;
          if (delivery.what === 'view') this.#sendView(client, session.state);
          else if (delivery.what === 'talk') client.send('talk', { line: delivery.line } satisfies TalkMessage);
          else if (guest.role === 'player') {
            const { offers } = viewFor(change.after, guest.seat);
            client.send('offers', { offers } satisfies OffersMessage);
          }
        }
      }
    }

    #sendView(client: Client, state: DistrictState): void {
      const guest = this.#guests.get(client);
      const now = tools.now();
      if (guest?.role === 'player') {
        client.send('view', { now, view: viewFor(state, guest.seat) } satisfies ViewMessage);
      } else if (guest !== undefined) {
        client.send('publicView', { now, view: publicView(state) } satisfies PublicViewMessage);
      }
    }

    #paint(state: DistrictState): void {
      const { session } = this.#open();
      this.state.phase = state.phase;
      this.state.round = state.round;
      this.state.deadline = deadlineOf(state) ?? 0;
      this.state.paused = state.clock.pausedWithMs !== undefined;
      const view = publicView(state);
      for (const [seat, painted] of this.state.seats.entries()) {
        const known = view.seats[seat];
        if (known === undefined) continue;
        painted.control = known.control;
        painted.ready = known.ready;
        painted.online = session.presence.isOnline(seat);
      }
    }
  };
}

function concerns(audience: Audience, guest: Guest): boolean {
  return audience === 'everyone' || (guest.role === 'player' && audience.includes(guest.seat));
}
