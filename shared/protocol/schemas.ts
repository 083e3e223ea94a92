/** Every message from outside meets one of these before anything else reads it. */
import { z } from 'zod';
import type { SeatAction } from '../engine/commands.ts';
import { LIMITS } from './wire.ts';

const seat = z.int().min(0).max(15);
/** Numbers are checked here only for being numbers at all; the rules say what is too many or too few. */
const points = z.number();
const seats = z.array(seat).max(16);
const shares = z.array(z.strictObject({ to: seat, points })).max(16);

const deal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('cooperate'), wishes: seats, breaks: seats }),
  z.strictObject({ kind: z.literal('buy'), sellers: seats }),
  z.strictObject({ kind: z.literal('sell'), buyer: seat }),
  z.strictObject({ kind: z.literal('loan') }),
  z.strictObject({ kind: z.literal('venture') }),
  z.strictObject({ kind: z.literal('foreign') }),
]);

export const planSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('firm'), trade: points, research: points, shares, deal }),
  z.strictObject({
    kind: z.literal('university'),
    publish: points,
    outside: points,
    shelter: points,
    open: points,
    shares,
    wishes: seats,
    breaks: seats,
  }),
  z.strictObject({
    kind: z.literal('government'),
    command: points,
    law: points,
    reform: points,
    fund: points,
    training: points,
  }),
]);

const offerId = z.int().min(0);
export const seatActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('filePlan'), plan: planSchema }),
  z.strictObject({ type: z.literal('makeOffer'), kind: z.enum(['pact', 'buy', 'sell']), to: seat }),
  z.strictObject({ type: z.literal('answerOffer'), offer: offerId, accept: z.boolean() }),
  z.strictObject({ type: z.literal('withdrawOffer'), offer: offerId }),
  z.strictObject({ type: z.literal('say'), text: z.string().max(4 * LIMITS.talkLength), to: seat.optional() }),
  z.strictObject({ type: z.literal('signalReady') }),
]);

export const actRequestSchema = z.strictObject({
  id: z.string().min(8).max(64),
  round: z.int().min(0).max(99),
  action: seatActionSchema,
});

export type ParsedActRequest = z.infer<typeof actRequestSchema>;

/** 32 bytes in base64url without padding. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export type ParsedSeatAction = z.infer<typeof seatActionSchema>;
/** Zod's optional keys allow `undefined`; the engine's do not. Cut them. */
export function toSeatAction(parsed: ParsedSeatAction): SeatAction {
  if (parsed.type !== 'say') return parsed;
  return parsed.to === undefined
    ? { type: 'say', text: parsed.text }
    : { type: 'say', text: parsed.text, to: parsed.to };
}
