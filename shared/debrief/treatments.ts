/**
 * How the districts of a class were treated differently: the class's own name for it, or the conditions that differ.
 */
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { Parameters } from '../engine/parameters.ts';
import type { Settings } from '../engine/parts.ts';
import type { Chronicle } from './chronicle.ts';

interface Conditions {
  readonly treatment?: string;
  readonly parameters: Parameters;
  readonly settings: Settings;
}

/** Conditions at the end of the game. A branch may have changed those of its past's header. */
export function conditionsOf({ log, final }: Chronicle): Conditions {
  const { treatment } = log.header;
  const { settings, base, parameters } = final;
  return { settings, parameters: base ?? parameters, ...omitUndefined({ treatment }) };
}

/**
 * By district: the treatment's name, or `talk=false, shockRound=9`; empty if all were treated alike. Durations are not
 * treatments.
 */
export function treatmentsOf(headers: readonly Conditions[]): readonly string[] {
  if (headers.some(({ treatment }) => treatment !== undefined)) {
    return headers.map(({ treatment = '' }) => treatment);
  }
  return conditionsApart(headers).map((conditions) =>
    conditions.map(({ name, value }) => `${name}=${value}`).join(', '),
  );
}

interface ConditionApart {
  readonly name: keyof Parameters | 'talk' | 'sentences' | 'reputations' | 'showFigure' | 'clockMode';
  readonly value: number | string | boolean;
}

/** By district: the conditions that differ between districts, each with the district's value. */
export function conditionsApart(headers: readonly Conditions[]): readonly (readonly ConditionApart[])[] {
  const conditions = headers.map(({ parameters, settings }) => {
    const { talk, sentences = false, reputations = false, showFigure = false, clockMode } = settings;
    return { talk, sentences, reputations, showFigure, clockMode, ...parameters };
  });
  const [first] = conditions;
  if (first === undefined) return [];
  const names = (Object.keys(first) as (keyof typeof first)[]).filter((name) =>
    conditions.some((condition) => condition[name] !== first[name]),
  );
  return conditions.map((condition) => names.map((name) => ({ name, value: condition[name] })));
}
