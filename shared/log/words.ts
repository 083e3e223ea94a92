/**
 * What somebody wrote, or is called, lies beside the log. The log has its fingerprint, over the text and a salt that
 * nobody can guess: a text can be erased, and hashes, links and decisions stay as they are.
 */
import { textHash } from '../engine/hash.ts';

export interface OwnWords {
  /** The fingerprint. */
  readonly words: string;
  /** 128 random bits. */
  readonly salt: string;
  readonly text: string;
}

export const LOG_WORDS_FORMAT = 'electronics-street-words';

/** One line of a file: a text beside the district whose lines stand before it. */
export function wordsLine({ words, salt, text }: OwnWords): string {
  return `${JSON.stringify({ format: LOG_WORDS_FORMAT, words, salt, text })}\n`;
}

export function isOwnWords(value: object): value is OwnWords {
  const { words, salt, text }: Partial<Record<keyof OwnWords, unknown>> = value;
  return [words, salt, text].every((each) => typeof each === 'string');
}

export function withFingerprint(text: string, salt: string): OwnWords {
  return { words: textHash(salt, text), salt, text };
}

/** Whether a text is the one that the log means. */
export function isGenuine({ words, salt, text }: OwnWords): boolean {
  return textHash(salt, text) === words;
}
