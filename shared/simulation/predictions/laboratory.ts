/**
 * Compares populations: the same seeds, hence the same luck, under different policies, parameters or forced plans.
 *
 *     const cooperators = lab.population({ firms: ['cooperate'] });
 *     lab.mean(cooperators, (game) => meanScore(game));
 */

import type { ActorKind, Seat } from '../../engine/actors.ts';
import type { Figure } from '../../engine/figure-reading.ts';
import { finalFigure } from '../../engine/figures.ts';
import { omitUndefined } from '../../engine/omit-undefined.ts';
import type { Parameters } from '../../engine/parameters.ts';
import { numberAt, seatsOf } from '../../engine/queries.ts';
import { draw } from '../../engine/random.ts';
import type { RosterEntry, Scenario } from '../../engine/scenario.ts';
import type { DistrictState } from '../../engine/state.ts';
import { type Force, Match } from '../match.ts';
import { innovationOf, mean } from '../measures.ts';
import { type Population as Dealt, dealPolicies } from '../populations.ts';

export interface LabSettings {
  readonly scenario: Scenario;
  readonly games: number;
  readonly seed: number;
  readonly roster?: readonly RosterEntry[];
  readonly parameters?: Partial<Parameters>;
  /** Called after each game, for a progress display. */
  readonly onGame?: () => void;
}

export interface Population extends Dealt {
  readonly parameters?: Partial<Parameters>;
  /** Policy of one firm per game, drawn by the game's seed. */
  readonly deviant?: string;
  /** Kind of the deviant seat; absent: a firm. */
  readonly deviantKind?: ActorKind;
  /** Plans forced on the deviant. */
  readonly force?: (deviant: Seat) => Force;
  readonly falterAfter?: number;
}

export interface Game {
  readonly seed: number;
  readonly final: DistrictState;
  /** Policies by seat. */
  readonly policies: readonly string[];
  /** The deviant firm: the same for one seed in all populations. */
  readonly deviant: Seat;
}

/** Rounds that predictions refer to, derived from the number of rounds and the shock. */
export interface Milestones {
  /** Last round of the first third. */
  readonly early: number;
  /** Round in which a hub falters or a defector turns: three before the shock, so that two lie in between. */
  readonly turn: number;
  readonly beforeShock: number;
}

/** 4, 5 and 7 in twelve rounds with the shock in the eighth. */
function milestonesOf({ rounds, shockRound }: Parameters): Milestones {
  return { early: Math.max(1, Math.round(rounds / 3)), turn: shockRound - 3, beforeShock: shockRound - 1 };
}

/** Number of populations whose games are cached. */
const REMEMBERED = 30;

export class Laboratory {
  readonly settings: LabSettings;
  readonly roster: readonly RosterEntry[];
  readonly firms: number;
  /** Parameters of populations that change none. */
  readonly parameters: Parameters;
  readonly milestones: Milestones;
  readonly #known = new Map<string, readonly Game[]>();

  constructor(settings: LabSettings) {
    this.settings = settings;
    this.roster = settings.roster ?? settings.scenario.roster;
    this.firms = this.seatsOf('firm').length;
    this.parameters = { ...settings.scenario.parameters, ...settings.parameters };
    this.milestones = milestonesOf(this.parameters);
  }

  /** Plays one game per seed. The last populations are cached, unless plans are forced. */
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

  /** A new match, for checks that play it step by step. */
  match(population: Population, seed: number): Match {
    const deviant = this.deviantOf(seed, population.deviantKind);
    const parameters = { ...this.settings.parameters, ...population.parameters };
    return new Match({
      scenario: this.settings.scenario,
      roster: this.roster,
      seed,
      policies: this.#policies(population, seed),
      parameters,
      ...omitUndefined({ force: population.force?.(deviant), falterAfter: population.falterAfter }),
    });
  }

  deviantOf(seed: number, kind: ActorKind = 'firm'): Seat {
    const seats = this.seatsOf(kind);
    return numberAt(seats, Math.floor(draw(seed, 'deviant') * seats.length));
  }

  /** Empty if the district has no such actor. */
  seatsOf(kind: ActorKind): readonly Seat[] {
    return seatsOf(this.roster, kind);
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

export const innovation = ({ final }: Game): number => innovationOf(final);

/** 1 for a game that ends as this figure, else 0. */
export function endsAs(figure: Figure): (game: Game) => number {
  return ({ final }) => (finalFigure(final) === figure ? 1 : 0);
}

/** Mean over games. */
export function over(games: readonly Game[], measure: (game: Game) => number): number {
  return mean(games.map(measure));
}

/** Mean over pairs of games with the same seed. */
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
