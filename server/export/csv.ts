/**
 * Tables as CSV (RFC 4180) that R, pandas and spreadsheets open without a word: UTF-8, with a byte order mark where a
 * spreadsheet opens it, so that Chinese names survive a double click; missing values are empty; a text that begins like a formula is quoted with an
 * apostrophe, so that nothing a student typed runs in somebody's spreadsheet; and what a spreadsheet might take for a second
 * separator is quoted.
 */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Column } from './column.ts';

/** Beyond this, digits of a fraction are arithmetic and not information. A seed is whole, and every digit of it counts. */
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

/** `true` and `false` in the spelling that both readr and pandas take for logical. */
function shown(cell: Cell): string | number {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'number') return cell ?? '';
  if (Number.isInteger(cell)) return cell;
  return Number.isFinite(cell) ? Number(cell.toPrecision(DIGITS)) : '';
}
