/** What the model must show, as sentences with numbers: the types of predictions and findings. */
import type { Laboratory } from './laboratory.ts';

/** One comparison within a prediction. */
export interface Check {
  /** Short label of what is compared. */
  readonly what: string;
  readonly figure: number;
  readonly threshold: Threshold;
}

export type Threshold =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly moreThan: number }
  | { readonly lessThan: number }
  | { readonly between: readonly [low: number, high: number] };

export interface Prediction {
  readonly id: string;
  readonly sentence: string;
  readonly check: (lab: Laboratory) => readonly Check[];
}

/** One row of the table. */
export interface Finding {
  readonly id: string;
  readonly sentence: string;
  readonly what: string;
  readonly threshold: string;
  readonly figure: number;
  readonly holds: boolean;
}

export function holds({ figure, threshold }: Check): boolean {
  if ('atLeast' in threshold) return figure >= threshold.atLeast;
  if ('atMost' in threshold) return figure <= threshold.atMost;
  if ('moreThan' in threshold) return figure > threshold.moreThan;
  if ('lessThan' in threshold) return figure < threshold.lessThan;
  return figure >= threshold.between[0] && figure <= threshold.between[1];
}

export function describeThreshold(threshold: Threshold): string {
  if ('atLeast' in threshold) return `≥ ${threshold.atLeast}`;
  if ('atMost' in threshold) return `≤ ${threshold.atMost}`;
  if ('moreThan' in threshold) return `> ${threshold.moreThan}`;
  if ('lessThan' in threshold) return `< ${threshold.lessThan}`;
  return `${threshold.between[0]} to ${threshold.between[1]}`;
}
