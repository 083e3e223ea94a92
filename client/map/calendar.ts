/** The year on the sheet, how many firms the real street had in it, and the season a phase of the round stands for. */
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

/** Year of the view's round; before the first round the year the scenario begins. */
export function yearOf(view: PublicView): number {
  const calendar = scenarioById(view.scenario)?.calendar ?? [];
  const entry = calendar[Math.max(0, view.round - 1)] ?? calendar.at(-1);
  return entry?.year ?? view.round;
}

/** Firms on the real street in that year; between two counts it grows by the same factor each year. */
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

/** The count as the sheet prints it: exact where counted, rounded where it lies between two counts. */
export function roundedFirms(count: number): number {
  if (count < 100) return Math.round(count / 10) * 10;
  return Math.round(count / 100) * 100;
}
