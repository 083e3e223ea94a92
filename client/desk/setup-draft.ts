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
  type Pace,
  SETUP_LIMITS,
  type Treatment,
} from '../../shared/protocol/setup.ts';
import { isDistrictSize, STANDARD, scenarioById } from '../../shared/scenarios/index.ts';
import { readRoster } from './roster-text.ts';

/** `class`: whatever the class has. */
export const TURNS = ['class', 'on', 'off'] as const;
export type Turn = (typeof TURNS)[number];
export const SWITCHES = ['talk', 'reputations', 'shock', 'ventureFund'] as const;
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
  readonly leftovers: Leftovers;
  readonly roles: DealOfRoles;
  readonly assignment: Assignment;
  readonly treatments: readonly TreatmentDraft[];
  readonly roster: string;
  /** Nobody joins but those of the roster. */
  readonly listOnly: boolean;
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

const AS_CLASS: TreatmentDraft['turns'] = { talk: 'class', reputations: 'class', shock: 'class', ventureFund: 'class' };

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
    switches: { talk: true, reputations: false, shock: true, ventureFund: true },
    numbers: '',
    seed: '',
    pace: 'together',
    leftovers: 'bots',
    roles: 'balanced',
    assignment: 'balanced',
    treatments: [],
    roster: '',
    listOnly: false,
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

function milliseconds(seconds: string): number | undefined {
  const ms = Math.round(Number(seconds) * 1000);
  return seconds.trim() !== '' && ms >= SETUP_LIMITS.shortestMs && ms <= SETUP_LIMITS.longestMs ? ms : undefined;
}

type Drafted =
  | { readonly ok: true; readonly request: OpenClassRequest }
  | { readonly ok: false; readonly wrong: readonly DraftField[] };

export function requestOf(draft: Draft): Drafted {
  const wrong: DraftField[] = [];
  const clocked = draft.clockMode === 'clock';
  const [newsMs, planMs, revealMs] = [draft.news, draft.plan, draft.reveal].map(milliseconds);
  if (!isDistrictSize(Number(draft.seats))) wrong.push('seats');
  if (clocked && newsMs === undefined) wrong.push('news');
  if (clocked && planMs === undefined) wrong.push('plan');
  if (clocked && revealMs === undefined) wrong.push('reveal');
  const seed = draft.seed.trim() === '' ? undefined : Number(draft.seed);
  if (seed !== undefined && !(Number.isSafeInteger(seed) && seed >= 0)) wrong.push('seed');
  const numbers = numbersIn(draft.numbers, draft.scenario);
  if (numbers === undefined) wrong.push('numbers');
  const names = draft.treatments.map(({ name }) => name.trim());
  if (names.some((name) => name === '') || new Set(names).size < names.length || names.length === 1) {
    wrong.push('treatmentNames');
  }
  if (draft.treatments.some((each) => numbersIn(each.numbers, draft.scenario) === undefined)) {
    wrong.push('treatmentNumbers');
  }
  const { labels, tooLong } = readRoster(draft.roster);
  if (labels.length > SETUP_LIMITS.roster || tooLong.length > 0) wrong.push('roster');
  if (wrong.length > 0) return { ok: false, wrong };

  const parameters = numbers ?? {};
  const title = draft.title.trim();
  return {
    ok: true,
    request: {
      scenario: draft.scenario,
      seatsPerDistrict: Number(draft.seats),
      clockMode: draft.clockMode,
      language: draft.language,
      pace: draft.pace,
      leftovers: draft.leftovers,
      roles: draft.roles,
      ...draft.switches,
      ...(clocked && newsMs !== undefined ? { newsMs } : {}),
      ...(clocked && planMs !== undefined ? { planMs } : {}),
      ...(clocked && revealMs !== undefined ? { revealMs } : {}),
      ...(title === '' ? {} : { title }),
      ...given({ seed }),
      ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
      ...(draft.treatments.length === 0
        ? {}
        : {
            assignment: draft.assignment,
            treatments: draft.treatments.map((each) => treatmentOf(each, draft.scenario)),
          }),
      ...(labels.length === 0 ? {} : { roster: labels }),
      ...(labels.length > 0 && draft.listOnly ? { listOnly: true } : {}),
    },
  };
}

function treatmentOf({ name, turns, numbers, kept }: TreatmentDraft, scenario: string): Treatment {
  const parameters = numbersIn(numbers, scenario) ?? {};
  const turned = SWITCHES.filter((each) => turns[each] !== 'class').map((each) => [each, turns[each] === 'on']);
  return {
    ...kept,
    name: name.trim(),
    ...Object.fromEntries(turned),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
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
      reputations: setup.reputations ?? fresh.switches.reputations,
      shock: setup.shock ?? fresh.switches.shock,
      ventureFund: setup.ventureFund ?? fresh.switches.ventureFund,
    },
    numbers: numbersText(setup.parameters),
    seed: setup.seed === undefined ? '' : String(setup.seed),
    pace: setup.pace ?? fresh.pace,
    leftovers: setup.leftovers ?? fresh.leftovers,
    roles: setup.roles ?? fresh.roles,
    assignment: setup.assignment ?? fresh.assignment,
    treatments: (setup.treatments ?? []).map((each, id) => treatmentDraftOf(each, id)),
    roster: (setup.roster ?? []).join('\n'),
    listOnly: setup.listOnly ?? fresh.listOnly,
  };
}

function treatmentDraftOf(treatment: Treatment, id: number): TreatmentDraft {
  const { name, talk, reputations, shock, ventureFund, parameters, ...kept } = treatment;
  const turn = (on: boolean | undefined): Turn => (on === undefined ? 'class' : on ? 'on' : 'off');
  return {
    id,
    name,
    turns: { talk: turn(talk), reputations: turn(reputations), shock: turn(shock), ventureFund: turn(ventureFund) },
    numbers: numbersText(parameters),
    kept,
  };
}
