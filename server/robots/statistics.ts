/** Percentiles of the robots' waiting times, in whole milliseconds. */

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest rank; zeros for an empty sample. */
export function percentiles(samples: readonly number[]): Percentiles {
  const sorted = samples.toSorted((one, other) => one - other);
  const rank = (share: number) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

export interface Samples {
  readonly join: number[];
  readonly ack: number[];
  readonly reveal: number[];
}

export function emptySamples(): Samples {
  return { join: [], ack: [], reveal: [] };
}
