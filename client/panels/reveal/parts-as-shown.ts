/** Parts of a sum in the tenths they are shown with, so that whoever adds them up by head gets the sum that is shown. */

const TENTHS = 10;

/** A tenth that binary numbers miss by a hair is a tenth. */
const HAIR = 1e-9;

/**
 * Each part is cut to whole tenths; the tenths missing from the sum go to the parts that lost most by it (the method of
 * the largest remainder), and any too many are taken from those that lost least. What is nothing stays nothing.
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

/** The same where the first part stands elsewhere on the page as well: it is shown as it is there. */
export function partsAfterFirst(parts: readonly number[], total: number): readonly number[] {
  const [first = 0, ...rest] = parts;
  const kept = Math.round(first * TENTHS) / TENTHS;
  return [kept, ...partsAsShown(rest, Math.round(total * TENTHS) / TENTHS - kept)];
}
