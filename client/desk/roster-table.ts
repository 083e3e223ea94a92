/** The roster's links as a table to mail-merge: who, the link, and the code for another device. */
import Papa from 'papaparse';
import type { Slip } from './print.tsx';

/** Spreadsheets know UTF-8 by this mark. */
const MARK = '\uFEFF';

export function linksTable(slips: readonly Slip[]): Blob {
  const rows = slips.map(({ label, link, code = '' }) => ({ label, link, code }));
  return new Blob([MARK, Papa.unparse(rows, { escapeFormulae: true })], { type: 'text/csv' });
}
