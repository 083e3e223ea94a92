/**
 * CSV (RFC 4180) for R, pandas and spreadsheets: UTF-8, missing values empty. Where spreadsheets open it there is a
 * byte order mark, so that Chinese names survive a double click. Text that looks like a formula gets an apostrophe, and
 * what could be a second separator is quoted.
 */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Column } from './column.ts';

/** More decimals of a fraction carry no information. Whole numbers such as seeds keep every digit. */
const DIGITS = 9;

export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], mark = true): string {
  return stringify(
    rows.map((row) => columns.map(({ value }) => shown(value(row)))),
    {
      bom: mark,
      header: true,
      columns: columns.map(({ name }) => name),
      record_delimiter: 'windows',
      escape_formulas: true,
      quoted_match: /[;\t]/,
    },
  );
}

/** `true` and `false`, which both readr and pandas read as logical. */
function shown(cell: Cell): string | number {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'number') return cell ?? '';
  if (Number.isInteger(cell)) return cell;
  return Number.isFinite(cell) ? Number(cell.toPrecision(DIGITS)) : '';
}
