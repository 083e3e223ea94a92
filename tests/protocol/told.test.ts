/** Every request of the wire with every bound: a change here changes the protocol. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deskRequestSchema, studentRequestSchema } from '../../shared/protocol/class-schemas.ts';
import {
  dryRunSchema,
  joinClassSchema,
  ownRecordSchema,
  practiceSchema,
  reentrySchema,
} from '../../shared/protocol/http-schemas.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { pollAnswerSchema } from '../../shared/protocol/poll-schemas.ts';
import { actRequestSchema, joinOptionsSchema, tokenSchema } from '../../shared/protocol/schemas.ts';
import { openClassSchema, openRequestSchema } from '../../shared/protocol/setup.ts';
import { SETUP_LIMITS } from '../../shared/protocol/setup-choices.ts';
import { OPENED_ELSEWHERE, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { expectTold } from '../support/told.ts';

const SCHEMAS = {
  act: actRequestSchema,
  desk: deskRequestSchema,
  'dry-run': dryRunSchema,
  'join-class': joinClassSchema,
  'join-options': joinOptionsSchema,
  'open-class': openClassSchema,
  'open-request': openRequestSchema,
  'own-record': ownRecordSchema,
  'poll-answer': pollAnswerSchema,
  practice: practiceSchema,
  reentry: reentrySchema,
  student: studentRequestSchema,
  token: tokenSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>;

describe('what is asked', () => {
  test.each(Object.entries(SCHEMAS))('as %s has the shape and the bounds it had', async (name, schema) => {
    await expectTold(`protocol/${name}`, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  });

  test('has the limits it had', () => {
    expect({ ...LIMITS, ...SETUP_LIMITS }).toMatchInlineSnapshot(`
      {
        "codeLength": 6,
        "handLength": 200,
        "labelLength": 48,
        "longestMs": 1800000,
        "messageBurst": 60,
        "messageBytes": 16384,
        "messagesPerSecond": 20,
        "nameLength": 24,
        "noticeLength": 1000,
        "people": 1000,
        "removedAtOnce": 500,
        "roster": 600,
        "sentenceLength": 140,
        "sentencesShown": 12,
        "shortestMs": 200,
        "talkLength": 280,
        "titleLength": 80,
        "treatmentNameLength": 40,
        "treatments": 8,
      }
    `);
  });

  test('is of the version and has the close code it had', () => {
    expect([WIRE_VERSION, OPENED_ELSEWHERE]).toEqual([3, 4_201]);
  });
});
