/** What counts as a tie between two actors: a kept pact, a held spin-off (rules M3, I1). */
import type { Parameters } from './parameters.ts';

/** Whether one side gave enough to keep its part of a pact. */
export function keepsWith({ keptShare }: Parameters, points: number): boolean {
  return points >= keptShare;
}

/** Whether both sides gave enough. */
export function isKept(parameters: Parameters, given: number, received: number): boolean {
  return keepsWith(parameters, given) && keepsWith(parameters, received);
}

/** Whether this much shelter, in points, holds a university's spin-offs. */
export function holdsSpinOffs({ figureShelter }: Parameters, shelter: number): boolean {
  return shelter > figureShelter;
}
