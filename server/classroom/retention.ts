/** Retention: counted from a class's end, never while it is open. Pure. */
import { DAY_MS } from '../durations.ts';
import type { ClassEntry } from '../storage/port.ts';

const PRACTICE_KEPT_MS = DAY_MS;

/** Older versions did not note the end of a class: the last write then counts as its end. */
export function keptUntil({ kind, openedAt, endedAt, touchedAt }: ClassEntry, keepMs: number): number {
  return kind === 'class' ? (endedAt ?? touchedAt ?? openedAt) + keepMs : openedAt + PRACTICE_KEPT_MS;
}

/** Whether nothing was stored for the class during its retention time. */
export function isUntouched({ openedAt, touchedAt = 0 }: ClassEntry, keepMs: number, now: number): boolean {
  return Math.max(openedAt, touchedAt) + keepMs < now;
}
