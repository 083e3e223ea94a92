/**
 * Converts the form to a request by the server's own schema, and files or saved set-ups back to a set-up. Loaded on
 * demand, because the schema needs a library.
 */
import '../../state/jitless.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { isWithinBounds } from '../../../shared/engine/parameter-bounds.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import {
  type Homework,
  type OpenClassRequest,
  openClassSchema,
  readSetupFile,
  type Treatment,
} from '../../../shared/protocol/setup.ts';
import { isDistrictSize, scenarioById } from '../../../shared/scenarios/index.ts';
import { homeworkOf } from '../../panels/play-on/homework-draft.ts';
import { readRoster } from './roster-text.ts';
import { DRAFT_FIELDS, type Draft, type DraftField, drift, SWITCHES, type TreatmentDraft } from './setup-draft.ts';
import type { KeptSetup } from './setups-kept.ts';

export { readSetupFile };

export function setupIn(kept: KeptSetup): OpenClassRequest | undefined {
  const read = readSetupFile(kept.text);
  return 'refused' in read ? undefined : read.setup;
}

/** `undefined` if a line is not `name = number` with a parameter of the scenario and a legal number. */
function numbersIn(text: string, scenario: string): Partial<Parameters> | undefined {
  const known: Readonly<Record<string, number>> = { ...scenarioById(scenario)?.parameters };
  const found: Record<string, number> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [name = '', value = ''] = line.split('=').map((part) => part.trim());
    const number = Number(value);
    if (!Object.hasOwn(known, name) || value === '' || !isWithinBounds(name, number)) return undefined;
    found[name] = number;
  }
  return found;
}

/** `NaN` without a number, which fails every limit. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

type Drafted =
  | { readonly ok: true; readonly request: OpenClassRequest; readonly homework?: Homework }
  | { readonly ok: false; readonly wrong: readonly DraftField[] };

/** The form field of each part of the request. */
const FIELDS: Readonly<Partial<Record<PropertyKey, DraftField>>> = {
  newsMs: 'news',
  planMs: 'plan',
  revealMs: 'reveal',
  seed: 'seed',
  treatments: 'treatmentNames',
  roster: 'roster',
};

/** The request, or its errors: by the server's schema, and by rules only the form knows. */
export function requestOf(draft: Draft): Drafted {
  const homework = draft.homework && homeworkOf(draft.homework, Date.now());
  const parsed = openClassSchema.safeParse(asked(draft));
  const misread = (parsed.error?.issues ?? []).flatMap(({ path: [part = ''] }) => FIELDS[part] ?? []);
  const wrong = new Set([...misread, ...unfit(draft)]);
  return parsed.success && wrong.size === 0
    ? { ok: true, request: parsed.data, ...omitUndefined({ homework }) }
    : { ok: false, wrong: DRAFT_FIELDS.filter((field) => wrong.has(field)) };
}

/** Errors that depend on the scenario or on several fields. */
function unfit({ seats, scenario, numbers, treatments, roster, homework }: Draft): readonly DraftField[] {
  const names = new Set(treatments.map(({ name }) => name.trim()));
  const wrong: Readonly<Partial<Record<DraftField, boolean>>> = {
    due: homework !== undefined && homeworkOf(homework, Date.now()) === undefined,
    seats: !isDistrictSize(numberIn(seats)),
    numbers: numbersIn(numbers, scenario) === undefined,
    treatmentNames: names.size < treatments.length || treatments.length === 1,
    treatmentNumbers: treatments.some((each) => numbersIn(each.numbers, scenario) === undefined),
    roster: readRoster(roster).tooLong.length > 0,
  };
  return DRAFT_FIELDS.filter((field) => wrong[field]);
}

function asked(draft: Draft): OpenClassRequest {
  const { scenario, language, pace, leftovers, roles, assignment } = draft;
  // Homework has no clock, and is validated as a class without one.
  const clockMode = draft.homework === undefined ? draft.clockMode : 'wait';
  const clocked = (seconds: string) => (clockMode === 'clock' ? Math.round(numberIn(seconds) * 1000) : undefined);
  const { labels, known } = readRoster(draft.roster);
  const roster = labels.map((label, place) => {
    const sis = known[place];
    return sis === undefined ? label : { label, sis };
  });
  const treatments = draft.treatments.map((each) => treatmentOf(each, scenario));
  return omitUndefined({
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
    ends: drift(draft) ? draft.ends : undefined,
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

/** Undefined if no parameter is named. */
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
    ...omitUndefined({ parameters: parametersIn(numbers, scenario) }),
  };
}
