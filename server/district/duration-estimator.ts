/** Estimates the length of a game: by the clock, or else by its phases so far. Pauses do not count. */

import type { DistrictEvent } from '../../shared/engine/events.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { isInARound, LENGTH_OF, type PhaseTimes, ROUND_PHASES, type RoundPhase } from '../../shared/engine/parts.ts';
import { roundsOf } from '../../shared/engine/queries.ts';
import { type Refusal, refuse } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';
import { SETUP_LIMITS } from '../../shared/protocol/setup-choices.ts';

/** Number of past phases of a kind behind an estimate; the latest say most. */
const REMEMBERED = 3;
/** Rounds before there is an estimate, since the first is unlike the others. */
const TELLING = 2;
/** Shortest plan phase in which people decide well. */
const SHORTEST_PLAN_MS = 30_000;
const MINUTE_MS = 60_000;

export type TimeEstimate = NonNullable<DeskDistrict['outlook']>;

export class DurationEstimator {
  readonly #samples: Readonly<Record<RoundPhase, number[]>> = { news: [], plan: [], reveal: [] };
  #now: { readonly phase: RoundPhase; readonly began: number } | undefined;
  #pausedAt: number | undefined;
  #pausedMs = 0;

  take(at: number, events: readonly DistrictEvent[]): void {
    for (const event of events) {
      switch (event.type) {
        case 'PhaseBegan': {
          this.#close(at);
          this.#now = { phase: event.phase, began: at };
          break;
        }
        case 'ClockPaused':
          this.#pausedAt = at;
          break;
        case 'ClockResumed':
          this.#rest(at);
          break;
        case 'AdvanceUndone':
          this.#begin(at, event.state.phase);
          break;
        case 'GameEnded':
          this.#close(at);
          break;
        case 'PracticeEnded':
          this.#now = undefined;
          break;
      }
    }
  }

  /** Undefined without a clock and without a past phase of each kind to come. */
  outlook(state: DistrictState): TimeEstimate | undefined {
    const { phase } = state;
    const counts = phasesLeft(state);
    if (counts === undefined) return undefined;
    const expected = { news: 0, plan: 0, reveal: 0 };
    for (const kind of ROUND_PHASES) {
      const ms = this.#expected(kind, state);
      if (ms === undefined && (counts[kind] > 0 || kind === phase)) return undefined;
      expected[kind] = ms ?? 0;
    }
    const restMs = ROUND_PHASES.reduce((sum, kind) => sum + counts[kind] * expected[kind], 0);
    const began = this.#now?.began;
    return {
      phaseMs: isInARound(phase) ? Math.round(expected[phase]) : 0,
      restMs: Math.round(restMs),
      ...omitUndefined({ began: began === undefined ? undefined : began + this.#pausedMs }),
    };
  }

  #begin(at: number, phase: DistrictState['phase']): void {
    this.#now = isInARound(phase) ? { phase, began: at } : undefined;
    this.#pausedAt = undefined;
    this.#pausedMs = 0;
  }

  #rest(at: number): void {
    if (this.#pausedAt !== undefined) this.#pausedMs += at - this.#pausedAt;
    this.#pausedAt = undefined;
  }

  #close(at: number): void {
    this.#rest(at);
    if (this.#now !== undefined) {
      const { phase, began } = this.#now;
      const samples = this.#samples[phase];
      samples.push(at - began - this.#pausedMs);
      if (samples.length > REMEMBERED) samples.shift();
    }
    this.#now = undefined;
    this.#pausedMs = 0;
  }

  /** The clock's length of a phase; without a clock, the pace so far, once there is one. */
  #expected(kind: RoundPhase, { settings }: DistrictState): number | undefined {
    if (settings.clockMode === 'clock') return settings[LENGTH_OF[kind]];
    const samples = this.#samples[kind];
    if (samples.length < TELLING) return undefined;
    return samples.reduce((total, ms) => total + ms, 0) / samples.length;
  }
}

/** Number of whole phases still to come, a practice's included; undefined after the end. */
function phasesLeft(state: DistrictState): Record<RoundPhase, number> | undefined {
  const { phase, round, practice } = state;
  if (phase === 'ended') return undefined;
  const rounds = practice === undefined ? roundsOf(state) - round : roundsOf(state);
  return {
    news: rounds,
    plan: rounds + (phase === 'news' ? 1 : 0),
    reveal: rounds + (phase === 'news' || phase === 'plan' ? 1 : 0),
  };
}

/** Phase lengths with which the game ends at `end`, if every phase uses all of its time (rule R13). */
export function timesToEndBy(state: DistrictState, now: number, end: number): PhaseTimes | Refusal {
  const { settings, clock } = state;
  if (settings.clockMode !== 'clock') return refuse('no-clock');
  const counts = phasesLeft(state);
  if (counts === undefined) return refuse('game-over');
  const presentMs = clock.pausedWithMs ?? Math.max(0, (clock.deadline ?? now) - now);
  const restMs = ROUND_PHASES.reduce((sum, kind) => sum + counts[kind] * settings[LENGTH_OF[kind]], 0);
  if (restMs === 0) return refuse('wrong-phase');
  const least = Math.min(1, SHORTEST_PLAN_MS / settings.planMs);
  const most = SETUP_LIMITS.longestMs / Math.max(settings.newsMs, settings.planMs, settings.revealMs);
  const factor = Math.min(most, (end - now - presentMs) / restMs);
  if (factor < least) {
    const soonest = Math.ceil((presentMs + least * restMs) / MINUTE_MS);
    return refuse('times-out-of-range', { limit: soonest });
  }
  const scaled = (ms: number) => Math.max(1, Math.round(ms * factor));
  return {
    newsMs: scaled(settings.newsMs),
    planMs: scaled(settings.planMs),
    revealMs: scaled(settings.revealMs),
  };
}
