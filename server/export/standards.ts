/**
 * Machine-readable descriptions, written from the columns: a Frictionless data package (datapackage.org, version 2) and
 * a Psych-DS dataset description.
 */
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Column, ColumnFacts } from './column.ts';
import type { ExportSource } from './source.ts';
import { dataPath, type Table } from './tables.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/** Format of `toISOString`; readers of version 1 accept fractions only if told. */
const MILLISECONDS = '%Y-%m-%dT%H:%M:%S.%fZ';

const FIELD_TYPES = {
  integer: { type: 'integer' },
  number: { type: 'number' },
  text: { type: 'string' },
  logical: { type: 'boolean', trueValues: ['TRUE'], falseValues: ['FALSE'] },
  datetime: { type: 'datetime', format: MILLISECONDS },
} as const satisfies Readonly<Record<Column<never>['type'], object>>;

const DESCRIPTION =
  'Decisions, rounds and answers of a class that played Electronics Street, a serious game about an industrial district.';

function titleOf({ state, classId }: Pick<ExportSource, 'state' | 'classId'>): string {
  return `Electronics Street, ${state.opened.title ?? `class ${classId}`}`;
}

/** `datapackage.json`. */
export function datapackage(source: ExportSource, tables: readonly Table[]): string {
  const { classId, state } = source;
  const resources = tables.map(({ name, columns }) => ({
    $schema: `${PROFILES}/dataresource.json`,
    name,
    type: 'table',
    path: dataPath(name),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { $schema: `${PROFILES}/tableschema.json`, fields: columns.map(fieldOf), missingValues: [''] },
  }));
  return inLines({
    $schema: `${PROFILES}/datapackage.json`,
    name: `electronics-street-${classId.toLowerCase()}`,
    title: titleOf(source),
    description: DESCRIPTION,
    created: new Date(state.openedAt).toISOString(),
    resources: [
      ...resources,
      { name: 'events', path: 'events.jsonl', format: 'jsonl', mediatype: 'application/jsonl', encoding: 'utf-8' },
    ],
  });
}

function fieldOf({ name, type, unit, meaning }: ColumnFacts) {
  return {
    name,
    ...FIELD_TYPES[type],
    description: meaning.en,
    ...omitUndefined({ unit: unit || undefined }),
  };
}

/** `dataset_description.json`: Psych-DS wants exactly the columns of all tables in `variableMeasured`. */
export function datasetDescription(source: ExportSource, tables: readonly Table[]): string {
  const columns = new Map(tables.flatMap((table) => table.columns.map((facts) => [facts.name, facts] as const)));
  return inLines({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: titleOf(source),
    description: DESCRIPTION,
    identifier: source.classId,
    dateCreated: new Date(source.state.openedAt).toISOString().slice(0, 10),
    variableMeasured: [...columns.values()].map(({ name, unit, meaning }) => ({
      '@type': 'PropertyValue',
      name,
      description: meaning.en,
      ...omitUndefined({ unitText: unit || undefined }),
    })),
  });
}

function inLines(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
