/** The tables of an export with their columns: the source of CSV, codebook, datapackage and Psych-DS. */
import { ASIDE_COLUMNS } from './aside.ts';
import type { Column, ColumnFacts } from './column.ts';
import { toCsv } from './csv.ts';
import { DECISION_COLUMNS } from './decision/columns.ts';
import { decisionsOf } from './decisions.ts';
import { PARTICIPANT_COLUMNS } from './people.ts';
import { RESPONSE_COLUMNS, responsesOf } from './responses.ts';
import { roundColumns, roundsOf } from './rounds.ts';
import type { ExportSource } from './source.ts';

export type TableName = 'decisions' | 'rounds' | 'responses' | 'participants' | 'set-aside';

export interface Table {
  readonly name: TableName;
  readonly columns: readonly ColumnFacts[];
  /** `mark`: adds the byte order mark that spreadsheets need and programs do not. */
  readonly csv: (mark: boolean) => string;
}

function table<Row>(name: TableName, columns: readonly Column<Row>[], rows: () => readonly Row[]): Table {
  return { name, columns, csv: (mark) => toCsv(columns, rows(), mark) };
}

/** Tables with names in them only if names were requested. */
export function tablesOf(source: ExportSource): readonly Table[] {
  const { state, named, districts, setAside } = source;
  const seats = Math.max(0, ...districts.map((district) => district.seats));
  return [
    table('decisions', DECISION_COLUMNS, () => decisionsOf(source)),
    table('rounds', roundColumns(seats), () => roundsOf(source)),
    table('responses', RESPONSE_COLUMNS, () => responsesOf(state, named)),
    ...(named
      ? [table('participants', PARTICIPANT_COLUMNS, () => state.everyone.map((player) => ({ state, player })))]
      : []),
    ...(setAside.length > 0 ? [table('set-aside', ASIDE_COLUMNS, () => setAside)] : []),
  ];
}

/** Path of a table by Psych-DS's naming. */
export function dataPath(name: TableName): string {
  return `data/study-electronicsstreet_description-${name.replace('-', '')}_data.csv`;
}
