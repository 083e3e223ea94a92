/**
 * Views of a district as frames. The part common to all seats is compared and packed once: msgpack concatenates the
 * parts of a message, so frames are assembled from packed parts.
 */
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { difference } from '../../shared/protocol/patch.ts';
import type { ViewName } from '../../shared/protocol/view-stream.ts';
import { frameOf, pack } from './frames.ts';

const mapOf = (size: number): Uint8Array => Uint8Array.of(0x80 + size);
const listOf = (size: number): Uint8Array => Uint8Array.of(0x90 + size);

const NOW = Buffer.concat([mapOf(2), pack('now')]);
const PATCHES = pack('patches');
const TO_PUBLIC = Buffer.concat([mapOf(1), pack('k'), mapOf(1), pack('public')]);

interface Step {
  readonly after: PublicView;
  /** Undefined if nothing changed. */
  readonly packed: Buffer | undefined;
}
/** Cache of packed patches by old view, since nearly all seats share it. */
const steps = new WeakMap<PublicView, Step>();

function publicStep(before: PublicView, after: PublicView): Buffer | undefined {
  const known = steps.get(before);
  if (known?.after === after) return known.packed;
  const patch = difference(before, after);
  const packed = patch === undefined ? undefined : pack(patch);
  steps.set(before, { after, packed });
  return packed;
}

function frame(name: ViewName, now: number, patches: readonly Buffer[]): Buffer {
  return frameOf(`${name}Patch`, Buffer.concat([NOW, pack(now), PATCHES, listOf(patches.length), ...patches]));
}

/** Frame of the patch from the view last sent to a seat to its new one. */
export function seatViewFrame(now: number, before: SeatView, after: SeatView): Buffer {
  const { public: publicBefore, ...ownBefore } = before;
  const { public: publicAfter, ...ownAfter } = after;
  const own = difference(ownBefore, ownAfter);
  const shared = publicStep(publicBefore, publicAfter);
  const patches = own === undefined ? [] : [pack(own)];
  return frame('view', now, shared === undefined ? patches : [...patches, Buffer.concat([TO_PUBLIC, shared])]);
}

export function publicViewFrame(now: number, before: PublicView, after: PublicView): Buffer {
  const step = publicStep(before, after);
  return frame('publicView', now, step === undefined ? [] : [step]);
}
