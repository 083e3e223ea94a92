/**
 * `viewFor` is the only door through which anyone, bot or human, sees a district.
 *
 * Public: pacts and whether both sides kept them, ownership, the district's income and innovation, who is ready, the
 * acts of government. Secret until the reveal: plans. Secret always: another's cash, debts and what they shared with
 * third parties.
 */
import type { Actor, Control, Seat } from './actors.ts';
import { holdsSpinOffs, isKept } from './edges.ts';
import { type Effect, effectsIn } from './effects.ts';
import type { Figure, FigureReading } from './figure-reading.ts';
import { announcedFigure } from './figures.ts';
import { glutFactor } from './formulas.ts';
import { type LegalActions, LegalWhenAsked, leaveRefusal, legalFor } from './legal.ts';
import { numbersOf } from './older-rules.ts';
import { type OwnResult, ownResult } from './own-result.ts';
import type { Parameters } from './parameters.ts';
import type { ClockMode, Loan, Offer, PactRecord, Phase, RoundHistory, TalkLine } from './parts.ts';
import type { Plan } from './plans.ts';
import { at, budgetOf, fitOf, forestOf, isListed, isShocked, numberAt } from './queries.ts';
import type { RoundEvent } from './round-events.ts';
import { leavePriceOf, priceOf } from './rules/deals.ts';
import { quotedMargin } from './rules/market.ts';
import { scoreOf } from './score.ts';
import type { DistrictState } from './state.ts';

export interface PublicSeat extends Actor {
  readonly control: Control;
  /** Plan filed, or "go on" signalled, in this phase. */
  readonly ready: boolean;
  readonly owner?: Seat;
  /** Head of the seat's ownership tree: itself when independent. */
  readonly head: Seat;
  readonly treeSize: number;
  readonly forced: boolean;
  /** A spin-off whose university sheltered it so much in the last round that it counts as a vertical edge (rule I1). */
  readonly held?: true;
  /** Certified by the Commission (rule G7). */
  readonly listed?: true;
  readonly inDisarray: boolean;
  readonly failures: number;
  /** How large the firm looks from outside, 1..5: a band of its knowledge, not the figure itself. */
  readonly standing: number;
  /** Only once the game has ended. */
  readonly finalScore?: number;
  /** How often its pacts were put to the test, and how often it kept them; only where that is published (rule V5). */
  readonly reputation?: PactRecord;
}

export interface PublicPact {
  readonly a: Seat;
  readonly b: Seat;
  readonly since: number;
  /** Both sides shared at least half a point in the last resolved round; absent before it was put to the test. */
  readonly kept?: boolean;
}

export interface PublicRound {
  readonly round: number;
  readonly income: number;
  readonly innovation: number;
  /** Trade's share of all effort of the district's firms. */
  readonly tradeShare: number;
  /** Absent while it is nobody's to know (rule V6). */
  readonly figure?: FigureReading;
}

/** Of the last resolved round: what everyone may know, in the order of the model's steps. */
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

export interface PublicView {
  readonly scenario: string;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  readonly clockMode: ClockMode;
  readonly deadline?: number;
  readonly paused: boolean;
  readonly talkOn: boolean;
  readonly seats: readonly PublicSeat[];
  readonly pacts: readonly PublicPact[];
  readonly law: number;
  readonly distance: number;
  readonly commons: number;
  readonly fund: number;
  /** The shock has arrived (demand turned to variety). Never known before. */
  readonly shocked: boolean;
  /** The figure as announced: a change counts after two rounds of it. */
  readonly announcedFigure?: Figure;
  /** Which figure the district has become is told at the end (rule V6). */
  readonly figureHidden?: true;
  readonly history: readonly PublicRound[];
  readonly happenings: readonly Happening[];
  /** A round that does not count (rule R8). */
  readonly practice?: true;
  /** Points put into the venture fund buy nothing in this district. */
  readonly fundOff?: true;
  /** Numbers of the rules that differ from the scenario's; never, before the end, when the shock comes. */
  readonly changed?: Partial<Parameters>;
  /** What the years do to the numbers this round (rule N1); absent where nothing. */
  readonly effects?: readonly Effect[];
}

