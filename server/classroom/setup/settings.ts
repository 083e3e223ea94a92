/** Choices for opening a class, with defaults and limits. */
import { isPolicyFor, POLICIES } from '../../../shared/bots/index.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { isOpenFrom } from '../../../shared/engine/open-parameters.ts';
import { boundsOf, isWithinBounds } from '../../../shared/engine/parameter-bounds.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { Settings } from '../../../shared/engine/parts.ts';
import { withoutShock } from '../../../shared/engine/queries.ts';
import type { Scenario } from '../../../shared/engine/scenario.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type {
  Assignment,
  ClassLanguage,
  DealOfRoles,
  Ends,
  Homework,
  Leftovers,
  OpenRequest,
  Pace,
  Sis,
  TreatmentChoices,
} from '../../../shared/protocol/setup.ts';
import { openRequestSchema } from '../../../shared/protocol/setup.ts';
import { SETUP_LIMITS } from '../../../shared/protocol/setup-choices.ts';
import {
  isDistrictSize,
  LARGEST_DISTRICT,
  SCENARIOS,
  SMALLEST_DISTRICT,
  STANDARD,
  STANDARD_SEATS,
  scenarioById,
} from '../../../shared/scenarios/index.ts';
import { cleanName } from '../people/names.ts';
import type { Conditions, NamedTreatment } from '../state/events.ts';
import type { Past } from './past.ts';
import type { ChoicesRefused } from './refused.ts';

/** The usual mix of bots. */
export const STREET = 'street';
const DEFAULT_SETTINGS: Settings = { clockMode: 'clock', newsMs: 12_000, planMs: 90_000, revealMs: 25_000, talk: true };
export const PRACTICE_SETTINGS: Settings = { ...DEFAULT_SETTINGS, clockMode: 'wait' };

export interface ClassChoices extends Conditions {
  readonly scenario: string;
  readonly seatsPerDistrict: number;
  readonly seed?: number;
  readonly title?: string;
  readonly language?: ClassLanguage;
  readonly pace: Pace;
  readonly ends?: Ends;
  readonly leftovers?: Leftovers;
  readonly roles?: DealOfRoles;
  readonly treatments?: readonly NamedTreatment[];
  readonly assignment?: Assignment;
  /** Labels, normalised and distinct. */
  readonly labels?: readonly string[];
  /** Ids of a learning platform, parallel to the labels. */
  readonly known?: readonly (Sis | undefined)[];
  readonly listOnly?: true;
  readonly showNames?: true;
  /** Everyone is asked about research use. */
  readonly research?: true;
  readonly population?: string;
  readonly homework?: Homework;
  readonly past?: PastChoices;
}

/** A person who held a seat in the past. */
export interface Returning {
  readonly player: string;
  /** Index of their past. */
  readonly past: number;
  readonly seat: Seat;
  readonly tokenHashes: readonly string[];
  /** Their label in the past class's roster. */
  readonly label?: string;
}

export interface PastRead {
  readonly past: Past;
  /** The past class, if it is on this server. */
  readonly classId?: string;
  readonly people: readonly Returning[];
  /** People whose part in it may not be used for research. */
  readonly withheld: readonly string[];
}

export interface PastChoices extends PastRead {
  /** Changes in every district from there on. */
  readonly choices: TreatmentChoices;
}

/** Parses the request as sent. */
export function readRequest(body: unknown): OpenRequest | ChoicesRefused {
  const parsed = openRequestSchema.safeParse(body ?? {});
  if (!parsed.success) {
    const misread = parsed.error.issues.some(({ code }) => code === 'invalid_type' || code === 'unrecognized_keys');
    const detail = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
    return { refused: misread ? 'not-understood' : 'settings-out-of-range', detail: detail.join('. ').slice(0, 500) };
  }
  return parsed.data;
}

/** Reads the choices of a class that starts afresh. */
export function readChoices(body: unknown): ClassChoices | ChoicesRefused {
  const request = readRequest(body);
  return 'refused' in request ? request : choicesFrom(request);
}

