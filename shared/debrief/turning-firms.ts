/** Turning points made by a firm: it lets a partner down, trades, borrows, leaves or fails. */
import type { Seat } from '../engine/actors.ts';
import { keepsWith } from '../engine/edges.ts';
import type { Plan } from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import { scoreOf } from '../engine/score.ts';
import { meanOf } from '../statistics.ts';
import type { Chronicle } from './chronicle.ts';
import { exchangesIn, lesserSideOf } from './pacts.ts';
import { firmsIn } from './series.ts';
import type { Occurrence, TurningPoint } from './turning-point.ts';

const TURNING_RULES = {
  /** A firm becomes a trader above this share of its effort. */
  traderShare: 0.5,
  /** A firm in a loan spiral trades at least this share of its effort. */
  spiralTradeShare: 0.5,
  /** A firm that adds less than this share of the mean firm's innovation adds little. */
  partingShare: 0.75,
} as const;

/** What a firm paid to leave its tree (rule D9), and how its score rose from then to the end. */
export function leavings({ rounds, final }: Chronicle): readonly Occurrence[] {
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

/** Share of a firm's effort that its plan puts into trade, 0..1. */
function tradeIn(plan: Plan | undefined, effort: number): number {
  return plan?.kind === 'firm' ? plan.trade / effort : 0;
}

/** The first round in which any firm puts more than half of its points into trade, with all such firms. */
export function firstTrader({ rounds, final }: Chronicle): readonly TurningPoint[] {
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
 * Defections: one side of a pact at least a round old gives less than `keptShare` while the other keeps it. Only each
 * firm's first defection counts; within a round the widest gap goes first.
 */
export function defections({ rounds }: Chronicle): readonly Occurrence[] {
  const known = new Set<Seat>();
  return rounds.flatMap((played) => {
    const { parameters } = played.after;
    const broken = exchangesIn(played)
      .filter(
        ({ since, given, received }) =>
          since < played.round && keepsWith(parameters, given) !== keepsWith(parameters, received),
      )
      .map(lesserSideOf)
      .sort((one, other) => other.got - other.gave - (one.got - one.gave));
    return broken.flatMap(({ by, against, gave, got }): readonly Occurrence[] => {
      if (known.has(by)) return [];
      known.add(by);
      return [{ round: played.round, seats: [by, against], evidence: { gave, got, count: broken.length } }];
    });
  });
}

/**
 * Loan spirals: a firm borrows again within a round of its last instalment, with at least half of its points in trade.
 * Only each firm's first counts, since a spiral goes on.
 */
export function loanSpirals({ rounds, final }: Chronicle): readonly Occurrence[] {
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
 * The first round in which the firm with the largest rise in score adds less than three quarters of the mean firm's
 * innovation. For a given `seat`: the first round in which its score outgrows the firms' mean while it adds that
 * little.
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

export function failures({ rounds, final }: Chronicle): readonly Occurrence[] {
  const total = final.firms.reduce((sum, firm) => sum + firm.failures, 0);
  return rounds.flatMap(({ round, events, before }) =>
    events.flatMap((event) => {
      if (event.type !== 'FirmFailed') return [];
      return [{ round, seats: [event.firm], evidence: { cash: at(before.firms, event.firm).cash, total } }];
    }),
  );
}
