/**
 * Looks at a frame before Colyseus unpacks it. A few hundred bytes can name one value again and again, so that its text
 * has a gigabyte, and Colyseus's reader writes that text where a byte follows the message. Objects come as shapes that are
 * defined in the frame, and the reader compiles code for a shape.
 */
import { Protocol } from '@colyseus/core';
import { decode } from '@colyseus/schema';
import { Unpackr } from 'msgpackr';

/** More than our largest message has. */
const MOST_SHAPES = 64;
const SHAPES = [Buffer.from([0xd4, 0x72]), Buffer.from([0xd5, 0x72])];
/** Of the first byte; the rest are flags. */
const CODE = 0x1f;

const strict = new Unpackr({ useRecords: false, structuredClone: false });

/** Whether it holds one whole message of plain values, or none. */
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
