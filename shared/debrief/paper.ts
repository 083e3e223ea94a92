/**
 * The paper's numbers as printed. Three lost their decimal points in our copy: 104, 184 and 182 percent are 10.4, 18.4
 * and 18.2. Shares are 0..1.
 */

/** Table 1: foreign investment in the Zone. */
export const FOREIGN_FIRMS = [
  { year: 1989, firms: 36, share: 0.042 },
  { year: 1990, firms: 70, share: 0.072 },
  { year: 1991, firms: 140, share: 0.104 },
  { year: 1992, firms: 300, share: 0.123 },
  { year: 1993, firms: 700, share: 0.186 },
  { year: 1994, firms: 780, share: 0.184 },
  { year: 1995, firms: 806, share: 0.182 },
] as const;

export const FINANCING = ['loan', 'foreign', 'shares', 'venture', 'joint', 'other'] as const;
export type Financing = (typeof FINANCING)[number];

/** Table 3: the financing choices of firms, share of all firms. */
export const FINANCING_SHARES: Readonly<Record<Financing, number>> = {
  loan: 0.65,
  foreign: 0.127,
  shares: 0.076,
  venture: 0.056,
  joint: 0.041,
  other: 0.05,
};

/** “The four largest firms account for about fifty percent”, of industrial output. */
export const TOP_FOUR_SHARE = 0.5;

/** Firms on the street by year; "eleven firms were operating" at the end of 1983 (Development 1 and 2, Framework). */
export const FIRM_COUNTS = [
  { year: 1983, firms: 11 },
  { year: 1984, firms: 40 },
  { year: 1985, firms: 90 },
  { year: 1988, firms: 400 },
  { year: 1994, firms: 4299 },
  { year: 1995, firms: 4500 },
] as const;

/** "Eighty-eight percent of BEZ firms have a total income of less than RMB 5 million yuan" (Hierarchy). */
export const SMALL_FIRMS = 0.88;
export const SMALL_FIRM_YUAN = 5_000_000;
/** One cash of the game stands for 20 to 25 thousand yuan. */
export const CASH_IN_YUAN = 22_500;
