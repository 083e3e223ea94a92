/** Maps a parse error to a code of the closed list. */
import type { ZodError } from 'zod';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';

export function refusalFromZodError(error: ZodError): AnyRefusalCode {
  const notNumbers = error.issues.some(
    (issue) => issue.code === 'invalid_type' && issue.expected === 'number' && issue.path.includes('plan'),
  );
  return notNumbers ? 'points-not-numbers' : 'not-understood';
}