export interface OwnBooks {
  readonly knowledge: number;
  readonly cash: number;
  readonly loans: readonly Loan[];
  readonly ventureStakes: number;
  readonly ventureDue: number;
  readonly foreignStakes: number;
}

export interface SeatView {
  readonly seat: Seat;
  readonly public: PublicView;
  readonly books: OwnBooks;
  readonly score: number;
  readonly scores: readonly number[];
  /** How far this seat trusts each other seat. */
  readonly trust: readonly number[];
  /** Points shared with this seat by each other in the last round, and by it with each. */
  readonly received: readonly number[];
  readonly given: readonly number[];
  /** Technology fit with each seat: complementarity times one minus ownership distance; 0 with government. */
  readonly fit: readonly number[];
  /**
   * Points a government body may spend this round; for the others what a plan places, disarray or not (a plan of six
   * is halved when it is carried out).
   */
  readonly budget: number;
  readonly legal: LegalActions;
  readonly plan?: Plan;
  readonly lastPlan?: Plan;
  /** Offers this seat made or received in this phase. */
  readonly offers: readonly Offer[];
  /** Of the last plan phase: what this seat promised and asked for, and what others promised and asked of it. */
  readonly said?: readonly Offer[];
  /** Talk this seat may read, newest last. */
  readonly talk: readonly TalkLine[];
  readonly result?: OwnResult;
  readonly quotes: Quotes;
}

/** Market quotes a seat can know. */
export interface Quotes {
  /** This round's trade margin before glut. */
  readonly margin: number;
  /** The same, if everybody trades as much as in the last round; before that, the margin itself. */
  readonly marginAsLast: number;
  /** Price of its own firm, from last round's knowledge. */
  readonly ownPrice: number;
  /** What leaving its tree costs it now; absent where it has no owner or nobody may leave (rule D9). */
  readonly leavePrice?: number;
}

// --- Making a view ------------------------------------------------------------------------------------------------

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What all seats' views of one state have in common: made once, since twelve seats ask for it. */
interface Shared {
  readonly view: PublicView;
  /** Fit of row with column. */
  readonly fit: readonly number[];
}
const sharedParts = new WeakMap<DistrictState, Shared>();

function sharedPart(state: DistrictState): Shared {
  const known = sharedParts.get(state);
  if (known !== undefined) return known;
  const shared = { view: makePublicView(state), fit: fitMatrix(state) };
  sharedParts.set(state, shared);
  return shared;
}

/** What everybody may know. */
export function publicView(state: DistrictState): PublicView {
  return sharedPart(state).view;
}

function makePublicView(state: DistrictState): PublicView {
  const { scenario, phase, round, parameters, settings, clock, law, distance, commons, fund } = state;
  const told = figureTold(state);
  const view: Writable<PublicView> = {
    scenario,
    phase,
    round,
    rounds: parameters.rounds,
    clockMode: settings.clockMode,
    paused: clock.pausedWithMs !== undefined,
    talkOn: settings.talk,
    seats: publicSeats(state),
    pacts: publicPacts(state),
    law,
    distance,
    commons,
    fund,
    shocked: isShocked(state),
    history: state.history.map(told ? publicRound : roundUntold),
    happenings: happeningsIn(state.lastRound),
  };
  if (clock.deadline !== undefined) view.deadline = clock.deadline;
  if (told) tellFigure(view, state);
  else view.figureHidden = true;
  if (state.practice !== undefined) view.practice = true;
  if (parameters.fundPerPoint === 0) view.fundOff = true;
  const effects = effectsIn(state.effects ?? NO_EFFECTS, round);
  if (effects.length > 0) view.effects = effects;
  const changed = publicChanges(state);
  if (changed !== undefined) view.changed = changed;
  return view;
}

function tellFigure(view: Writable<PublicView>, { history }: DistrictState): void {
  const announced = announcedFigure(history);
  if (announced !== undefined) view.announcedFigure = announced;
}

