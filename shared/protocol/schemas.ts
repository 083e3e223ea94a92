/** Every message from outside meets one of these before anything else reads it. */
import { z } from 'zod';
import type { SeatAction } from '../engine/commands.ts';
import { FIGURES } from '../engine/figure-reading.ts';
import { CHOICES, type DeskRequestAction, LINK_ROLES, ROUND_PHASES, type StudentAction } from './class-room.ts';
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
  z.strictObject({ kind: z.literal('leave') }),
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
    list: seats.exactOptional(),
  }),
]);

const offerId = z.int().min(0);
const seatActionSchema = z.discriminatedUnion('type', [
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
  practice: z.boolean().optional(),
  districtId: z.string().max(64).optional(),
  seat: seat.optional(),
  action: z.discriminatedUnion('type', [seatActionSchema, z.strictObject({ type: z.literal('takeSeat') })]),
});

export type ParsedActRequest = z.infer<typeof actRequestSchema>;

/** 32 bytes in base64url without padding. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

type ParsedSeatAction = z.infer<typeof seatActionSchema>;
/** Zod's optional keys allow `undefined`; the engine's do not. Cut them. */
export function toSeatAction(parsed: ParsedSeatAction): SeatAction {
  if (parsed.type !== 'say') return parsed;
  return parsed.to === undefined
    ? { type: 'say', text: parsed.text }
    : { type: 'say', text: parsed.text, to: parsed.to };
}

// --- The class room --------------------------------------------------------------------------------------------------

const requestId = z.string().min(8).max(64);
const districtNumber = z.int().min(1).max(1_000);
const where = { district: districtNumber.optional(), districts: z.array(districtNumber).min(1).max(1_000).optional() };
const player = z.string().min(1).max(40);
/** Longer than any may be, so that the right refusal is given. */
const longText = z.string().max(16 * LIMITS.noticeLength);
const LONGEST_EXTENSION_MS = 60 * 60_000;
/** Of a sketched curve: far beyond any district's. */
const MOST_INCOME = 100_000;
const MOST_ROUNDS = 40;

export const deskRequestSchema = z.strictObject({
  id: requestId,
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('seatClass') }),
    z.strictObject({ type: z.literal('startPractice') }),
    z.strictObject({ type: z.literal('startClass') }),
    z.strictObject({ type: z.literal('endClass') }),
    z.strictObject({ type: z.literal('advance'), from: z.enum(ROUND_PHASES).optional(), ...where }),
    z.strictObject({ type: z.literal('closeRound'), ...where }),
    z.strictObject({ type: z.literal('pause'), ...where }),
    z.strictObject({ type: z.literal('resume'), ...where }),
    z.strictObject({ type: z.literal('extend'), ms: z.int().min(1).max(LONGEST_EXTENSION_MS), ...where }),
    z.strictObject({ type: z.literal('undo'), ...where }),
    z.strictObject({ type: z.literal('freeze'), question: longText, ...where }),
    z.strictObject({ type: z.literal('thaw'), ...where }),
    z.strictObject({ type: z.literal('message'), text: longText, player: player.optional(), ...where }),
    z.strictObject({ type: z.literal('move'), player, district: districtNumber, seat }),
    z.strictObject({ type: z.literal('handToBot'), player }),
    z.strictObject({ type: z.literal('handBack'), player }),
    z.strictObject({ type: z.literal('relax'), player, on: z.boolean() }),
    z.strictObject({ type: z.literal('remove'), player }),
    z.strictObject({ type: z.literal('issueReentry'), player }),
    z.strictObject({ type: z.literal('issueLink'), to: z.enum(LINK_ROLES) }),
    z.strictObject({ type: z.literal('assignTreatment'), district: districtNumber, treatment: z.string().max(80) }),
    z.strictObject({ type: z.literal('showNames'), on: z.boolean() }),
  ]),
});

export const studentRequestSchema = z.strictObject({
  id: requestId,
  action: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('answerQuestion'), question: z.string().max(40), choice: z.enum(CHOICES) }),
    z.strictObject({ type: z.literal('answerReflection'), reflection: z.string().max(40), text: longText }),
    z.strictObject({
      type: z.literal('predict'),
      figure: z.enum(FIGURES),
      income: z.array(z.number().min(0).max(MOST_INCOME)).min(1).max(MOST_ROUNDS),
    }),
  ]),
});

/** Zod's optional keys allow `undefined`; the wire's do not. */
export function toDeskRequestAction(parsed: z.infer<typeof deskRequestSchema>['action']): DeskRequestAction {
  const kept = Object.entries(parsed).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as DeskRequestAction;
}
export type ParsedStudentAction = z.infer<typeof studentRequestSchema>['action'] & StudentAction;
