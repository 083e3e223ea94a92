/**
 * Writes the tables of `docs/PREDICTIONS.md`. Each part stands between two marks and is rewritten by itself.
 *
 * `figures`: every row in every length, with twelve seats and nine. `sizes`: which rows hold in which size of district.
 * `sensitivity`: which change of which single number breaks which row.
 */
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { Scenario } from '../../shared/engine/scenario.ts';
import { LARGEST_DISTRICT, SCENARIOS, SMALLEST_DISTRICT, STANDARD } from '../../shared/scenarios/index.ts';
import type { Finding } from '../../shared/simulation/predictions/index.ts';
import { markdownRows } from './terminal.ts';
import type { PredictionTask } from './work.ts';

export const PARTS = ['figures', 'sizes', 'sensitivity'] as const;
export type DocumentPart = (typeof PARTS)[number];

/** A column of a table: districts of one kind, in which every prediction is tested. */
export interface Column {
  readonly name: string;
  readonly scenario: Scenario;
  readonly seats: number;
  readonly parameters: Partial<Parameters>;
}

export interface Tested {
  readonly column: Column;
  readonly findings: readonly Finding[];
}

const SMALL = 9;
const TWELVE = STANDARD.roster.length;

export function columnsOf(part: DocumentPart): readonly Column[] {
  switch (part) {
    case 'figures':
      return [
        ...SCENARIOS.map((scenario) => plain(scenario, TWELVE, `${scenario.parameters.rounds} rounds`)),
        ...SCENARIOS.map((scenario) => plain(scenario, SMALL, `${scenario.parameters.rounds}, ${SMALL} seats`)),
      ];
    case 'sizes':
      return SCENARIOS.flatMap((scenario) => sizes().map((seats) => plain(scenario, seats, `${seats}`)));
    case 'sensitivity':
      return [plain(STANDARD, TWELVE, 'unchanged'), ...changes(STANDARD.parameters)];
  }
}

export function tasksOf(
  columns: readonly Column[],
  ids: readonly string[],
  asked: { readonly games: number; readonly seed: number },
): readonly PredictionTask[] {
  return columns.flatMap(({ scenario, seats, parameters }) =>
    ids.map((prediction) => ({ prediction, scenario: scenario.id, seats, parameters, ...asked })),
  );
}

/** The document with this part replaced. */
export function rewritten(document: string, part: DocumentPart, games: number, tested: readonly Tested[]): string {
  const note = `_Means over ${games} districts each; printed by \`npm run predictions -- --write ${part}\`._`;
  return withPart(document, part, `${note}\n\n${PRINTED[part](tested)}`);
}

export function withPart(document: string, part: DocumentPart | 'choices', printed: string): string {
  const [before = '', rest] = document.split(`<!-- ${part} -->\n`);
  const after = rest?.split(`<!-- end of ${part} -->`)[1];
  if (after === undefined) throw new Error(`the document has no part called ${part}`);
  return `${before}<!-- ${part} -->\n\n${printed}\n\n<!-- end of ${part} -->${after}`;
}

const PRINTED: Readonly<Record<DocumentPart, (tested: readonly Tested[]) => string>> = {
  figures: figuresTable,
  sizes: sizesTables,
  sensitivity: sensitivityTable,
};

function plain(scenario: Scenario, seats: number, name: string): Column {
  return { name, scenario, seats, parameters: {} };
}

function sizes(): readonly number[] {
  return Array.from({ length: LARGEST_DISTRICT - SMALLEST_DISTRICT + 1 }, (_, place) => SMALLEST_DISTRICT + place);
}

// --- Figures -------------------------------------------------------------------------------------------------------

function figuresTable(tested: readonly Tested[]): string {
  const [standard] = tested;
  const names = tested.map(({ column }) => column.name);
  const lines = [
    ['', '', 'wanted', ...names],
    ['---', '---', '---', ...names.map(() => '--:')],
  ];
  let id = '';
  for (const [row, finding] of (standard?.findings ?? []).entries()) {
    if (finding.id !== id) lines.push([`**${finding.id}**`, `**${finding.sentence}**`, '', ...names.map(() => '')]);
    id = finding.id;
    lines.push([
      '',
      finding.what,
      finding.threshold,
      ...tested.map((one) => figureIn(one, standard?.findings ?? [], row)),
    ]);
  }
  return markdownRows(lines);
}

