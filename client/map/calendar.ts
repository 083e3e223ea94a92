/** The year on the sheet, the number of real firms in it, and the season of each phase. */
import type { Phase } from '../../shared/engine/parts.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

const SEASON_OF: Readonly<Record<Phase, Season>> = {
  opening: 'winter',
  news: 'spring',
  plan: 'summer',
  reveal: 'autumn',
  ended: 'winter',
};

export function seasonOf(phase: Phase): Season {
  return SEASON_OF[phase];
}

/** Year of the view's round; before round 1, the scenario's first year. */
export function yearOf(view: PublicView): number {
  const calendar = scenarioById(view.scenario)?.calendar ?? [];
  const entry = calendar[Math.max(0, view.round - 1)] ?? calendar.at(-1);
  return entry?.year ?? view.round;
}

/** Number of firms on the real street, interpolated geometrically between counts. */
export function firmsOnStreet(view: PublicView): number {
  const calendar = scenarioById(view.scenario)?.calendar ?? [];
  const known = calendar.flatMap(({ year, firmsOnStreet: count }) => (count === undefined ? [] : [{ year, count }]));
  const year = yearOf(view);
  const before = known.filter((entry) => entry.year <= year).at(-1) ?? known[0];
  const after = known.find((entry) => entry.year >= year) ?? before;
  if (before === undefined || after === undefined) return 0;
  if (before.year === after.year) return before.count;
  const share = (year - before.year) / (after.year - before.year);
  return Math.round(before.count * (after.count / before.count) ** share);
}

/** The number as printed: exact if counted, rounded if interpolated. */
export function roundedFirms(count: number): number {
  if (count < 100) return Math.round(count / 10) * 10;
  return Math.round(count / 100) * 100;
}
