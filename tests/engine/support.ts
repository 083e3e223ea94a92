/**
 * Districts for rule tests: the real engine on the standard scenario, with fixed luck and fields where sums are
 * checked.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import type { Action, Command } from '../../shared/engine/commands.ts';
import { decide, found } from '../../shared/engine/decide.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { Firm, Pact, Settings } from '../../shared/engine/parts.ts';
import {
  type Deal,
  type FirmPlan,
  type GovernmentPlan,
  IDLE_UNIVERSITY,
  NO_DEAL,
  type Plan,
  type Share,
  type UniversityPlan,
} from '../../shared/engine/plans.ts';
import { isRefusal, type Refusal } from '../../shared/engine/refusals.ts';
import { planForAbsent } from '../../shared/engine/repeat-plan.ts';
import { resolve } from '../../shared/engine/resolve.ts';
import type { RoundEvent } from '../../shared/engine/round-events.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';

export const SETTINGS: Settings = { clockMode: 'wait', newsMs: 5_000, planMs: 90_000, revealMs: 25_000, talk: true };
export const CLOCK: Settings = { ...SETTINGS, clockMode: 'clock' };

/** Institutions of the standard roster; 9 is Tsinghua. */
export const PKU = 8;
export const BUREAU = 10;
export const BEZ = 11;

export interface Setup {
  readonly seed?: number;
  readonly settings?: Settings;
  readonly parameters?: Partial<Parameters>;
}

export function founded({ seed = 1, settings = SETTINGS, parameters = {} }: Setup = {}) {
  const policies = zhongguancun.roster.map(({ kind }) =>
    kind === 'firm' ? 'solo' : kind === 'university' ? 'publish' : 'idle',
  );
  return found(zhongguancun, { seed, settings, parameters, policies });
}

/** Luck of exactly one, so that sums can be checked by hand. */
export const EVEN_LUCK: Partial<Parameters> = { luckLow: 1, luckHigh: 1 };

export function command(action: Action, from: Partial<Omit<Command, 'action'>> = {}): Command {
  return { at: 0, by: from.seat === undefined ? 'system' : 'human', ...from, action };
}

/** The events and the state after them; throws on a refusal. */
export function act(
  state: DistrictState,
  action: Action,
  from: Partial<Omit<Command, 'action'>> = {},
): { readonly state: DistrictState; readonly events: readonly DistrictEvent[] } {
  const events = decide(state, command(action, from));
  if (isRefusal(events)) throw new Error(`refused: ${JSON.stringify(events)}`);
  return { events, state: events.reduce(evolve, state) };
}

export function refusalOf(
  state: DistrictState,
  action: Action,
  from: Partial<Omit<Command, 'action'>> = {},
): Refusal | undefined {
  const answer = decide(state, command(action, from));
  return isRefusal(answer) ? answer : undefined;
}

export function opening(setup: Setup = {}): DistrictState {
  return initialState(founded(setup));
}

/** The plan phase of round 1. */
export function planning(setup: Setup = {}): DistrictState {
  return act(act(opening(setup), { type: 'openGame' }).state, { type: 'advancePhase' }).state;
}

/** The plan phase of a later round, otherwise unchanged. */
export function inRound(state: DistrictState, round: number): DistrictState {
  return { ...state, round };
}

export function withFirms(state: DistrictState, changes: Readonly<Record<Seat, Partial<Firm>>>): DistrictState {
  return { ...state, firms: state.firms.map((firm, seat) => ({ ...firm, ...changes[seat] })) };
}

export function withFields(state: DistrictState, fields: Readonly<Record<Seat, number>>): DistrictState {
  const actors = state.actors.map((actor) => {
    const field = fields[actor.seat];
    return field === undefined ? actor : { ...actor, field };
  });
  return { ...state, actors };
}

/** Adds pacts between these pairs. */
export function withPacts(state: DistrictState, ...pairs: readonly (readonly [Seat, Seat])[]): DistrictState {
  const pacts: Pact[] = pairs.map(([a, b]) => ({ a: Math.min(a, b), b: Math.max(a, b), since: 0 }));
  return { ...state, pacts: pacts.sort((x, y) => x.a - y.a || x.b - y.b) };
}

export function firmPlan(
  trade: number,
  research: number,
  shares: readonly Share[] = [],
  deal: Deal = NO_DEAL,
): FirmPlan {
  return { kind: 'firm', trade, research, shares, deal };
}

export function universityPlan(plan: Partial<Omit<UniversityPlan, 'kind'>> = {}): UniversityPlan {
  return { ...IDLE_UNIVERSITY, ...plan };
}

export function governmentPlan(plan: Partial<Omit<GovernmentPlan, 'kind'>> = {}): GovernmentPlan {
  return { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0, ...plan };
}

export const wish = (...wishes: readonly Seat[]): Deal => ({ kind: 'cooperate', wishes, breaks: [] });
export const leave = (...breaks: readonly Seat[]): Deal => ({ kind: 'cooperate', wishes: [], breaks });

/** Resolves the round with these plans. By default firms trade, universities publish, and offices are idle. */
export function resolved(
  state: DistrictState,
  plans: Readonly<Record<Seat, Plan>> = {},
): { readonly before: DistrictState; readonly state: DistrictState; readonly events: readonly RoundEvent[] } {
  const idle = (seat: Seat): Plan =>
    state.actors[seat]?.kind === 'firm' ? firmPlan(6, 0) : planForAbsent(state, seat);
  const before: DistrictState = {
    ...state,
    plans: state.actors.map(({ seat }) => ({ plan: plans[seat] ?? idle(seat), by: 'human' })),
  };
  const { events } = resolve(before);
  return { before, events, state: events.reduce(evolve, before) };
}

export function eventOf<T extends RoundEvent['type']>(
  events: readonly RoundEvent[],
  type: T,
): Extract<RoundEvent, { type: T }> {
  const found = events.find((event): event is Extract<RoundEvent, { type: T }> => event.type === type);
  if (found === undefined) throw new Error(`no ${type} among ${events.map((event) => event.type).join(', ')}`);
  return found;
}

export function firm(state: DistrictState, seat: Seat): Firm {
  const found = state.firms[seat];
  if (found === undefined) throw new Error(`no firm in seat ${seat}`);
  return found;
}

export function trustOf(state: DistrictState, truster: Seat, trusted: Seat): number {
  return state.trust[truster * state.actors.length + trusted] ?? Number.NaN;
}