/** Rows match across columns, except those a small district lacks; rounds are named as in twelve. */
function figureIn({ findings }: Tested, standard: readonly Finding[], row: number): string {
  const wanted = standard[row];
  if (wanted === undefined) return '';
  const before = standard.slice(0, row).filter(({ id }) => id === wanted.id);
  const here = findings.filter(({ id }) => id === wanted.id);
  const same = standard.filter(({ id }) => id === wanted.id).length === here.length;
  const found = same
    ? here[before.length]
    : here.find(({ what }) => withoutRounds(what) === withoutRounds(wanted.what));
  return found === undefined ? '–' : cell(found, wanted);
}

function withoutRounds(what: string): string {
  return what.replaceAll(/[\d, ]+/g, ' ');
}

function cell(found: Finding, standard: Finding): string {
  const figure = number(found.figure);
  const threshold = found.threshold === standard.threshold ? '' : ` (${found.threshold})`;
  return found.holds ? `${figure}${threshold}` : `**${figure}**${threshold}`;
}

function number(figure: number): string {
  const text = Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toFixed(2);
  return text.replace('-', '−');
}

// --- Sizes ---------------------------------------------------------------------------------------------------------

function sizesTables(tested: readonly Tested[]): string {
  return SCENARIOS.map((scenario) => {
    const columns = tested.filter(({ column }) => column.scenario === scenario);
    const ids = [...new Set(columns.flatMap(({ findings }) => findings.map(({ id }) => id)))].toSorted(byNumber);
    const rows = ids.map((id) => ({ id, cells: columns.map(({ findings }) => verdict(findings, id)) }));
    const held = rows.filter(({ cells }) => cells.every((one) => one === '✓')).map(({ id }) => id);
    const lines = [
      ['seats', ...columns.map(({ column }) => column.name)],
      ['---', ...columns.map(() => ':-:')],
      [held.join(', '), ...columns.map(() => '✓')],
      ...rows.filter(({ id }) => !held.includes(id)).map(({ id, cells }) => [id, ...cells]),
    ];
    return `### ${scenario.parameters.rounds} rounds\n\n${markdownRows(lines)}`;
  }).join('\n\n');
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}

/** “–” without a figure: a street of four seats, for example, has no bureau. */
function verdict(findings: readonly Finding[], id: string): string {
  const rows = findings.filter((finding) => finding.id === id && !Number.isNaN(finding.figure));
  if (rows.length === 0) return '–';
  const failed = rows.filter(({ holds }) => !holds);
  return failed.length === 0 ? '✓' : failed.map(({ figure }) => number(figure)).join(', ');
}

// --- Sensitivity ---------------------------------------------------------------------------------------------------

/** Parameters that only end, start or name things, or that define the figures. */
const LEFT_ALONE = /^(rounds|effort|luck|figure|disarray|falter|failure|leaveAllowed|keptShare)/;
/** Whole numbers that a change by a fifth would leave the same: these change by one. */
const WHOLE: readonly string[] = [
  'shockRound',
  'foreignFrom',
  'listFrom',
  'listPlaces',
  'pactLimit',
  'treeLimit',
  'commandTreeLimit',
  'loanInstalments',
  'loanLimit',
  'ventureLimit',
  'foreignLimit',
  'foreignPactLoss',
];

function changes(parameters: Parameters): readonly Column[] {
  return Object.entries(parameters).flatMap(([name, value]: [string, number]) => {
    if (LEFT_ALONE.test(name) || value === 0) return [];
    const whole = WHOLE.includes(name);
    const changed: readonly (readonly [string, number])[] = whole
      ? [
          [`${name} − 1`, value - 1],
          [`${name} + 1`, value + 1],
        ]
      : [
          [`${name} × 0.8`, value * 0.8],
          [`${name} × 1.2`, value * 1.2],
        ];
    return changed.map(([what, to]) => ({
      name: what,
      scenario: STANDARD,
      seats: TWELVE,
      parameters: { [name]: to },
    }));
  });
}

/** A change breaks a row if the row holds without it, over the same districts. */
function sensitivityTable(tested: readonly Tested[]): string {
  const [unchanged, ...changed] = tested;
  const lines = [
    ['', '', 'broken by'],
    ['---', '---', '---'],
  ];
  const unbroken: string[] = [];
  for (const [row, finding] of (unchanged?.findings ?? []).entries()) {
    if (!finding.holds) continue;
    const breaking = changed.flatMap(({ column, findings }) => {
      const found = findings[row];
      return found === undefined || found.holds ? [] : [`${column.name}: ${number(found.figure)}`];
    });
    if (breaking.length > 0) lines.push([finding.id, `${finding.what} (${finding.threshold})`, breaking.join('; ')]);
    else unbroken.push(finding.id);
  }
  const whole = [...new Set(unbroken)].filter((id) => !lines.some(([broken]) => broken === id));
  return `${changed.length} changes of one number each. No row of ${whole.join(', ')} is broken by any.\n\n${markdownRows(lines)}`;
}
