/**
 * One district played by bots alone, by the same commands and events as a live one.
 *
 *     const match = new Match({ scenario, seed: 1, policies });
 *     const final = match.playToEnd();
 *
 * Seats can be made to play something else (`force`), and a round can be tried out without playing it (`tryRound`).
 */

import { type BotRandom, botRandom, type Policy, policyFor } from '../bots/index.ts';
import type { Seat } from '../engine/actors.ts';
import { type BotView, botViewFor } from '../engine/bot-view.ts';
import type { Action, Command } from '../engine/commands.ts';
import { found } from '../engine/founding.ts';
import { initialState } from '../engine/initial-state.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { Parameters } from '../engine/parameters.ts';
import { NO_CLOCK } from '../engine/parts.ts';
import type { Plan } from '../engine/plans.ts';
import { at } from '../engine/queries.ts';
import type { RosterEntry, Scenario } from '../engine/scenario.ts';
import type { DistrictState } from '../engine/state.ts';
import { takeOrThrow } from '../engine/take.ts';
import type { DistrictLog } from '../log/jsonl.ts';
import { makeHeader } from '../log/record.ts';
import { Recorder } from '../log/recorder.ts';

/** Replaces a seat's plan; undefined keeps its policy's plan. */
export type Force = (seat: Seat, round: number, own: () => Plan, view: () => BotView) => Plan | undefined;

export interface MatchOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Policies by seat. */
  readonly policies: readonly string[];
  readonly roster?: readonly RosterEntry[];
  readonly parameters?: Partial<Parameters>;
  readonly force?: Force;
  /** The tree with the most income falters at the end of this round. */
  readonly falterAfter?: number;
  readonly keepLog?: boolean;
}

export class Match {
  readonly #options: MatchOptions;
  readonly #policies: readonly Policy[];
  readonly #random: readonly BotRandom[];
  readonly #recorder: Recorder | undefined;
  #state: DistrictState;

  constructor(options: MatchOptions) {
    const { scenario, seed, policies, parameters, roster } = options;
    this.#options = options;
    this.#policies = policies.map(bot);
    this.#random = policies.map((_, seat) => botRandom(seed, seat));
    const founded = found(scenario, {
      seed,
      settings: NO_CLOCK,
      policies,
      ...omitUndefined({ parameters, actors: roster }),
    });
    if (options.keepLog === true) {
      this.#recorder = new Recorder(makeHeader(founded, { districtId: `${scenario.id}-${seed}` }));
    }
    this.#state = initialState(founded);
    this.#desk({ type: 'openGame' });
  }

  get state(): DistrictState {
    return this.#state;
  }

  /** The log so far, if one is kept. */
  get log(): DistrictLog | undefined {
    return this.#recorder?.log;
  }

  /** Branches off a match, optionally with another policy in a seat; this match stays unchanged. */
  branch(seat?: Seat, policy?: string): Match {
    const policies = this.#options.policies.map((own, other) => (other === seat ? (policy ?? own) : own));
    const branch = new Match({ ...this.#options, policies, keepLog: false });
    branch.#state = this.#state;
    return branch;
  }

  playToEnd(): DistrictState {
    while (this.#state.phase !== 'ended') this.playRound();
    return this.#state;
  }

  /** Plays a round with these plans, by default those of the policies. Ends at the next news or the end of the game. */
  playRound(plans: readonly Plan[] = this.plans()): DistrictState {
    this.#toPlanPhase();
    for (const { seat } of this.#state.actors) this.take(filing(seat, at(plans, seat)));
    this.#desk({ type: 'advancePhase' });
    if (this.#state.round === this.#options.falterAfter) this.#desk({ type: 'falter' });
    this.#desk({ type: 'advancePhase' });
    return this.#state;
  }

  /** The plan of every seat for this round. */
  plans(): readonly Plan[] {
    this.#toPlanPhase();
    return this.#policies.map((policy, seat) => this.#planOf(seat, policy));
  }

  /** What a seat would plan this round with another policy. */
  planWith(seat: Seat, policy: string): Plan {
    this.#toPlanPhase();
    return this.#planOf(seat, bot(policy));
  }

  /** The state after this round with these plans; the match stays unchanged. */
  tryRound(plans: readonly Plan[]): DistrictState {
    this.#toPlanPhase();
    let state = this.#state;
    for (const { seat } of state.actors) state = takeOrThrow(state, filing(seat, at(plans, seat))).after;
    return takeOrThrow(state, { at: 0, by: 'system', action: { type: 'advancePhase' } }).after;
  }

  /** Takes any other command. */
  take(command: Command): void {
    const before = this.#state;
    const taken = takeOrThrow(before, command);
    this.#state = taken.after;
    this.#recorder?.record(before, command, taken);
  }

  #planOf(seat: Seat, policy: Policy): Plan {
    const state = this.#state;
    const view = () => botViewFor(state, seat);
    const own = () => policy(view(), this.#random[seat] ?? never);
    return this.#options.force?.(seat, state.round, own, view) ?? own();
  }

  #toPlanPhase(): void {
    if (this.#state.phase === 'news') this.#desk({ type: 'advancePhase' });
  }

  #desk(action: Action): void {
    this.take({ at: 0, by: 'system', action });
  }
}

function filing(seat: Seat, plan: Plan): Command {
  return { at: 0, by: 'bot', seat, action: { type: 'filePlan', plan } };
}

function bot(name: string): Policy {
  const policy = policyFor(name);
  if (policy === undefined) throw new Error(`no policy is called ${name}`);
  return policy;
}

const never: BotRandom = () => {
  throw new Error('a seat without luck');
};
