/**
 * The answer to each of the twelve questions: a few numbers and names for one sentence. `found` is false if the game
 * gave no occasion; the page then says so.
 */
import { isGovernment, type Seat } from '../engine/actors.ts';
import { duplicatedShare, duplicationAt } from '../engine/formulas.ts';
import { duplicatingDistance } from '../engine/older-rules.ts';
import { pointsSpent, sharedIn } from '../engine/plans.ts';
import { at, forestOf, headOf, numberAt, seatsOf } from '../engine/queries.ts';
import { recordOf } from '../engine/record-of.ts';
import { districtInnovation } from '../engine/score.ts';
import { mean, meanIfAny } from '../statistics.ts';
import { type Chronicle, threeYearsFrom } from './chronicle.ts';
import { bordersCrossed } from './pacts.ts';
import { firmsIn, seriesOf } from './series.ts';
import { incomeOf, largestTree, roundsAtTheTurn } from './trees.ts';
import type { TurningPoint } from './turning-point.ts';
import { turningPointsOf } from './turning-points.ts';
import { standsSince } from './why-figure.ts';

export const QUESTIONS = [
  'whichFigure',
  'firstTrader',
  'defector',
  'bigTree',
  'borders',
  'parted',
  'loans',
  'duplicated',
  'commandLaw',
  'shelterCommons',
  'sellAgain',
  'fair',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Findings that reveal what single firms earned, shared or planned: left out while the books are closed. */
export const ANSWERED_BY_BOOKS: readonly Question[] = ['firstTrader', 'defector', 'parted'];

/** Why there was no occasion, where the question's own sentence does not say it. */
export type NoOccasion = 'beforeTheTurn' | 'allInDebt' | 'idle';

export interface Finding {
  readonly found: boolean;
  readonly without?: NoOccasion;
  /** The round to look at, if any. */
  readonly round?: number;
  /** Seats in the order in which the sentence names them. */
  readonly seats: readonly Seat[];
  /** Numbers of the sentence by name; shares are 0..1. */
  readonly values: Readonly<Record<string, number>>;
}

const NOTHING: Finding = { found: false, seats: [], values: {} };

function nothing(without: NoOccasion): Finding {
  return { ...NOTHING, without };
}

type Finder = (chronicle: Chronicle, points: readonly TurningPoint[]) => Finding;

const FINDERS: Readonly<Record<Question, Finder>> = {
  whichFigure,
  firstTrader: fromPoint('firstTrader', (chronicle) => ({
    early: meanOrNought(seriesOf(chronicle).slice(0, 4), ({ tradeShare }) => tradeShare),
    late: meanOrNought(seriesOf(chronicle).slice(-4), ({ tradeShare }) => tradeShare),
  })),
  defector,
  bigTree,
  borders,
  parted: fromPoint('parting', () => ({})),
  loans,
  duplicated,
  commandLaw,
  shelterCommons,
  sellAgain,
  fair,
};

export function findingsOf(chronicle: Chronicle): Readonly<Record<Question, Finding>> {
  const points = turningPointsOf(chronicle);
  return recordOf(QUESTIONS, (question) => FINDERS[question](chronicle, points));
}

function fromPoint(
  kind: TurningPoint['kind'],
  more: (chronicle: Chronicle, point: TurningPoint) => Readonly<Record<string, number>>,
): Finder {
  return (chronicle, points) => {
    const point = points.find((candidate) => candidate.kind === kind);
    if (point === undefined) return NOTHING;
    const { round, seats, evidence } = point;
    return { found: true, round, seats, values: { ...evidence, ...more(chronicle, point) } };
  };
}

/** The mean, or 0 for an empty list. */
function meanOrNought<T>(items: readonly T[], value: (item: T) => number): number {
  return meanIfAny(items.map(value)) ?? 0;
}

function whichFigure(chronicle: Chronicle): Finding {
  const last = chronicle.final.history.at(-1);
  if (last === undefined) return NOTHING;
  const since = standsSince(chronicle) ?? last.round;
  const { figure, horizontal, reciprocity, vertical, largestTree } = last.figure;
  const values = { figure: Number(figure), since, horizontal, reciprocity, vertical, largestTree };
  return { found: true, round: since, seats: [], values };
}

/** Incomes of both firms in the three rounds from the defection on, and their final scores. */
function defector(chronicle: Chronicle, points: readonly TurningPoint[]): Finding {
  const point = points.find(({ kind }) => kind === 'firstDefection');
  const [by, against] = point?.seats ?? [];
  if (point === undefined || by === undefined || against === undefined) return NOTHING;
  const then = threeYearsFrom(chronicle.final.history, point.round);
  const income = (seat: Seat) => then.reduce((sum, { incomeBySeat }) => sum + numberAt(incomeBySeat, seat), 0);
  const score = (seat: Seat) => chronicle.final.history.at(-1)?.scores[seat] ?? 0;
  const values = {
    ...point.evidence,
    incomeBy: income(by),
    incomeAgainst: income(against),
    scoreBy: score(by),
    scoreAgainst: score(against),
  };
  return { found: true, round: point.round, seats: [by, against], values };
}

/** The largest tree of at least two firms in the round before the shock, and how its income and the others' changed. */
function bigTree(chronicle: Chronicle): Finding {
  const turn = roundsAtTheTurn(chronicle);
  if (turn === undefined) return nothing('beforeTheTurn');
  const { before, after } = turn;
  const tree = largestTree(before.after);
  if (tree === undefined) return NOTHING;
  const { head, members } = tree;
  const others = firmsIn(chronicle).filter((seat) => !members.includes(seat));
  const change = (seats: readonly Seat[]) => {
    const base = incomeOf(before, seats);
    return base === 0 ? 0 : meanOrNought(after, (played) => incomeOf(played, seats)) / base - 1;
  };
  const values = { size: members.length, change: change(members), changeOthers: change(others) };
  return { found: true, round: before.round + 1, seats: [head], values };
}

function borders(chronicle: Chronicle): Finding {
  const { state, across, nonState } = bordersCrossed(chronicle);
  const values = {
    acrossMade: across.made,
    acrossPossible: across.possible,
    sameMade: state.made + nonState.made,
    samePossible: state.possible + nonState.possible,
    acrossKept: across.kept,
  };
  return { found: across.possible > 0, seats: [], values };
}

/** Compares firm-rounds in debt with those without, within this district. */
function loans(chronicle: Chronicle): Finding {
  const { effort } = chronicle.final.parameters;
  const sums = { debt: { rounds: 0, trade: 0, gained: 0 }, free: { rounds: 0, trade: 0, gained: 0 } };
  for (const { after, plans } of chronicle.rounds) {
    if (after.flows === undefined) continue;
    for (const seat of firmsIn(chronicle)) {
      const plan = plans[seat]?.plan;
      if (plan?.kind !== 'firm') continue;
      const sum = numberAt(after.flows.debtService, seat) > 0 ? sums.debt : sums.free;
      sum.rounds++;
      sum.trade += plan.trade / effort;
      sum.gained += numberAt(after.flows.knowledgeGained, seat);
    }
  }
  const { debt, free } = sums;
  if (debt.rounds === 0) return NOTHING;
  if (free.rounds === 0) return nothing('allInDebt');
  const values = {
    rounds: debt.rounds,
    tradeDebt: debt.trade / debt.rounds,
    tradeFree: free.trade / free.rounds,
    gainedDebt: debt.gained / debt.rounds,
    gainedFree: free.gained / free.rounds,
  };
  return { found: true, seats: [], values };
}

/** Points of own R&D, and the part lost because rivals outside the tree did the same work (rule K3). */
function duplicated(chronicle: Chronicle): Finding {
  let points = 0;
  let lost = 0;
  for (const { after, plans } of chronicle.rounds) {
    const researchOf = (seat: Seat) => {
      const plan = plans[seat]?.plan;
      return plan?.kind === 'firm' ? plan.research : 0;
    };
    const duplication = duplicationAt(after.parameters, duplicatingDistance(after));
    for (const seat of firmsIn(chronicle)) {
      const research = researchOf(seat);
      const rivals = firmsIn(chronicle).filter(
        (other) =>
          after.actors[other]?.field === after.actors[seat]?.field &&
          headOf(after.firms, other) !== headOf(after.firms, seat) &&
          researchOf(other) > 0,
      ).length;
      points += research;
      lost += research * duplicatedShare(duplication, rivals);
    }
  }
  return points === 0 ? NOTHING : { found: true, seats: [], values: { points, lost, share: lost / points } };
}

function commandLaw({ rounds, final }: Chronicle): Finding {
  let command = 0;
  let enabling = 0;
  let absorbed = 0;
  for (const { plans, events } of rounds) {
    for (const filed of plans) {
      if (filed?.plan.kind !== 'government') continue;
      command += filed.plan.command;
      enabling += pointsSpent(filed.plan) - filed.plan.command;
    }
    absorbed += events.filter(({ type }) => type === 'FirmAbsorbed').length;
  }
  if (!final.actors.some(isGovernment)) return NOTHING;
  if (command + enabling === 0) return nothing('idle');
  const income = (history: typeof final.history) => meanOrNought(history, (round) => round.income);
  const values = {
    command,
    enabling,
    absorbed,
    law: final.law,
    early: income(final.history.slice(0, 4)),
    late: income(final.history.slice(-4)),
  };
  return { found: true, seats: [], values };
}

function shelterCommons({ rounds, final }: Chronicle): Finding {
  const points = { shelter: 0, open: 0, shared: 0, publish: 0, outside: 0 };
  for (const filed of rounds.flatMap(({ plans }) => plans)) {
    if (filed?.plan.kind !== 'university') continue;
    const { plan } = filed;
    points.shelter += plan.shelter;
    points.open += plan.open;
    points.publish += plan.publish;
    points.outside += plan.outside;
    points.shared += sharedIn(plan);
  }
  if (seatsOf(final.actors, 'university').length === 0 || rounds.length === 0) return NOTHING;
  return { found: true, seats: [], values: { ...points, commons: final.commons } };
}

/** Final scores of firms that were owned for at least a round, against firms that never were. */
function sellAgain(chronicle: Chronicle): Finding {
  const last = chronicle.final.history.at(-1);
  if (last === undefined) return NOTHING;
  const firms = firmsIn(chronicle);
  const wasOwned = (seat: Seat) => chronicle.rounds.some(({ after }) => at(after.firms, seat).owner !== undefined);
  const heads = new Set(
    chronicle.rounds.flatMap(({ after }) => firms.flatMap((seat) => after.firms[seat]?.owner ?? [])),
  );
  const owned = firms.filter(wasOwned);
  const free = firms.filter((seat) => !wasOwned(seat) && !heads.has(seat));
  if (owned.length === 0) return NOTHING;
  const score = (seats: readonly Seat[]) => meanOrNought(seats, (seat) => numberAt(last.scores, seat));
  const values = {
    owned: owned.length,
    free: free.length,
    scoreOwned: score(owned),
    scoreHeads: score([...heads]),
    scoreFree: score(free),
  };
  return { found: true, seats: [], values };
}

const TREES_AND_TIMES = ['treeBefore', 'freeBefore', 'treeAfter', 'freeAfter'] as const;

/**
 * Mean income per firm and round of tree members and of independent firms, before the shock and from it on; NaN if
 * there were none.
 */
function fair(chronicle: Chronicle): Finding {
  const { shockRound } = chronicle.final.parameters;
  const incomesOf: Readonly<Record<(typeof TREES_AND_TIMES)[number], number[]>> = recordOf(TREES_AND_TIMES, () => []);
  for (const { round, after } of chronicle.rounds) {
    const { size } = forestOf(after.firms);
    const incomes = after.history.at(-1)?.incomeBySeat ?? [];
    for (const seat of firmsIn(chronicle)) {
      const inTree = numberAt(size, seat) > 1;
      incomesOf[`${inTree ? 'tree' : 'free'}${round < shockRound ? 'Before' : 'After'}`].push(incomes[seat] ?? 0);
    }
  }
  const values = {
    ...recordOf(TREES_AND_TIMES, (which) => mean(incomesOf[which])),
    innovation: districtInnovation(chronicle.final.history),
  };
  return { found: Number.isFinite(values.treeBefore) || Number.isFinite(values.treeAfter), seats: [], values };
}
