/** The files of an export by name: tables, codebook, log, and explanations for a stranger. */

import { strToU8, type Zippable, zip } from 'fflate';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { ifAny, omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import { LOG_FORMAT, LOG_VERSION } from '../../shared/log/record.ts';
import { CODEBOOK_COLUMNS, type CodebookRow } from './codebook.ts';
import { toCsv } from './csv.ts';
import { gradebook } from './gradebook.ts';
import { README_NAMES, readme } from './readme.ts';
import { type ExportSource, inEnglish } from './source.ts';
import { datapackage, datasetDescription } from './standards.ts';
import { dataPath, type Table, tablesOf } from './tables.ts';

export const EXPORT_FILES = [
  'events.jsonl',
  'decisions.csv',
  'rounds.csv',
  'responses.csv',
  'predictions.json',
  'codebook.csv',
  'gradebook.csv',
  'all.zip',
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFile, string>> = {
  'events.jsonl': 'application/jsonl; charset=utf-8',
  'decisions.csv': 'text/csv; charset=utf-8',
  'rounds.csv': 'text/csv; charset=utf-8',
  'responses.csv': 'text/csv; charset=utf-8',
  'predictions.json': 'application/json; charset=utf-8',
  'codebook.csv': 'text/csv; charset=utf-8',
  'gradebook.csv': 'text/csv; charset=utf-8',
  'all.zip': 'application/zip',
};

export function isExportFile(name: string): name is ExportFile {
  return EXPORT_FILES.some((known) => known === name);
}

/** Files that need the districts' logs; the other one is made directly. */
export type MadeFile = Exclude<ExportFile, 'predictions.json'>;

export async function exportFile(source: ExportSource, name: MadeFile): Promise<string | Uint8Array> {
  switch (name) {
    case 'events.jsonl':
      return source.events;
    case 'decisions.csv':
    case 'rounds.csv':
    case 'responses.csv':
      return (
        tablesOf(source)
          .find((table) => `${table.name}.csv` === name)
          ?.csv(true) ?? ''
      );
    case 'codebook.csv':
      return codebook(tablesOf(source));
    case 'gradebook.csv':
      return gradebook(source);
    case 'all.zip':
      return archive(source);
  }
}

function codebook(tables: readonly Table[]): string {
  const rows = tables.flatMap(({ name, columns }) =>
    columns.map((facts): CodebookRow => ({ file: `${name}.csv`, facts })),
  );
  return toCsv(CODEBOOK_COLUMNS, rows);
}

/** Facts of the session that the tables lack. */
function metadata({ classId, state, districts, unreadable, named, withheld }: ExportSource): string {
  const { scenario, seatsPerDistrict, settings, parameters, treatments, seed, title, kind } = state.opened;
  return JSON.stringify(
    {
      classId,
      kind,
      ...omitUndefined({ title }),
      openedAt: new Date(state.openedAt).toISOString(),
      phase: state.phase,
      participants: state.players.length,
      pseudonyms: !named,
      ...omitUndefined({
        research: state.opened.research,
        withheld: ifAny(withheld),
        replaced: ifAny(state.replaced),
      }),
      scenario,
      seatsPerDistrict,
      settings,
      ...omitUndefined({ parameters, treatments }),
      seed,
      versions: { log: `${LOG_FORMAT} ${LOG_VERSION}`, rules: RULES_VERSION },
      districts: districts.map(({ number, id, chronicle: { log, rounds, final, from } }) => ({
        number,
        id,
        ...omitUndefined({ treatment: log.header.treatment, lineage: log.header.lineage }),
        seed: final.seed,
        rulesVersion: log.header.rulesVersion,
        settings: final.settings,
        parameters: final.base ?? final.parameters,
        policies: log.header.policies,
        actors: log.header.actors,
        roundsPlayed: rounds.length,
        ownFrom: from,
        ended: final.phase === 'ended',
      })),
      ...omitUndefined({ unreadable: ifAny(unreadable.map(inEnglish)) }),
    },
    undefined,
    2,
  );
}

async function archive(source: ExportSource): Promise<Uint8Array> {
  const tables = tablesOf(source);
  const files: Zippable = {
    ...Object.fromEntries(LANGUAGES.map((language) => [README_NAMES[language], strToU8(readme(source, language))])),
    'metadata.json': strToU8(metadata(source)),
    'datapackage.json': strToU8(datapackage(source, tables)),
    'dataset_description.json': strToU8(datasetDescription(source, tables)),
    'events.jsonl': strToU8(source.events),
    'codebook.csv': strToU8(codebook(tables)),
    ...omitUndefined({ 'gradebook.csv': source.named ? strToU8(gradebook(source)) : undefined }),
  };
  for (const { name, csv } of tables) {
    files[`${name}.csv`] = strToU8(csv(true));
    files[dataPath(name)] = strToU8(csv(false));
  }
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, data) => (error === null ? resolve(data) : reject(error)));
  });
}
