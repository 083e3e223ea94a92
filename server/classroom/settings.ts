/** What an instructor may choose when opening a class, with its defaults and limits. */
import { given } from '../../shared/engine/given.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import type { Scenario } from '../../shared/engine/scenario.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type {
  Assignment,
  ClassLanguage,
  DealOfRoles,
  Leftovers,
  Pace,
  TreatmentChoices,
} from '../../shared/protocol/setup.ts';
import { openClassSchema } from '../../shared/protocol/setup.ts';
import {
  isDistrictSize,
  LARGEST_DISTRICT,
  SCENARIOS,
  SMALLEST_DISTRICT,
  scenarioById,
} from '../../shared/scenarios/index.ts';
import type { Conditions, NamedTreatment } from './events.ts';
import { cleanName } from './names.ts';

export const DEFAULT_SCENARIO = 'zhongguancun';
const DEFAULT_SEATS = 12;
const DEFAULT_SETTINGS: Settings = { clockMode: 'clock', newsMs: 12_000, planMs: 90_000, revealMs: 25_000, talk: true };
export const PRACTICE_SETTINGS: Settings = { ...DEFAULT_SETTINGS, clockMode: 'wait', talk: false };

export interface ClassChoices extends Conditions {
  readonly scenario: string;
  readonly seatsPerDistrict: number;
  readonly seed?: number;
  readonly title?: string;
  readonly language?: ClassLanguage;
  readonly pace: Pace;
  readonly leftovers?: Leftovers;
  readonly roles?: DealOfRoles;
  readonly treatments?: readonly NamedTreatment[];
  readonly assignment?: Assignment;
  /** Labels, clean and each different. */
  readonly labels?: readonly string[];
  readonly listOnly?: true;
}

/** `detail` names the setting, in English: for programs, which have no form that shows it. */
export interface ChoicesRefused extends WireRefusal {
  readonly detail?: string;
}

export function readChoices(body: unknown): ClassChoices | ChoicesRefused {
  const parsed = openClassSchema.safeParse(body ?? {});
  if (!parsed.success) {
    const misread = parsed.error.issues.some(({ code }) => code === 'invalid_type' || code === 'unrecognized_keys');
    const detail = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
    return { refused: misread ? 'not-understood' : 'settings-out-of-range', detail: detail.join('. ').slice(0, 500) };
  }
  const { scenario: id = DEFAULT_SCENARIO, seatsPerDistrict = DEFAULT_SEATS, ...chosen } = parsed.data;
  const scenario = scenarioById(id);
  if (scenario === undefined) {
    return { refused: 'no-such-scenario', detail: `scenario: ${SCENARIOS.map((one) => one.id).join(', ')}` };
  }
  if (!isDistrictSize(seatsPerDistrict)) {
    const detail = `seatsPerDistrict: ${SMALLEST_DISTRICT} to ${LARGEST_DISTRICT}`;
    return { refused: 'settings-out-of-range', detail };
  }
  const {
    seed,
    title,
    language,
    pace = 'together',
    leftovers,
    roles,
    treatments = [],
    assignment,
    roster = [],
    listOnly,
    firstByHand,
    ...own
  } = chosen;
  const byHand = firstByHand === true ? 'firstRound' : 'practiceNews';
  const conditions = conditionsFrom(scenario, { ...DEFAULT_SETTINGS, byHand }, {}, own);
  if ('refused' in conditions) return conditions;
  const compared = compare(scenario, conditions, own, treatments);
  if ('refused' in compared) return compared;
  const labels = cleanLabels(roster);
  if ('refused' in labels) return labels;
  const labelled = labels.labels.length > 0;
  return {
    scenario: id,
    seatsPerDistrict,
    pace,
    ...conditions,
    ...given({
      seed,
      title,
      language,
      leftovers,
      roles,
      treatments: compared.treatments.length === 0 ? undefined : compared.treatments,
      assignment,
      labels: labelled ? labels.labels : undefined,
      listOnly: labelled && listOnly === true ? true : undefined,
    }),
  };
}

