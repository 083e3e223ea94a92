import type { Parameters } from './parameters.ts';
import { numberAt } from './queries.ts';

/** A firm's flexibility (rule M3), from the size of its tree and the pacts that both sides kept last round. */
export function flexibilityOf(parameters: Parameters, size: number, kept: number): number {
  if (size === 1) {
    return Math.min(parameters.flexibilityMax, parameters.flexibility + parameters.flexibilityPerPact * kept);
  }
  const stiffened = parameters.flexibility - parameters.flexibilityTreeLoss * numberAt(DOUBLINGS, size);
  return Math.max(parameters.flexibilityTreeFloor, stiffened + parameters.flexibilityTreePerPact * kept);
}

/** Base-2 logarithms of tree sizes as constants, since engines differ in computing them. */
const DOUBLINGS: readonly number[] = [
  0, 0, 1, 1.584962500721156, 2, 2.321928094887362, 2.584962500721156, 2.807354922057604, 3, 3.169925001442312,
  3.321928094887362, 3.459431618637297, 3.584962500721156, 3.700439718141092, 3.807354922057604, 3.906890595608519, 4,
];
