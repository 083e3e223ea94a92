/**
 * The moments a class should talk about, found in the log by stated rules. A kind that did not occur is not in the
 * list. The rules are said in words on the cards; `TURNING_RULES` has the numbers in them.
 */
import type { Seat } from '../engine/actors.ts';
import { announcedFigure, type Figure } from '../engine/figures.ts';
import type { Plan } from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import { resilience, scoreOf } from '../engine/score.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';
import { exchangesIn } from './pacts.ts';
import { firmsIn } from './series.ts';

const TURNING_KINDS = [
  'firstPact',
  'firstTrader',
  'firstDefection',
  'firstMerger',
  'firstAbsorption',
  'loanSpiral',
  'firstForeign',
  'parting',
  'shock',
  'falter',
  'firstFailure',
  'figureChange',
] as const;
export type TurningKind = (typeof TURNING_KINDS)[number];

const TURNING_RULES = {
  /** More than this share of a firm's effort makes it a trader. */
  traderShare: 0.5,
  /** A firm in a loan spiral trades at least this share of its effort. */
  spiralTradeShare: 0.5,
  /** Less than this share of what the mean firm adds to innovation is little. */
  partingShare: 0.75,
} as const;

export interface TurningPoint {
  readonly kind: TurningKind;
  readonly round: number;
  /** Those it is about, in the order the sentence names them. */
  readonly seats: readonly Seat[];
  /** Numbers of the sentence, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Of a change of figure; `from` is absent for the first figure announced. */
  readonly figures?: { readonly from?: Figure; readonly to: Figure };
}

type Finder = (chronicle: Chronicle) => readonly TurningPoint[];

const FINDERS: Readonly<Record<TurningKind, Finder>> = {
  firstPact: firstOf('firstPact', 'PactFormed', ({ a, b }) => ({ seats: [a, b], evidence: {} })),
  firstTrader,
  firstDefection,
  firstMerger: firstOf('firstMerger', 'FirmSold', ({ seller, buyer, price }) => ({
    seats: [seller, buyer],
    evidence: { price },
  })),
  firstAbsorption: firstOf('firstAbsorption', 'FirmAbsorbed', ({ firm, head, gift }) => ({
    seats: [firm, head],
    evidence: { gift },
  })),
  loanSpiral,
  firstForeign: firstOf('firstForeign', 'ForeignPartnerJoined', ({ firm, cash }) => ({
    seats: [firm],
    evidence: { cash },
  })),
  parting: (chronicle) => partingOf(chronicle),
  shock,
  falter: firstOf('falter', 'HubFaltered', ({ head, members }) => ({
    seats: [head, ...members],
    evidence: { size: members.length + 1 },
  })),
  firstFailure,
  figureChange,
};

/** In the order they happened; of one round, in the order of `TURNING_KINDS`. */
export function turningPointsOf(chronicle: Chronicle): readonly TurningPoint[] {
  return TURNING_KINDS.flatMap((kind) => FINDERS[kind](chronicle)).sort((one, other) => one.round - other.round);
}

type Events = PlayedRound['events'][number];

function firstOf<Type extends Events['type']>(
  kind: TurningKind,
  type: Type,
  tell: (event: Extract<Events, { type: Type }>) => Pick<TurningPoint, 'seats' | 'evidence'>,
): Finder {
  return ({ rounds }) => {
    for (const { round, events } of rounds) {
      const found = events.find((event): event is Extract<Events, { type: Type }> => event.type === type);
      if (found !== undefined) return [{ kind, round, ...tell(found) }];
    }
    return [];
  };
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
    return [{ kind: 'firstTrader', round, seats, evidence: { points, count: seats.length } }];
  }
  return [];
}

/**
 * The first round in which one side of a pact that had stood for at least a round gives less than the half point that
 * keeps it while the other gives at least that. Of several, the one with the widest gap.
 */
function firstDefection(chronicle: Chronicle): readonly TurningPoint[] {
  for (const played of chronicle.rounds) {
    const { keptShare } = played.after.parameters;
    const broken = exchangesIn(played)
      .filter(({ since, given, received }) => since < played.round && given >= keptShare !== received >= keptShare)
      .map(({ a, b, given, received }) =>
        given < received
          ? { by: a, against: b, gave: given, got: received }
          : { by: b, against: a, gave: received, got: given },
      )
      .sort((one, other) => other.got - other.gave - (one.got - one.gave));
    const [worst] = broken;
    if (worst === undefined) continue;
    const { by, against, gave, got } = worst;
    return [
      {
        kind: 'firstDefection',
        round: played.round,
        seats: [by, against],
        evidence: { gave, got, count: broken.length },
      },
    ];
  }
  return [];
}

/** A firm borrows again no later than the round after its last instalment, with half or more of its points in trade. */
function loanSpiral({ rounds, final }: Chronicle): readonly TurningPoint[] {
  const { loanInstalments, effort } = final.parameters;
  const lastLoan = new Map<Seat, number>();
  for (const { round, events, plans, after } of rounds) {
    for (const event of events) {
      if (event.type !== 'LoanTaken') continue;
      const before = lastLoan.get(event.firm);
      lastLoan.set(event.firm, round);
      const trade = tradeIn(plans[event.firm]?.plan, effort);
      if (before === undefined || round > before + loanInstalments || trade < TURNING_RULES.spiralTradeShare) continue;
      const service = after.flows === undefined ? 0 : numberAt(after.flows.debtService, event.firm);
      return [{ kind: 'loanSpiral', round, seats: [event.firm], evidence: { before, service, trade: trade * effort } }];
    }
  }
  return [];
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
    const meanGain = meanOver(firms, gainOf);
    const meanAdded = meanOver(firms, (firm) => numberAt(learned, firm));
    const gain = gainOf(own);
    const added = numberAt(learned, own);
    if (gain <= Math.max(0, meanGain) || added >= meanAdded * TURNING_RULES.partingShare) continue;
    return [{ kind: 'parting', round, seats: [own], evidence: { gain, meanGain, added, meanAdded } }];
  }
  return [];
}

function meanOver(seats: readonly Seat[], value: (seat: Seat) => number): number {
  return seats.reduce((sum, seat) => sum + value(seat), 0) / seats.length;
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
    { kind: 'shock', round: shockRound, seats: [], evidence: held === undefined ? evidence : { ...evidence, held } },
  ];
}

function firstFailure({ rounds, final }: Chronicle): readonly TurningPoint[] {
  for (const { round, events, before } of rounds) {
    const failed = events.find((event) => event.type === 'FirmFailed');
    if (failed === undefined) continue;
    const total = final.firms.reduce((sum, { failures }) => sum + failures, 0);
    const cash = at(before.firms, failed.firm).cash;
    return [{ kind: 'firstFailure', round, seats: [failed.firm], evidence: { cash, total } }];
  }
  return [];
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
      figures: from === undefined ? { to } : { from, to },
    });
    from = to;
  }
  return points;
}
