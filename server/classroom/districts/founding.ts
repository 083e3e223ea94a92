/** Founds a district: a scenario's roster cut to size, with bots of a chosen mix in every seat. */

import { mixedPolicies } from '../../../shared/bots/index.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { DistrictFounded } from '../../../shared/engine/events.ts';
import { found } from '../../../shared/engine/founding.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { draw, shuffled } from '../../../shared/engine/random.ts';
import type { RosterEntry, Scenario } from '../../../shared/engine/scenario.ts';
import { type BranchOrigin, continuedFrom } from '../../../shared/log/continue.ts';
import { type FutureRound, futureOf } from '../../../shared/log/future.ts';
import type { DistrictLog } from '../../../shared/log/jsonl.ts';
import { asPlayed } from '../../../shared/log/played.ts';
import { replay } from '../../../shared/log/replay.ts';
import type { TreatmentChoices } from '../../../shared/protocol/setup.ts';
import { rosterFor, scenarioById } from '../../../shared/scenarios/index.ts';
import { readLog } from '../../district/stream.ts';
import type { EventLog } from '../../storage/port.ts';
import { STREET, settingsFrom } from '../setup/settings.ts';
import type { ClassState, Opened } from '../state/class-state.ts';
import type { Conditions, DistrictPlan, PlayedOn } from '../state/events.ts';

function scenarioOf(opened: Opened): Scenario {
  const scenario = scenarioById(opened.scenario);
  if (scenario === undefined) throw new Error(`class ${opened.classId} plays an unknown scenario: ${opened.scenario}`);
  return scenario;
}

/** Memoised per class, since every change of the class asks for it for every person. */
const rosters = new WeakMap<Opened, readonly RosterEntry[]>();

export function rosterOf(opened: Opened): readonly RosterEntry[] {
  const known = rosters.get(opened);
  if (known !== undefined) return known;
  const roster = opened.playsOn?.actors ?? rosterFor(scenarioOf(opened), opened.seatsPerDistrict);
  rosters.set(opened, roster);
  return roster;
}

export function foundDistrict(opened: Opened, { seed, treatment }: DistrictPlan): DistrictFounded {
  const roster = rosterOf(opened);
  const { settings, parameters, choices }: Conditions & { readonly choices?: TreatmentChoices } =
    opened.treatments?.find(({ name }) => name === treatment) ?? opened;
  const policies = populated(roster, mixedPolicies(roster, seed), seed, choices?.population ?? opened.population);
  const numbers = omitUndefined({ parameters });
  return found(scenarioOf(opened), { seed, settings, actors: roster, policies, ...numbers });
}

/**
 * The treatment of a district: the desk's choice, else drawn. Balanced, each block of districts has every treatment
 * once, in random order. By hand, that also serves districts without a choice.
 */
function treatmentOf(state: ClassState, district: number): string | undefined {
  const { treatments = [], assignment = 'balanced', seed, playsOn } = state.opened;
  const names = treatments.map(({ name }) => name);
  if (names.length === 0) return undefined;
  const assigned = state.assigned.get(district);
  if (assigned !== undefined) return assigned;
  if (playsOn !== undefined) return names[(district - 1) % names.length];
  if (assignment === 'random') return names[Math.floor(draw(seed, 'treatment', district) * names.length)];
  const block = Math.floor((district - 1) / names.length);
  const order = shuffled(names, (_, index) => draw(seed, 'treatments', block, index));
  return order[(district - 1) % names.length];
}

/** Districts of one class differ in luck. The same seed and number always give the same district. */
export function districtPlan(state: ClassState, number: number): DistrictPlan {
  const { classId, seed, playsOn } = state.opened;
  const plan = { number, id: `${classId}-${number}`, seed: (seed + (number - 1) * 7_919) % 2 ** 31 };
  const treatment = treatmentOf(state, number);
  const past = playsOn && Math.floor(((number - 1) % branchesIn(state.opened)) / conditionsIn(state.opened));
  return { ...plan, ...omitUndefined({ treatment, past }) };
}

