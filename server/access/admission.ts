/** Who may enter a room: a student with their token, or the instructor with the key. Everyone else hears why not. */
import { ErrorCode, ServerError } from '@colyseus/core';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { joinOptionsSchema, tokenSchema } from '../../shared/protocol/schemas.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { fingerprint, sameSecret } from './secrets.ts';
import type { Visitor } from './visitor.ts';

/** Closes a connection that no longer belongs: removed, moved elsewhere, or let in by what opens nothing any more. */
export const LET_GO = 4_200;

/** Whether a desk understands changes alone. */
export function wantsPatches(options: unknown): boolean {
  return joinOptionsSchema.safeParse(options).data?.patches === true;
}

/** The SDK hands the message on to the client as it is: one of the closed list of codes. */
export function refuseEntry(refused: AnyRefusalCode): ServerError {
  return new ServerError(ErrorCode.AUTH_FAILED, refused);
}

export function admit(options: unknown, classroom: Classroom, instructorKey: string): Visitor | AnyRefusalCode {
  const parsed = joinOptionsSchema.safeParse(options);
  if (!parsed.success) return 'not-understood';
  const { wire, token, key, link } = parsed.data;
  if (wire !== WIRE_VERSION) return 'wire-version';
  if (key !== undefined) return sameSecret(key, instructorKey) ? { role: 'instructor', by: 'instructor' } : 'key-wrong';
  if (link !== undefined) return byLink(classroom, link);
  if (token === undefined || !tokenSchema.safeParse(token).success) return 'token-malformed';
  const player = classroom.playerWith(token);
  if (player !== undefined) return { role: 'player', player: player.id, tokenHash: fingerprint(token) };
  return classroom.hasRemoved(token) ? 'player-removed' : 'token-unknown';
}

function byLink(classroom: Classroom, secret: string): Visitor | AnyRefusalCode {
  const link = classroom.linkRole(secret);
  if (link === undefined) return 'link-wrong';
  return link.role === 'projector'
    ? { role: 'projector', link: link.hash }
    : { role: 'instructor', by: 'assistant', link: link.hash };
}
