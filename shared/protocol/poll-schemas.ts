/** The polls of a class as they come over the wire. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { WHAT_IFS } from './poll-topics.ts';
import { type Parsed, requestId, seat } from './schemas.ts';

const MOST_YEARS = 40;
const MOST_POINTS = 40;
const year = z.int().min(1_900).max(2_100);
const points = z.number().min(0).max(MOST_POINTS);

const pollSchema = z.discriminatedUnion('topic', [
  /** How many years it paid a firm not to keep a pact, out of as many as there were. */
  z.strictObject({
    topic: z.literal('betrayal'),
    year,
    gave: points,
    got: points,
    years: z.int().min(1).max(MOST_YEARS),
  }),
  /** Whether the class may see the names of two firms; asked only of whoever sits there. */
  z.strictObject({
    topic: z.literal('naming'),
    year,
    district: z.int().min(1).max(1_000),
    seats: z.tuple([seat, seat]),
  }),
  z.strictObject({ topic: z.literal('reason') }),
  z.strictObject({ topic: z.literal('whatIf'), year, options: z.array(z.enum(WHAT_IFS)).min(2).max(WHAT_IFS.length) }),
  z.strictObject({ topic: z.literal('whatIfBet'), year, question: z.enum(WHAT_IFS) }),
  /** Which institution to change before playing on. */
  z.strictObject({ topic: z.literal('institution') }),
  /** In one's own words; shown without a name. */
  z.strictObject({ topic: z.literal('sentence') }),
]);
export type Poll = Parsed<typeof pollSchema>;

/** Longer than any may be, so that the right refusal is given. */
export const pollAnswerSchema = z.string().max(16 * LIMITS.sentenceLength);

export const openPollAction = z.strictObject({ type: z.literal('openPoll'), poll: pollSchema });
/** With it everybody sees how the answers spread. */
export const closePollAction = z.strictObject({ type: z.literal('closePoll'), poll: requestId });
/** Which of the sentences everybody sees. */
export const pickWordsAction = z.strictObject({
  type: z.literal('pickWords'),
  poll: requestId,
  /** By the place in which they came. */
  picked: z.array(z.int().min(0).max(LIMITS.people)).max(LIMITS.sentencesShown),
});
