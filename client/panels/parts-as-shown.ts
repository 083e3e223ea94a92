/** Parts of a sum in the tenths they are shown with, so that whoever adds them up by head gets the sum that is shown. */

const TENTHS = 10;

/** A tenth that binary numbers miss by a hair is a tenth. */
const HAIR = 1e-9;

/**
 * Each part is cut to whole tenths; the tenths missing from the sum go to the parts that lost most by it (the method of
 * the largest remainder). What is nothing stays nothing.
 */
export function partsAsShown(parts: readonly number[], total: number): readonly number[] {
  const cut = parts.map((part) => Math.floor(part * TENTHS + HAIR));
  const lost = parts.map((part, index) => part * TENTHS - (cut[index] ?? 0));
  const missing = Math.round(total * TENTHS) - cut.reduce((sum, tenths) => sum + tenths, 0);
  const raised = parts
    .map((_, index) => index)
    .filter((index) => parts[index] !== 0)
    .sort((one, other) => (lost[other] ?? 0) - (lost[one] ?? 0))
    .slice(0, Math.max(0, missing));
  return cut.map((tenths, index) => (tenths + (raised.includes(index) ? 1 : 0)) / TENTHS);
}
