/** How long a class is kept: counted from its end, and never while it is open. Pure. */
import type { ClassEntry } from '../storage/port.ts';

const PRACTICE_KEPT_MS = 24 * 3_600_000;

/** Older versions did not note a class's end: then the last thing stored counts as its end. */
export function keptUntil({ kind, openedAt, endedAt, touchedAt }: ClassEntry, keepMs: number): number {
  return kind === 'class' ? (endedAt ?? touchedAt ?? openedAt) + keepMs : openedAt + PRACTICE_KEPT_MS;
}

/** Nothing was stored for it for as long as classes are kept. */
export function isUntouched({ openedAt, touchedAt = 0 }: ClassEntry, keepMs: number, now: number): boolean {
  return Math.max(openedAt, touchedAt) + keepMs < now;
}
