/**
 * The class this browser plays in, stored so that a closed tab can return. Class and practice are separate: a practice
 * must not cost anyone their seat in class.
 */
import { isLike, isListOf, isNumber, isOneOf, isText, optional } from './guards.ts';
import { local, type Memory, readJson } from './storage.ts';

export interface Membership {
  readonly classId: string;
  readonly code: string;
  readonly name: string;
  /** The game is over, with nothing to finish. */
  readonly over?: true;
  /** Final score of the earlier game with the same luck. */
  readonly lastScore?: number;
  /** Its score after each year. */
  readonly lastScores?: readonly number[];
}

export const TABLES = ['class', 'practice'] as const;
export type Table = (typeof TABLES)[number];

const isMembership = isLike<Membership>({
  classId: isText,
  code: isText,
  name: isText,
  over: optional(isOneOf([true])),
  lastScore: optional(isNumber),
  lastScores: optional(isListOf(isNumber)),
});

export function membership(table: Table, memory: Memory = local): Membership | undefined {
  const kept = readJson(memory, `membership.${table}`);
  return isMembership(kept) ? kept : undefined;
}

export function remember(table: Table, joined: Membership, memory: Memory = local): void {
  memory.set(`membership.${table}`, JSON.stringify(joined));
}

export function forget(table: Table, memory: Memory = local): void {
  memory.remove(`membership.${table}`);
}
