/**
 * The moments a class should talk about, found in the log by stated rules. A kind that never occurred is left out;
 * later occurrences are in `further` (docs/adr/0019). The cards state the rules in words; `TURNING_RULES` has their
 * numbers.
 */
import type { Figure } from '../engine/figure-reading.ts';
import { announcedFigure } from '../engine/figures.ts';
import { resilience } from '../engine/score.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';
import { deadPacts, decidingPacts } from './deciding-pacts.ts';
import { exchangesIn } from './pacts.ts';
import { defections, failures, firstTrader, leavings, loanSpirals, partingOf } from './turning-firms.ts';
import {
  type Finder,
  type Listing,
  type Occurrence,
  TURNING_KINDS,
  type TurningKind,
  type TurningPoint,
} from './turning-point.ts';

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

/** In time order; within a round as in `TURNING_KINDS`. */
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

/** All pacts of the first round with any, since pacts of one round have no order. */
function firstPact({ rounds }: Chronicle): readonly TurningPoint[] {
  for (const { round, events } of rounds) {
    const seats = events.flatMap((event) => (event.type === 'PactFormed' ? [event.a, event.b] : []));
    if (seats.length === 0) continue;
    return [{ kind: 'firstPact', round, seats, evidence: { count: seats.length / 2 }, further: [] }];
  }
  return [];
}

/** The first certificates (rule G7), and how many pacts of the certified firms both sides kept that year. */
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

/** The round in which demand turns to variety, if a round was played before it. */
function shock({ final }: Chronicle): readonly TurningPoint[] {
  const { shockRound } = final.parameters;
  const [before, then] = [shockRound - 1, shockRound].map((year) => final.history.find(({ round }) => round === year));
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

/** Each round that announces a new figure: rule I6 asks for two rounds of it in a row. */
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
