/** Both sides of every bound of a message: the last legal value, and the first illegal one. */
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { deskRequestSchema, studentRequestSchema } from '../../shared/protocol/class-schemas.ts';
import { dryRunSchema, joinClassSchema, practiceSchema, reentrySchema } from '../../shared/protocol/http-schemas.ts';
import { actRequestSchema, joinOptionsSchema, tokenSchema } from '../../shared/protocol/schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const list = <T>(length: number, item: T): T[] => Array.from({ length }, () => item);
const id = text(12);

const act = (action: object) => ({ id, round: 1, action });
const desk = (action: object) => ({ id, action });
const file = (plan: object) => act({ type: 'filePlan', plan });
const firm = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } };
const cooperate = { kind: 'cooperate', wishes: [], breaks: [] };
const predict = { type: 'predict', figure: '4', income: [1] };
const move = { type: 'move', player: 'p', district: 1, seat: 0 };

type Case = readonly [
  what: string,
  schema: z.ZodType,
  make: (value: never) => unknown,
  lets: readonly unknown[],
  not: readonly unknown[],
];
const row = <T>(
  what: string,
  schema: z.ZodType,
  make: (value: T) => unknown,
  lets: readonly T[],
  not: readonly T[],
): Case => [what, schema, make, lets, not];

describe('bounds of what is asked', () => {
  test.each<Case>([
    row('a token', tokenSchema, (value: string) => value, [text(43)], [text(42), text(44), `${text(42)}=`]),
    row('a key', joinOptionsSchema, (key: string) => ({ wire: 1, key }), [text(256)], [text(257)]),
    row(
      'a request’s id',
      actRequestSchema,
      (own: string) => ({ ...act({ type: 'signalReady' }), id: own }),
      [text(8), text(64)],
      [text(7), text(65)],
    ),
    row(
      'a round',
      actRequestSchema,
      (round: number) => ({ ...act({ type: 'signalReady' }), round }),
      [0, 99],
      [-1, 100, 0.5],
    ),
    row(
      'a district’s id',
      actRequestSchema,
      (districtId: string) => ({ ...act({ type: 'signalReady' }), districtId }),
      [text(64)],
      [text(65)],
    ),
    row(
      'a seat',
      actRequestSchema,
      (seat: number) => ({ ...act({ type: 'signalReady' }), seat }),
      [0, 15],
      [-1, 16, 1.5],
    ),
    row(
      'an offer’s number',
      actRequestSchema,
      (offer: number) => act({ type: 'withdrawOffer', offer }),
      [0, 1_000],
      [-1, 0.5],
    ),
    row(
      'what is said',
      actRequestSchema,
      (length: number) => act({ type: 'say', text: text(length) }),
      [1_120],
      [1_121],
    ),
    row(
      'wishes',
      actRequestSchema,
      (length: number) => file({ ...firm, deal: { ...cooperate, wishes: list(length, 1) } }),
      [16],
      [17],
    ),
    row(
      'shares',
      actRequestSchema,
      (length: number) => file({ ...firm, shares: list(length, { to: 1, points: 1 }) }),
      [16],
      [17],
    ),
    row(
      'minutes that a desk gives',
      deskRequestSchema,
      (ms: number) => desk({ type: 'extend', ms }),
      [1, 3_600_000],
      [0, 3_600_001, 1.5],
    ),
    row(
      'a desk’s question',
      deskRequestSchema,
      (length: number) => desk({ type: 'freeze', question: text(length) }),
      [16_000],
      [16_001],
    ),
    row(
      'districts meant',
      deskRequestSchema,
      (length: number) => desk({ type: 'pause', districts: list(length, 1) }),
      [1, 1_000],
      [0, 1_001],
    ),
    row('a player', deskRequestSchema, (length: number) => desk({ ...move, player: text(length) }), [1, 40], [0, 41]),
    row(
      'players to remove',
      deskRequestSchema,
      (length: number) => desk({ type: 'removeMany', players: list(length, 'p') }),
      [1, 500],
      [0, 501],
    ),
    row(
      'people expected',
      deskRequestSchema,
      (expected: number) => desk({ type: 'setDoor', open: true, expected }),
      [1, 1_000],
      [0, 1_001],
    ),
    row(
      'a treatment’s name',
      deskRequestSchema,
      (length: number) => desk({ type: 'assignTreatment', district: 1, treatment: text(length) }),
      [80],
      [81],
    ),
    row(
      'a question’s id',
      studentRequestSchema,
      (length: number) => desk({ type: 'answerQuestion', question: text(length), choice: 'A' }),
      [40],
      [41],
    ),
    row(
      'an answer',
      studentRequestSchema,
      (length: number) => desk({ type: 'answerReflection', reflection: 'r', text: text(length) }),
      [16_000],
      [16_001],
    ),
    row(
      'an income that is predicted',
      studentRequestSchema,
      (income: number) => desk({ ...predict, income: [income] }),
      [0, 100_000],
      [-1, 100_001],
    ),
    row(
      'rounds that are predicted',
      studentRequestSchema,
      (length: number) => desk({ ...predict, income: list(length, 1) }),
      // Empty if only the figure is predicted.
      [0, 40],
      [41],
    ),
    row(
      'an invitation',
      joinClassSchema,
      (length: number) => ({ name: '', token: '', invite: text(length) }),
      [256],
      [257],
    ),
    row('a re-entry code', reentrySchema, (length: number) => ({ reentry: text(length), token: '' }), [64], [65]),
    row('a practice’s seat', practiceSchema, (seat: number) => ({ name: '', token: '', seat }), [0, 15], [-1, 16]),
    row(
      'a scenario’s id',
      practiceSchema,
      (length: number) => ({ name: '', token: '', seat: 0, scenario: text(length) }),
      [64],
      [65],
    ),
    row('robots', dryRunSchema, (seats: number) => ({ seats }), [1, 300], [0, 301]),
  ])('%s', (_, schema, make, lets, not) => {
    const passes = (value: unknown) => schema.safeParse(make(value as never)).success;
    expect(lets.map(passes)).toEqual(lets.map(() => true));
    expect(not.map(passes)).toEqual(not.map(() => false));
  });
});
