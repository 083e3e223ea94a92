/** A student with the real SDK, driven by the test, with all messages recorded. */
import { randomUUID } from 'node:crypto';
import type { Room } from 'colyseus.js';
import type { SeatAction } from '../../shared/engine/commands.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { DeskAnswer, DeskRequestAction, DeskView } from '../../shared/protocol/class-room.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import type { ActAnswer, FiledMessage, OffersMessage, SeatedMessage, TalkMessage } from '../../shared/protocol/wire.ts';
import { joinClass, newToken } from './http.ts';
import { joinRoom } from './join-room.ts';
import { KEY } from './server.ts';
import { PATIENCE_MS, until } from './waiting.ts';

export interface Received {
  readonly type: string;
  readonly message: unknown;
}

/** One connection to a district: a tab of a student's browser. */
export interface Tab {
  readonly room: Room;
  readonly received: readonly Received[];
  /** Every frame as received, from the first view on. */
  readonly frames: readonly Uint8Array[];
  view(): SeatView | undefined;
  act(action: SeatAction, options?: { readonly id?: string; readonly round?: number }): Promise<ActAnswer>;
  /** Sends any payload as an act. */
  raw(payload: unknown): Promise<ActAnswer>;
  close(): Promise<void>;
}

export async function openTab(url: string, districtId: string, token: string): Promise<Tab> {
  const room = await joinRoom(url, districtId, { token });
  room.reconnection.enabled = false;
  const received: Received[] = [];
  const frames: Uint8Array[] = [];
  const { onmessage } = room.connection.events;
  room.connection.events.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    frames.push(new Uint8Array(event.data));
    onmessage?.(event);
  };
  let view: SeatView | undefined;
  room.onError(() => undefined);
  hearViews<SeatView>(room, 'view', (message) => {
    received.push({ type: 'view', message });
    view = message.view;
  });
  room.onMessage<FiledMessage>('filed', (message) => {
    received.push({ type: 'filed', message });
    if (view !== undefined) view = { ...view, plan: message.plan };
  });
  room.onMessage<TalkMessage>('talk', (message) => received.push({ type: 'talk', message }));
  room.onMessage<OffersMessage>('offers', (message) => received.push({ type: 'offers', message }));
  room.onMessage('*', (type, message) => received.push({ type: String(type), message }));
  room.onStateChange((state: { toJSON(): unknown }) => received.push({ type: 'state', message: state.toJSON() }));
  const tab: Tab = {
    room,
    received,
    frames,
    view: () => view,
    act: (action, { id = randomUUID(), round = view?.public.round ?? 0 } = {}) => tab.raw({ id, round, action }),
    async raw(payload) {
      const answer = await room.request<unknown, ActAnswer>('act', payload, { timeout: PATIENCE_MS });
      const planning = view?.public.phase === 'plan' ? view : undefined;
      if (answer.ok && answer.filed !== undefined && planning !== undefined) view = { ...planning, plan: answer.filed };
      return answer;
    },
    async close() {
      await room.leave();
    },
  };
  await until('the first view', () => view);
  return tab;
}

export interface Student {
  readonly name: string;
  readonly token: string;
  readonly playerId: string;
  readonly classId: string;
}

export async function enrol(url: string, code: string, name: string, token = newToken()): Promise<Student> {
  const { status, body, text } = await joinClass(url, code, name, token);
  if (status !== 200) throw new Error(`${name} was not admitted: ${text}`);
  return { name, token, playerId: String(body.playerId), classId: String(body.classId) };
}

/** Waits in the class room for the student's seat; does not use the reserved place. */
export async function seatOf(url: string, student: Student): Promise<SeatedMessage> {
  const room = await joinRoom(url, student.classId, { token: student.token });
  room.reconnection.enabled = false;
  room.onError(() => undefined);
  let seated: SeatedMessage | undefined;
  room.onMessage<SeatedMessage>('seated', (message) => {
    seated = message;
  });
  room.onMessage('*', () => undefined);
  const { place: _, ...seat } = await until(`a seat for ${student.name}`, () => seated);
  await room.leave();
  return seat;
}

export interface Desk {
  readonly room: Room;
  latest(): DeskView | undefined;
  readonly messages: readonly DeskView[];
  ask(action: DeskRequestAction, id?: string): Promise<DeskAnswer>;
  close(): Promise<void>;
}

export async function sitAtDesk(url: string, classId: string): Promise<Desk> {
  const room = await joinRoom(url, classId, { key: KEY });
  room.reconnection.enabled = false;
  const messages: DeskView[] = [];
  room.onError(() => undefined);
  hearViews<DeskView>(room, 'desk', ({ view }) => messages.push(view));
  room.onMessage('*', () => undefined);
  return {
    room,
    messages,
    latest: () => messages.at(-1),
    ask: (action, id = randomUUID()) =>
      room.request<unknown, DeskAnswer>('desk', { id, action }, { timeout: PATIENCE_MS }),
    async close() {
      await room.leave();
    },
  };
}

/** A legal plan for this kind of seat in any round. */
export function plainPlan(view: SeatView): Plan {
  const kind = view.public.seats[view.seat]?.kind;
  if (kind === 'firm') return { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'none' } };
  if (kind === 'university') {
    return { kind: 'university', publish: 6, outside: 0, shelter: 0, open: 0, shares: [], wishes: [], breaks: [] };
  }
  return { kind: 'government', command: 0, law: 1, reform: 0, fund: 0, training: 0 };
}
