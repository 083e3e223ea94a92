import { TALK_LENGTH } from '../engine/talk.ts';

/** Limits every message meets before it is read further. */
export const LIMITS = {
  nameLength: 24,
  /** A label of a roster: a person's whole name, and what tells it from another like it. */
  labelLength: 48,
  talkLength: TALK_LENGTH,
  /** A message from the desk, a reflection question, and an answer to it. */
  noticeLength: 1_000,
  /** What somebody says with a raised hand. */
  handLength: 200,
  /** A sentence that a whole class may read, and how many of them at once. */
  sentenceLength: 140,
  sentencesShown: 12,
  messageBytes: 16_384,
  /** In one class. */
  people: 1_000,
  removedAtOnce: 500,
  /** Sustained messages a second from one student in one room, and the burst above it. */
  messagesPerSecond: 20,
  messageBurst: 60,
} as const;
