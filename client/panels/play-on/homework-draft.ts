/** Homework in the form, and as a request. */
import type { Homework } from '../../../shared/protocol/setup.ts';

export interface HomeworkDraft {
  /** Local date and time, as in the field. */
  readonly due: string;
  readonly late: Homework['late'];
  readonly seat: string;
}

/** Seats are dealt in turn. */
export const DEALT = 'dealt';

export const FRESH_HOMEWORK: HomeworkDraft = { due: '', late: 'mark', seat: DEALT };

/** Undefined without a future due time. */
export function homeworkOf({ due, late, seat }: HomeworkDraft, now: number): Homework | undefined {
  const at = new Date(due).getTime();
  if (!Number.isFinite(at) || at <= now) return undefined;
  return seat === DEALT ? { due: at, late } : { due: at, late, seat: Number(seat) };
}
