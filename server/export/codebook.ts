/** `codebook.csv`: one row per column of the tables, in both languages. */
import { type Column, type ColumnFacts, column, UNITS } from './column.ts';

export interface CodebookRow {
  readonly file: string;
  readonly facts: ColumnFacts;
}

/** The Chinese columns come last, so that programs find the others at their old index. */
export const CODEBOOK_COLUMNS: readonly Column<CodebookRow>[] = [
  column('file', 'text', '', { en: 'file', zh: '文件' }, ({ file }) => file),
  column('column', 'text', '', { en: 'column', zh: '列' }, ({ facts }) => facts.name),
  column('type', 'text', '', { en: 'type', zh: '类型' }, ({ facts }) => facts.type),
  column('unit', 'text', '', { en: 'unit', zh: '单位（英文）' }, ({ facts }) => facts.unit),
  column('meaning', 'text', '', { en: 'meaning', zh: '含义（英文）' }, ({ facts }) => facts.meaning.en),
  column('meaning_zh', 'text', '', { en: 'meaning in Chinese', zh: '含义' }, ({ facts }) => facts.meaning.zh),
  column('unit_zh', 'text', '', { en: 'unit in Chinese', zh: '单位' }, ({ facts }) => UNITS[facts.unit]),
];
