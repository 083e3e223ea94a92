/** Founding: one event holds all that is drawn or chosen before play (rules S1, S2). */

import { type Actor, FIELDS } from './actors.ts';
import type { DistrictFounded } from './events.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { Parameters } from './parameters.ts';
import type { Settings } from './parts.ts';
import { numberAt } from './queries.ts';
import { draw } from './random.ts';
import type { RosterEntry, Scenario } from './scenario.ts';

/** Raise it whenever the same commands could lead to other events. */
export const RULES_VERSION = 3;

/** With this many firms a pact's first year counts in full, because a firm can find another partner (rule S5). */
const MANY_FIRMS = 10;

export interface FoundingOptions {
  /** A whole number. */
  readonly seed: number;
  readonly settings: Settings;
  /** Parameters that differ from the scenario's. */
  readonly parameters?: Partial<Parameters>;
  /** A roster in seat order that replaces the scenario's. */
  readonly actors?: readonly RosterEntry[];
  /** By seat: the policy that plays while no person does. */
  readonly policies: readonly string[];
}

export function found(scenario: Scenario, options: FoundingOptions): DistrictFounded {
  const roster = options.actors ?? scenario.roster;
  const { seed, settings, policies } = options;
  const standard = parametersFor(scenario, roster);
  const changed = Object.keys(options.parameters ?? {}).length === 0 ? undefined : { ...options.parameters };
  if (policies.length !== roster.length) throw new Error(`${policies.length} policies for ${roster.length} seats`);
  const universities: number[] = [];
  for (const [seat, { kind }] of roster.entries()) if (kind === 'university') universities.push(seat);
  return {
    type: 'DistrictFounded',
    rulesVersion: RULES_VERSION,
    scenario: scenario.id,
    seed,
    parameters: changed === undefined ? standard : { ...standard, ...changed },
    settings,
    actors: roster.map((entry, seat) => actorFrom(entry, seat, seed, universities)),
    policies: [...policies],
    ...omitUndefined({ effects: scenario.effects?.length === 0 ? undefined : scenario.effects, changed }),
  };
}

type Seated = Pick<Actor, 'kind' | 'parent'>;

/**
 * A scenario's parameters, scaled to a street of these actors (rule S5). Sums over all firms, or over a university's
 * spin-offs, then weigh the same in a small district as in a large one.
 */
export function parametersFor({ parameters, roster }: Scenario, actors: readonly Seated[]): Parameters {
  const firms = ratioOf(firmsIn(actors), firmsIn(roster));
  const spinOffs = ratioOf(spinOffsIn(actors), spinOffsIn(roster));
  if (firms === 1 && spinOffs === 1) return parameters;
  return {
    ...parameters,
    commonsPerShare: parameters.commonsPerShare / firms,
    scoreOpen: parameters.scoreOpen / firms,
    scoreSpinoffProduct: parameters.scoreSpinoffProduct / spinOffs,
    taxPerBudgetPoint: parameters.taxPerBudgetPoint * firms,
    scoreBureauCommand: parameters.scoreBureauCommand * firms,
    scoreCommissionCommand: parameters.scoreCommissionCommand * firms,
    listPlaces: Math.max(1, Math.round(parameters.listPlaces * firms)),
    trustSigning: firmsIn(actors) >= MANY_FIRMS ? parameters.trustDown : parameters.trustSigning,
  };
}

/** 1 where either number is zero. */
function ratioOf(here: number, standard: number): number {
  return here > 0 && standard > 0 ? here / standard : 1;
}

function firmsIn(actors: readonly Seated[]): number {
  return actors.filter(({ kind }) => kind === 'firm').length;
}

/** Spin-offs per university. */
function spinOffsIn(actors: readonly Seated[]): number {
  const universities = actors.filter(({ kind }) => kind === 'university').length;
  return universities === 0 ? 0 : actors.filter(({ parent }) => parent !== undefined).length / universities;
}

function actorFrom(entry: RosterEntry, seat: number, seed: number, universities: readonly number[]): Actor {
  const { kind, name } = entry;
  if (kind !== 'firm' && kind !== 'university') return { seat, kind, name };
  const field = Math.floor(draw(seed, 'field', seat) * FIELDS);
  if (kind === 'university' || entry.parent === undefined) return { seat, kind, name, field };
  return { seat, kind, name, parent: numberAt(universities, entry.parent), field };
}
