/**
 * The moments a class should talk about, found in the log by stated rules. A kind that did not occur is not in the
 * list; one that occurred again has the others in `further` (which kinds, and which others: docs/adr/0019). The rules are
 * said in words on the cards; `TURNING_RULES` has the numbers in them.
 */

import type { Seat } from '../engine/actors.ts';
import { keepsWith } from '../engine/edges.ts';
import type { Figure } from '../engine/figure-reading.ts';
import { announcedFigure } from '../engine/figures.ts';
import type { Plan } from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import { resilience, scoreOf } from '../engine/score.ts';
import { meanOf } from '../statistics.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';
import { deadPacts, decidingPacts } from './deciding-pacts.ts';
import { exchangesIn } from './pacts.ts';
import { firmsIn } from './series.ts';

const TURNING_KINDS = [
  'firstPact',
  'firstTrader',
  'firstDefection',
  'deadPact',
  'firstMerger',
  'firstAbsorption',
  'firstLeaving',
  'firstList',
  'loanSpiral',
  'firstForeign',
  'parting',
  'shock',
  'falter',
  'firstFailure',
  'decidingPact',
  'figureChange',
] as const;
export type TurningKind = (typeof TURNING_KINDS)[number];

/** Their sentences name plans, accounts or what was shared: what nobody else may know while the books are closed. */
export const TOLD_BY_BOOKS = [
  'firstTrader',
  'firstDefection',
  'firstMerger',
  'firstLeaving',
  'loanSpiral',
  'parting',
] as const satisfies readonly TurningKind[];

const TURNING_RULES = {
  /** More than this share of a firm's effort makes it a trader. */
  traderShare: 0.5,
  /** A firm in a loan spiral trades at least this share of its effort. */
  spiralTradeShare: 0.5,
  /** Less than this share of what the mean firm adds to innovation is little. */
  partingShare: 0.75,
} as const;

export interface Occurrence {
  readonly round: number;
  /** Those it is about, in the order the sentence names them. */
  readonly seats: readonly Seat[];
  /** Numbers of the sentence, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Others it mentions, which only the books tell. */
  readonly inBooks?: readonly Seat[];
}

export interface TurningPoint extends Occurrence {
  readonly kind: TurningKind;
  /** What followed of the same kind, in order. */
  readonly further: readonly Occurrence[];
  /** Of a change of figure, or of what turned it; `from` is absent for the first figure announced. */
  readonly figures?: { readonly from?: Figure; readonly to: Figure };
}

type Finder = (chronicle: Chronicle) => readonly TurningPoint[];
/** All that happened of a kind, in order: the first is the turning point. */
type Listing = (chronicle: Chronicle) => readonly Occurrence[];

const FINDERS: Readonly<Record<TurningKind, Finder>> = {
  firstPact,
  firstTrader,
  firstDefection: firstAndFurther('firstDefection', defections),
  deadPact: firstAndFurther('deadPact', standingDead),
  firstMerger: firstAndFurther(
    'firstMerger',
    eachOf('FirmSold', ({ seller, buyer, price }) => ({ seats: [seller, buyer], evidence: { price } })),
  ),
  firstAbsorption: firstAndFurther(
    'firstAbsorption',
    eachOf('FirmAbsorbed', ({ firm, head, gift }) => ({ seats: [firm, head], evidence: { gift } })),
  ),
  firstLeaving: firstAndFurther('firstLeaving', leavings),
  firstList,
  loanSpiral: firstAndFurther('loanSpiral', loanSpirals),
  firstForeign: firstAndFurther(
    'firstForeign',
    eachOf('ForeignPartnerJoined', ({ firm, cash }) => ({ seats: [firm], evidence: { cash } })),
  ),
  parting: (chronicle) => partingOf(chronicle),
  shock,
  falter: firstAndFurther(
    'falter',
    eachOf('HubFaltered', ({ head, members }) => ({
      seats: [head, ...members],
      evidence: { size: members.length + 1 },
    })),
  ),
  firstFailure: firstAndFurther('firstFailure', failures),
  decidingPact,
  figureChange,
};

/** In the order they happened; of one round, in the order of `TURNING_KINDS`. */
export function turningPointsOf(chronicle: Chronicle): readonly TurningPoint[] {
  return TURNING_KINDS.flatMap((kind) => FINDERS[kind](chronicle)).sort((one, other) => one.round - other.round);
}

type Events = PlayedRound['events'][number];

function eachOf<Type extends Events['type']>(
  type: Type,
  tell: (event: Extract<Events, { type: Type }>) => Omit<Occurrence, 'round'>,
): Listing {
  return ({ rounds }) =>
    rounds.flatMap(({ round, events }) =>
      events
        .filter((event): event is Extract<Events, { type: Type }> => event.type === type)
        .map((event) => ({ round, ...tell(event) })),
    );
}

