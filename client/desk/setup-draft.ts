/**
 * A class set up in a form: what stands in its fields, and the way from there to a request and back.
 *
 * Numbers are text while somebody types them. What is wrong is a list of fields, each of which says so itself.
 */
import { given } from '../../shared/engine/given.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { ClockMode } from '../../shared/engine/parts.ts';
import {
  type Assignment,
  type ClassLanguage,
  type DealOfRoles,
  type Leftovers,
  type OpenClassRequest,
  openClassSchema,
  type Pace,
  type Treatment,
} from '../../shared/protocol/setup.ts';
import { isDistrictSize, STANDARD, scenarioById } from '../../shared/scenarios/index.ts';
import { readRoster, rosterText } from './roster-text.ts';

/** `class`: whatever the class has. */
export const TURNS = ['class', 'on', 'off'] as const;
export type Turn = (typeof TURNS)[number];
export const SWITCHES = ['talk', 'sentences', 'reputations', 'showFigure', 'shock', 'ventureFund'] as const;
type SwitchName = (typeof SWITCHES)[number];

export interface TreatmentDraft {
  readonly id: number;
  readonly name: string;
  readonly turns: Readonly<Record<SwitchName, Turn>>;
  /** `name = value`, one a line. */
  readonly numbers: string;
  /** What a file may hold and this form does not show: kept as it is. */
  readonly kept: Partial<Treatment>;
}

export interface Draft {
  readonly title: string;
  readonly scenario: string;
  readonly seats: string;
  readonly clockMode: ClockMode;
  /** Seconds. */
  readonly news: string;
  readonly plan: string;
  readonly reveal: string;
  readonly language: ClassLanguage;
  readonly switches: Readonly<Record<SwitchName, boolean>>;
  readonly numbers: string;
  readonly seed: string;
  readonly pace: Pace;
  readonly firstByHand: boolean;
  readonly leftovers: Leftovers;
  readonly roles: DealOfRoles;
  readonly assignment: Assignment;
  readonly treatments: readonly TreatmentDraft[];
  readonly roster: string;
  /** Nobody joins but those of the roster. */
  readonly listOnly: boolean;
  readonly showNames: boolean;
  /** Everyone is asked for consent to research. */
  readonly research: boolean;
}

const DRAFT_FIELDS = [
  'seats',
  'news',
  'plan',
  'reveal',
  'seed',
  'numbers',
  'treatmentNames',
  'treatmentNumbers',
  'roster',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** Of the form and its parts. */
export interface SetupFormProps {
  readonly draft: Draft;
  readonly wrong: readonly DraftField[];
  readonly onChange: (change: Partial<Draft>) => void;
}

const AS_CLASS: TreatmentDraft['turns'] = {
  talk: 'class',
  sentences: 'class',
  reputations: 'class',
  showFigure: 'class',
  shock: 'class',
  ventureFund: 'class',
};

export function freshDraft(language: ClassLanguage): Draft {
  return {
    title: '',
    scenario: STANDARD.id,
    seats: '12',
    clockMode: 'clock',
    news: '12',
    plan: '90',
    reveal: '25',
    language,
    switches: { talk: true, sentences: false, reputations: false, showFigure: false, shock: true, ventureFund: true },
    numbers: '',
    seed: '',
    pace: 'together',
    firstByHand: false,
    leftovers: 'bots',
    roles: 'balanced',
    assignment: 'balanced',
    treatments: [],
    roster: '',
    listOnly: false,
    showNames: true,
    research: false,
  };
}

export function freshTreatment(id: number, name: string): TreatmentDraft {
  return { id, name, turns: AS_CLASS, numbers: '', kept: {} };
}

/** `undefined` when a line is not `name = number` with a name the scenario knows. */
function numbersIn(text: string, scenario: string): Partial<Parameters> | undefined {
  const known: Readonly<Record<string, number>> = { ...scenarioById(scenario)?.parameters };
  const found: Record<string, number> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [name = '', value = ''] = line.split('=').map((part) => part.trim());
    const number = Number(value);
    if (!(name in known) || value === '' || !Number.isFinite(number)) return undefined;
    found[name] = number;
  }
  return found;
}

function numbersText(parameters: Partial<Parameters> = {}): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');
}

/** `NaN` where there is no number, which no limit lets through. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

type Drafted =
  | { readonly ok: true; readonly request: OpenClassRequest }
  | { readonly ok: false; readonly wrong: readonly DraftField[] };

/** Where a part of the request is typed. */
const FIELDS: Readonly<Partial<Record<PropertyKey, DraftField>>> = {
  newsMs: 'news',
  planMs: 'plan',
  revealMs: 'reveal',
  seed: 'seed',
  treatments: 'treatmentNames',
  roster: 'roster',
};

/** What is wrong by the server's own limits, and by what only this form knows. */
export function requestOf(draft: Draft): Drafted {
  const parsed = openClassSchema.safeParse(asked(draft));
  const misread = (parsed.error?.issues ?? []).flatMap(({ path: [part = ''] }) => FIELDS[part] ?? []);
  const wrong = new Set([...misread, ...unfit(draft)]);
  return parsed.success && wrong.size === 0
    ? { ok: true, request: parsed.data }
    : { ok: false, wrong: DRAFT_FIELDS.filter((field) => wrong.has(field)) };
}

