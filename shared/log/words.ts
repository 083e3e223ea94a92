/**
 * Names and free text lie beside the log. The log has a fingerprint over the text and an unguessable salt. So a text
 * can be erased while hashes, links and decisions stay valid.
 */
import { textHash } from '../engine/hash.ts';

export interface OwnWords {
  /** Fingerprint of text and salt. */
  readonly words: string;
  /** Salt of 128 random bits. */
  readonly salt: string;
  readonly text: string;
}

export const LOG_WORDS_FORMAT = 'electronics-street-words';

/** A line of a file for a text of the district before it. */
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

/** Whether the text matches its fingerprint. */
export function isGenuine({ words, salt, text }: OwnWords): boolean {
  return textHash(salt, text) === words;
}
