/** Means and places in a row of numbers. */

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : sum(values) / values.length;
}

/** Undefined of nothing. */
export function meanIfAny(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : mean(values);
}

/** The mean of what is measured on each; NaN of nothing. */
export function meanOf<T>(items: readonly T[], measure: (item: T) => number): number {
  return mean(items.map(measure));
}

/** Quantile of sorted values; between two places the value lies on the line between theirs. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}
