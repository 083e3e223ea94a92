/** Predictions of a class before its debrief, without names. Undefined if unavailable, which the page tolerates. */
import type { Prediction } from '../../shared/protocol/class-student.ts';
import { bearer } from './bearer.ts';

export async function classPredictions(classId: string, key: string): Promise<readonly Prediction[] | undefined> {
  try {
    const response = await fetch(`/api/classes/${encodeURIComponent(classId)}/export/predictions.json?names=1`, {
      headers: { authorization: bearer(key) },
    });
    return response.ok ? ((await response.json()) as readonly Prediction[]) : undefined;
  } catch {
    return undefined;
  }
}
