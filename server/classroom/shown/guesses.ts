/** Predictions before the end is told: counted for the desk, and for the wall without names. */
import { FIGURES, type Figure } from '../../../shared/engine/figure-reading.ts';
import { recordOf } from '../../../shared/engine/record-of.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';
import type { ProjectorView } from '../../../shared/protocol/class-room.ts';
import { isLastReveal, isOver } from '../districts/finale.ts';
import type { ClassState } from '../state/class-state.ts';

export interface Counted {
  readonly made: number;
  readonly asked: number;
}

/** A district with its number in the class. */
interface Numbered {
  readonly number: number | undefined;
  readonly state: DistrictState;
}

/** Everybody there is asked from the last reveal until the end is told, mirrors and observers included. */
export function guessesIn(state: ClassState, { number, state: district }: Numbered): Counted | undefined {
  if (!isOver(district) && !isLastReveal(district)) return undefined;
  const { predictions, mirrors, observers } = state;
  const beside = [
    ...[...mirrors.values()].filter((at) => at.district === number).map(({ player }) => player),
    ...[...observers].filter(([, at]) => at === number).map(([player]) => player),
  ];
  const asked = [...district.seats.flatMap(({ player }) => player ?? []), ...beside];
  if (asked.length === 0) return undefined;
  return { made: asked.filter((player) => predictions.has(player)).length, asked: asked.length };
}

/**
 * Which figure how many chose is shown only when the desk tells it, or after the end, since it would sway the others.
 */
export function guessesOf(state: ClassState, districts: readonly Numbered[]): ProjectorView['guesses'] {
  const counted = districts.flatMap((district) => guessesIn(state, district) ?? []);
  if (counted.length === 0) return undefined;
  const made = counted.reduce((sum, each) => sum + each.made, 0);
  const asked = counted.reduce((sum, each) => sum + each.asked, 0);
  const told =
    state.finale === undefined
      ? state.phase === 'ended' || districts.every((district) => isOver(district.state))
      : state.finale !== 'count';
  return told ? { made, asked, figures: byFigure(state) } : { made, asked };
}

function byFigure({ predictions }: ClassState): Readonly<Record<Figure, number>> {
  return recordOf(FIGURES, (each) => [...predictions.values()].filter(({ figure }) => figure === each).length);
}