function firstAndFurther(kind: TurningKind, listing: Listing): Finder {
  return (chronicle) => {
    const [first, ...further] = listing(chronicle);
    return first === undefined ? [] : [{ kind, ...first, further }];
  };
}

/** All pacts of the first round in which any was made: side by side they have no order. */
function firstPact({ rounds }: Chronicle): readonly TurningPoint[] {
  for (const { round, events } of rounds) {
    const seats = events.flatMap((event) => (event.type === 'PactFormed' ? [event.a, event.b] : []));
    if (seats.length === 0) continue;
    return [{ kind: 'firstPact', round, seats, evidence: { count: seats.length / 2 }, further: [] }];
  }
  return [];
}

/** What a firm paid to be free (rule D9), and what its score gained from then to the end. */
function leavings({ rounds, final }: Chronicle): readonly Occurrence[] {
  const end = final.history.at(-1)?.scores ?? [];
  return rounds.flatMap(({ round, events, before }) =>
    events.flatMap((event) => {
      if (event.type !== 'FirmLeft') return [];
      const { firm, owner, price } = event;
      return [
        { round, seats: [firm, owner], evidence: { price, gained: numberAt(end, firm) - scoreOf(before, firm) } },
      ];
    }),
  );
}

/** The first list of certificates (rule G7), and how many of the pacts of those on it both sides kept that year. */
function firstList({ rounds }: Chronicle): readonly TurningPoint[] {
  for (const played of rounds) {
    const list = played.events.find((event) => event.type === 'ListMade' && event.listed.length > 0);
    if (list?.type !== 'ListMade') continue;
    const theirs = exchangesIn(played).filter(({ a, b }) => list.listed.includes(a) || list.listed.includes(b));
    const evidence = { kept: theirs.filter(({ kept }) => kept).length, pacts: theirs.length };
    return [{ kind: 'firstList', round: played.round, seats: list.listed, evidence, further: [] }];
  }
  return [];
}

function standingDead(chronicle: Chronicle): readonly Occurrence[] {
  return deadPacts(chronicle).map(({ full, partner, from, to, gave, got, limit, missed }) => ({
    round: from,
    seats: [full, partner],
    evidence: { from, to, gave, got, limit },
    inBooks: missed,
  }));
}

function decidingPact(chronicle: Chronicle): readonly TurningPoint[] {
  return decidingPacts(chronicle).map(({ round, pacts, from, to, keptBefore, kept, gained, each }) => ({
    kind: 'decidingPact',
    round,
    seats: pacts.flatMap(({ a, b }) => [a, b]),
    evidence: {
      keptBefore,
      kept,
      gained: Number(gained),
      each: Number(each),
      count: pacts.length,
      since: pacts[0]?.since ?? round,
    },
    figures: { from, to },
    further: [],
  }));
}

/** Share of a firm's effort that its plan puts into trade. */
function tradeIn(plan: Plan | undefined, effort: number): number {
  return plan?.kind === 'firm' ? plan.trade / effort : 0;
}

/** The first round in which a firm puts more than half of its points into trade, and all that do so in it. */
function firstTrader({ rounds, final }: Chronicle): readonly TurningPoint[] {
  for (const { round, plans } of rounds) {
    const seats = final.actors.flatMap(({ seat }) =>
      tradeIn(plans[seat]?.plan, final.parameters.effort) > TURNING_RULES.traderShare ? [seat] : [],
    );
    const [first] = seats;
    if (first === undefined) continue;
    const plan = plans[first]?.plan;
    const points = plan?.kind === 'firm' ? plan.trade : 0;
    return [{ kind: 'firstTrader', round, seats, evidence: { points, count: seats.length }, further: [] }];
  }
  return [];
}

/**
 * The rounds in which one side of a pact that had stood for at least a round gives less than the half point that keeps
 * it while the other gives at least that: of each that lets a partner down the first time only. Of one round, the one
 * with the widest gap stands first.
 */
function defections({ rounds }: Chronicle): readonly Occurrence[] {
  const known = new Set<Seat>();
  return rounds.flatMap((played) => {
    const { parameters } = played.after;
    const broken = exchangesIn(played)
      .filter(
        ({ since, given, received }) =>
          since < played.round && keepsWith(parameters, given) !== keepsWith(parameters, received),
      )
      .map(({ a, b, given, received }) =>
        given < received
          ? { by: a, against: b, gave: given, got: received }
          : { by: b, against: a, gave: received, got: given },
      )
      .sort((one, other) => other.got - other.gave - (one.got - one.gave));
    return broken.flatMap(({ by, against, gave, got }): readonly Occurrence[] => {
      if (known.has(by)) return [];
      known.add(by);
      return [{ round: played.round, seats: [by, against], evidence: { gave, got, count: broken.length } }];
    });
  });
}

