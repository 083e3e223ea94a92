/** How much a tree reduces its firms' own research: the more members, the more; absorbed by command, still more. */
import { ownResearch } from '../../shared/engine/formulas.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicSeat } from '../../shared/engine/public-view.ts';

/** As a share of an independent firm's research. */
export function researchLost(
  numbers: Parameters,
  { treeSize, forced }: Pick<PublicSeat, 'treeSize' | 'forced'>,
): number {
  const of = (size: number, held: boolean) => ownResearch(numbers, { points: 1, size, forced: held, rivals: 0 }, 0);
  return 1 - of(treeSize, forced) / of(1, false);
}
