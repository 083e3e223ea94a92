/**
 * Hashes of districts as text, equal in every engine that runs the rules alike.
 *
 * Runs in Node as it is, and bundled in a browser.
 */
import { mixedPolicies } from '../../../shared/bots/index.ts';
import { type DistrictLog, parse, serialise } from '../../../shared/log/jsonl.ts';
import { firstDifference, redecide, replay } from '../../../shared/log/replay.ts';
import { LARGEST_DISTRICT, rosterFor, SCENARIOS, SMALLEST_DISTRICT } from '../../../shared/scenarios/index.ts';
import { Match } from '../../../shared/simulation/match.ts';

/** Decides a log's commands again; returns the resulting log with hashes. */
export function decidedAgain(text: string): string {
  const parsed = parse(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.logs
    .map((log) => {
      const again = redecide(log);
      if (!('log' in again)) throw new Error(`record ${again.refusedAt} was refused: ${again.reason}`);
      return serialise(again.log);
    })
    .join('');
}

/** Folds a log of any rules version; returns every hash, or the first that differs from the record. */
export function folded(text: string): readonly string[] {
  const parsed = parse(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.logs.flatMap((log) => {
    const { checks } = replay(log);
    const wrong = firstDifference(checks);
    if (wrong !== undefined) throw new Error(`differs from what was kept: ${JSON.stringify(wrong)}`);
    return checks.map(({ computed }) => computed);
  });
}

export interface Told {
  readonly street: string;
  /** State hashes of its rounds in order. */
  readonly hashes: readonly string[];
}

/** A mixed district of each size in turn, in each scenario, by the seed alone. */
export function played(seeds: readonly number[]): readonly Told[] {
  const sizes = LARGEST_DISTRICT - SMALLEST_DISTRICT + 1;
  return SCENARIOS.flatMap((scenario) =>
    seeds.map((seed) => {
      const seats = SMALLEST_DISTRICT + (seed % sizes);
      const roster = rosterFor(scenario, seats);
      const match = new Match({ scenario, roster, seed, policies: mixedPolicies(roster, seed), keepLog: true });
      match.playToEnd();
      return { street: `${scenario.id}, ${seats} seats, seed ${seed}`, hashes: hashesIn(match.log) };
    }),
  );
}

function hashesIn(log: DistrictLog | undefined): readonly string[] {
  return log?.records.flatMap(({ hash }) => hash ?? []) ?? [];
}
