/**
 * A recorded district, folded once and kept as states, so that any moment of it is at hand at once.
 *
 *     const chronicle = chronicleOf(log);
 *     chronicle.moments[7].state;      // the state of a phase, as it stood at its end
 *     chronicle.rounds[3].events;      // what followed from the plans of round 4
 *
 * States share what did not change, so all moments of a game take little more room than its last.
 */
import { type DistrictEvent, isRoundEvent } from '../engine/events.ts';
import { evolve } from '../engine/evolve.ts';
import { initialState } from '../engine/initial-state.ts';
import type { FiledPlan, Phase } from '../engine/parts.ts';
import type { RoundEvent } from '../engine/round-events.ts';
import type { DistrictState } from '../engine/state.ts';
import type { DistrictLog } from '../log/jsonl.ts';
import { asPlayed } from '../log/played.ts';
import { foundedOf } from '../log/record.ts';

export interface Moment {
  readonly index: number;
  readonly round: number;
  readonly phase: Phase;
  /** The state at the end of the phase. In a plan phase all plans are filed and nothing is resolved. */
  readonly state: DistrictState;
  /** Milliseconds since the epoch when the phase began. */
  readonly at: number;
}

export interface PlayedRound {
  readonly round: number;
  /** All plans filed, nothing resolved. */
  readonly before: DistrictState;
  /** Resolved, at the end of the reveal. */
  readonly after: DistrictState;
  /** Events in rule order; what the desk did in the reveal comes last. */
  readonly events: readonly RoundEvent[];
  /** By seat. */
  readonly plans: readonly (FiledPlan | undefined)[];
}

export interface Chronicle {
  readonly log: DistrictLog;
  readonly moments: readonly Moment[];
  /** Rounds that were resolved, in order. */
  readonly rounds: readonly PlayedRound[];
  readonly final: DistrictState;
  /** The first round this district played itself; 1 unless it plays on from another's past. */
  readonly from: number;
}

/** Folds a log to its chronicle. A practice round and undone rounds are left out. */
export function chronicleOf(recorded: DistrictLog): Chronicle {
  const log = asPlayed(recorded);
  const reading = new Reading(initialState(foundedOf(log.header)), log.header.foundedAt ?? log.records[0]?.at ?? 0);
  for (const record of log.records) for (const event of record.events) reading.take(event, record.at);
  return { log, ...reading.finish() };
}

class Reading {
  #state: DistrictState;
  /** The state the present phase would end with if nothing more happened in it. */
  #shown: DistrictState;
  #began: number;
  #from = 1;
  /** Whether a recorded past has ended and the next phase has not begun. */
  #between = false;
  readonly #moments: Moment[] = [];
  readonly #rounds: { round: number; before: DistrictState; after: DistrictState; events: RoundEvent[] }[] = [];

  constructor(state: DistrictState, at: number) {
    this.#state = state;
    this.#shown = state;
    this.#began = at;
  }

  take(event: DistrictEvent, at: number): void {
    const before = this.#state;
    const next = evolve(before, event);
    this.#state = next;
    if (event.type === 'DistrictContinued') {
      this.#from = event.round;
      this.#between = before.phase !== 'opening';
    }
    this.#between &&= next.phase === 'opening';
    if (this.#between) return;
    if (isRoundEvent(event)) this.#resolve(event, before, next);
    if (next.phase !== before.phase || next.round !== before.round) {
      this.#close();
      this.#began = at;
      this.#shown = next;
    } else if (!isRoundEvent(event) || before.phase !== 'plan') {
      this.#shown = next;
    }
    const last = this.#rounds.at(-1);
    if (last !== undefined && next.round === last.round && next.phase !== 'ended') last.after = next;
  }

  #resolve(event: RoundEvent, before: DistrictState, after: DistrictState): void {
    const last = this.#rounds.at(-1);
    if (last?.round === before.round) last.events.push(event);
    else this.#rounds.push({ round: before.round, before, after, events: [event] });
  }

  #close(): void {
    const { round, phase } = this.#shown;
    this.#moments.push({ index: this.#moments.length, round, phase, state: this.#shown, at: this.#began });
  }

  finish(): Omit<Chronicle, 'log'> {
    this.#close();
    const rounds = this.#rounds.map((played) => ({ ...played, plans: played.before.plans }));
    return { moments: this.#moments, rounds, final: this.#state, from: this.#from };
  }
}

/** The district's own rounds, without the past that another district played. */
export function ownRounds({ rounds, from }: Chronicle): readonly PlayedRound[] {
  return rounds.filter(({ round }) => round >= from);
}

/** Undefined if the game never reached it. */
export function roundAt({ rounds }: Pick<Chronicle, 'rounds'>, round: number): PlayedRound | undefined {
  return rounds.find((played) => played.round === round);
}

/** Of these years the three from `first` on, as far as the game went. */
export function threeYearsFrom<Year extends { readonly round: number }>(
  years: readonly Year[],
  first: number,
): readonly Year[] {
  return years.filter(({ round }) => round >= first && round < first + 3);
}

/** The last moment of a round and phase; undefined if the game never reached it. */
export function momentAt(chronicle: Chronicle, round: number, phase: Phase): Moment | undefined {
  return chronicle.moments.find((moment) => moment.round === round && moment.phase === phase);
}
