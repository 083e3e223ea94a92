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
  /** As they are this round. */
  readonly parameters: Parameters;
  /** As founded, where the years change them (rule N1); else `parameters` are. */
  readonly base?: Parameters;
  readonly effects?: readonly Effect[];
  readonly settings: Settings;
  /** Rounds there are, where the desk made another the last than the founding did (rule R14). */
  readonly shortenedTo?: number;
  readonly actors: readonly Actor[];
  readonly seats: readonly SeatStatus[];

  readonly phase: Phase;
  /** 0 before the first round. */
  readonly round: number;
  /** In a recorded past that nobody has gone on with yet: what begins then. */
  readonly goesOn?: GoesOn;
  readonly clock: Clock;

  readonly firms: readonly Firm[];
  readonly pacts: readonly Pact[];
  readonly trust: readonly number[];
  readonly commons: number;
  readonly law: number;
  readonly distance: number;
  readonly fund: number;
  /** Certified firms in seat order (rule G7); absent where no list was ever made. */
  readonly listed?: readonly Seat[];
  /** Running scores of universities and government bodies; firms' scores follow from their books. */
  readonly earned: readonly number[];

  readonly plans: readonly (FiledPlan | undefined)[];
  /** The last plan each seat executed: what a missed deadline repeats. */
  readonly lastPlans: readonly (Plan | undefined)[];
  /** Who made those plans. */
  readonly lastBy: readonly (FiledPlan['by'] | undefined)[];
  readonly ready: readonly boolean[];
  readonly offers: readonly Offer[];
  /** What was promised and asked for in the plan phase, kept through the reveal; absent where nothing was. */
  readonly said?: readonly Offer[];
  readonly talk: readonly TalkLine[];
  readonly nextId: number;

  readonly flows?: RoundFlows;
  /** What happened when the last round was resolved, and in its reveal; kept until the next one is. */
  readonly lastRound: readonly RoundEvent[];
  readonly history: readonly RoundHistory[];

  /** Parameters that differ from the scenario's; absent where none do. */
  readonly changed?: Partial<Parameters>;
  /** Set while a round is played that does not count: the seed of the game itself (rule R8). */
  readonly practice?: { readonly seed: number };
  /** A practice was played and is over. */
  readonly practised?: true;
  /** By seat; kept only where reputations are published. */
  readonly reputations?: readonly PactRecord[];
}
