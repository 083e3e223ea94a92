/** Tokens, keys, ids and codes. What a person holds is never kept: only its SHA-256. */
import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** No letter or digit that is mistaken for another on a projector: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. */
const CODE_ALPHABET = 'ACDEFGHJKMNPQRTWXY34679';
const CODE_LENGTH = 6;
const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

export function fingerprint(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** In a time that tells nothing about where they differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

/** Shorter ones may have been chosen by a person; of these, nobody could try enough. */
const LONG = 20;

export function canBeGuessed(secret: string): boolean {
  return secret.length < LONG;
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

export function newCode(): string {
  return pick(CODE_ALPHABET, CODE_LENGTH);
}

/** What a student typed, as the code may have been meant. */
export function normalCode(typed: string): string {
  return typed.trim().toUpperCase();
}

/** Letters and digits only: part of room ids and of addresses. */
export function newId(prefix: string): string {
  return `${prefix}${pick(ID_ALPHABET, 14)}`;
}

export function newSeed(): number {
  return randomInt(2 ** 31);
}

/** Opens one class to a co-instructor, a projector, or one person of its roster. */
export function newLink(): string {
  return randomBytes(24).toString('base64url');
}

/** Short, since it is read out and typed: one of some 150 million, and of use for one person only. */
export function newReentryCode(): string {
  return pick(CODE_ALPHABET, CODE_LENGTH);
}

/** For the fingerprint of a text, which without it could be guessed. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

export function newInstructorKey(): string {
  return randomBytes(18).toString('base64url');
}
