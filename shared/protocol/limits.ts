import { TALK_LENGTH } from '../engine/talk.ts';

/** Limits checked on every message before anything else reads it. */
export const LIMITS = {
  /** Characters of a class's code, and of a re-entry code. */
  codeLength: 6,
  nameLength: 24,
  /** Label of a roster: a full name and what distinguishes it from others like it. */
  labelLength: 48,
  talkLength: TALK_LENGTH,
  /** Characters of a message from the desk, a reflection question, and an answer. */
  noticeLength: 1_000,
  /** Characters of the text with a raised hand. */
  handLength: 200,
  /** Characters of a sentence shown to the whole class, and how many are shown at once. */
  sentenceLength: 140,
  sentencesShown: 12,
  messageBytes: 16_384,
  /** People in one class. */
  people: 1_000,
  removedAtOnce: 500,
  /** Rate limit per student and room: sustained messages a second, and the burst. */
  messagesPerSecond: 20,
  messageBurst: 60,
} as const;
