/**
 * A worker's functions: some games of a sweep, alternatives of some years, or one prediction. Input and output are
 * plain data.
 */
import type { Parameters } from '../../shared/engine/parameters.ts';
import { rosterFor } from '../../shared/scenarios/index.ts';
import { type Case, casesOf } from '../../shared/simulation/choices.ts';
import { type GameFacts, playGame } from '../../shared/simulation/game-facts.ts';
import type { Population } from '../../shared/simulation/populations.ts';
import { STREET } from '../../shared/simulation/populations.ts';
import { type Finding, findingsOf, Laboratory, PREDICTIONS } from '../../shared/simulation/predictions/index.ts';
import { scenarioNamed } from './scenario.ts';

export interface GamesTask extends Population {
  readonly scenario: string;
  readonly parameters: Partial<Parameters>;
  readonly temptation: boolean;
  readonly seeds: readonly number[];
}

export function playGames({ seeds, scenario, ...question }: GamesTask): readonly GameFacts[] {
  const asked = { ...question, scenario: scenarioNamed(scenario) };
  return seeds.map((seed) => playGame(asked, seed));
}

export interface CasesTask {
  readonly scenario: string;
  readonly parameters: Partial<Parameters>;
  readonly seeds: readonly number[];
}

export function tryAlternatives({ scenario: id, parameters, seeds }: CasesTask): readonly Case[] {
  const scenario = scenarioNamed(id);
  const lab = new Laboratory({ scenario, games: 1, seed: 1, parameters });
  return seeds.flatMap((seed) => casesOf(lab.match({ firms: STREET }, seed)));
}

export interface PredictionTask {
  readonly prediction: string;
  readonly scenario: string;
  readonly seats: number;
  readonly parameters: Partial<Parameters>;
  readonly games: number;
  readonly seed: number;
}

export interface Tested {
  readonly findings: readonly Finding[];
  /** Number of districts played. */
  readonly played: number;
}

/** Caches the last laboratory, because the next prediction of the same scenario often needs the same districts. */
let kept: { readonly of: string; readonly lab: Laboratory; played: number } | undefined;

export function testPrediction({ prediction: id, ...settings }: PredictionTask): Tested {
  const prediction = PREDICTIONS.find((one) => one.id === id);
  if (prediction === undefined) throw new Error(`there is no prediction ${id}`);
  const laboratory = laboratoryFor(settings);
  const before = laboratory.played;
  const findings = findingsOf(laboratory.lab, prediction);
  return { findings, played: laboratory.played - before };
}

function laboratoryFor(settings: Omit<PredictionTask, 'prediction'>): NonNullable<typeof kept> {
  const of = JSON.stringify(settings);
  if (kept?.of === of) return kept;
  const scenario = scenarioNamed(settings.scenario);
  const { games, seed, parameters, seats } = settings;
  const onGame = () => {
    made.played += 1;
  };
  const lab = new Laboratory({ scenario, games, seed, parameters, roster: rosterFor(scenario, seats), onGame });
  const made = { of, lab, played: 0 };
  kept = made;
  return made;
}
