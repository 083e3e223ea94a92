/**
 * Schemas for joining a room and acting in a seat. Every message from outside is parsed by a schema first, and the
 * wire's types are inferred from these. Requests to the class are in `class-schemas.ts`, HTTP bodies in
 * `http-schemas.ts`.
 */
import { z } from 'zod';
import { LARGEST_DISTRICT } from '../engine/actors.ts';
import type { SeatAction } from '../engine/commands.ts';
import { OFFER_KINDS, PLEAS } from '../engine/parts.ts';
import type { Plan } from '../engine/plans.ts';
import { SENTENCE_IDS } from '../engine/ready-sentences.ts';
import { LIMITS } from './limits.ts';

/** A schema's output as a deeply read-only type. */
export type Parsed<Schema extends z.ZodType> = Unchanging<z.output<Schema>>;
type Unchanging<T> = T extends object ? { readonly [Key in keyof T]: Unchanging<T[Key]> } : T;

/** Secret made and kept by the client: 32 bytes in unpadded base64url. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const secret = z.string().max(256);
/** Longer than any secret, so that a wrong one gets a refusal of its own. */
export const joinOptionsSchema = z.object({
  wire: z.number(),
  /** The student's secret. */
  token: secret.exactOptional(),
  /** The instructor's secret. */
  key: secret.exactOptional(),
  /** Secret of a link into one class (`class-room.ts`). */
  link: secret.exactOptional(),
});

export const seat = z
  .int()
  .min(0)
  .max(LARGEST_DISTRICT - 1);
export const districtNumber = z.int().min(1).max(1_000);
/** Beyond any game's length. */
export const MOST_ROUNDS = 40;
/** Any number: the rules refuse too many or too few points. */
const points = z.number();
const seats = z.array(seat).max(LARGEST_DISTRICT);
const shares = z.array(z.strictObject({ to: seat, points })).max(LARGEST_DISTRICT);

const deal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('cooperate'), wishes: seats, breaks: seats }),
  z.strictObject({ kind: z.literal('buy'), sellers: seats }),
  z.strictObject({ kind: z.literal('sell'), buyer: seat }),
  z.strictObject({ kind: z.literal('loan') }),
  z.strictObject({ kind: z.literal('venture') }),
  z.strictObject({ kind: z.literal('foreign') }),
  z.strictObject({ kind: z.literal('leave') }),
]);

const planSchema = z.discriminatedUnion('kind', [
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
    list: seats.exactOptional(),
  }),
]) satisfies z.ZodType<Plan>;

const offerId = z.int().min(0);
const seatActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('filePlan'), plan: planSchema }),
  z.strictObject({
    type: z.literal('makeOffer'),
    kind: z.enum(OFFER_KINDS),
    to: seat,
    promise: points.exactOptional(),
    plea: z.enum(PLEAS).exactOptional(),
  }),
  z.strictObject({ type: z.literal('answerOffer'), offer: offerId, accept: z.boolean() }),
  z.strictObject({ type: z.literal('withdrawOffer'), offer: offerId }),
  z.strictObject({ type: z.literal('say'), text: z.string().max(4 * LIMITS.talkLength), to: seat.exactOptional() }),
  z.strictObject({ type: z.literal('sayReady'), sentence: z.enum(SENTENCE_IDS), to: seat.exactOptional() }),
  z.strictObject({ type: z.literal('signalReady') }),
]) satisfies z.ZodType<SeatAction>;

/** Idempotency key made by the client: a request may arrive twice and counts once. */
export const requestId = z.string().min(8).max(64);

export const actRequestSchema = z.strictObject({
  id: requestId,
  /** An action for an earlier round is refused as too late. */
  round: z.int().min(0).max(99),
  /** Whether `round` was the practice, which is also round 1. An action for it is too late after it. */
  practice: z.boolean().exactOptional(),
  /** Refused as `not-your-seat` if the sender has moved to another district since. */
  districtId: z.string().max(64).exactOptional(),
  seat: seat.exactOptional(),
  action: z.discriminatedUnion('type', [
    seatActionSchema,
    /** Takes the seat back from its bot; does nothing else. */
    z.strictObject({ type: z.literal('takeSeat') }),
  ]),
});
