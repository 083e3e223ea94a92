/**
 * Public facts of a district: pacts and whether both sides kept them, ownership, income, innovation, readiness, acts of
 * government. Plans are secret until the reveal; another's cash and debts always.
 */
import type { Actor, Control, Seat } from './actors.ts';
import { holdsSpinOffs, isKept } from './edges.ts';
import type { Effect } from './effects.ts';
import type { Figure, FigureReading } from './figure-reading.ts';
import { announcedFigure } from './figures.ts';
import { memoizeBy, memoizeLast } from './memoize.ts';
import type { Parameters } from './parameters.ts';
import type { ClockMode, GoesOn, PactRecord, Phase, RoundHistory } from './parts.ts';
import { at, clockModeNow, forestOf, isListed, isShocked, numberAt, roundsOf } from './queries.ts';
import type { RoundEvent } from './round-events.ts';
import { scoreOf } from './score.ts';
import type { DistrictState } from './state.ts';

export interface PublicSeat extends Actor {
  readonly control: Control;
  /** Has filed a plan, or signalled "go on", in this phase. */
  readonly ready: boolean;
  readonly owner?: Seat;
  /** Head of the seat's ownership tree; the seat itself if independent. */
  readonly head: Seat;
  readonly treeSize: number;
  readonly forced: boolean;
  /** Tied to its university by last round's shelter: a vertical edge (rule I1). */
  readonly held?: true;
  /** Certified by the Commission (rule G7). */
  readonly listed?: true;
  readonly inDisarray: boolean;
  readonly failures: number;
  /** How large the firm looks from outside, 1..5: a band of its knowledge. */
  readonly standing: number;
  /** Only once the game has ended. */
  readonly finalScore?: number;
  /** How often its pacts were tested and how often it kept them; absent unless public (rule V5). */
  readonly reputation?: PactRecord;
}

export interface PublicPact {
  readonly a: Seat;
  readonly b: Seat;
  readonly since: number;
  /** Both sides shared at least `keptShare` in the last resolved round; absent before the pact's first test. */
  readonly kept?: boolean;
}

export interface PublicRound {
  readonly round: number;
  readonly income: number;
  readonly innovation: number;
  /** Trade as a share of all effort that firms could place, 0..1. */
  readonly tradeShare: number;
  /** Absent while the figure is secret (rule V6). */
  readonly figure?: FigureReading;
}

/** Public events of the last resolved round, in the order of the model's steps. */
export type Happening =
  | Extract<
      RoundEvent,
      {
        type:
          | 'PolicyMade'
          | 'ListMade'
          | 'FirmAbsorbed'
          | 'PactBroken'
          | 'PactFormed'
          | 'FirmFailed'
          | 'HubFaltered'
          | 'ForeignPartnerJoined';
      }
    >
  | { readonly type: 'FirmLeft'; readonly firm: Seat; readonly owner: Seat }
  | { readonly type: 'FirmSold'; readonly seller: Seat; readonly buyer: Seat }
  | { readonly type: 'FirmRescued'; readonly firm: Seat; readonly head: Seat };

/** Points that each office spent in the last resolved round. */
export function spentIn(happenings: readonly Happening[]) {
  return happenings.flatMap((event) => (event.type === 'PolicyMade' ? event.spent : []));
}

