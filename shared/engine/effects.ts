/** How years change the numbers (rule N1): a factor on one parameter, for some rounds or for good. */
import type { Parameters } from './parameters.ts';

export interface Effect {
  readonly parameter: keyof Parameters;
  /** Factor on the founding value: effects never compound from round to round. */
  readonly times: number;
  /** First round. */
  readonly from: number;
  /** Last round; absent: the effect lasts for good. */
  readonly to?: number;
}

export function effectsIn(effects: readonly Effect[], round: number): readonly Effect[] {
  return effects.filter(({ from, to }) => from <= round && (to === undefined || round <= to));
}

interface Years {
  readonly effects: readonly Effect[];
  readonly numbers: Map<number, Parameters>;
}

/** Memoised by founding parameters: districts founded alike share their years. */
const known = new WeakMap<Parameters, Years>();

/** The parameters in force in a round. */
export function parametersIn(base: Parameters, effects: readonly Effect[], round: number): Parameters {
  let years = known.get(base);
  if (years?.effects !== effects) {
    years = { effects, numbers: new Map() };
    known.set(base, years);
  }
  const numbers = years.numbers.get(round) ?? numbersIn(base, effects, round);
  years.numbers.set(round, numbers);
  return numbers;
}

function numbersIn(base: Parameters, effects: readonly Effect[], round: number): Parameters {
  const here = effectsIn(effects, round);
  if (here.length === 0) return base;
  const numbers: { -readonly [Name in keyof Parameters]: number } = { ...base };
  for (const { parameter, times } of here) numbers[parameter] *= times;
  return numbers;
}
