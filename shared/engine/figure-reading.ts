/** What a district looks like, in the terms of the paper's three figures. */

export const FIGURES = ['2', '3', '4'] as const;
/** '2' hierarchy, '3' weak local network, '4' strong local network: the paper's figure numbers. */
export type Figure = (typeof FIGURES)[number];

export interface FigureReading {
  readonly figure: Figure;
  /** Figure 3 with hardly an edge. */
  readonly isolated: boolean;
  /** Horizontal density: 2 · reciprocated / (3 · actors). */
  readonly horizontal: number;
  /** Share of pacts both sides kept. */
  readonly reciprocity: number;
  /** Vertical edges' share of all edges. */
  readonly vertical: number;
  /** Largest tree's share of firms. */
  readonly largestTree: number;
  /** Top-four share of income, corrected for the number of firms. Shown, not decisive. */
  readonly cr4: number;
}
