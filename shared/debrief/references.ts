/**
 * Reference districts: the same scenario, seats, fields, parameters and luck, played by bots of one kind. They show
 * what the model makes of a street where all do the same; they are no proof of what people would do.
 */
import type { Actor } from '../engine/actors.ts';
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
  const policies = actors.map(({ kind }) => (kind === 'firm' ? firms : kind === 'university' ? 'publish' : 'idle'));
  const roster = rosterOf(actors);
  const match = new Match({ scenario: scenarioOf(header, roster), seed, policies, roster, parameters, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('a match that keeps its log has one');
  return chronicleOf(match.log);
}

/** Seats back to roster entries, whose spin-offs name their university by its number among universities. */
function rosterOf(actors: readonly Actor[]): readonly RosterEntry[] {
  const universities = actors.filter(({ kind }) => kind === 'university').map(({ seat }) => seat);
  return actors.map(({ kind, name, parent }) =>
    parent === undefined ? { kind, name } : { kind, name, parent: universities.indexOf(parent) },
  );
}

/**
 * A log of a scenario that is not at hand still has all that founding needs. What the years do to the numbers is the
 * log's: its scenario may have changed since.
 */
function scenarioOf({ scenario, parameters, effects = [] }: LogHeader, roster: readonly RosterEntry[]): Scenario {
  const nameless = { en: scenario, zh: scenario };
  const known = scenarioById(scenario) ?? { title: nameless, summary: nameless, roster, calendar: [], parameters };
  return { ...known, id: scenario, effects };
}
