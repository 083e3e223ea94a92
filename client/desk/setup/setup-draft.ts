/**
 * State of the set-up form, and how a set-up fills it; `setup-request.ts` converts back.
 *
 * Numbers are text while they are typed. Errors are a list of fields, each of which shows its own.
 */
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { ClockMode } from '../../../shared/engine/parts.ts';
import type {
  Assignment,
  ClassLanguage,
  DealOfRoles,
  Ends,
  Leftovers,
  OpenClassRequest,
  Pace,
  Treatment,
} from '../../../shared/protocol/setup.ts';
import { endsUnlessChosen } from '../../../shared/protocol/setup-choices.ts';
import { STANDARD, scenarioById } from '../../../shared/scenarios/index.ts';
import type { HomeworkDraft } from '../../panels/play-on/homework-draft.ts';
import { rosterText } from './roster-text.ts';

/** `class`: as in the class. */
export const TURNS = ['class', 'on', 'off'] as const;
export type Turn = (typeof TURNS)[number];
export const SWITCHES = ['talk', 'sentences', 'reputations', 'showFigure', 'shock', 'ventureFund'] as const;
type SwitchName = (typeof SWITCHES)[number];

export interface TreatmentDraft {
  readonly id: number;
  readonly name: string;
  readonly turns: Readonly<Record<SwitchName, Turn>>;
  /** `name = value`, one per line. */
  readonly numbers: string;
  /** Values of a file that this form does not show, kept unchanged. */
  readonly kept: Partial<Treatment>;
}

export interface Draft {
  readonly title: string;
  /** Homework, played alone; absent: the class plays together. */
  readonly homework: HomeworkDraft | undefined;
  readonly scenario: string;
  readonly seats: string;
  readonly clockMode: ClockMode;
  /** In seconds. */
  readonly news: string;
  readonly plan: string;
  readonly reveal: string;
  readonly language: ClassLanguage;
  readonly switches: Readonly<Record<SwitchName, boolean>>;
  readonly numbers: string;
  readonly seed: string;
  readonly pace: Pace;
  readonly ends: Ends;
  readonly firstByHand: boolean;
  readonly leftovers: Leftovers;
  readonly roles: DealOfRoles;
  readonly assignment: Assignment;
  readonly treatments: readonly TreatmentDraft[];
  readonly roster: string;
  /** Only people of the roster may join. */
  readonly listOnly: boolean;
  readonly showNames: boolean;
  /** Everyone is asked for consent to research. */
  readonly research: boolean;
}

export const DRAFT_FIELDS = [
  'due',
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

/** Properties of the form and its parts. */
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
    homework: undefined,
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
    ends: 'together',
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

/** Districts may finish at different times: the set-up decides whether each sees its result at once. */
export function drift({ clockMode, pace, homework }: Pick<Draft, 'clockMode' | 'pace' | 'homework'>): boolean {
  return homework === undefined && (clockMode === 'wait' || (clockMode === 'clock' && pace === 'own'));
}

export function freshTreatment(id: number, name: string): TreatmentDraft {
  return { id, name, turns: AS_CLASS, numbers: '', kept: {} };
}

function numbersText(parameters: Partial<Parameters> = {}): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');
}

/** The form filled from a set-up; missing values are as in a new form. */
export function draftOf(setup: OpenClassRequest, language: ClassLanguage): Draft {
  const fresh = freshDraft(language);
  const scenario = scenarioById(setup.scenario ?? '') === undefined ? fresh.scenario : (setup.scenario ?? '');
  const seconds = (ms: number | undefined, otherwise: string) => (ms === undefined ? otherwise : String(ms / 1000));
  return {
    title: setup.title ?? '',
    homework: fresh.homework,
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
    ends: setup.ends ?? endsUnlessChosen(setup.clockMode ?? fresh.clockMode),
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
