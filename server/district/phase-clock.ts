/** A district's clock: ends phases, triggers what follows, and gives lost time back. `pace.ts` has the rules. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictOrigin, SessionCallbacks, SessionTools } from './origin.ts';
import { beginningOf, deadlineOf, endOf, everybodyIn, relaxedMissing } from './pace.ts';

export interface ClockCallbacks extends SessionCallbacks {
  /** Whether the clock rests: the district is closed, or its log cannot be written. */
  readonly resting: () => boolean;
  readonly isOnline: (seat: Seat) => boolean;
  /** Time of the last durable record. */
  readonly recordedAt: () => number | undefined;
  /** Called when a phase goes on, so that bots can act. */
  readonly onAdvance: () => void;
  /** Called when a finished phase waits for other districts. */
  readonly onWaiting: () => void;
}

export class PhaseClock {
  readonly #callbacks: ClockCallbacks;
  readonly #origin: Pick<DistrictOrigin, 'stage' | 'mustWait' | 'endWaits' | 'relaxed'>;
  readonly #tools: Pick<SessionTools, 'now' | 'log' | 'stalls'>;
  #alarm: NodeJS.Timeout | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(
    callbacks: ClockCallbacks,
    origin: Pick<DistrictOrigin, 'stage' | 'mustWait' | 'endWaits' | 'relaxed'>,
    tools: Pick<SessionTools, 'now' | 'log' | 'stalls'>,
  ) {
    this.#callbacks = callbacks;
    this.#origin = origin;
    this.#tools = tools;
  }

  begin(): void {
    this.follow();
    this.#stopWatching = this.#tools.stalls?.onStall((ms) => this.#stoodStill(ms));
  }

  /** The phase has ended by itself: the clock ran out, or everybody is ready. */
  get done(): boolean {
    const state = this.#callbacks.state();
    const end = endOf(state, this.#isRelaxed);
    return everybodyIn(state, this.#callbacks.isOnline) || (end !== undefined && this.#tools.now() >= end);
  }

  /** Done, but waiting for other districts of the class or for the desk. */
  get waitsForOthers(): boolean {
    return this.#endWaits || (this.done && this.#isHeld());
  }

  /** Whether only the desk can end the phase. */
  endWaitsIn(state: DistrictState): boolean {
    return this.#origin.endWaits?.(state) === true;
  }

  get #endWaits(): boolean {
    return this.endWaitsIn(this.#callbacks.state());
  }

  /** Triggers what follows from the present state: the next phase, a timer, or bots. */
  follow(): void {
    if (this.#callbacks.resting()) return;
    let { done } = this;
    if (done && this.#tools.stalls !== undefined) {
      // Gives time back before ending a phase, in case the process stood still.
      this.#tools.stalls.check();
      ({ done } = this);
    }
    const begins = beginningOf(this.#callbacks.state(), this.#origin.stage?.() ?? 'game');
    if (begins !== undefined) this.#callbacks.own({ by: 'system', action: { type: begins } });
    else if (done && !this.#isHeld() && !this.#relaxes())
      this.#callbacks.own({ by: 'system', action: { type: 'advancePhase' } });
    else {
      if (!done) this.#setAlarm();
      this.#callbacks.onAdvance();
    }
  }

  /** Restores the time that was left of a phase when the server went away. */
  giveBackSince(lastAlive: number | undefined): void {
    const last = Math.max(lastAlive ?? 0, this.#callbacks.recordedAt() ?? 0);
    const ms = this.#tools.now() - last;
    if (last === 0 || ms <= 0 || deadlineOf(this.#callbacks.state()) === undefined) return;
    this.#callbacks.own({ by: 'system', action: { type: 'extendClock', ms, reason: 'downtime' } });
  }

  rest(): void {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
  }

  close(): void {
    this.#stopWatching?.();
    this.rest();
  }

  #setAlarm(): void {
    this.rest();
    const end = endOf(this.#callbacks.state(), this.#isRelaxed);
    if (end === undefined) return;
    this.#alarm = setTimeout(() => this.#ring(), Math.max(0, end - this.#tools.now()));
  }

  #ring(): void {
    this.#tools.stalls?.check();
    const end = endOf(this.#callbacks.state(), this.#isRelaxed);
    if (end === undefined) return;
    if (this.#tools.now() < end) this.#setAlarm();
    else if (this.#isHeld()) this.#callbacks.onWaiting();
    else this.follow();
  }

  #isHeld(): boolean {
    return this.#endWaits || this.#origin.mustWait?.(this.#callbacks.state()) === true;
  }

  readonly #isRelaxed = (player: string): boolean => this.#origin.relaxed?.(player) === true;

  /** Whether the phase now gives extra time, once, to people online who get more time (rule R10). */
  #relaxes(): boolean {
    const state = this.#callbacks.state();
    const { clock, settings } = state;
    if (clock.relaxedMs !== undefined) return false;
    if (!relaxedMissing(state, this.#isRelaxed).some(this.#callbacks.isOnline)) return false;
    return this.#callbacks.own({
      by: 'system',
      action: { type: 'extendClock', ms: settings.planMs, reason: 'relaxed' },
    });
  }

  #stoodStill(ms: number): void {
    this.#tools.log.warn({ ms: Math.round(ms) }, 'the process stood still; the clock gives it back');
    this.giveBackSince(this.#tools.now() - Math.round(ms));
  }
}