export interface PublicView {
  readonly scenario: string;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  readonly clockMode: ClockMode;
  readonly deadline?: number;
  readonly paused: boolean;
  readonly talkOn: boolean;
  /** Talk has ready-made sentences only (rule L4). */
  readonly sentencesOnly?: true;
  readonly seats: readonly PublicSeat[];
  readonly pacts: readonly PublicPact[];
  readonly law: number;
  readonly distance: number;
  readonly commons: number;
  readonly fund: number;
  /** Demand has turned to variety. False before, so that nobody knows when. */
  readonly shocked: boolean;
  /** The announced figure, which needs two rounds in a row. */
  readonly announcedFigure?: Figure;
  /** The figure is secret until the end (rule V6). */
  readonly figureHidden?: true;
  readonly history: readonly PublicRound[];
  readonly happenings: readonly Happening[];
  /** At the end of a recorded past: the phase that begins next. */
  readonly goesOn?: GoesOn;
  /** This round is a practice and does not count (rule R8). */
  readonly practice?: true;
  /** The venture fund is switched off: points put into it have no effect. */
  readonly fundOff?: true;
  /** Parameters that differ from the scenario's. The round of the shock is left out until the end. */
  readonly changed?: Partial<Parameters>;
  /** How this year and earlier ones change the numbers (rule N1); absent without effects. */
  readonly effects?: readonly Effect[];
}

/** For objects that are built step by step and then handed out as read-only. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The public view, computed once per state because twelve seats ask for it. */
export const publicView = memoizeLast(makePublicView);

function makePublicView(state: DistrictState): PublicView {
  const { scenario, phase, round, parameters, settings, clock, law, distance, commons, fund } = state;
  const told = figureIsPublic(state);
  const view: Writable<PublicView> = {
    scenario,
    phase,
    round,
    rounds: roundsOf(state),
    clockMode: clockModeNow(state),
    paused: clock.pausedWithMs !== undefined,
    talkOn: settings.talk,
    seats: publicSeats(state),
    pacts: publicPacts(state),
    law,
    distance,
    commons,
    fund,
    shocked: isShocked(state),
    history: told ? publicHistory(state.history) : unreadHistory(state.history),
    happenings: happeningsIn(state.lastRound),
  };
  if (clock.deadline !== undefined) view.deadline = clock.deadline;
  if (told) tellFigure(view, state);
  else view.figureHidden = true;
  if (state.goesOn !== undefined) view.goesOn = state.goesOn;
  if (settings.sentences === true) view.sentencesOnly = true;
  if (state.practice !== undefined) view.practice = true;
  if (parameters.fundPerPoint === 0) view.fundOff = true;
  const effects = publicEffects(state);
  if (effects.length > 0) view.effects = effects;
  const changed = publicChanges(state);
  if (changed !== undefined) view.changed = changed;
  return view;
}

/** Of those that began, never of later ones. */
export function publicEffects({ effects = NO_EFFECTS, round }: DistrictState): readonly Effect[] {
  return effects.filter(({ from }) => from <= round);
}

function tellFigure(view: Writable<PublicView>, { history }: DistrictState): void {
  const announced = announcedFigure(history);
  if (announced !== undefined) view.announcedFigure = announced;
}

/** Whether the figure is public. During the game it would give away the debrief's first question (rule V6). */
export function figureIsPublic({ phase, settings }: DistrictState): boolean {
  return phase === 'ended' || settings.showFigure === true;
}

/** The public view of a moment in a finished game, with all that the end makes public. */
export function lookingBack(state: DistrictState): PublicView {
  const { figureHidden: _, ...view } = publicView(state);
  const told: Writable<PublicView> = { ...view, history: publicHistory(state.history) };
  tellFigure(told, state);
  return told;
}

const NO_EFFECTS: readonly Effect[] = [];
const publicHistory = memoizeLast((history: readonly RoundHistory[]) => history.map(publicRound));
const unreadHistory = memoizeLast((history: readonly RoundHistory[]) => history.map(withoutReading));
const publicRounds = new WeakMap<RoundHistory, PublicRound>();
const untoldRounds = new WeakMap<RoundHistory, PublicRound>();

function withoutReading(past: RoundHistory): PublicRound {
  const known = untoldRounds.get(past);
  if (known !== undefined) return known;
  const { figure: _, ...untold } = publicRound(past);
  untoldRounds.set(past, untold);
  return untold;
}

/** Memoised: a past round never changes. */
function publicRound(past: RoundHistory): PublicRound {
  const known = publicRounds.get(past);
  if (known !== undefined) return known;
  const { round, income, innovation, tradeShare, figure } = past;
  const told = { round, income, innovation, tradeShare, figure };
  publicRounds.set(past, told);
  return told;
}

