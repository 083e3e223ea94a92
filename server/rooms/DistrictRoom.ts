/** A district's room: turns messages into acts of the session, and durable changes into messages. No rules. */
import type { Client } from '@colyseus/core';
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { TalkLine } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { type PublicView, publicView } from '../../shared/engine/public-view.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { offersOf, type SeatView, viewFor } from '../../shared/engine/view.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { actRequestSchema } from '../../shared/protocol/schemas.ts';
import type { Whole } from '../../shared/protocol/view-stream.ts';
import type { ActAnswer, ActRequest, FiledMessage, OffersMessage, TalkMessage } from '../../shared/protocol/wire.ts';
import { ACCESS_REVOKED, admit, refuseEntry } from '../access/admission.ts';
import { Bucket, TALK_RATE } from '../access/bucket.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { viewForMirror } from '../classroom/shown/mirror.ts';
import { isMuted } from '../classroom/shown/said.ts';
import { type Audience, type Change, type Delivery, deliveries, mergeChanges } from '../district/deliveries.ts';
import type { DistrictSession } from '../district/session.ts';
import { GuardedRoom, type RoomTools } from './GuardedRoom.ts';
import { LineNumbers } from './line-numbers.ts';
import { LiveFeed } from './live-feed.ts';
import { refusalFromZodError } from './refusal-from-zod-error.ts';
import { DistrictRoomSchema, SeatSchema } from './room-schemas.ts';
import { publicViewFrame, seatViewFrame } from './view-frames.ts';

export interface District {
  readonly classroom: Classroom;
  readonly session: DistrictSession;
  readonly number: number;
}

/** The longest delay of a timer. */
const NEVER_MS = 2 ** 31 - 1;

/** A watcher (desk, projector or observer), or a person who holds or mirrors a seat. */
type Guest = { readonly role: 'watcher'; readonly visitor: Visitor } | Seated;

interface Seated {
  readonly role: 'player' | 'mirror';
  readonly visitor: Visitor;
  readonly player: string;
  readonly seat: Seat;
}

export abstract class DistrictRoom extends GuardedRoom<{ state: DistrictRoomSchema }> {
  protected abstract readonly find: (id: string) => District | undefined;
  override state = new DistrictRoomSchema();
  /** `LiveFeed` sends patches. With no rate at all, Colyseus would tick sixty times a second. */
  override patchRate = NEVER_MS;
  protected override readonly guests = new Map<Client, Guest>();
  /** The view last sent to each client. */
  readonly #seen = new Map<Client, SeatView>();
  readonly #watched = new Map<Client, PublicView>();
  /** The standing plan that each client was told in an answer. */
  readonly #answered = new Map<Client, Plan>();
  readonly #talk = new Map<Seat, Bucket>();
  readonly #lines = new LineNumbers();
  #district: District | undefined;
  #live: LiveFeed | undefined;
  /** Changes not yet published. */
  #untold: Change[] = [];
  #telling: NodeJS.Immediate | undefined;
  #stop: () => void = () => undefined;