/** Named during the game it would answer, for the class, what the debrief asks first (rule V6). */
export function figureTold({ phase, settings }: DistrictState): boolean {
  return phase === 'ended' || settings.showFigure === true;
}

/** A moment of a game that is over, for those who look back on it. */
export function lookingBack(state: DistrictState): PublicView {
  const { figureHidden: _, ...view } = publicView(state);
  const told: Writable<PublicView> = { ...view, history: state.history.map(publicRound) };
  tellFigure(told, state);
  return told;
}

const NO_EFFECTS: readonly Effect[] = [];
const publicRounds = new WeakMap<RoundHistory, PublicRound>();
const untoldRounds = new WeakMap<RoundHistory, PublicRound>();

function roundUntold(past: RoundHistory): PublicRound {
  const known = untoldRounds.get(past);
  if (known !== undefined) return known;
  const { figure: _, ...untold } = publicRound(past);
  untoldRounds.set(past, untold);
  return untold;
}

/** What is over does not change: each round is told once. */
function publicRound(past: RoundHistory): PublicRound {
  const known = publicRounds.get(past);
  if (known !== undefined) return known;
  const { round, income, innovation, tradeShare, figure } = past;
  const told = { round, income, innovation, tradeShare, figure };
  publicRounds.set(past, told);
  return told;
}

/** When the shock comes is nobody's to know before the end. */
function publicChanges({ changed, phase }: DistrictState): Partial<Parameters> | undefined {
  if (changed === undefined || phase === 'ended') return changed;
  const { shockRound: _, ...known } = changed;
  return Object.keys(known).length === 0 ? undefined : known;
}

function fitMatrix(state: DistrictState): readonly number[] {
  const count = state.actors.length;
  const forest = forestOf(state.firms);
  const matrix = new Array<number>(count * count).fill(0);
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const fit = fitOf(state, forest, a, b);
      matrix[a * count + b] = fit;
      matrix[b * count + a] = fit;
    }
  }
  return matrix;
}

/** Knowledge from which a firm looks one step larger. */
const STANDINGS: readonly number[] = [5, 10, 18, 30];

function standingOf(knowledge: number): number {
  let standing = 1;
  for (const step of STANDINGS) if (knowledge >= step) standing++;
  return standing;
}

/** Whether a seat has done what the phase waits for. Everybody may know. */
export function isReady(state: DistrictState, seat: Seat): boolean {
  return state.ready[seat] === true || (state.phase === 'plan' && state.plans[seat] !== undefined);
}

function isHeld({ lastPlans, parameters }: DistrictState, { parent }: Actor): boolean {
  const plan = parent === undefined ? undefined : lastPlans[parent];
  return plan?.kind === 'university' && holdsSpinOffs(parameters, plan.shelter);
}

