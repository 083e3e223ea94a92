/** How districts of one class were treated differently: by the name the class gave it, or by what their conditions do not share. */
import type { LogHeader } from '../log/record.ts';

/**
 * By district: the treatment's name, or `talk=false, shockRound=9`; empty where all were treated alike. Durations are
 * not treatments.
 */
export function treatmentsOf(headers: readonly LogHeader[]): readonly string[] {
  if (headers.some(({ treatment }) => treatment !== undefined)) {
    return headers.map(({ treatment = '' }) => treatment);
  }
  const conditions = headers.map(({ parameters, settings: { talk, clockMode } }) => ({
    talk,
    clockMode,
    ...parameters,
  }));
  const [first] = conditions;
  if (first === undefined) return [];
  const names = (Object.keys(first) as (keyof typeof first)[]).filter((name) =>
    conditions.some((condition) => condition[name] !== first[name]),
  );
  return conditions.map((condition) => names.map((name) => `${name}=${condition[name]}`).join(', '));
}
