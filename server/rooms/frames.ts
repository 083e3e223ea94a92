/**
 * Messages as frames, packed by a packer of our own. Colyseus's walks the keys of an object in a way that V8 compiles, gives
 * up and compiles again without end once some objects have numbers for keys; patches have.
 */
import { type Client, getMessageBytes, Protocol } from '@colyseus/core';
import { Packr } from 'msgpackr';

const packr = new Packr({ useRecords: false, variableMapSize: true });

export function pack(value: unknown): Buffer {
  return Buffer.from(packr.pack(value));
}

/** `message`: packed. */
export function frameOf(type: string, message: Uint8Array): Buffer {
  return getMessageBytes.raw(Protocol.ROOM_DATA, type, undefined, message);
}

export interface Sender {
  send(type: string, message: unknown): void;
}

export function senderTo(client: Client): Sender {
  return { send: (type, message) => client.enqueueRaw(frameOf(type, pack(message))) };
}
