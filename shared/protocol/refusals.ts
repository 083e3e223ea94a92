import { REFUSAL_CODES, type Refusal } from '../engine/refusals.ts';

/** Refusals of the wire and the classroom, beside those of the rules. Closed, like those. */
const WIRE_REFUSAL_CODES = [
  'not-understood',
  'too-large',
  'too-fast',
  'muted',
  'wire-version',
  'class-unknown',
  'class-ended',
  'class-full',
  'class-closed',
  'class-not-started',
  'name-blank',
  'name-too-long',
  'token-malformed',
  'token-unknown',
  'not-seated',
  'begins-later',
  'key-wrong',
  'store-unavailable',
  'record-damaged',
  'rules-older',
  'no-such-role',
  'no-such-scenario',
  'settings-out-of-range',
  'no-such-parameter',
  'treatments-two',
  'treatments-alike',
  'no-such-treatment',
  'link-wrong',
  'instructor-only',
  'no-such-district',
  'no-such-player',
  'opened-elsewhere',
  'player-removed',
  'reentry-wrong',
  'invite-wrong',
  'list-only',
  'roster-twice',
  'not-frozen',
  'text-blank',
  'text-too-long',
  'already-seated',
  'mirror-plans-only',
  'question-unknown',
  'reflection-closed',
  'poll-closed',
  'too-many-dry-runs',
  'dry-run-gone',
  'setup-not-one',
  'setup-version',
] as const;
export const ALL_REFUSAL_CODES = [...REFUSAL_CODES, ...WIRE_REFUSAL_CODES] as const;
export type AnyRefusalCode = (typeof ALL_REFUSAL_CODES)[number];

export interface WireRefusal {
  readonly refused: AnyRefusalCode;
  readonly about?: Refusal['about'];
}