/** `from`: the past; its scenario and seats are the class's. */
export function choicesFrom(request: OpenRequest, from?: PastRead): ClassChoices | ChoicesRefused {
  const { playOn, homework, scenario: _, seatsPerDistrict: __, ...chosen } = request;
  if ((playOn === undefined) !== (from === undefined)) return { refused: 'not-understood', detail: 'playOn' };
  const past = from?.past;
  const size = sizeFrom(request, past);
  if ('refused' in size) return size;
  const { scenario, seatsPerDistrict } = size;
  const {
    seed,
    title,
    language,
    pace = 'together',
    ends,
    leftovers,
    roles,
    treatments = [],
    assignment,
    roster = [],
    listOnly,
    showNames,
    research,
    firstByHand,
    ...own
  } = chosen;
  if (past === undefined && [own, ...treatments].some(({ newLuck }) => newLuck !== undefined)) {
    return { refused: 'settings-out-of-range', detail: 'newLuck: only with playOn' };
  }
  const byHand = firstByHand === true ? 'firstRound' : 'practiceNews';
  const [first] = past?.districts ?? [];
  const ground: Ground = { scenario, ...omitUndefined({ past }) };
  const before: Settings = first === undefined ? { ...DEFAULT_SETTINGS, byHand } : timed(first.settings);
  const wanted = homework === undefined ? own : { ...own, ...ALONE };
  const conditions = conditionsFrom(ground, before, {}, wanted);
  if ('refused' in conditions) return conditions;
  const compared = compare(ground, conditions, own, treatments);
  if ('refused' in compared) return compared;
  const labels = cleanLabels(roster);
  if ('refused' in labels) return labels;
  if (homework?.seat !== undefined && homework.seat >= seatsPerDistrict) return { refused: 'no-such-role' };
  const labelled = labels.labels.length > 0;
  return {
    scenario: scenario.id,
    seatsPerDistrict,
    pace: homework === undefined ? pace : 'own',
    ...conditions,
    ...omitUndefined({
      seed,
      title,
      language,
      ends: homework === undefined ? ends : undefined,
      leftovers,
      roles,
      treatments: compared.treatments.length === 0 ? undefined : compared.treatments,
      assignment,
      labels: labelled ? labels.labels : undefined,
      known: labels.known.some((each) => each !== undefined) ? labels.known : undefined,
      listOnly: labelled && listOnly === true ? true : undefined,
      showNames: showNames === true ? true : undefined,
      research: research === true ? true : undefined,
      population: own.population,
      homework,
      past: from && { ...from, past: withTimes(from.past), choices: wanted },
    }),
  };
}

/** The scenario and the seats of a district: those of the past, if there is one. */
function sizeFrom(
  { scenario: id, seatsPerDistrict: seats }: OpenRequest,
  past: Past | undefined,
): { readonly scenario: Scenario; readonly seatsPerDistrict: number } | ChoicesRefused {
  const wanted = id ?? past?.scenario ?? STANDARD.id;
  const seatsPerDistrict = seats ?? past?.actors.length ?? STANDARD_SEATS;
  if (past !== undefined && (wanted !== past.scenario || seatsPerDistrict !== past.actors.length)) {
    return { refused: 'settings-out-of-range', detail: `scenario: ${past.scenario}, ${past.actors.length} seats` };
  }
  const scenario = scenarioById(wanted);
  if (scenario === undefined) {
    return { refused: 'no-such-scenario', detail: `scenario: ${SCENARIOS.map((one) => one.id).join(', ')}` };
  }
  if (past === undefined && !isDistrictSize(seatsPerDistrict)) {
    const detail = `seatsPerDistrict: ${SMALLEST_DISTRICT} to ${LARGEST_DISTRICT}`;
    return { refused: 'settings-out-of-range', detail };
  }
  return { scenario, seatsPerDistrict };
}

/** What conditions are checked against: a fresh scenario, or a past. */
interface Ground {
  readonly scenario: Scenario;
  readonly past?: Past;
}

function compare(
  ground: Ground,
  common: Conditions,
  chosen: TreatmentChoices,
  treatments: readonly (TreatmentChoices & { readonly name: string })[],
): { readonly treatments: readonly NamedTreatment[] } | ChoicesRefused {
  const names = new Set(treatments.map(({ name }) => name));
  if (treatments.length === 1 || names.size < treatments.length) return { refused: 'treatments-two' };
  const read: NamedTreatment[] = [];
  for (const { name, ...choices } of treatments) {
    const conditions = conditionsFrom(ground, common.settings, chosen, choices);
    if ('refused' in conditions) return conditions;
    read.push({ name, choices, ...conditions });
  }
  const kinds = new Set(
    read.map(({ settings, parameters = {}, choices: { population } }) =>
      JSON.stringify([settings, sorted(parameters), population]),
    ),
  );
  // The same past may be played on several times under the same rules, by other people.
  if (ground.past === undefined && kinds.size < read.length) return { refused: 'treatments-alike' };
  return { treatments: read };
}

function sorted(parameters: Partial<Parameters>): readonly (readonly [string, unknown])[] {
  return Object.entries(parameters).toSorted();
}

