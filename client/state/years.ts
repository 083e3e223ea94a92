/** Where a game stands between its first year and its last. */
import { PHASES, type Phase } from '../../shared/engine/parts.ts';

interface Years {
  readonly round: number;
  readonly rounds: number;
}

/** Whether this is the game's last round; a practice has none. */
export function isLastRound({ round, rounds, practice }: Years & { readonly practice?: boolean }): boolean {
  return round === rounds && practice !== true;
}

/** This year included. */
export function yearsLeft({ round, rounds }: Years): number {
  return Math.max(1, rounds - round + 1);
}

/** Orders the phases of all rounds. */
export function placeInTime({ round, phase }: { readonly round: number; readonly phase: Phase }): number {
  return round * PHASES.length + PHASES.indexOf(phase);
}