function conditionsIn({ treatments = [] }: Opened): number {
  return Math.max(1, treatments.length);
}

/** Number of branches: pasts times treatments; 1 if the class plays on from none. */
export function branchesIn(opened: Opened): number {
  return opened.playsOn === undefined ? 1 : opened.playsOn.districts.length * conditionsIn(opened);
}

/** Replaces the firms' policies by one policy, or by the mixed street; institutions keep theirs. */
function populated(
  roster: readonly Pick<RosterEntry, 'kind'>[],
  policies: readonly string[],
  seed: number,
  population: string | undefined,
): readonly string[] {
  if (population === undefined) return policies;
  const firms = population === STREET ? mixedPolicies(roster, seed) : roster.map(() => population);
  return roster.map(({ kind }, seat) => (kind === 'firm' ? firms[seat] : policies[seat]) ?? '');
}

/** Cache by stream: all homework of a class plays on from a few records. */
const pasts = new WeakMap<PlayedOn, Map<string, Promise<DistrictLog | undefined>>>();

function pastOf(
  store: Pick<EventLog, 'read'>,
  playsOn: PlayedOn | undefined,
  place = 0,
): Promise<DistrictLog | undefined> {
  const stream = playsOn?.districts[place]?.stream;
  if (playsOn === undefined || stream === undefined) return Promise.resolve(undefined);
  const known = pasts.get(playsOn) ?? new Map<string, Promise<DistrictLog | undefined>>();
  pasts.set(playsOn, known);
  const read = known.get(stream) ?? readLog(store, stream).then((stored) => stored?.log);
  known.set(stream, read);
  const forget = () => known.delete(stream);
  read.then((log) => log ?? forget(), forget);
  return read;
}

/** The recorded future of the other seats in homework. */
export async function futureFor(
  store: Pick<EventLog, 'read'>,
  { playsOn }: Opened,
  { past = 0 }: DistrictPlan,
): Promise<ReadonlyMap<number, FutureRound>> {
  const source = playsOn?.districts[past];
  const whole = await pastOf(store, playsOn, past);
  return futureOf(whole === undefined ? [] : asPlayed(whole).records.filter(({ seq }) => seq > (source?.seq ?? 0)));
}

/** A district that goes on from another. Rejects if its past cannot be read. */
export async function continueDistrict(
  store: Pick<EventLog, 'read'>,
  opened: Opened,
  district: DistrictPlan,
  origin: BranchOrigin,
  holders: ReadonlyMap<Seat, string>,
): Promise<DistrictLog> {
  const { playsOn, treatments } = opened;
  const source = playsOn?.districts[district.past ?? 0];
  const whole = await pastOf(store, playsOn, district.past);
  const past = whole && { header: whole.header, records: whole.records.slice(0, source?.seq) };
  if (playsOn === undefined || source === undefined || past === undefined) {
    throw new Error(`district ${district.id} has no past to go on from`);
  }
  const treatment = treatments?.find(({ name }) => name === district.treatment);
  const choices = { ...playsOn.choices, ...treatment?.choices };
  const { parameters } = treatment ?? opened;
  const seats = replay(past).state.seats.map(({ policy }) => policy);
  const { population, newLuck } = choices;
  const log = continuedFrom(past, origin, {
    why: opened.homework === undefined ? 'play-on' : 'homework',
    settings: settingsFrom(source.settings, choices),
    ...omitUndefined({
      parameters,
      policies: population === undefined ? undefined : populated(playsOn.actors, seats, district.seed, population),
      seed: newLuck === true ? district.seed : undefined,
      recorded: opened.homework && past.header.actors.map(({ seat }) => seat).filter((seat) => !holders.has(seat)),
    }),
  });
  if ('refused' in log) throw new Error(`district ${district.id} cannot go on: ${log.refused}`);
  return log;
}
