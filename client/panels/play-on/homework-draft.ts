/** Homework as it stands in a form, and as it is asked for. */
import type { Homework } from '../../../shared/protocol/setup.ts';

export interface HomeworkDraft {
  /** As the field has it: local day and time. */
  readonly due: string;
  readonly late: Homework['late'];
  readonly seat: string;
}

/** Everybody gets the next one. */
export const DEALT = 'dealt';

export const FRESH_HOMEWORK: HomeworkDraft = { due: '', late: 'mark', seat: DEALT };

/** Undefined where no day to come is chosen. */
export function homeworkOf({ due, late, seat }: HomeworkDraft, now: number): Homework | undefined {
  const at = new Date(due).getTime();
  if (!Number.isFinite(at) || at <= now) return undefined;
  return seat === DEALT ? { due: at, late } : { due: at, late, seat: Number(seat) };
}
