/** A connection to a class's room for any role: messages by type, and requests. */
import { randomUUID } from 'node:crypto';
import type { Room } from 'colyseus.js';
import type { DeskAnswer, DeskRequestAction, DeskView } from '../../shared/protocol/class-room.ts';
import type { StudentAction, StudentAnswer } from '../../shared/protocol/class-student.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import type { JoinOptions } from '../../shared/protocol/wire.ts';
import { joinRoom } from './join-room.ts';
import { PATIENCE_MS } from './waiting.ts';

export interface Connection {
  readonly room: Room;
  /** The latest message of a type. */
  latest<T>(type: string): T | undefined;
  all<T>(type: string): readonly T[];
  /** The desk's view: the first message with all patches applied. */
  desk(): DeskView | undefined;
  ask(action: DeskRequestAction, id?: string): Promise<DeskAnswer>;
  student(action: StudentAction): Promise<StudentAnswer>;
  /** Bytes received so far. */
  readonly bytes: number;
  /** Close code of the connection. */
  readonly left: number | undefined;
  close(): Promise<void>;
}

export async function enter(url: string, roomId: string, options: Omit<JoinOptions, 'wire'>): Promise<Connection> {
  const room = await joinRoom(url, roomId, options);
  room.reconnection.enabled = false;
  const received: { readonly type: string; readonly message: unknown }[] = [];
  let shown: DeskView | undefined;
  let bytes = 0;
  let left: number | undefined;
  const { onmessage } = room.connection.events;
  room.connection.events.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    bytes += event.data.byteLength;
    onmessage?.(event);
  };
  room.onError(() => undefined);
  room.onLeave((code) => {
    left = code;
  });
  hearViews<DeskView>(room, 'desk', ({ view }) => {
    shown = view;
  });
  for (const type of ['view', 'publicView', 'projector'] as const) {
    hearViews(room, type, (message) => received.push({ type, message }));
  }
  room.onMessage('*', (type, message) => received.push({ type: String(type), message }));
  return {
    room,
    latest: <T>(type: string) => received.findLast((each) => each.type === type)?.message as T | undefined,
    all: <T>(type: string) => received.filter((each) => each.type === type).map(({ message }) => message as T),
    desk: () => shown,
    ask: (action, id = randomUUID()) =>
      room.request<unknown, DeskAnswer>('desk', { id, action }, { timeout: PATIENCE_MS }),
    student: (action) =>
      room.request<unknown, StudentAnswer>('student', { id: randomUUID(), action }, { timeout: PATIENCE_MS }),
    get bytes() {
      return bytes;
    },
    get left() {
      return left;
    },
    async close() {
      await room.leave();
    },
  };
}
