/** A shorter calendar: the news of the chosen years, in order. */
import type { YearNews } from '../engine/scenario.ts';

export function yearsOf(calendar: readonly YearNews[], years: readonly number[]): readonly YearNews[] {
  return years.map((year) => {
    const news = calendar.find((one) => one.year === year);
    if (news === undefined) throw new RangeError(`the calendar has no ${year}`);
    return news;
  });
}
