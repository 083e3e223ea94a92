/**
 * A TCP proxy that records every byte from the server and decodes it afterwards: HTTP answers as text, WebSocket frames
 * one by one, Colyseus messages.
 */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Protocol } from '@colyseus/core';
import { decode } from '@colyseus/schema';
import { unpack } from 'msgpackr';

export interface Tap {
  readonly url: string;
  /** All data so far, one buffer per connection. */
  connections(): readonly Buffer[];
}

const servers: Server[] = [];
const sockets = new Set<Socket>();

/** Call in `afterAll`. */
export function closeTaps(): void {
  for (const server of servers.splice(0)) server.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
}

export async function tapOn(target: string): Promise<Tap> {
  const { port, hostname } = new URL(target);
  const kept: Buffer[][] = [];
  const server = createServer((client) => {
    const chunks: Buffer[] = [];
    kept.push(chunks);
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    const upstream = connect(Number(port), hostname);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    upstream.on('data', (chunk) => {
      chunks.push(chunk);
      client.write(chunk);
    });
    client.on('data', (chunk) => upstream.write(chunk));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => kept.map((chunks) => Buffer.concat(chunks)),
  };
}

/** Content of a connection: text of HTTP answers, or Colyseus messages. */
export interface Reading {
  readonly http: string;
  readonly messages: readonly Message[];
}

export interface Message {
  /**
   * Type of an application message; `response` for answers to requests, `state` for the schema, `join`, `ping`,
   * `error`.
   */
  readonly type: string;
  /** Decoded; undefined for the schema's own encoding. */
  readonly content: unknown;
}

const HEAD_END = '\r\n\r\n';

export function readConnection(bytes: Buffer): Reading {
  if (!bytes.subarray(0, 12).toString('latin1').startsWith('HTTP/1.1 101')) {
    return { http: bytes.toString('utf8'), messages: [] };
  }
  const begin = bytes.indexOf(HEAD_END) + HEAD_END.length;
  return { http: bytes.subarray(0, begin).toString('utf8'), messages: framesIn(bytes.subarray(begin)).map(readFrame) };
}

/** Payloads of whole messages. Servers do not mask; that ours neither compresses nor fragments is checked. */
function framesIn(bytes: Buffer): readonly Buffer[] {
  const payloads: Buffer[] = [];
  let offset = 0;
  while (offset + 2 <= bytes.length) {
    const [first, second] = [bytes.readUInt8(offset), bytes.readUInt8(offset + 1)];
    const [opcode, short] = [first & 0x0f, second & 0x7f];
    if ((first & 0xf0) !== 0x80 || (second & 0x80) !== 0)
      throw new Error('a frame is fragmented, compressed or masked');
    offset += 2;
    let length = short;
    if (short === 126) {
      length = bytes.readUInt16BE(offset);
      offset += 2;
    } else if (short === 127) {
      length = Number(bytes.readBigUInt64BE(offset));
      offset += 8;
    }
    // The last frame may be cut off with its connection.
    if (offset + length > bytes.length) break;
    if (opcode === 1 || opcode === 2) payloads.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return payloads;
}

export function readFrame(bytes: Buffer): Message {
  const it = { offset: 1 };
  const content = () => (bytes.length > it.offset ? (unpack(bytes.subarray(it.offset)) as unknown) : undefined);
  switch (bytes[0]) {
    case Protocol.ROOM_DATA: {
      const type = decode.stringCheck(bytes, it) ? decode.string(bytes, it) : decode.number(bytes, it);
      return { type: String(type), content: content() };
    }
    case Protocol.ROOM_RESPONSE: {
      decode.number(bytes, it);
      it.offset += 1;
      return { type: 'response', content: content() };
    }
    case Protocol.ROOM_STATE:
    case Protocol.ROOM_STATE_PATCH:
      return { type: 'state', content: undefined };
    case Protocol.PING:
      return { type: 'ping', content: undefined };
    case Protocol.JOIN_ROOM:
      return { type: 'join', content: undefined };
    case Protocol.ERROR:
    case Protocol.LEAVE_ROOM:
      return { type: 'error', content: undefined };
    default:
      throw new Error(`a frame of an unknown kind: ${bytes[0]}`);
  }
}
