/** Why a round reads as the figure it does: each condition of rules I2 and I3, with its bound and whether it holds. */
import type { FigureReading } from '../engine/figures.ts';
import type { Parameters } from '../engine/parameters.ts';

export const FIGURE_MEASURES = ['horizontal', 'reciprocity', 'vertical', 'largestTree'] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

interface Condition {
  readonly measure: FigureMeasure;
  /** 0..1 */
  readonly bound: number;
  readonly direction: 'atLeast' | 'atMost';
  readonly holds: boolean;
}

export interface Conditions {
  /** One of them is enough for Figure 2. */
  readonly hierarchy: readonly Condition[];
  /** Figure 4 needs all, and neither of the others. */
  readonly strong: readonly Condition[];
}

export function conditionsOf(reading: FigureReading, parameters: Parameters): Conditions {
  const least = (measure: FigureMeasure, bound: number): Condition => {
    return { measure, bound, direction: 'atLeast', holds: reading[measure] >= bound };
  };
  const most = (measure: FigureMeasure, bound: number): Condition => {
    return { measure, bound, direction: 'atMost', holds: reading[measure] <= bound };
  };
  const vertical = least('vertical', parameters.figureHierarchyVertical);
  return {
    hierarchy: [
      // A large share of hardly any lines is no hierarchy: the rule asks for a number of them as well.
      { ...vertical, holds: vertical.holds && reading.figure === '2' },
      least('largestTree', parameters.figureHierarchyTree),
    ],
    strong: [
      least('horizontal', parameters.figureStrongHorizontal),
      least('reciprocity', parameters.figureStrongReciprocity),
      most('vertical', parameters.figureStrongVertical),
      most('largestTree', parameters.figureStrongTree),
    ],
  };
}
