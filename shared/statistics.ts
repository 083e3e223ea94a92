/** Means and quantiles. */

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : sum(values) / values.length;
}

/** Undefined for an empty list. */
export function meanIfAny(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : mean(values);
}

/** The mean of a measure; NaN for an empty list. */
export function meanOf<T>(items: readonly T[], measure: (item: T) => number): number {
  return mean(items.map(measure));
}

/** NaN for an empty list. */
export function median(values: readonly number[]): number {
  return quantile(inOrder(values), 0.5);
}

/** The middle 80 percent of values, and their mean; NaN for an empty list. */
export interface Band {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

export function bandOf(values: readonly number[]): Band {
  const sorted = inOrder(values);
  return { low: quantile(sorted, 0.1), mean: mean(values), high: quantile(sorted, 0.9) };
}

function inOrder(values: readonly number[]): readonly number[] {
  return values.toSorted((one, other) => one - other);
}

/** Quantile of sorted values; linear between two places. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}
