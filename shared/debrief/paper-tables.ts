/** The paper's tables with the class's own column. The page's texts state the formula of each number. */

import { holdsSpinOffs } from '../engine/edges.ts';
import type { Figure } from '../engine/figure-reading.ts';
import { pointsSpent, sharedIn } from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import { districtInnovation } from '../engine/score.ts';
import { scenarioById } from '../scenarios/index.ts';
import { type Chronicle, type PlayedRound, roundAt } from './chronicle.ts';
import { keptAcross } from './pacts.ts';
import { type Financing, FOREIGN_FIRMS } from './paper.ts';
import { firmsIn } from './series.ts';

// --- Table 1: foreign investment ----------------------------------------------------------------------------------

interface ForeignRow {
  readonly year: number;
  readonly firms: number;
  readonly share: number;
  /** Share of the class's firms with a foreign partner at the end of that year; absent for years not played. */
  readonly ownShare?: number;
}

export function tableOne(chronicles: readonly Chronicle[]): readonly ForeignRow[] {
  return FOREIGN_FIRMS.map((row) => {
    let firms = 0;
    let foreign = 0;
    for (const chronicle of chronicles) {
      const calendar = scenarioById(chronicle.log.header.scenario)?.calendar ?? [];
      const played = roundAt(chronicle, calendar.findIndex(({ year }) => year === row.year) + 1);
      if (played === undefined) continue;
      for (const seat of firmsIn(chronicle)) {
        firms++;
        if (at(played.after.firms, seat).foreignStakes > 0) foreign++;
      }
    }
    return firms === 0 ? row : { ...row, ownShare: foreign / firms };
  });
}

// --- Table 2: hierarchy and network -------------------------------------------------------------------------------