function compare(
  scenario: Scenario,
  common: Conditions,
  chosen: TreatmentChoices,
  treatments: readonly (TreatmentChoices & { readonly name: string })[],
): { readonly treatments: readonly NamedTreatment[] } | ChoicesRefused {
  const names = new Set(treatments.map(({ name }) => name));
  if (treatments.length === 1 || names.size < treatments.length) return { refused: 'treatments-two' };
  const read: NamedTreatment[] = [];
  for (const { name, ...choices } of treatments) {
    const conditions = conditionsFrom(scenario, common.settings, chosen, choices);
    if ('refused' in conditions) return conditions;
    read.push({ name, choices, ...conditions });
  }
  const kinds = new Set(read.map(({ settings, parameters = {} }) => JSON.stringify([settings, sorted(parameters)])));
  if (kinds.size < read.length) return { refused: 'treatments-alike' };
  return { treatments: read };
}

function sorted(parameters: Partial<Parameters>): readonly (readonly [string, unknown])[] {
  return Object.entries(parameters).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** What holds for all, and over it what a treatment says. */
function conditionsFrom(
  scenario: Scenario,
  settings: Settings,
  common: TreatmentChoices,
  own: TreatmentChoices,
): Conditions | ChoicesRefused {
  const parameters = { ...common.parameters, ...own.parameters };
  for (const [name, value] of Object.entries(parameters)) {
    if (!Object.hasOwn(scenario.parameters, name))
      return { refused: 'no-such-parameter', detail: `parameters: ${name}` };
    if (!Number.isFinite(value) || Math.abs(value) > MOST)
      return { refused: 'settings-out-of-range', detail: `parameters.${name}: ${-MOST} to ${MOST}` };
  }
  const switched = switches(scenario, { ...common, ...own, parameters });
  const rounds = switched.rounds ?? scenario.parameters.rounds;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > scenario.calendar.length) {
    const limit = scenario.calendar.length;
    return { refused: 'settings-out-of-range', about: { limit }, detail: `parameters.rounds: 1 to ${limit}` };
  }
  const { clockMode, newsMs, planMs, revealMs, talk } = { ...settings, ...own };
  const reputations = own.reputations ?? settings.reputations;
  const sentences = own.sentences ?? settings.sentences;
  const showFigure = own.showFigure ?? settings.showFigure;
  return {
    settings: {
      clockMode,
      newsMs,
      planMs,
      revealMs,
      talk,
      ...(clockMode === 'desk' ? {} : given({ byHand: settings.byHand })),
      ...(sentences === true ? { sentences } : {}),
      ...(reputations === true ? { reputations } : {}),
      ...(showFigure === true ? { showFigure } : {}),
    },
    ...(Object.keys(switched).length === 0 ? {} : { parameters: switched }),
  };
}

/** Beyond any parameter of use; sums stay finite. */
const MOST = 10_000;

/** The plain words for parameters; a parameter named outright wins. */
function switches(scenario: Scenario, choices: TreatmentChoices): Partial<Parameters> {
  const { shock, ventureFund, parameters = {} } = choices;
  const rounds = parameters.rounds ?? scenario.parameters.rounds;
  const shockRound = shock === false ? rounds + 1 : undefined;
  const fundPerPoint = ventureFund === false ? 0 : undefined;
  return { ...given({ shockRound, fundPerPoint }), ...parameters };
}

function cleanLabels(roster: readonly string[]): { readonly labels: readonly string[] } | ChoicesRefused {
  const labels: string[] = [];
  for (const raw of roster) {
    const label = cleanName(raw, LIMITS.labelLength);
    if (typeof label !== 'string') return label;
    if (labels.includes(label)) return { refused: 'roster-twice', detail: `roster: ${label}` };
    labels.push(label);
  }
  return { labels };
}
