/** What counts as a tie between two actors: a pact that was kept, a spin-off that is held (rules M3, I1). */
import type { Parameters } from './parameters.ts';

/** Whether one side gave enough for its part of a pact. */
export function keepsWith({ keptShare }: Parameters, points: number): boolean {
  return points >= keptShare;
}

/** Whether both sides did. */
export function isKept(parameters: Parameters, given: number, received: number): boolean {
  return keepsWith(parameters, given) && keepsWith(parameters, received);
}

/** Whether this much shelter holds a university's spin-offs. */
export function holdsSpinOffs({ figureShelter }: Parameters, shelter: number): boolean {
  return shelter > figureShelter;
}
