/**
 * Reference districts: the same scenario, seats, fields, parameters and luck, all played by one policy. They show the
 * model's street if all act alike; they do not prove what people would do.
 */
import { defaultPolicy } from '../bots/index.ts';
import type { Actor } from '../engine/actors.ts';
import { seatsOf } from '../engine/queries.ts';
import type { RosterEntry, Scenario } from '../engine/scenario.ts';
import type { LogHeader } from '../log/record.ts';
import { scenarioById } from '../scenarios/index.ts';
import { Match } from '../simulation/match.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';

export const REFERENCES = ['cooperate', 'merger', 'trader'] as const;
type Reference = (typeof REFERENCES)[number];

/** Universities publish and the authorities stay idle, as in the model's predictions. */
export function referenceFor(header: LogHeader, firms: Reference): Chronicle {
  const { actors, seed, parameters } = header;
  const policies = actors.map(({ kind }) => (kind === 'firm' ? firms : defaultPolicy(kind)));
  const roster = rosterOf(actors);
  const match = new Match({ scenario: scenarioOf(header, roster), seed, policies, roster, parameters, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('a match that keeps its log has one');
  return chronicleOf(match.log);
}

/** Turns seats back into roster entries; a spin-off names its university by its index among universities. */
function rosterOf(actors: readonly Actor[]): readonly RosterEntry[] {
  const universities = seatsOf(actors, 'university');
  return actors.map(({ kind, name, parent }) =>
    parent === undefined ? { kind, name } : { kind, name, parent: universities.indexOf(parent) },
  );
}

/**
 * The scenario for a log, rebuilt from its header if the scenario is unknown. The yearly effects are the log's own,
 * since the scenario may have changed.
 */
function scenarioOf({ scenario, parameters, effects = [] }: LogHeader, roster: readonly RosterEntry[]): Scenario {
  const nameless = { en: scenario, zh: scenario };
  const known = scenarioById(scenario) ?? { title: nameless, summary: nameless, roster, calendar: [], parameters };
  return { ...known, id: scenario, effects };
}
