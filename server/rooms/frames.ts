/**
 * Packs messages into frames with our own packer. Colyseus's packer makes V8 deoptimise and recompile endlessly once
 * some objects have numeric keys, as patches have.
 */
import { type Client, getMessageBytes, Protocol } from '@colyseus/core';
import { Packr } from 'msgpackr';

const packr = new Packr({ useRecords: false, variableMapSize: true });

export function pack(value: unknown): Buffer {
  return Buffer.from(packr.pack(value));
}

/** `message`: already packed. */
export function frameOf(type: string, message: Uint8Array): Buffer {
  return getMessageBytes.raw(Protocol.ROOM_DATA, type, undefined, message);
}

export interface Sender {
  send(type: string, message: unknown): void;
}

export function senderTo(client: Client): Sender {
  return { send: (type, message) => client.enqueueRaw(frameOf(type, pack(message))) };
}
