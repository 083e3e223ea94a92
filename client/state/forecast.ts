/**
 * What a firm may expect of its draft, from what this seat can know: its own books, what is public, the scenario's
 * numbers. Everything else widens the range, and is named as a cause.
 *
 * The low end: partners give nothing, every rival works on the same project, everybody trades. The high end: partners
 * give as much as you do, or as last year if that was more, and trust you as you trust them; everyone in a pact shares
 * half their effort, which feeds common knowledge. Prices of mergers and transfers under the law are left out. The
 * formulas are SPEC.md's, rules K1 to K10, M1 to M6 and A1 to A5; the engine alone decides what happens.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import { flexibilityOf } from '../../shared/engine/flexibility.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicSeat, SeatView } from '../../shared/engine/view.ts';
import { type Draft, shareTargets } from './draft.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

export const CAUSES = [
  'partners',
  'rivals',
  'glut',
  'luck',
  'commons',
  'venture',
  'subsidiaries',
  'shelter',
  'merger',
] as const;
export type Cause = (typeof CAUSES)[number];

export interface Forecast {
  readonly product: Range;
  readonly trade: Range;
  /** Tax, upkeep, debts, investors, pacts, the head: what goes out, as a positive number. */
  readonly costs: Range;
  readonly cash: Range;
  /** Change of knowledge, what goes out of date taken off. */
  readonly knowledge: Range;
  readonly causes: readonly Cause[];
}

export function forecast(draft: Draft, view: SeatView, numbers: Parameters): Forecast | undefined {
  const own = view.public.seats[view.seat];
  if (draft.kind !== 'firm' || own === undefined) return undefined;
  const pace = own.inDisarray ? numbers.disarrayEffort / numbers.effort : 1;
  const partners = partnersIn(draft, view, numbers);
  const fallen = shareTargets(draft, view)
    .filter((seat) => !partners.includes(seat))
    .reduce((sum, seat) => sum + (draft.shares[seat] ?? 0), 0);
  const points: Points = {
    trade: (draft.uses.trade ?? 0) * pace,
    research: ((draft.uses.research ?? 0) + fallen) * pace,
    shares: partners.map((seat) => ({ seat, points: (draft.shares[seat] ?? 0) * pace })),
  };
  const before = view.books.knowledge + (takesForeign(draft) ? numbers.foreignKnowledge : 0);
  const learnt = learning(points, view, own, numbers);
  const after = {
    low: numbers.knowledgeKept * before + numbers.luckLow * learnt.low,
    high: numbers.knowledgeKept * before + numbers.luckHigh * learnt.high,
  };
  const market = marketFactors(view, own, numbers);
  const product = { low: after.low * market.product, high: after.high * market.product };
  const trade = tradeRange(points.trade, market.trade, view, numbers);
  const money = payments(draft, view, own, numbers, { product, trade });

  return {
    product,
    trade,
    costs: money.costs,
    cash: {
      low: view.books.cash + money.raised.low + product.low + trade.low - money.costs.low,
      high: view.books.cash + money.raised.high + product.high + trade.high - money.costs.high + money.tribute,
    },
    knowledge: { low: after.low - view.books.knowledge, high: after.high - view.books.knowledge },
    causes: causesOf(draft, points, view, own),
  };
}

function takesForeign(draft: Draft): boolean {
  return draft.kind === 'firm' && draft.verb === 'capital' && draft.capital === 'foreign';
}

/** With whom one shares in the end: a foreign partner leaves room for fewer, and the least trusted go first (rule D8). */
function partnersIn(draft: Draft, view: SeatView, numbers: Parameters): readonly Seat[] {
  const targets = shareTargets(draft, view);
  if (!takesForeign(draft)) return targets;
  const room = Math.max(0, numbers.pactLimit - numbers.foreignPactLoss * (view.books.foreignStakes + 1));
  const trust = (seat: Seat) => view.trust[seat] ?? 0;
  return [...targets].sort((one, other) => trust(other) - trust(one) || other - one).slice(0, room);
}

interface Points {
  readonly trade: number;
  readonly research: number;
  readonly shares: readonly { readonly seat: number; readonly points: number }[];
}

function rivalsOf(view: SeatView, own: PublicSeat): number {
  return view.public.seats.filter(
    (other) => other.kind === 'firm' && other.seat !== own.seat && other.field === own.field && other.head !== own.head,
  ).length;
}

/** Everyone who has a pact to share in, as far as the street knows. */
function sharers(view: SeatView): number {
  return new Set(view.public.pacts.flatMap(({ a, b }) => [a, b])).size;
}

