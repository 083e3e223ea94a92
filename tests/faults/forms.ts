/** The long form of the fault tests is for `npm run faults`; `npm test` runs the short one. */
export const isLong = process.env.FAULTS === 'long';

/** One line of the report: what was done, and what was seen. */
export function report(what: string, seen: unknown): void {
  if (isLong) process.stdout.write(`${what}: ${JSON.stringify(seen)}\n`);
}
