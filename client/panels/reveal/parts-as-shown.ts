/** Rounds the parts of a sum to the tenths shown, so that they add up to the shown total. */

const TENTHS = 10;

/** Tolerance for tenths that binary numbers miss. */
const HAIR = 1e-9;

/**
 * Largest remainder method: parts are cut to tenths, and missing tenths go to those that lost most. Surplus tenths are
 * taken from those that lost least. A zero stays zero.
 */
export function partsAsShown(parts: readonly number[], total: number): readonly number[] {
  const cut = parts.map((part) => Math.floor(part * TENTHS + HAIR));
  const lost = parts.map((part, index) => part * TENTHS - (cut[index] ?? 0));
  const missing = Math.round(total * TENTHS) - cut.reduce((sum, tenths) => sum + tenths, 0);
  const byLoss = parts
    .map((_, index) => index)
    .filter((index) => parts[index] !== 0)
    .sort((one, other) => (lost[other] ?? 0) - (lost[one] ?? 0));
  const raised = byLoss.slice(0, Math.max(0, missing));
  const lowered = missing < 0 ? byLoss.slice(missing) : [];
  return cut.map((tenths, at) => (tenths + (raised.includes(at) ? 1 : 0) - (lowered.includes(at) ? 1 : 0)) / TENTHS);
}

/** The same, but the first part is shown as rounded elsewhere on the page. */
export function partsAfterFirst(parts: readonly number[], total: number): readonly number[] {
  const [first = 0, ...rest] = parts;
  const kept = Math.round(first * TENTHS) / TENTHS;
  return [kept, ...partsAsShown(rest, Math.round(total * TENTHS) / TENTHS - kept)];
}
