/** How many said what they believe, before the end is told: counted for the desk, and for the wall without names. */
import { FIGURES, type Figure } from '../../shared/engine/figure-reading.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import type { ClassState } from './class-state.ts';
import { isLastReveal, isOver } from './finale.ts';

export interface Counted {
  readonly made: number;
  readonly asked: number;
}

/** Students are asked in the last reveal, and no longer once the end is told. */
export function guessesIn({ predictions }: ClassState, district: DistrictState): Counted | undefined {
  const asked = district.seats.flatMap(({ player }) => player ?? []);
  if (!(isOver(district) || isLastReveal(district)) || asked.length === 0) return undefined;
  return { made: asked.filter((player) => predictions.has(player)).length, asked: asked.length };
}

/** Which drawing how many chose is told when the desk tells it, or all is over: before that it would sway the rest. */
export function guessesOf(state: ClassState, districts: readonly DistrictState[]): ProjectorView['guesses'] {
  const counted = districts.flatMap((district) => guessesIn(state, district) ?? []);
  if (counted.length === 0) return undefined;
  const made = counted.reduce((sum, each) => sum + each.made, 0);
  const asked = counted.reduce((sum, each) => sum + each.asked, 0);
  const told =
    state.finale === undefined ? state.phase === 'ended' || districts.every(isOver) : state.finale !== 'count';
  return told ? { made, asked, figures: byFigure(state) } : { made, asked };
}

function byFigure({ predictions }: ClassState): Readonly<Record<Figure, number>> {
  const [two, three, four] = FIGURES.map(
    (each) => [...predictions.values()].filter(({ figure }) => figure === each).length,
  );
  return { '2': two ?? 0, '3': three ?? 0, '4': four ?? 0 };
}