function publicSeats(state: DistrictState): readonly PublicSeat[] {
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

/** A pact made in the very round counts as put to the test only if both sides already kept it. */
function publicPacts(state: DistrictState): readonly PublicPact[] {
  const count = state.actors.length;
  const shared = state.flows?.shared;
  const tested = state.history.at(-1)?.round ?? 0;
  return state.pacts.map((pact) => {
    if (shared === undefined || pact.since > tested) return pact;
    const given = numberAt(shared, pact.a * count + pact.b);
    const received = numberAt(shared, pact.b * count + pact.a);
    const kept = isKept(state.parameters, given, received);
    return pact.since === tested && !kept ? pact : { ...pact, kept };
  });
}

function happeningsIn(events: readonly RoundEvent[]): readonly Happening[] {
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
}

function quotesFor(state: DistrictState, seat: Seat): Quotes {
  const margin = quotedMargin(state);
  const marginAsLast = margin * glutFactor(numbersOf(state), isShocked(state), state.history.at(-1)?.tradeShare ?? 0);
  const quotes = { margin, marginAsLast, ownPrice: priceOf(state, seat) };
  return leaveRefusal(state, seat) === undefined ? { ...quotes, leavePrice: leavePriceOf(state, seat) } : quotes;
}

function booksOf(state: DistrictState, seat: Seat): OwnBooks {
  const { knowledge, cash, loans, ventureStakes, ventureDue, foreignStakes } = at(state.firms, seat);
  return { knowledge, cash, loans, ventureStakes, ventureDue, foreignStakes };
}

function receivedBy({ actors, flows }: DistrictState, seat: Seat): readonly number[] {
  const shared = flows?.shared;
  return actors.map((actor) => (shared === undefined ? 0 : numberAt(shared, actor.seat * actors.length + seat)));
}

function givenBy({ actors, flows }: DistrictState, seat: Seat): readonly number[] {
  return flows === undefined ? actors.map(() => 0) : rowOf(flows.shared, actors.length, seat);
}

function rowOf(matrix: readonly number[], count: number, seat: Seat): readonly number[] {
  return matrix.slice(seat * count, (seat + 1) * count);
}

/** What a bot decides from: a part of its seat's view. */
export type BotView = Pick<
  SeatView,
  'seat' | 'public' | 'books' | 'trust' | 'received' | 'given' | 'fit' | 'budget' | 'legal' | 'quotes'
>;

/** The same as `viewFor` shows, each part worked out when it is first asked for. */
class ViewWhenAsked implements BotView {
  readonly seat: Seat;
  readonly #state: DistrictState;
  #books: OwnBooks | undefined;
  #trust: readonly number[] | undefined;
  #received: readonly number[] | undefined;
  #given: readonly number[] | undefined;
  #fit: readonly number[] | undefined;
  #legal: LegalActions | undefined;
  #quotes: Quotes | undefined;

  constructor(state: DistrictState, seat: Seat) {
    this.seat = seat;
    this.#state = state;
  }

  get public() {
    return publicView(this.#state);
  }
  get books() {
    this.#books ??= booksOf(this.#state, this.seat);
    return this.#books;
  }
  get trust() {
    this.#trust ??= rowOf(this.#state.trust, this.#state.actors.length, this.seat);
    return this.#trust;
  }
  get received() {
    this.#received ??= receivedBy(this.#state, this.seat);
    return this.#received;
  }
  get given() {
    this.#given ??= givenBy(this.#state, this.seat);
    return this.#given;
  }
  get fit() {
    this.#fit ??= rowOf(sharedPart(this.#state).fit, this.#state.actors.length, this.seat);
    return this.#fit;
  }
  get budget() {
    return budgetOf(this.#state, this.seat);
  }
  get legal() {
    this.#legal ??= new LegalWhenAsked(this.#state, this.seat);
    return this.#legal;
  }
  get quotes() {
    this.#quotes ??= quotesFor(this.#state, this.seat);
    return this.#quotes;
  }
}

export function botViewFor(state: DistrictState, seat: Seat): BotView {
  return new ViewWhenAsked(state, seat);
}

export function viewFor(state: DistrictState, seat: Seat): SeatView {
  const count = state.actors.length;
  const { view: everybodys, fit } = sharedPart(state);
  const view: Writable<SeatView> = {
    seat,
    public: everybodys,
    books: booksOf(state, seat),
    score: scoreOf(state, seat),
    scores: state.history.map((past) => numberAt(past.scores, seat)),
    trust: rowOf(state.trust, count, seat),
    received: receivedBy(state, seat),
    given: givenBy(state, seat),
    fit: rowOf(fit, count, seat),
    budget: budgetOf(state, seat),
    legal: legalFor(state, seat),
    offers: state.offers.filter(({ from, to }) => from === seat || to === seat),
    talk: state.talk.filter(({ from, to }) => to === undefined || from === seat || to === seat),
    quotes: quotesFor(state, seat),
  };
  const said = state.said?.filter(({ from, to }) => from === seat || to === seat) ?? [];
  if (said.length > 0) view.said = said;
  const plan = state.plans[seat]?.plan;
  if (plan !== undefined) view.plan = plan;
  const lastPlan = state.lastPlans[seat];
  if (lastPlan !== undefined) view.lastPlan = lastPlan;
  const result = ownResult(state, seat);
  if (result !== undefined) view.result = result;
  return view;
}