/** The round of the shock is secret until the end. */
function publicChanges({ changed, phase }: DistrictState): Partial<Parameters> | undefined {
  if (changed === undefined || phase === 'ended') return changed;
  const { shockRound: _, ...known } = changed;
  return Object.keys(known).length === 0 ? undefined : known;
}

/** Knowledge thresholds between the standings 1 to 5. */
export const STANDINGS: readonly number[] = [5, 10, 18, 30];
export const HIGHEST_STANDING = STANDINGS.length + 1;

function standingOf(knowledge: number): number {
  let standing = 1;
  for (const step of STANDINGS) if (knowledge >= step) standing++;
  return standing;
}

/** Whether a seat has done what the phase waits for; public. */
export function isReady(state: DistrictState, seat: Seat): boolean {
  return state.ready[seat] === true || (state.phase === 'plan' && state.plans[seat] !== undefined);
}

function isHeld({ lastPlans, parameters }: DistrictState, { parent }: Actor): boolean {
  const plan = parent === undefined ? undefined : lastPlans[parent];
  return plan?.kind === 'university' && holdsSpinOffs(parameters, plan.shelter);
}

export function publicSeats(state: DistrictState): readonly PublicSeat[] {
  const forest = forestOf(state.firms);
  return state.actors.map((actor) => {
    const { seat } = actor;
    const firm = at(state.firms, seat);
    const seen: Writable<PublicSeat> = {
      ...actor,
      control: at(state.seats, seat).control,
      ready: isReady(state, seat),
      head: numberAt(forest.head, seat),
      treeSize: numberAt(forest.size, seat),
      forced: firm.forced,
      inDisarray: firm.disarray > 0,
      failures: firm.failures,
      standing: standingOf(firm.knowledge),
    };
    if (firm.owner !== undefined) seen.owner = firm.owner;
    if (isHeld(state, actor)) seen.held = true;
    if (isListed(state, seat)) seen.listed = true;
    const reputation = state.reputations?.[seat];
    if (reputation !== undefined) seen.reputation = reputation;
    if (state.phase === 'ended') seen.finalScore = scoreOf(state, seat);
    return seen;
  });
}

/** A pact of the round just resolved counts as tested only if both sides already kept it. */
export const publicPacts = memoizeBy(
  ({ pacts, flows, history, parameters }: DistrictState) => [pacts, flows, history, parameters],
  (state): readonly PublicPact[] => {
    const count = state.actors.length;
    const shared = state.flows?.shared;
    const tested = state.history.at(-1)?.round ?? 0;
    return state.pacts.map((pact) => {
      if (shared === undefined || pact.since > tested) return pact;
      const given = numberAt(shared, pact.a * count + pact.b);
      const received = numberAt(shared, pact.b * count + pact.a);
      const kept = isKept(state.parameters, given, received);
      const { a, b, since } = pact;
      return since === tested && !kept ? pact : { a, b, since, kept };
    });
  },
);

export const happeningsIn = memoizeLast((events: readonly RoundEvent[]): readonly Happening[] => {
  const happenings: Happening[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'PolicyMade':
      case 'ListMade':
      case 'FirmAbsorbed':
      case 'PactBroken':
      case 'PactFormed':
      case 'FirmFailed':
      case 'HubFaltered':
      case 'ForeignPartnerJoined':
        happenings.push(event);
        break;
      case 'FirmLeft':
        happenings.push({ type: 'FirmLeft', firm: event.firm, owner: event.owner });
        break;
      case 'FirmSold':
        happenings.push({ type: 'FirmSold', seller: event.seller, buyer: event.buyer });
        break;
      case 'FirmRescued':
        happenings.push({ type: 'FirmRescued', firm: event.firm, head: event.head });
        break;
    }
  }
  return happenings;
});
