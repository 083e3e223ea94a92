/**
 * The state of one district: the fold of its events, and nothing else. Its parts are in `parts.ts`.
 *
 * Matrices are flat, row-major: the value for (i, j) is at `i * actors.length + j`.
 */
import type { Actor, Seat } from './actors.ts';
import type { Effect } from './effects.ts';
import type { Parameters } from './parameters.ts';
import type {
  Clock,
  FiledPlan,
  Firm,
  GoesOn,
  Offer,
  Pact,
  PactRecord,
  Phase,
  RoundFlows,
  RoundHistory,
  SeatStatus,
  Settings,
  TalkLine,
} from './parts.ts';
import type { Plan } from './plans.ts';
import type { RoundEvent } from './round-events.ts';

export interface DistrictState {
  readonly rulesVersion: number;
  readonly scenario: string;
  readonly seed: number;
  /** The present round's parameters. */
  readonly parameters: Parameters;
  /** Parameters at founding, if years change them (rule N1); absent: `parameters`. */
  readonly base?: Parameters;
  readonly effects?: readonly Effect[];
  readonly settings: Settings;
  /** Number of rounds, if the desk has changed it since the founding (rule R14). */
  readonly shortenedTo?: number;
  readonly actors: readonly Actor[];
  readonly seats: readonly SeatStatus[];

  readonly phase: Phase;
  /** 0 before round 1. */
  readonly round: number;
  /** At the end of a recorded past: the phase that begins next. */
  readonly goesOn?: GoesOn;
  readonly clock: Clock;

  readonly firms: readonly Firm[];
  readonly pacts: readonly Pact[];
  readonly trust: readonly number[];
  readonly commons: number;
  readonly law: number;
  readonly distance: number;
  readonly fund: number;
  /** Certified firms in seat order (rule G7); absent if no certificate was ever given. */
  readonly listed?: readonly Seat[];
  /** Running scores of universities and government bodies; firms' scores follow from their books. */
  readonly earned: readonly number[];

  readonly plans: readonly (FiledPlan | undefined)[];
  /** The last plan each seat executed, which a missed deadline repeats. */
  readonly lastPlans: readonly (Plan | undefined)[];
  /** Who made each of those plans. */
  readonly lastBy: readonly (FiledPlan['by'] | undefined)[];
  readonly ready: readonly boolean[];
  readonly offers: readonly Offer[];
  /** Promises and pleas of the plan phase, kept through the reveal; absent if there were none. */
  readonly said?: readonly Offer[];
  readonly talk: readonly TalkLine[];
  readonly nextId: number;

  readonly flows?: RoundFlows;
  /** Events of the last resolution and its reveal, kept until the next one. */
  readonly lastRound: readonly RoundEvent[];
  readonly history: readonly RoundHistory[];

  /** Parameters that differ from the scenario's; absent if none do. */
  readonly changed?: Partial<Parameters>;
  /** Set during a practice round: the seed of the game itself (rule R8). */
  readonly practice?: { readonly seed: number };
  /** A practice round was played before the game. */
  readonly practised?: true;
  /** By seat; absent unless reputations are public. */
  readonly reputations?: readonly PactRecord[];
}
