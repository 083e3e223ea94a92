/** The polls of a class as schemas. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { WHAT_IFS } from './poll-topics.ts';
import { districtNumber, MOST_ROUNDS, type Parsed, requestId, seat } from './schemas.ts';

const MOST_POINTS = 40;
const year = z.int().min(1_900).max(2_100);
const points = z.number().min(0).max(MOST_POINTS);

const pollSchema = z.discriminatedUnion('topic', [
  /** How many years, of how many, a firm gained by not keeping a pact. */
  z.strictObject({
    topic: z.literal('betrayal'),
    year,
    gave: points,
    got: points,
    years: z.int().min(1).max(MOST_ROUNDS),
  }),
  /** May the class see the names of two firms? Only the people in their seats are asked. */
  z.strictObject({
    topic: z.literal('naming'),
    year,
    district: districtNumber,
    seats: z.tuple([seat, seat]),
  }),
  z.strictObject({ topic: z.literal('reason') }),
  z.strictObject({ topic: z.literal('whatIf'), year, options: z.array(z.enum(WHAT_IFS)).min(2).max(WHAT_IFS.length) }),
  z.strictObject({ topic: z.literal('whatIfBet'), year, question: z.enum(WHAT_IFS) }),
  /** Which institution to change before playing on. */
  z.strictObject({ topic: z.literal('institution') }),
  /** A free-text answer, shown without a name. */
  z.strictObject({ topic: z.literal('sentence') }),
]);
export type Poll = Parsed<typeof pollSchema>;

/** Longer than any legal answer, so that a too long one gets a refusal of its own. */
export const pollAnswerSchema = z.string().max(16 * LIMITS.sentenceLength);

export const openPollAction = z.strictObject({ type: z.literal('openPoll'), poll: pollSchema });
/** Closes the poll and shows the result to everybody. */
export const closePollAction = z.strictObject({ type: z.literal('closePoll'), poll: requestId });
/** Picks the free-text answers that everybody sees. */
export const pickWordsAction = z.strictObject({
  type: z.literal('pickWords'),
  poll: requestId,
  /** Indices in order of arrival. */
  picked: z.array(z.int().min(0).max(LIMITS.people)).max(LIMITS.sentencesShown),
});
