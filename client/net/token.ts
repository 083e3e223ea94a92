/**
 * The student's own secret, one per browser: it *is* the seat. Made here and kept before anything is sent, so that a
 * reload, a closed tab, a second tab or a lost answer all come back as the same person.
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

/** An id for one act. `crypto.randomUUID` is missing on plain-HTTP pages, which a classroom's often are. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
