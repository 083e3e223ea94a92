/**
 * Enters a room of another process: its matchmaker reserves the place and says where to connect. Asked directly, which
 * works from a class's first moment and while Redis is down.
 */
import { ErrorCode, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { refuseEntry } from '../access/admission.ts';
import { PROXIED_HEADER } from './holder.ts';

const PATIENCE_MS = 5_000;

const reservationSchema = z.object({
  name: z.string(),
  sessionId: z.string(),
  roomId: z.string(),
  processId: z.string(),
  publicAddress: z.string().optional(),
});
const failureSchema = z.object({ code: z.number(), error: z.string() });

export async function reserveAtHolder(address: string, roomId: string, options: unknown, visitor: string) {
  const response = await fetch(new URL(`/matchmake/joinById/${roomId}`, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': visitor, [PROXIED_HEADER]: '1' },
    body: JSON.stringify(options ?? {}),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  const failure = failureSchema.safeParse(body);
  if (failure.success) throw new ServerError(failure.data.code, failure.data.error);
  const reservation = reservationSchema.safeParse(body);
  // The process may be dead, and its classes are taken over soon.
  if (!reservation.success) throw refuseEntry('store-unavailable');
  const { publicAddress, ...rest } = reservation.data;
  if (publicAddress === undefined) throw new ServerError(ErrorCode.MATCHMAKE_UNHANDLED, 'PUBLIC_ADDRESS is not set');
  return { ...rest, publicAddress };
}
