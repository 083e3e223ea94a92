/**
 * The clock of a district: when a phase is over by itself, what follows then, and what time is given back. `pace.ts`
 * has its rules.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictOrigin, OwnHands, SessionTools } from './origin.ts';
import { beginningOf, deadlineOf, endOf, everybodyIn, relaxedMissing } from './pace.ts';

export interface ClockHands extends OwnHands {
  /** Whether nothing follows by itself: the district is closed, or its log cannot be written. */
  readonly resting: () => boolean;
  readonly isOnline: (seat: Seat) => boolean;
  /** When the last durable record was made. */
  readonly recordedAt: () => number | undefined;
  /** The phase goes on: bots may set to work. */
  readonly goesOn: () => void;
  /** The time is up, and the phase waits for other districts. */
  readonly heldUp: () => void;
}

export class PhaseClock {
  readonly #hands: ClockHands;
  readonly #origin: Pick<DistrictOrigin, 'stage' | 'held' | 'endWaits' | 'relaxed'>;
  readonly #tools: Pick<SessionTools, 'now' | 'log' | 'stalls'>;
  #alarm: NodeJS.Timeout | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(
    hands: ClockHands,
    origin: Pick<DistrictOrigin, 'stage' | 'held' | 'endWaits' | 'relaxed'>,
    tools: Pick<SessionTools, 'now' | 'log' | 'stalls'>,
  ) {
    this.#hands = hands;
    this.#origin = origin;
    this.#tools = tools;
  }

  begin(): void {
    this.follow();
    this.#stopWatching = this.#tools.stalls?.onStall((ms) => this.#stoodStill(ms));
  }

  /** The phase is over by itself: the clock ran out, or everybody is in. */
  get done(): boolean {
    const state = this.#hands.state();
    const end = endOf(state, this.#isRelaxed);
    return everybodyIn(state, this.#hands.isOnline) || (end !== undefined && this.#tools.now() >= end);
  }

  /** Done, and waiting for other districts of the class, or over by the desk's word alone. */
  get held(): boolean {
    return this.#endWaits || (this.done && this.#isHeld());
  }

  /** The phase ends by the desk's word alone. */
  endWaitsIn(state: DistrictState): boolean {
    return this.#origin.endWaits?.(state) === true;
  }

  get #endWaits(): boolean {
    return this.endWaitsIn(this.#hands.state());
  }

  /** What follows by itself from the state as it is: the next phase, an alarm for the clock, bots that set to work. */
  follow(): void {
    if (this.#hands.resting()) return;
    let { done } = this;
    if (done && this.#tools.stalls !== undefined) {
      // Time for which the process stood still is given back before a clock that ran out is heard.
      this.#tools.stalls.look();
      ({ done } = this);
    }
    const begins = beginningOf(this.#hands.state(), this.#origin.stage?.() ?? 'game');
    if (begins !== undefined) this.#hands.own({ by: 'system', action: { type: begins } });
    else if (done && !this.#isHeld() && !this.#relaxes())
      this.#hands.own({ by: 'system', action: { type: 'advancePhase' } });
    else {
      if (!done) this.#setAlarm();
      this.#hands.goesOn();
    }
  }

  /** A phase keeps what was left of it when the server went away. */
  giveBackSince(lastAlive: number | undefined): void {
    const last = Math.max(lastAlive ?? 0, this.#hands.recordedAt() ?? 0);
    const ms = this.#tools.now() - last;
    if (last === 0 || ms <= 0 || deadlineOf(this.#hands.state()) === undefined) return;
    this.#hands.own({ by: 'system', action: { type: 'extendClock', ms, reason: 'downtime' } });
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
    const end = endOf(this.#hands.state(), this.#isRelaxed);
    if (end === undefined) return;
    this.#alarm = setTimeout(() => this.#ring(), Math.max(0, end - this.#tools.now()));
  }

  #ring(): void {
    this.#tools.stalls?.look();
    const end = endOf(this.#hands.state(), this.#isRelaxed);
    if (end === undefined) return;
    if (this.#tools.now() < end) this.#setAlarm();
    else if (this.#isHeld()) this.#hands.heldUp();
    else this.follow();
  }

  #isHeld(): boolean {
    return this.#endWaits || this.#origin.held?.(this.#hands.state()) === true;
  }

  readonly #isRelaxed = (player: string): boolean => this.#origin.relaxed?.(player) === true;

  /** Once in a plan phase it waits for people who are here and are given more time (rule R10). */
  #relaxes(): boolean {
    const state = this.#hands.state();
    const { clock, settings } = state;
    if (clock.relaxedMs !== undefined) return false;
    if (!relaxedMissing(state, this.#isRelaxed).some(this.#hands.isOnline)) return false;
    return this.#hands.own({ by: 'system', action: { type: 'extendClock', ms: settings.planMs, reason: 'relaxed' } });
  }

  #stoodStill(ms: number): void {
    this.#tools.log.warn({ ms: Math.round(ms) }, 'the process stood still; the clock gives it back');
    this.giveBackSince(this.#tools.now() - Math.round(ms));
  }
}
