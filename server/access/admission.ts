/** Who may enter a room: a student with their token, or the instructor with the key. Everyone else hears why not. */
import { ErrorCode, ServerError } from '@colyseus/core';
import type { LinkRole } from '../../shared/protocol/class-room.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { joinOptionsSchema, tokenSchema } from '../../shared/protocol/schemas.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { fingerprint, sameSecret } from './secrets.ts';
import type { Visitor } from './visitor.ts';

/** What a class knows of those who come to it. */
export interface Doors {
  playerWith(token: string): { readonly id: string } | undefined;
  hasRemoved(token: string): boolean;
  /** What a secret link opens, if it is one of this class. */
  linkRole(link: string): { readonly role: LinkRole; readonly hash: string } | undefined;
}

/** Closes a connection that no longer belongs: removed, moved elsewhere, or let in by what opens nothing any more. */
export const LET_GO = 4_200;

/** The SDK hands the message on to the client as it is: one of the closed list of codes. */
export function refuseEntry(refused: AnyRefusalCode): ServerError {
  return new ServerError(ErrorCode.AUTH_FAILED, refused);
}

export function admit(options: unknown, doors: Doors, instructorKey: string): Visitor | AnyRefusalCode {
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

function byLink(doors: Doors, secret: string): Visitor | AnyRefusalCode {
  const link = doors.linkRole(secret);
  if (link === undefined) return 'link-wrong';
  return link.role === 'projector'
    ? { role: 'projector', link: link.hash }
    : { role: 'instructor', by: 'assistant', link: link.hash };
}
