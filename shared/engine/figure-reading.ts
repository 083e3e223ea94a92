/** How a district reads in terms of the paper's three figures. */

export const FIGURES = ['2', '3', '4'] as const;
/** The paper's figure numbers: '2' hierarchy, '3' weak local network, '4' strong local network. */
export type Figure = (typeof FIGURES)[number];

export interface FigureReading {
  readonly figure: Figure;
  /** Figure 3 with hardly any horizontal line. */
  readonly isolated: boolean;
  /** Horizontal density: 2 · kept / (pacts per actor · actors). */
  readonly horizontal: number;
  /** Kept pacts as a share of pacts across trees. */
  readonly reciprocity: number;
  /** Vertical edges' share of all edges. */
  readonly vertical: number;
  /** Largest tree's share of firms. */
  readonly largestTree: number;
  /** Top-four share of income, corrected for the number of firms. Shown, not decisive. */
  readonly cr4: number;
}
