/** The roster as a table for mail merge: label, link, and re-entry code. */
import Papa from 'papaparse';
import type { Slip } from './print.tsx';

/** Byte order mark, by which spreadsheets recognise UTF-8. */
const MARK = '\uFEFF';

export function linksTable(slips: readonly Slip[]): Blob {
  const rows = slips.map(({ label, link, code = '' }) => ({ label, link, code }));
  return new Blob([MARK, Papa.unparse(rows, { escapeFormulae: true })], { type: 'text/csv' });
}
