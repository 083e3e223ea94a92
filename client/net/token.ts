/**
 * The student's secret, one per browser, which owns the seat. It is stored before it is sent, so that after a reload,
 * in a second tab or after a lost answer the student is the same person.
 */
import { local, type Memory } from '../state/storage.ts';

const KEY = 'token';
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function ownToken(memory: Memory = local): string {
  const kept = memory.get(KEY);
  if (kept !== undefined && SHAPE.test(kept)) return kept;
  const made = newToken();
  memory.set(KEY, made);
  return made;
}

/** An id for one act. `crypto.randomUUID` is missing on plain-HTTP pages, which classrooms often use. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
