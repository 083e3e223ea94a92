/** Tokens, keys, ids and codes. Of a person's secret only the SHA-256 is stored. */
import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { LIMITS } from '../../shared/protocol/limits.ts';

/** Leaves out characters that are confused on a projector: 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. */
const CODE_ALPHABET = 'ACDEFGHJKMNPQRTWXY34679';
const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

export function fingerprint(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Compares in constant time. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

/** Shorter keys may be chosen by a person; longer ones cannot be guessed. */
const LONG = 20;

export function canBeGuessed(secret: string): boolean {
  return secret.length < LONG;
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

export function newCode(): string {
  return pick(CODE_ALPHABET, LIMITS.codeLength);
}

/** Normalises a typed code. */
export function normalCode(typed: string): string {
  return typed.trim().toUpperCase();
}

/** Letters and digits only, since ids are part of room ids and URLs. */
export function newId(prefix: string): string {
  return `${prefix}${pick(ID_ALPHABET, 14)}`;
}

export function newSeed(): number {
  return randomInt(2 ** 31);
}

/** Secret of a link into one class, for a co-instructor, a projector, or one person of the roster. */
export function newLink(): string {
  return randomBytes(24).toString('base64url');
}

/** Short enough to read out and type: one of some 150 million, valid for one person only. */
export function newReentryCode(): string {
  return pick(CODE_ALPHABET, LIMITS.codeLength);
}

/** Salt for a text's fingerprint, which could be guessed without it. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

export function newInstructorKey(): string {
  return randomBytes(18).toString('base64url');
}
