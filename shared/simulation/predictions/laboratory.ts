/**
 * Populations to compare: the same seeds, and so the same luck, under different policies, parameters or forced plans.
 *
 *     const cooperators = lab.population({ firms: ['cooperate'] });
 *     lab.mean(cooperators, (game) => meanScore(game));
 */

import type { ActorKind, Seat } from '../../engine/actors.ts';
import { given } from '../../engine/given.ts';
import type { Parameters } from '../../engine/parameters.ts';
import { numberAt } from '../../engine/queries.ts';
import { draw } from '../../engine/random.ts';
import type { RosterEntry, Scenario } from '../../engine/scenario.ts';
import type { DistrictState } from '../../engine/state.ts';
import { type Force, Match } from '../match.ts';
import { mean } from '../measures.ts';
import { type Population as Dealt, dealPolicies } from '../populations.ts';

export interface LabSettings {
  readonly scenario: Scenario;
  readonly games: number;
  readonly seed: number;
  readonly roster?: readonly RosterEntry[];
  readonly parameters?: Partial<Parameters>;
  /** Called after each game, for a progress line. */
  readonly onGame?: () => void;
}

export interface Population extends Dealt {
  readonly parameters?: Partial<Parameters>;
  /** One firm of each game, drawn by its seed, plays this instead. */
  readonly deviant?: string;
  /** The deviant's kind, if it is no firm. */
  readonly deviantKind?: ActorKind;
  /** What the deviant is made to plan. */
  readonly force?: (deviant: Seat) => Force;
  readonly falterAfter?: number;
}

export interface Game {
  readonly seed: number;
  readonly final: DistrictState;
  /** By seat. */
  readonly policies: readonly string[];
  /** The firm that deviates where the population has a deviant: the same in all populations of one seed. */
  readonly deviant: Seat;
}

/** Rounds the predictions speak of. What is early, and what is before the shock, follows from the game's numbers. */
export interface Milestones {
  /** Last round of the first third. */
  readonly early: number;
  /** Where a hub stumbles and a defector turns: three rounds before the shock, so that two pass in between. */
  readonly turn: number;
  readonly beforeShock: number;
}

/** In twelve rounds with the shock in the eighth: 4, 5 and 7. */
function milestonesOf({ rounds, shockRound }: Parameters): Milestones {
  return { early: Math.max(1, Math.round(rounds / 3)), turn: shockRound - 3, beforeShock: shockRound - 1 };
}

/** Populations whose games are kept in case somebody asks again. */
const REMEMBERED = 30;

export class Laboratory {
  readonly settings: LabSettings;
  readonly roster: readonly RosterEntry[];
  readonly firms: number;
  /** Those of a population that changes none. */
  readonly parameters: Parameters;
  readonly milestones: Milestones;
  readonly #known = new Map<string, readonly Game[]>();

  constructor(settings: LabSettings) {
    this.settings = settings;
    this.roster = settings.roster ?? settings.scenario.roster;
    this.firms = this.roster.filter((entry) => entry.kind === 'firm').length;
    this.parameters = { ...settings.scenario.parameters, ...settings.parameters };
    this.milestones = milestonesOf(this.parameters);
  }

  /** One game a seed. The last ones are remembered, unless plans are forced. */
  population(population: Population): readonly Game[] {
    if (population.force !== undefined) return this.#games(population);
    const key = JSON.stringify(population);
    const games = this.#known.get(key) ?? this.#games(population);
    this.#known.delete(key);
    this.#known.set(key, games);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return games;
  }

  #games(population: Population): readonly Game[] {
    return this.seeds().map((seed) => this.#play(population, seed));
  }

  seeds(): readonly number[] {
    return Array.from({ length: this.settings.games }, (_, game) => this.settings.seed + game);
  }

  /** A match at its start, to be played by hand. */
  match(population: Population, seed: number): Match {
    const deviant = this.deviantOf(seed, population.deviantKind);
    const parameters = { ...this.settings.parameters, ...population.parameters };
    return new Match({
      scenario: this.settings.scenario,
      roster: this.roster,
      seed,
      policies: this.#policies(population, seed),
      parameters,
      ...given({ force: population.force?.(deviant), falterAfter: population.falterAfter }),
    });
  }

  deviantOf(seed: number, kind: ActorKind = 'firm'): Seat {
    const seats = this.seatsOf(kind);
    return numberAt(seats, Math.floor(draw(seed, 'deviant') * seats.length));
  }

  /** Nobody where the district has no such actor. */
  seatsOf(kind: ActorKind): readonly Seat[] {
    return this.roster.flatMap((entry, seat) => (entry.kind === kind ? [seat] : []));
  }

  #play(population: Population, seed: number): Game {
    const final = this.match(population, seed).playToEnd();
    this.settings.onGame?.();
    return {
      seed,
      final,
      policies: this.#policies(population, seed),
      deviant: this.deviantOf(seed, population.deviantKind),
    };
  }

  #policies(population: Population, seed: number): readonly string[] {
    const { deviant, deviantKind } = population;
    const dealt = dealPolicies(this.roster, seed, population);
    if (deviant === undefined) return dealt;
    const seat = this.deviantOf(seed, deviantKind);
    return dealt.map((policy, other) => (other === seat ? deviant : policy));
  }
}

/** Mean over games. */
export function over(games: readonly Game[], measure: (game: Game) => number): number {
  return mean(games.map(measure));
}

/** Mean over two populations' games of the same seeds. */
export function overPairs(
  one: readonly Game[],
  other: readonly Game[],
  measure: (one: Game, other: Game) => number,
): number {
  return mean(
    one.flatMap((game, index) => {
      const twin = other[index];
      return twin === undefined ? [] : [measure(game, twin)];
    }),
  );
}
