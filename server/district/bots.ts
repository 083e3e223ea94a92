/**
 * A district's bots and recorded seats. Each files a plan soon after the plan phase begins, tells people its wishes,
 * and answers offers. A bot gets its seat's view and luck of its own, nothing else.
 */
import {
  botAnswers,
  botOffers,
  botPleas,
  botPromises,
  botRandom,
  policyFor,
  replyTo,
  signed,
} from '../../shared/bots/index.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { botViewFor } from '../../shared/engine/bot-view.ts';
import { checkPlan } from '../../shared/engine/check-plan.ts';
import type { SeatAction } from '../../shared/engine/commands.ts';
import { numbersOf } from '../../shared/engine/older-rules.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { pactRoom } from '../../shared/engine/queries.ts';
import { draw } from '../../shared/engine/random.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { planForAbsent } from '../../shared/engine/repeat-plan.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { trimmed } from '../../shared/engine/trim.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import type { FutureRound } from '../../shared/log/future.ts';
import type { Logger } from '../logging.ts';

/** Range of a bot's delay in milliseconds, at most a third of the phase. */
const SOONEST = 1_200;
const LATEST = 6_000;
/** Longest delay when one person plays alone, who waits for nobody else. */
const LATEST_ALONE = 1_500;

export interface BotCallbacks {
  /** The state that the next action will meet. */
  readonly state: () => DistrictState;
  /** Returns whether the action was accepted. */
  readonly act: (seat: Seat, action: SeatAction, by?: 'bot' | 'recorded') => boolean;
  /** Makes a tree falter as it did on record. */
  readonly falter: () => void;
}

export interface BotTools {
  readonly log: Logger;
  /** 1: bots take time like people; 0: they act at once. */
  readonly botPace: number;
}

export class Bots {
  readonly #callbacks: BotCallbacks;
  readonly #tools: BotTools;
  readonly #future: ReadonlyMap<number, FutureRound>;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** `future`: recorded plans and events by round. */
  constructor(callbacks: BotCallbacks, tools: BotTools, future: ReadonlyMap<number, FutureRound> = new Map()) {
    this.#callbacks = callbacks;
    this.#tools = tools;
    this.#future = future;
  }