/**
 * A firm borrows again no later than the round after its last instalment, with half or more of its points in trade: of
 * each firm the first time, since a spiral goes on.
 */
function loanSpirals({ rounds, final }: Chronicle): readonly Occurrence[] {
  const { loanInstalments, effort } = final.parameters;
  const lastLoan = new Map<Seat, number>();
  const spiralling = new Set<Seat>();
  const found: Occurrence[] = [];
  for (const { round, events, plans, after } of rounds) {
    for (const event of events) {
      if (event.type !== 'LoanTaken') continue;
      const before = lastLoan.get(event.firm);
      lastLoan.set(event.firm, round);
      const trade = tradeIn(plans[event.firm]?.plan, effort);
      if (before === undefined || round > before + loanInstalments || trade < TURNING_RULES.spiralTradeShare) continue;
      if (spiralling.has(event.firm)) continue;
      spiralling.add(event.firm);
      const service = after.flows === undefined ? 0 : numberAt(after.flows.debtService, event.firm);
      found.push({ round, seats: [event.firm], evidence: { before, service, trade: trade * effort } });
    }
  }
  return found;
}

/**
 * The first round in which the firm whose score rises most adds less than three quarters of an average firm's part to
 * the district's innovation. Of a seat asked for: the first round in which its score rises more than the mean of the
 * firms while it adds that little.
 */
export function partingOf(chronicle: Chronicle, seat?: Seat): readonly TurningPoint[] {
  const firms = firmsIn(chronicle);
  for (const { round, before, after } of chronicle.rounds) {
    const scored = after.history.at(-1);
    const learned = after.flows?.knowledgeGained;
    if (scored === undefined || learned === undefined) continue;
    const gainOf = (firm: Seat) => numberAt(scored.scores, firm) - scoreOf(before, firm);
    const own = seat ?? firms.toSorted((one, other) => gainOf(other) - gainOf(one))[0];
    if (own === undefined || !firms.includes(own)) return [];
    const meanGain = meanOf(firms, gainOf);
    const meanAdded = meanOf(firms, (firm) => numberAt(learned, firm));
    const gain = gainOf(own);
    const added = numberAt(learned, own);
    if (gain <= Math.max(0, meanGain) || added >= meanAdded * TURNING_RULES.partingShare) continue;
    const evidence = { gain, meanGain, added, meanAdded };
    return [{ kind: 'parting', round, seats: [own], evidence, further: [] }];
  }
  return [];
}

/** The round in which demand turns to variety, once the round before it was played. */
function shock({ final }: Chronicle): readonly TurningPoint[] {
  const { shockRound } = final.parameters;
  const before = final.history.find(({ round }) => round === shockRound - 1);
  const then = final.history.find(({ round }) => round === shockRound);
  if (before === undefined || then === undefined) return [];
  const held = resilience(final.history, shockRound);
  const evidence = { incomeBefore: before.income, income: then.income };
  return [
    {
      kind: 'shock',
      round: shockRound,
      seats: [],
      evidence: held === undefined ? evidence : { ...evidence, held },
      further: [],
    },
  ];
}

function failures({ rounds, final }: Chronicle): readonly Occurrence[] {
  const total = final.firms.reduce((sum, firm) => sum + firm.failures, 0);
  return rounds.flatMap(({ round, events, before }) =>
    events.flatMap((event) => {
      if (event.type !== 'FirmFailed') return [];
      return [{ round, seats: [event.firm], evidence: { cash: at(before.firms, event.firm).cash, total } }];
    }),
  );
}

/** Each round in which another figure than before is announced, which takes two rounds of it in a row. */
function figureChange({ final: { history } }: Chronicle): readonly TurningPoint[] {
  const points: TurningPoint[] = [];
  let from: Figure | undefined;
  for (const [index, { round, figure }] of history.entries()) {
    const to = announcedFigure(history.slice(0, index + 1));
    if (to === undefined || to === from) continue;
    const { horizontal, reciprocity, vertical, largestTree } = figure;
    const evidence = { horizontal, reciprocity, vertical, largestTree };
    points.push({
      kind: 'figureChange',
      round,
      seats: [],
      evidence,
      further: [],
      figures: from === undefined ? { to } : { from, to },
    });
    from = to;
  }
  return points;
}
