/** Bounds within which a person may change a parameter. */
import type { Parameters } from './parameters.ts';

type Bounds = readonly [least: number, most: number];

/** Upper bound of all: beyond any use, yet sums stay finite. */
const MOST = 10_000;
const ANY: Bounds = [-MOST, MOST];
/** Points are placed in tenths. */
const TENTH_OR_MORE: Bounds = [0.1, MOST];
const NOUGHT_OR_MORE: Bounds = [0, MOST];
const SHARE: Bounds = [0, 1];

/** Bounds within which the rules are defined: no division by zero, no negative points. */
const BOUNDS: Readonly<Partial<Record<string, Bounds>>> = {
  effort: TENTH_OR_MORE,
  commonsFull: TENTH_OR_MORE,
  trustFullShare: TENTH_OR_MORE,
  scoreOpenFull: TENTH_OR_MORE,
  taxPerBudgetPoint: TENTH_OR_MORE,
  firstBudget: NOUGHT_OR_MORE,
  listPlaces: NOUGHT_OR_MORE,
  duplication: NOUGHT_OR_MORE,
  lawTrust: NOUGHT_OR_MORE,
  startTrust: SHARE,
  trustUp: SHARE,
  trustDown: SHARE,
  trustSigning: SHARE,
} satisfies Partial<Record<keyof Parameters, Bounds>>;

export function boundsOf(parameter: string): Bounds {
  return BOUNDS[parameter] ?? ANY;
}

export function isWithinBounds(parameter: string, value: number): boolean {
  const [least, most] = boundsOf(parameter);
  return value >= least && value <= most;
}
