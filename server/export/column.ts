/**
 * A column is defined once: name, meaning, and how its value is read off a row. Table and codebook both come from it,
 * so they cannot disagree.
 */
import type { Words } from '../../shared/engine/actors.ts';

const COLUMN_TYPES = ['integer', 'number', 'text', 'logical', 'datetime'] as const;

/** Units of numbers in the codebook, in English and Chinese; empty if nothing is counted. */
export const UNITS = {
  '': '',
  points: '点',
  s: '秒',
  cash: '现金',
  'cash per point': '现金／点',
  knowledge: '知识',
  score: '分',
  '0..1': '0 到 1',
  seats: '座位',
  firms: '家',
  UTC: '协调世界时',
} as const satisfies Readonly<Record<string, string>>;
export type Unit = keyof typeof UNITS;

/** Meanings of the key columns, the same in every table. */
export const KEYS = {
  class: { en: 'class', zh: '课堂编号' },
  district: { en: 'district, from 1', zh: '街区，从 1 起' },
  round: { en: 'round, from 1', zh: '第几年，从 1 起' },
  player: { en: 'pseudonym, by order of joining', zh: '匿名编号，依加入课堂的先后' },
} as const satisfies Readonly<Record<string, Words>>;

export type Cell = string | number | boolean | undefined;

export interface Column<Row> {
  readonly name: string;
  readonly type: (typeof COLUMN_TYPES)[number];
  readonly unit: Unit;
  /** Literal values in the data have their Chinese behind them: `firm（公司）`. */
  readonly meaning: Words;
  readonly value: (row: Row) => Cell;
}

export type ColumnFacts = Omit<Column<never>, 'value'>;

/** Shorthand for long lists of columns. */
export function column<Row>(
  name: string,
  type: Column<Row>['type'],
  unit: Unit,
  meaning: Words,
  value: (row: Row) => Cell,
): Column<Row> {
  return { name, type, unit, meaning, value };
}
