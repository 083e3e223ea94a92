/** `npm run faults` runs the long form of the fault tests; `npm test` the short one. */
export const isLong = process.env.FAULTS === 'long';

/** A line of the report: the fault and the result. */
export function report(what: string, seen: unknown): void {
  if (isLong) process.stdout.write(`${what}: ${JSON.stringify(seen)}\n`);
}