export const DIMENSIONS = [
  'levels',
  'management',
  'boundaries',
  'forces',
  'expenditure',
  'process',
  'features',
  'innovationType',
  'benefit',
  'system',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** 0: like the paper's column for hierarchy; 1: like its column for the network. */
type DimensionScores = Readonly<Record<Dimension, number>>;

/** `best`: innovation of the reference district in which all cooperate. */
export function tableTwo(chronicle: Chronicle, best: number): DimensionScores {
  const { final } = chronicle;
  const totals = totalsOf(chronicle);
  const { startDistance, distanceFloor } = final.parameters;
  const unbound = share(startDistance - final.distance, startDistance - distanceFloor);
  return {
    levels: 1 - share(totals.bound, totals.firmRounds),
    management: totals.budget === 0 ? 1 : 1 - totals.command / totals.budget,
    boundaries: share(totals.kept, totals.kept + totals.owned),
    forces: share(totals.own, totals.own + totals.given),
    expenditure: share(totals.effort, totals.effort + totals.budget),
    process: share(totals.shared, totals.effort),
    features: best <= 0 ? 0 : Math.min(1, districtInnovation(final.history) / best),
    innovationType: (final.law + Math.max(0, unbound)) / 2,
    benefit: 1 - share(totals.taken, totals.income),
    system: (1 - share(totals.forced, totals.firmRounds) + final.law) / 2,
  };
}

/** Dimensions in which nothing was played that could be counted, so that a score has no meaning. */
export function uncounted(chronicle: Chronicle): readonly Dimension[] {
  const totals = totalsOf(chronicle);
  const wholes: Partial<Record<Dimension, number>> = {
    management: totals.budget,
    boundaries: totals.kept + totals.owned,
    forces: totals.own + totals.given,
    expenditure: totals.effort + totals.budget,
    process: totals.effort,
    benefit: totals.income,
  };
  return DIMENSIONS.filter((dimension) => wholes[dimension] === 0);
}

/** Sums over all rounds, which the scores divide: points of effort and budget, knowledge, or counts. */
type Counts = ReturnType<typeof nothing>;

function nothing() {
  return {
    firmRounds: 0,
    /** Firm-rounds of firms that are owned, or held by a sheltering university. */
    bound: 0,
    owned: 0,
    forced: 0,
    kept: 0,
    budget: 0,
    command: 0,
    /** Knowledge from own research and pacts. */
    own: 0,
    /** Knowledge from shelter and common knowledge. */
    given: 0,
    /** Points that firms put into research and sharing. */
    effort: 0,
    shared: 0,
    /** Income in cash. */
    income: 0,
    /** Cash that went to tax and to heads of trees. */
    taken: 0,
  };
}

function totalsOf(chronicle: Chronicle): Readonly<Counts> {
  const firms = firmsIn(chronicle);
  const totals = nothing();
  for (const played of chronicle.rounds) count(totals, played, firms);
  return totals;
}

function count(totals: Counts, played: PlayedRound, firms: readonly number[]): void {
  const { after, plans } = played;
  const { flows, actors, parameters } = after;
  if (flows === undefined) return;
  for (const seat of firms) {
    const firm = at(after.firms, seat);
    const { parent } = at(actors, seat);
    const parentPlan = parent === undefined ? undefined : plans[parent]?.plan;
    const sheltered = parentPlan?.kind === 'university' && holdsSpinOffs(parameters, parentPlan.shelter);
    const isOwned = firm.owner !== undefined;
    const plan = plans[seat]?.plan;
    const shared = plan?.kind === 'firm' ? sharedIn(plan) : 0;
    totals.firmRounds += 1;
    totals.bound += isOwned || sheltered ? 1 : 0;
    totals.owned += isOwned ? 1 : 0;
    totals.forced += firm.forced ? 1 : 0;
    totals.own += numberAt(flows.fromResearch, seat) + numberAt(flows.fromPacts, seat);
    totals.given += numberAt(flows.fromShelter, seat) + numberAt(flows.fromCommons, seat);
    totals.effort += shared + (plan?.kind === 'firm' ? plan.research : 0);
    totals.shared += shared;
    totals.income += numberAt(flows.product, seat) + numberAt(flows.trade, seat);
    totals.taken += numberAt(flows.tax, seat) + Math.max(0, -numberAt(flows.tribute, seat));
  }
  for (const filed of plans) {
    if (filed?.plan.kind !== 'government') continue;
    totals.budget += pointsSpent(filed.plan);
    totals.command += filed.plan.command;
  }
  totals.kept += keptAcross(played).length;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

// --- Table 3: the financing choices of firms ----------------------------------------------------------------------

/** Share of firms that used each choice at least once. The game has no joint ventures and no “other”. */
type FinancingMix = Readonly<Record<Exclude<Financing, 'joint' | 'other'>, number>> & {
  /** Share of firms that used none. */
  readonly none: number;
};

export function tableThree(chronicles: readonly Chronicle[]): FinancingMix {
  const used = { loan: 0, foreign: 0, shares: 0, venture: 0, none: 0 };
  let firms = 0;
  for (const chronicle of chronicles) {
    for (const seat of firmsIn(chronicle)) {
      firms++;
      const choices = choicesOf(chronicle, seat);
      for (const choice of choices) used[choice]++;
      if (choices.size === 0) used.none++;
    }
  }
  return {
    loan: share(used.loan, firms),
    foreign: share(used.foreign, firms),
    shares: share(used.shares, firms),
    venture: share(used.venture, firms),
    none: share(used.none, firms),
  };
}

const DEAL_OF = { loan: 'loan', foreign: 'foreign', shares: 'sell', venture: 'venture' } as const;

/** How often firms planned it, successful or not: explains a share of zero. */
export function timesTried(chronicles: readonly Chronicle[], choice: keyof typeof DEAL_OF): number {
  const plans = chronicles.flatMap(({ rounds }) => rounds.flatMap((played) => played.plans));
  return plans.filter((filed) => filed?.plan.kind === 'firm' && filed.plan.deal.kind === DEAL_OF[choice]).length;
}

function choicesOf({ rounds }: Chronicle, seat: number): ReadonlySet<'loan' | 'foreign' | 'shares' | 'venture'> {
  const choices = new Set<'loan' | 'foreign' | 'shares' | 'venture'>();
  for (const event of rounds.flatMap(({ events }) => events)) {
    if (event.type === 'LoanTaken' && event.firm === seat) choices.add('loan');
    if (event.type === 'ForeignPartnerJoined' && event.firm === seat) choices.add('foreign');
    if (event.type === 'VentureGranted' && event.firm === seat) choices.add('venture');
    if (event.type === 'FirmSold' && event.seller === seat) choices.add('shares');
  }
  return choices;
}

// --- Figure by round ----------------------------------------------------------------------------------------------

export function figuresByRound({
  final,
}: Chronicle): readonly { readonly figure: Figure; readonly isolated: boolean }[] {
  return final.history.map(({ figure: { figure, isolated } }) => ({ figure, isolated }));
}