/** Conditions for all, overridden by a treatment's. */
function conditionsFrom(
  { scenario, past }: Ground,
  settings: Settings,
  common: TreatmentChoices,
  own: TreatmentChoices,
): Conditions | ChoicesRefused {
  const parameters = plain({ ...common.parameters, ...own.parameters });
  for (const [name, value] of Object.entries(parameters)) {
    if (!Object.hasOwn(scenario.parameters, name))
      return { refused: 'no-such-parameter', detail: `parameters: ${name}` };
    if (!isWithinBounds(name, value))
      return { refused: 'settings-out-of-range', detail: `parameters.${name}: ${boundsOf(name).join(' to ')}` };
  }
  const wanted = switches(scenario, { ...common, ...own, parameters });
  const switched = past === undefined ? wanted : changedNumbers(past, wanted);
  if ('refused' in switched) return switched;
  const rounds = switched.rounds ?? scenario.parameters.rounds;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > scenario.calendar.length) {
    const limit = scenario.calendar.length;
    return { refused: 'settings-out-of-range', about: { limit }, detail: `parameters.rounds: 1 to ${limit}` };
  }
  const { population } = own;
  if (population !== undefined && population !== STREET && !isPolicyFor('firm', population)) {
    return { refused: 'no-such-population', detail: `population: ${[STREET, ...POLICIES.firm].join(', ')}` };
  }
  return {
    settings: settingsFrom(settings, own),
    ...omitUndefined({ parameters: Object.keys(switched).length === 0 ? undefined : switched }),
  };
}

export function settingsFrom(settings: Settings, own: TreatmentChoices): Settings {
  const { clockMode, newsMs, planMs, revealMs, talk } = { ...settings, ...own };
  const reputations = own.reputations ?? settings.reputations;
  const sentences = own.sentences ?? settings.sentences;
  const showFigure = own.showFigure ?? settings.showFigure;
  return {
    clockMode,
    newsMs,
    planMs,
    revealMs,
    talk,
    ...omitUndefined({
      byHand: clockMode === 'desk' ? undefined : settings.byHand,
      sentences: sentences || undefined,
      reputations: reputations || undefined,
      showFigure: showFigure || undefined,
    }),
  };
}

/** Fills in times, since a game without a clock may lack them. */
function timed(settings: Settings): Settings {
  const { newsMs, planMs, revealMs } = settings;
  const shortest = Math.min(newsMs, planMs, revealMs);
  if (shortest >= SETUP_LIMITS.shortestMs) return settings;
  const { newsMs: news, planMs: plan, revealMs: reveal } = DEFAULT_SETTINGS;
  return { ...settings, newsMs: news, planMs: plan, revealMs: reveal };
}

function withTimes(past: Past): Past {
  return { ...past, districts: past.districts.map((each) => ({ ...each, settings: timed(each.settings) })) };
}

/** Changed parameters only. Each must be open at the point where the game goes on. */
function changedNumbers(
  { goesOn, districts }: Past,
  parameters: Partial<Parameters>,
): Partial<Parameters> | ChoicesRefused {
  const rounds = goesOn.phase === 'news' ? goesOn.round - 1 : goesOn.round;
  const changed = Object.entries(parameters).filter(([name, value]) =>
    districts.some(({ numbers }) => new Map<string, number>(Object.entries(numbers)).get(name) !== value),
  );
  const shut = changed.find(([name]) => !isOpenFrom(rounds, name));
  if (shut !== undefined) return { refused: 'parameter-not-open', detail: `parameters.${shut[0]}` };
  return Object.fromEntries(changed);
}

/** Turns -0 into 0, because no state may hold -0. */
function plain(parameters: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value === 0 ? 0 : value]));
}

/** Homework has no clock and no talk. */
const ALONE = { clockMode: 'wait', talk: false } as const;

/** Parameters for the plain switches; explicit parameters override them. */
function switches(scenario: Scenario, choices: TreatmentChoices): Partial<Parameters> {
  const { shock, ventureFund, parameters = {} } = choices;
  const rounds = parameters.rounds ?? scenario.parameters.rounds;
  const unshocked = shock === false ? withoutShock({ rounds }) : undefined;
  const fundPerPoint = ventureFund === false ? 0 : undefined;
  return { ...unshocked, ...omitUndefined({ fundPerPoint }), ...parameters };
}

type CleanRoster = Pick<ClassChoices, 'known' | 'labels'>;

function cleanLabels(roster: NonNullable<OpenRequest['roster']>): Required<CleanRoster> | ChoicesRefused {
  const labels: string[] = [];
  const known: (Sis | undefined)[] = [];
  for (const raw of roster) {
    const { label: wanted, sis } = typeof raw === 'string' ? { label: raw, sis: undefined } : raw;
    const label = cleanName(wanted, LIMITS.labelLength);
    if (typeof label !== 'string') return label;
    if (labels.includes(label)) return { refused: 'roster-twice', detail: `roster: ${label}` };
    labels.push(label);
    known.push(sis);
  }
  return { labels, known };
}