/** New knowledge before luck. */
function learning(points: Points, view: SeatView, own: PublicSeat, numbers: Parameters): Range {
  const others = own.treeSize - 1;
  const undiluted =
    numbers.researchGain *
    points.research *
    Math.max(numbers.researchTreeFloor, 1 - numbers.researchTreeLoss * others) *
    (own.forced ? numbers.forcedResearch : 1);
  const research = { low: undiluted / (1 + numbers.duplication * rivalsOf(view, own)), high: undiluted };

  const pacts = { low: 0, high: 0 };
  let given = 0;
  let received = 0;
  for (const share of points.shares) {
    const fit = view.fit[share.seat] ?? 0;
    const trust = view.trust[share.seat] ?? 0;
    const believed = trust + numbers.lawTrust * view.public.law * (1 - trust);
    const back = Math.max(share.points, view.received[share.seat] ?? 0);
    const alone = numbers.pactGain * numbers.pactOwn * share.points;
    pacts.low += view.legal.partners.includes(share.seat) ? alone : 0;
    pacts.high +=
      alone +
      numbers.pactGain * back * believed * fit +
      numbers.pactJoint * Math.sqrt(share.points * back) * believed * fit;
    given += share.points;
    received += back;
  }

  const active =
    numbers.commonsIdle + numbers.commonsActive * Math.min(1, (points.research + given) / numbers.commonsFull);
  const shared = Math.max(given + received, sharers(view) * (numbers.effort / 2));
  const commons = {
    low: numbers.commonsGain * view.public.commons * active,
    high: numbers.commonsGain * (view.public.commons + numbers.commonsPerShare * shared) * active,
  };
  const siblings = view.public.seats.filter((other) => own.parent !== undefined && other.parent === own.parent).length;
  const shelter = siblings === 0 ? 0 : (numbers.shelterGain * numbers.effort) / siblings;
  const spill = numbers.treeSpill * others * numbers.effort;
  return {
    low: research.low + pacts.low + commons.low,
    high: research.high + pacts.high + commons.high + shelter + spill,
  };
}

/** Cash per unit of knowledge, and what multiplies trade. */
function marketFactors(view: SeatView, own: PublicSeat, numbers: Parameters): { product: number; trade: number } {
  const variety = view.public.shocked ? numbers.varietyAfter : numbers.variety;
  const size = own.treeSize;
  const scale = 1 + numbers.scale * (1 - 1 / size);
  const kept = view.public.pacts.filter(
    (pact) => pact.kept === true && (pact.a === view.seat || pact.b === view.seat),
  ).length;
  const flexible = flexibilityOf(numbers, size, kept);
  return {
    product: numbers.productGain * ((1 - variety) * scale + numbers.varietyPremium * variety * flexible),
    trade: 1 + numbers.tradeScale * (1 - variety) * (scale - 1),
  };
}

function tradeRange(points: number, factor: number, view: SeatView, numbers: Parameters): Range {
  const firms = view.public.seats.filter(({ kind }) => kind === 'firm').length;
  const whole = numbers.effort * firms;
  const perPoint = view.quotes.margin * factor;
  return {
    low: perPoint * points * (1 - (numbers.glut * (numbers.effort * (firms - 1) + points)) / whole),
    high: perPoint * points * (1 - (numbers.glut * points) / whole),
  };
}

interface Money {
  readonly costs: Range;
  readonly raised: Range;
  /** From subsidiaries, at most. */
  readonly tribute: number;
}

function payments(
  draft: Draft,
  view: SeatView,
  own: PublicSeat,
  numbers: Parameters,
  income: { readonly product: Range; readonly trade: Range },
): Money {
  const { books } = view;
  const capital = draft.verb === 'capital' ? draft.capital : undefined;
  const others = own.treeSize - 1;
  const upkeep =
    numbers.upkeep * (1 - numbers.upkeepSaving * (1 - 1 / own.treeSize)) + numbers.upkeepPerMember * others;
  const instalment = numbers.loanCash / numbers.loanInstalments;
  const owed = [...books.loans.map((loan) => loan.owed), ...(capital === 'loan' ? [numbers.loanCash] : [])];
  const debts = owed.reduce((sum, loan) => sum + Math.min(instalment, loan) + numbers.loanInterest * loan, 0);
  const pacts = numbers.pactCost * partnersIn(draft, view, numbers).length;
  const subsidiary = own.head !== own.seat;

  const costsAt = (end: 'low' | 'high', stakes: number, foreigners: number) => {
    const earned = income.product[end] + income.trade[end];
    const investors = income.product[end] * (numbers.ventureFee * stakes + numbers.foreignFee * foreigners);
    return numbers.taxRate * earned + investors + (subsidiary ? numbers.tribute * earned : 0) + upkeep + debts + pacts;
  };
  const foreigners = books.foreignStakes + (takesForeign(draft) ? 1 : 0);
  const certain = (capital === 'loan' ? numbers.loanCash : 0) + (takesForeign(draft) ? numbers.foreignCash : 0);
  return {
    costs: {
      low: costsAt('low', books.ventureStakes, foreigners),
      high: costsAt('high', books.ventureStakes + (capital === 'venture' ? 1 : 0), foreigners),
    },
    raised: { low: certain, high: certain + (capital === 'venture' ? numbers.ventureCash : 0) },
    tribute: subsidiary ? 0 : numbers.tribute * others * (income.product.high + income.trade.high),
  };
}

function causesOf(draft: Draft, points: Points, view: SeatView, own: PublicSeat): readonly Cause[] {
  const applies: Readonly<Record<Cause, boolean>> = {
    partners: points.shares.length > 0,
    rivals: points.research > 0 && rivalsOf(view, own) > 0,
    glut: points.trade > 0,
    luck: true,
    commons: points.research > 0 || points.shares.length > 0,
    venture: draft.verb === 'capital' && draft.capital === 'venture',
    subsidiaries: own.head === own.seat && own.treeSize > 1,
    shelter: own.parent !== undefined,
    merger: draft.verb === 'merge',
  };
  return CAUSES.filter((cause) => applies[cause]);
}
