/** Predictions of a class before its debrief, without names. Undefined if unavailable, which the page tolerates. */

import type { Prediction } from '../../shared/protocol/class-student.ts';
import { classPath, once, withKey } from './http.ts';

export async function classPredictions(classId: string, key: string): Promise<readonly Prediction[] | undefined> {
  const answer = await once<readonly Prediction[]>(
    classPath(classId, '/export/predictions.json?names=1'),
    withKey(key),
  );
  return answer.ok ? answer.value : undefined;
}