/** What depends on the scenario, or on several fields. */
function unfit({ seats, scenario, numbers, treatments, roster }: Draft): readonly DraftField[] {
  const names = new Set(treatments.map(({ name }) => name.trim()));
  const wrong: Readonly<Partial<Record<DraftField, boolean>>> = {
    seats: !isDistrictSize(numberIn(seats)),
    numbers: numbersIn(numbers, scenario) === undefined,
    treatmentNames: names.size < treatments.length || treatments.length === 1,
    treatmentNumbers: treatments.some((each) => numbersIn(each.numbers, scenario) === undefined),
    roster: readRoster(roster).tooLong.length > 0,
  };
  return DRAFT_FIELDS.filter((field) => wrong[field]);
}

function asked(draft: Draft): OpenClassRequest {
  const { scenario, clockMode, language, pace, leftovers, roles, assignment } = draft;
  const clocked = (seconds: string) => (clockMode === 'clock' ? Math.round(numberIn(seconds) * 1000) : undefined);
  const { labels, known } = readRoster(draft.roster);
  const roster = labels.map((label, place) => {
    const sis = known[place];
    return sis === undefined ? label : { label, sis };
  });
  const treatments = draft.treatments.map((each) => treatmentOf(each, scenario));
  return given({
    scenario,
    seatsPerDistrict: numberIn(draft.seats),
    clockMode,
    language,
    pace,
    leftovers,
    roles,
    ...draft.switches,
    newsMs: clocked(draft.news),
    planMs: clocked(draft.plan),
    revealMs: clocked(draft.reveal),
    firstByHand: (clockMode !== 'desk' && draft.firstByHand) || undefined,
    title: draft.title.trim() || undefined,
    seed: draft.seed.trim() === '' ? undefined : Number(draft.seed),
    parameters: parametersIn(draft.numbers, scenario),
    assignment: treatments.length > 0 ? assignment : undefined,
    treatments: treatments.length > 0 ? treatments : undefined,
    roster: roster.length > 0 ? roster : undefined,
    listOnly: (labels.length > 0 && draft.listOnly) || undefined,
    showNames: labels.length > 0 ? undefined : draft.showNames,
    research: draft.research || undefined,
  });
}

/** Undefined where none is named. */
function parametersIn(numbers: string, scenario: string): Partial<Parameters> | undefined {
  const found = numbersIn(numbers, scenario) ?? {};
  return Object.keys(found).length === 0 ? undefined : found;
}

function treatmentOf({ name, turns, numbers, kept }: TreatmentDraft, scenario: string): Treatment {
  const turned = SWITCHES.filter((each) => turns[each] !== 'class').map((each) => [each, turns[each] === 'on']);
  return {
    ...kept,
    name: name.trim(),
    ...Object.fromEntries(turned),
    ...given({ parameters: parametersIn(numbers, scenario) }),
  };
}

/** The fields for a set-up, whatever it leaves out as in a fresh form. */
export function draftOf(setup: OpenClassRequest, language: ClassLanguage): Draft {
  const fresh = freshDraft(language);
  const scenario = scenarioById(setup.scenario ?? '') === undefined ? fresh.scenario : (setup.scenario ?? '');
  const seconds = (ms: number | undefined, otherwise: string) => (ms === undefined ? otherwise : String(ms / 1000));
  return {
    title: setup.title ?? '',
    scenario,
    seats: setup.seatsPerDistrict === undefined ? fresh.seats : String(setup.seatsPerDistrict),
    clockMode: setup.clockMode ?? fresh.clockMode,
    news: seconds(setup.newsMs, fresh.news),
    plan: seconds(setup.planMs, fresh.plan),
    reveal: seconds(setup.revealMs, fresh.reveal),
    language: setup.language ?? language,
    switches: {
      talk: setup.talk ?? fresh.switches.talk,
      sentences: setup.sentences ?? fresh.switches.sentences,
      reputations: setup.reputations ?? fresh.switches.reputations,
      showFigure: setup.showFigure ?? fresh.switches.showFigure,
      shock: setup.shock ?? fresh.switches.shock,
      ventureFund: setup.ventureFund ?? fresh.switches.ventureFund,
    },
    numbers: numbersText(setup.parameters),
    seed: setup.seed === undefined ? '' : String(setup.seed),
    pace: setup.pace ?? fresh.pace,
    firstByHand: setup.firstByHand ?? fresh.firstByHand,
    leftovers: setup.leftovers ?? fresh.leftovers,
    roles: setup.roles ?? fresh.roles,
    assignment: setup.assignment ?? fresh.assignment,
    treatments: (setup.treatments ?? []).map((each, id) => treatmentDraftOf(each, id)),
    roster: rosterText(setup.roster ?? []),
    listOnly: setup.listOnly ?? fresh.listOnly,
    showNames: setup.showNames ?? fresh.showNames,
    research: setup.research ?? fresh.research,
  };
}

function treatmentDraftOf(treatment: Treatment, id: number): TreatmentDraft {
  const { name, talk, sentences, reputations, showFigure, shock, ventureFund, parameters, ...kept } = treatment;
  const turn = (on: boolean | undefined): Turn => (on === undefined ? 'class' : on ? 'on' : 'off');
  return {
    id,
    name,
    turns: {
      talk: turn(talk),
      sentences: turn(sentences),
      reputations: turn(reputations),
      showFigure: turn(showFigure),
      shock: turn(shock),
      ventureFund: turn(ventureFund),
    },
    numbers: numbersText(parameters),
    kept,
  };
}
