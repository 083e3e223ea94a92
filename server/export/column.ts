/**
 * A column is defined once: its name, what it means, and how its value is read off a row. The table and the codebook
 * are both made from that one definition, so they cannot disagree.
 */
const COLUMN_TYPES = ['integer', 'number', 'text', 'logical', 'datetime'] as const;

export type Cell = string | number | boolean | undefined;

export interface Column<Row> {
  readonly name: string;
  readonly type: (typeof COLUMN_TYPES)[number];
  /** What a number counts, e.g. `points`, `cash`, `0..1`; empty for the others. */
  readonly unit: string;
  readonly meaning: string;
  readonly value: (row: Row) => Cell;
}

export type ColumnFacts = Omit<Column<never>, 'value'>;

/** Shorthand for long lists of columns. */
export function column<Row>(
  name: string,
  type: Column<Row>['type'],
  unit: string,
  meaning: string,
  value: (row: Row) => Cell,
): Column<Row> {
  return { name, type, unit, meaning, value };
}