  /** Schedules whatever bots have to do now. Call after every change. */
  look(): void {
    const state = this.#callbacks.state();
    if (state.phase !== 'plan') {
      this.stop();
      this.#falter(state);
      return;
    }
    for (const { seat } of state.actors) {
      if (!isPlayed(state, seat)) continue;
      if (state.plans[seat] === undefined) this.#later(`plan ${seat}`, seat, () => this.#plan(seat));
      else if (this.#agreed(state, seat)) this.#later(`sign ${seat}`, seat, () => this.#sign(seat));
      const asked = state.offers.some((offer) => offer.to === seat && offer.status === 'open');
      if (asked) this.#later(`answer ${seat}`, seat, () => this.#answer(seat));
    }
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #later(what: string, seat: Seat, act: () => void): void {
    if (this.#timers.has(what)) return;
    const state = this.#callbacks.state();
    const people = state.seats.filter(({ control }) => control === 'human').length;
    const patient = people > 1 ? LATEST : LATEST_ALONE;
    const latest = state.settings.clockMode === 'clock' ? Math.min(patient, state.settings.planMs / 3) : patient;
    const soonest = Math.min(SOONEST, latest);
    const delay =
      this.#tools.botPace * (soonest + (latest - soonest) * draw(state.seed, 'pace', what, state.round, seat));
    const { round } = state;
    const timer = setTimeout(() => {
      this.#timers.delete(what);
      const now = this.#callbacks.state();
      if (now.phase !== 'plan' || now.round !== round || !isPlayed(now, seat)) return;
      try {
        act();
      } catch (error) {
        this.#tools.log.error({ seat, what, err: error }, 'a bot failed');
      }
    }, delay);
    this.#timers.set(what, timer);
  }

  #plan(seat: Seat): void {
    const state = this.#callbacks.state();
    if (state.plans[seat] !== undefined) return;
    const view = viewFor(state, seat);
    const policy = state.seats[seat]?.policy ?? '';
    const recorded = this.#recorded(state, seat);
    const plan = recorded?.plan ?? this.#choose(state, seat);
    const said = [
      ...botOffers(view, plan, pactRoom(state, seat), policy),
      ...botPromises(view, plan, policy),
      ...botPleas(view, plan, numbersOf(state).listFrom),
    ];
    for (const offer of said) this.#callbacks.act(seat, offer);
    if (recorded === undefined) {
      if (this.#callbacks.act(seat, { type: 'filePlan', plan })) return;
    } else if (this.#callbacks.act(seat, { type: 'filePlan', ...recorded }, 'recorded')) return;
    this.#callbacks.act(seat, { type: 'filePlan', plan: planForAbsent(state, seat) });
  }

  /** The recorded plan, cut to what is still legal; undefined if nothing of it is. */
  #recorded(state: DistrictState, seat: Seat): { readonly plan: Plan; readonly cut?: true } | undefined {
    if (state.seats[seat]?.control !== 'recorded') return undefined;
    const filed = this.#future.get(state.round)?.plans.get(seat);
    if (filed === undefined) return undefined;
    if (!isRefusal(checkPlan(state, seat, filed.plan))) return { plan: filed.plan };
    const plan = trimmed(state, seat, filed.plan);
    return isRefusal(checkPlan(state, seat, plan)) ? undefined : { plan, cut: true };
  }

  #falter({ phase, round, lastRound }: DistrictState): void {
    if (phase !== 'reveal' || this.#future.get(round)?.faltered !== true) return;
    if (!lastRound.some(({ type }) => type === 'HubFaltered')) this.#callbacks.falter();
  }

  #answer(seat: Seat): void {
    const state = this.#callbacks.state();
    const plan = state.plans[seat]?.plan ?? this.#recorded(state, seat)?.plan ?? this.#choose(state, seat);
    const view = viewFor(state, seat);
    for (const answer of botAnswers(view, plan, pactRoom(state, seat))) {
      if (this.#callbacks.act(seat, answer) && !answer.accept) this.#sayWhy(view, plan, answer.offer);
    }
  }

  /** What is on record has its own reasons. */
  #sayWhy(view: SeatView, plan: Plan, id: number): void {
    const state = this.#callbacks.state();
    const offer = view.offers.find((each) => each.id === id);
    if (offer?.plea === undefined || state.seats[view.seat]?.control !== 'bot') return;
    const sentence = replyTo(view, plan, offer.plea, numbersOf(state).listFrom);
    this.#callbacks.act(view.seat, { type: 'sayReady', sentence, to: offer.from });
  }

  /** Whether a pact offer to or from this seat was accepted. */
  #agreed({ offers }: DistrictState, seat: Seat): boolean {
    return offers.some(
      ({ kind, status, from, to }) => kind === 'pact' && status === 'accepted' && (from === seat || to === seat),
    );
  }

  /** Files the plan again with a share for a person whose pact was just agreed. */
  #sign(seat: Seat): void {
    const state = this.#callbacks.state();
    const filed = state.plans[seat];
    if (filed?.by !== 'bot') return;
    const plan = signed(viewFor(state, seat), filed.plan, state.seats[seat]?.policy ?? '');
    if (plan !== undefined) this.#callbacks.act(seat, { type: 'filePlan', plan });
  }

  #choose(state: DistrictState, seat: Seat): Plan {
    const name = state.seats[seat]?.policy ?? '';
    try {
      const policy = policyFor(name);
      if (policy !== undefined) return policy(botViewFor(state, seat), botRandom(state.seed, seat));
      this.#tools.log.error({ seat, policy: name }, 'no policy of this name');
    } catch (error) {
      this.#tools.log.error({ seat, policy: name, err: error }, 'a policy failed');
    }
    return planForAbsent(state, seat);
  }
}

/** Whether a bot or a record plays the seat. */
function isPlayed({ seats }: DistrictState, seat: Seat): boolean {
  const control = seats[seat]?.control;
  return control === 'bot' || control === 'recorded';
}
