/** Admission to a room: a student by token, the instructor by key. All others get a refusal. */
import { ErrorCode, ServerError } from '@colyseus/core';
import type { LinkRole } from '../../shared/protocol/class-room.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { joinOptionsSchema, tokenSchema } from '../../shared/protocol/schemas.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { fingerprint, sameSecret } from './secrets.ts';
import type { Visitor } from './visitor.ts';

/** What admission asks of a class. */
export interface AdmissionLookup {
  playerWith(token: string): { readonly id: string } | undefined;
  hasRemoved(token: string): boolean;
  /** The role of a secret link; undefined if the link is not this class's. */
  linkRole(link: string): { readonly role: LinkRole; readonly hash: string } | undefined;
}

/** Close code for a connection that lost its right: its person was removed or moved, or its secret was revoked. */
export const ACCESS_REVOKED = 4_200;

/** The SDK hands the message to the client unchanged: one of the closed list of codes. */
export function refuseEntry(refused: AnyRefusalCode): ServerError {
  return new ServerError(ErrorCode.AUTH_FAILED, refused);
}

export function admit(options: unknown, doors: AdmissionLookup, instructorKey: string): Visitor | AnyRefusalCode {
  const parsed = joinOptionsSchema.safeParse(options);
  if (!parsed.success) return 'not-understood';
  const { wire, token, key, link } = parsed.data;
  if (wire !== WIRE_VERSION) return 'wire-version';
  if (key !== undefined) return sameSecret(key, instructorKey) ? { role: 'instructor', by: 'instructor' } : 'key-wrong';
  if (link !== undefined) return byLink(doors, link);
  if (token === undefined || !tokenSchema.safeParse(token).success) return 'token-malformed';
  const player = doors.playerWith(token);
  if (player !== undefined) return { role: 'player', player: player.id, tokenHash: fingerprint(token) };
  return doors.hasRemoved(token) ? 'player-removed' : 'token-unknown';
}

function byLink(doors: AdmissionLookup, secret: string): Visitor | AnyRefusalCode {
  const link = doors.linkRole(secret);
  if (link === undefined) return 'link-wrong';
  return link.role === 'projector'
    ? { role: 'projector', link: link.hash }
    : { role: 'instructor', by: 'assistant', link: link.hash };
}
