/**
 * Compares the districts of classes. Only games of the same rules, length and size are averaged and ranked together,
 * because their sums mean different things otherwise.
 */
import { FIGURES, type Figure } from '../engine/figure-reading.ts';
import { finalFigure } from '../engine/figures.ts';
import { recordOf } from '../engine/record-of.ts';
import { districtInnovation, resilience } from '../engine/score.ts';
import { meanIfAny, median, sum } from '../statistics.ts';
import type { Chronicle } from './chronicle.ts';
import { seriesOf } from './series.ts';

export const CLASS_MEASURES = ['income', 'innovation', 'resilience', 'trade'] as const;
export type ClassMeasure = (typeof CLASS_MEASURES)[number];

/** Measures that are shares, 0..1. */
export const CLASS_SHARES: readonly ClassMeasure[] = ['resilience', 'trade'];

/** What makes two districts comparable. */
export interface GameKind {
  readonly rulesVersion: number;
  readonly rounds: number;
  readonly seats: number;
}

export interface DistrictFigures {
  readonly kind: GameKind;
  readonly figure: Figure | undefined;
  /** Resilience is missing until the rounds after the shock are played. */
  readonly values: Readonly<Record<ClassMeasure, number | undefined>>;
}

export function figuresOf(chronicle: Chronicle): DistrictFigures {
  const { final, rounds, log } = chronicle;
  const rows = seriesOf(chronicle);
  const { rulesVersion, actors } = log.header;
  return {
    kind: { rulesVersion, rounds: rounds.length, seats: actors.length },
    figure: finalFigure(final),
    values: {
      income: sum(rows.map(({ income }) => income)),
      innovation: districtInnovation(final.history),
      resilience: resilience(final.history, final.parameters.shockRound),
      trade: meanIfAny(rows.map(({ tradeShare }) => tradeShare)),
    },
  };
}

export function sameKind(one: GameKind, other: GameKind): boolean {
  return one.rulesVersion === other.rulesVersion && one.rounds === other.rounds && one.seats === other.seats;
}

/** Districts of one kind of game, with their means. */
export interface ClassRow {
  readonly kind: GameKind;
  readonly count: number;
  readonly figures: Readonly<Record<Figure, number>>;
  readonly means: Readonly<Record<ClassMeasure, number | undefined>>;
}

/** Groups a class's districts by kind of game; most classes give one row. */
export function rowsOf(districts: readonly DistrictFigures[]): readonly ClassRow[] {
  const groups: DistrictFigures[][] = [];
  for (const district of districts) {
    const known = groups.find(([first]) => first !== undefined && sameKind(first.kind, district.kind));
    if (known === undefined) groups.push([district]);
    else known.push(district);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [rowOf(first.kind, group)];
  });
}

function rowOf(kind: GameKind, group: readonly DistrictFigures[]): ClassRow {
  const times = (figure: Figure) => group.filter((each) => each.figure === figure).length;
  return {
    kind,
    count: group.length,
    figures: recordOf(FIGURES, times),
    means: recordOf(CLASS_MEASURES, (measure) => meanIfAny(group.flatMap(({ values }) => values[measure] ?? []))),
  };
}

/** Where the districts in question stand among all districts. */
export interface Standing {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Value of each district in question, and its rank; 1 is the highest. */
  readonly own: readonly { readonly value: number; readonly place: number }[];
  readonly others: readonly number[];
}

/** Undefined if no district in question has the measure. */
export function standingOf(
  own: readonly DistrictFigures[],
  others: readonly DistrictFigures[],
  measure: ClassMeasure,
): Standing | undefined {
  const valuesOf = (districts: readonly DistrictFigures[]) => districts.flatMap(({ values }) => values[measure] ?? []);
  const mine = valuesOf(own);
  const theirs = valuesOf(others);
  const sorted = [...mine, ...theirs].sort((one, other) => one - other);
  const [low] = sorted;
  const high = sorted.at(-1);
  if (mine.length === 0 || low === undefined || high === undefined) return undefined;
  const placeOf = (value: number) => 1 + sorted.filter((each) => each > value).length;
  return {
    low,
    median: median(sorted),
    high,
    own: mine.map((value) => ({ value, place: placeOf(value) })),
    others: theirs,
  };
}