  override onCreate({ id }: { readonly id: string }): void {
    const district = this.find(id);
    if (district === undefined) throw refuseEntry('class-unknown');
    this.#district = district;
    this.roomId = id;
    for (const _ of district.session.state.actors) this.state.seats.push(new SeatSchema());
    const live = new LiveFeed(district.session, this.state, () => this.broadcastPatch());
    this.#live = live;
    const stopDistrict = district.session.onChange((change) => this.#publishSoon(district.session, change));
    const stopClass = district.classroom.onOwnChange(() => this.#lookRound(district));
    this.#stop = () => {
      stopDistrict();
      stopClass();
      live.stop();
      clearImmediate(this.#telling);
    };
    this.answer('act', (client, payload) => this.#act(client, payload));
    this.ignoreStrangers();
  }

  override turnsAway(visitor: Visitor): AnyRefusalCode | undefined {
    return this.#placeOf(this.#open().classroom, visitor) === undefined ? 'not-seated' : undefined;
  }

  override onAuth(_client: Client, options: unknown): Guest {
    const district = this.#open();
    const visitor = admit(options, district.classroom.doors, this.tools.instructorKey);
    if (typeof visitor === 'string') throw refuseEntry(visitor);
    const guest = this.#placeOf(district.classroom, visitor);
    if (guest === undefined) throw refuseEntry('not-seated');
    return guest;
  }

  /** Undefined for a person without a place in this district. */
  #placeOf(classroom: Classroom, visitor: Visitor): Guest | undefined {
    if (visitor.role !== 'player') return { role: 'watcher', visitor };
    const { player } = visitor;
    const place = classroom.doors.seatOf(player);
    if (place?.districtId === this.roomId) {
      return { role: place.mirror === true ? 'mirror' : 'player', visitor, player, seat: place.seat };
    }
    return classroom.doors.watchedBy(player)?.districtId === this.roomId ? { role: 'watcher', visitor } : undefined;
  }

  /** After a change of the class: reseats people who moved, and disconnects those who no longer belong. */
  #lookRound({ classroom, session }: District): void {
    for (const [client, guest] of this.guests) {
      const place = classroom.doors.stillAdmits(guest.visitor) ? this.#placeOf(classroom, guest.visitor) : undefined;
      if (place === undefined) {
        this.part(client);
        client.leave(ACCESS_REVOKED);
        continue;
      }
      if (place.role === 'watcher' ? guest.role === 'watcher' : sameSeat(guest, place)) continue;
      if (guest.role === 'player') session.leave(guest.seat, guest.player);
      this.guests.set(client, place);
      this.#forgetViews(client);
      if (place.role === 'player') session.arrive(place.seat, place.player);
      this.#sendView(client, session.state);
    }
  }

  override onJoin(client: Client, _options: unknown, guest: Guest): void {
    const { session } = this.#open();
    this.guests.set(client, guest);
    if (guest.role === 'player') session.arrive(guest.seat, guest.player);
    this.welcome(client, guest.visitor);
    this.#live?.paint();
    this.#sendView(client, session.state);
  }

  override onLeave(client: Client): void {
    this.part(client);
  }

  protected override part(client: Client): void {
    const guest = this.guests.get(client);
    this.guests.delete(client);
    this.#forgetViews(client);
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
    const guest = this.guests.get(client);
    if (guest === undefined || guest.role === 'watcher') return { ok: false, refused: 'not-your-seat' };
    const request = actRequestSchema.safeParse(payload);
    if (!request.success) return { ok: false, refused: refusalFromZodError(request.error) };
    const { districtId = this.roomId, seat = guest.seat } = request.data;
    if (districtId !== this.roomId || seat !== guest.seat) return { ok: false, refused: 'not-your-seat' };
    if (guest.role === 'mirror') return this.#actAsMirror(client, guest.player, request.data);
    const { type } = request.data.action;
    const talks = type === 'say' || type === 'sayReady';
    if (talks && isMuted(this.#open().classroom.state, guest.player)) {
      return { ok: false, refused: 'muted' };
    }
    if (talks && this.#talksTooFast(guest.seat)) return { ok: false, refused: 'too-fast' };
    const measured = this.tools.metrics.ack.startTimer();
    const answer = await (request.data.action.type === 'filePlan'
      ? this.#file(client, guest, request.data)
      : this.#open().session.act(guest.seat, guest.player, request.data));
    measured();
    if (!answer.ok) return answer;
    const { seq: _, ...told } = answer;
    return told;
  }

  async #file(client: Client, { seat, player }: Seated, request: ActRequest): Promise<ActAnswer> {
    const { session } = this.#open();
    const answer = await session.act(seat, player, request);
    if (!answer.ok) return answer;
    const filed = session.state.plans[seat]?.plan;
    if (filed !== undefined) this.#answered.set(client, filed);
    return omitUndefined({ ok: true, filed });
  }

  async #actAsMirror(client: Client, player: string, request: ActRequest): Promise<ActAnswer> {
    const { classroom, session } = this.#open();
    const answer = await classroom.mirrorPlan(player, request);
    if (!answer.ok) return answer;
    this.#sendView(client, session.state);
    return { ok: true };
  }

  #talksTooFast(seat: Seat): boolean {
    const now = this.tools.now();
    const bucket = this.#talk.get(seat) ?? new Bucket(now, TALK_RATE);
    this.#talk.set(seat, bucket);
    return bucket.take(now) !== 'go';
  }

  /** At most once per turn of the event loop, after the answers, since many plans land together. */
  #publishSoon(session: DistrictSession, change: Change): void {
    this.#untold.push(change);
    this.#telling ??= setImmediate(() => {
      this.#telling = undefined;
      const changes = this.#untold;
      this.#untold = [];
      this.#publish(session, mergeChanges(changes));
    });
  }

  #publish(session: DistrictSession, change: Change): void {
    const told = deliveries(change);
    this.#live?.changed(change.after, told.some(isForEverybody));
    for (const delivery of told) {
      for (const [client, guest] of this.guests) {
        if (!concerns(delivery.to, guest)) continue;
        if (delivery.what === 'view') this.#sendView(client, session.state);
        else if (delivery.what === 'talk')
          client.send('talk', { line: this.#told(session, delivery.line) } satisfies TalkMessage);
        else if (guest.role === 'player' && delivery.what === 'filed')
          this.#tellFiled(client, change.after, guest.seat);
        else if (guest.role === 'player') {
          const offers = offersOf(change.after, guest.seat);
          client.send('offers', { offers } satisfies OffersMessage);
        }
      }
    }
    const revealed = change.events.some((event) => event.type === 'PhaseBegan' && event.phase === 'reveal');
    if (revealed && change.decidedAt !== undefined) {
      this.tools.metrics.reveal.observe((performance.now() - change.decidedAt) / 1_000);
    }
  }

  /** Tells a seat's other tabs the standing plan; the rest of the view is unchanged. */
  #tellFiled(client: Client, { plans }: DistrictState, seat: Seat): void {
    const plan = plans[seat]?.plan;
    if (plan !== undefined && this.#answered.get(client) !== plan)
      client.send('filed', { plan } satisfies FiledMessage);
  }

  #sendView(client: Client, state: DistrictState): void {
    const guest = this.guests.get(client);
    const now = this.tools.now();
    if (guest?.role === 'player') {
      this.#sendSeatView(client, now, viewFor(state, guest.seat));
    } else if (guest?.role === 'mirror') {
      const { player } = guest;
      const { classroom, number } = this.#open();
      const planned = classroom.state.mirrorPlans.findLast(
        (plan) => plan.player === player && plan.district === number,
      );
      this.#sendSeatView(client, now, viewForMirror(state, guest.seat, planned));
    } else if (guest !== undefined) {
      const view = publicView(state);
      const before = this.#watched.get(client);
      this.#watched.set(client, view);
      if (before === undefined) client.send('publicView', { now, view } satisfies Whole<PublicView>);
      else client.enqueueRaw(publicViewFrame(now, before, view));
    }
  }

  #told({ talkTexts }: DistrictSession, line: TalkLine): TalkLine {
    return this.#lines.hide(talkTexts.withText(line));
  }

  #forgetViews(client: Client): void {
    this.#seen.delete(client);
    this.#watched.delete(client);
    this.#answered.delete(client);
  }

  #sendSeatView(client: Client, now: number, view: SeatView): void {
    const { session } = this.#open();
    const shown = { ...view, talk: view.talk.map((line) => this.#told(session, line)) };
    const before = this.#seen.get(client);
    this.#seen.set(client, shown);
    if (before === undefined) client.send('view', { now, view: shown } satisfies Whole<SeatView>);
    else client.enqueueRaw(seatViewFrame(now, before, shown));
  }
}

export function districtRoom(find: DistrictRoom['find'], tools: RoomTools) {
  return class extends DistrictRoom {
    protected override readonly tools = tools;
    protected override readonly find = find;
  };
}

function concerns(audience: Audience, guest: Guest): boolean {
  return audience === 'everyone' || (guest.role === 'player' && audience.includes(guest.seat));
}

function isForEverybody({ what, to }: Delivery): boolean {
  return what === 'view' && to === 'everyone';
}

function sameSeat(guest: Guest, place: Seated): boolean {
  return guest.role === place.role && guest.seat === place.seat;
}
