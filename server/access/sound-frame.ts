/**
 * Checks a frame before Colyseus unpacks it. A few hundred bytes can repeat references until their text has a gigabyte,
 * which Colyseus's reader writes if a byte follows the message. A frame can also define object shapes, for each of
 * which the reader compiles code.
 */
import { Protocol } from '@colyseus/core';
import { decode } from '@colyseus/schema';
import { Unpackr } from 'msgpackr';

/** More shapes than our largest message has. */
const MOST_SHAPES = 64;
const SHAPES = [Buffer.from([0xd4, 0x72]), Buffer.from([0xd5, 0x72])];
/** Bits of the first byte that hold the code; the others are flags. */
const CODE = 0x1f;

const strict = new Unpackr({ useRecords: false, structuredClone: false });

/** Whether the frame is one whole message of plain values, or no message. */
export function isSound(frame: Uint8Array): boolean {
  const code = (frame[0] ?? 0) & CODE;
  if (code !== Protocol.ROOM_DATA && code !== Protocol.ROOM_REQUEST) return true;
  try {
    const it = { offset: 1 };
    if (code === Protocol.ROOM_REQUEST) decode.number(frame, it);
    if (decode.stringCheck(frame, it)) decode.string(frame, it);
    else decode.number(frame, it);
    const payload = Buffer.from(frame.buffer, frame.byteOffset + it.offset, frame.byteLength - it.offset);
    return payload.length === 0 || (!hasManyShapes(payload) && strict.unpackMultiple(payload)?.length === 1);
  } catch {
    return false;
  }
}

function hasManyShapes(payload: Buffer): boolean {
  let found = 0;
  for (const shape of SHAPES) {
    for (let at = payload.indexOf(shape); at >= 0; at = payload.indexOf(shape, at + 1)) found += 1;
  }
  return found > MOST_SHAPES;
}
