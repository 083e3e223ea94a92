/** The server's end of a room connection without network: keeps what is sent, and accepts frames. */
import type { Client, Room } from '@colyseus/core';
import { Protocol } from '@colyseus/core';
import { encode } from '@colyseus/schema';
import { pack } from 'msgpackr';
import { readFrame } from './tap.ts';

/** Colyseus's code for a joined connection. */
const JOINED = 1;
const HEARS = '_onMessage';

export class Line {
  readonly sessionId: string;
  readonly state = JOINED;
  readonly ref = { bufferedAmount: 0, terminate: () => void this.heard.push(['hung up']) };
  heard: unknown[] = [];
  readonly #waiting: ((answer: unknown) => void)[] = [];
  #room: Room | undefined;

  constructor(sessionId: string) {
    this.sessionId = sessionId;
  }

  /** Enters as Colyseus does; throws the room's refusal. */
  async enter(room: Room, options: unknown): Promise<void> {
    const auth = await room.onAuth(this.#client, options as never, {} as never);
    this.#room = room;
    await room.onJoin?.(this.#client, options as never, auth);
  }

  async leaves(room: Room): Promise<void> {
    await room.onLeave?.(this.#client);
  }

  send(type: string, message: unknown): void {
    this.heard.push([type, message]);
  }

  enqueueRaw(bytes: Uint8Array): void {
    const { type, content } = readFrame(Buffer.from(bytes));
    if (type === 'response') this.#waiting.shift()?.(content);
    else this.heard.push([type, content]);
  }

  leave(code: number, why?: string): void {
    this.heard.push(['let go', code, ...(why === undefined ? [] : [why])]);
  }

  get #client(): Client {
    return this as unknown as Client;
  }

  frame(bytes: Uint8Array): void {
    this.#room?.[HEARS](this.#client as never, Buffer.from(bytes));
  }

  says(type: string, payload?: unknown): void {
    this.frame(Buffer.concat([headOf(Protocol.ROOM_DATA, type), payload === undefined ? Buffer.of() : pack(payload)]));
  }

  /** The room's answer; undefined if none came after many turns of the event loop. */
  async asks(type: string, payload: unknown): Promise<unknown> {
    let answer: unknown;
    this.#waiting.push((said) => {
      answer = said;
    });
    this.frame(Buffer.concat([headOf(Protocol.ROOM_REQUEST, type), pack(payload)]));
    for (let turn = 0; answer === undefined && turn < 200; turn += 1) await new Promise(setImmediate);
    return answer;
  }
}

function headOf(protocol: number, type: string): Buffer {
  const bytes = Buffer.alloc(64);
  const it = { offset: 1 };
  bytes[0] = protocol;
  if (protocol === Protocol.ROOM_REQUEST) encode.number(bytes, 1, it);
  encode.string(bytes, type, it);
  return bytes.subarray(0, it.offset);
}
