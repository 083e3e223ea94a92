/** Who may enter a room: a student with their token, or the instructor with the key. Everyone else hears why not. */
import { ErrorCode, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { tokenSchema } from '../../shared/protocol/schemas.ts';
import { type AnyRefusalCode, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { sameSecret } from '../classroom/secrets.ts';

const joinSchema = z.object({
  wire: z.number(),
  token: z.string().max(256).optional(),
  key: z.string().max(256).optional(),
});

export type Visitor = { readonly role: 'instructor' } | { readonly role: 'player'; readonly player: string };

/** The SDK hands the message on to the client as it is: one of the closed list of codes. */
export function refuseEntry(refused: AnyRefusalCode): ServerError {
  return new ServerError(ErrorCode.AUTH_FAILED, refused);
}

export function admit(options: unknown, classroom: Classroom, instructorKey: string): Visitor | AnyRefusalCode {
  const parsed = joinSchema.safeParse(options);
  if (!parsed.success) return 'not-understood';
  const { wire, token, key } = parsed.data;
  if (wire !== WIRE_VERSION) return 'wire-version';
  if (key !== undefined) return sameSecret(key, instructorKey) ? { role: 'instructor' } : 'key-wrong';
  if (token === undefined || !tokenSchema.safeParse(token).success) return 'token-malformed';
  const player = classroom.playerWith(token);
  return player === undefined ? 'token-unknown' : { role: 'player', player: player.id };
}
