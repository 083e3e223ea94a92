/** P1, P2, P10 to P12: the temptation of each round, and which firms cooperate when others may not. */

import { equalShares, firmPlan } from '../../bots/points.ts';
import type { Seat } from '../../engine/actors.ts';
import { buyRefusal } from '../../engine/legal.ts';
import { type Deal, type FirmPlan, NO_DEAL, type Plan, tenths } from '../../engine/plans.ts';
import { at, partnersOf, seatsOf } from '../../engine/queries.ts';
import type { Match } from '../match.ts';
import { incomeOver, mean, scoreAt } from '../measures.ts';
import { type Game, type Laboratory, over, overPairs } from './laboratory.ts';
import type { Prediction, Threshold } from './prediction.ts';

/** Trades and shares with nobody; keeps its pacts until others break them. */
function defect(lab: Laboratory): FirmPlan {
  return firmPlan(tenths(lab.parameters.effort), 0);
}

export const deviantScore = (game: Game) => scoreAt(game.final, game.deviant);
const othersOf = (game: Game) => seatsOf(game.final.actors, 'firm').filter((seat) => seat !== game.deviant);
export const othersScore = (game: Game) => mean(othersOf(game).map((seat) => scoreAt(game.final, seat)));
export const meanScore = (game: Game) =>
  mean(seatsOf(game.final.actors, 'firm').map((seat) => scoreAt(game.final, seat)));

// --- P1 ------------------------------------------------------------------------------------------------------------

/** In tenths, as bots count. */
const POINT = 10;

interface Reply {
  readonly shared: number;
  readonly merged: boolean;
}

/** The best split into whole points for one firm, alone, selling or buying, while the others keep to their plans. */
function bestReply(match: Match, me: Seat): Reply {
  const plans = match.plans();
  const state = match.state;
  const effort = tenths(state.parameters.effort);
  const partners = partnersOf(state.pacts, me);
  const other = richestBeside(match, me);
  const sale: Deal = { kind: 'sell', buyer: other };
  const purchase: Deal = { kind: 'buy', sellers: [other] };
  const ways: { readonly mine: Deal; readonly theirs?: Deal }[] = [{ mine: dealOf(plans[me]) }];
  if (buyRefusal(state, other, me) === undefined) ways.push({ mine: sale, theirs: { kind: 'buy', sellers: [me] } });
  if (buyRefusal(state, me, other) === undefined) ways.push({ mine: purchase, theirs: { kind: 'sell', buyer: me } });
  let best: Reply = { shared: 0, merged: false };
  let highest = Number.NEGATIVE_INFINITY;
  for (const { mine, theirs } of ways) {
    for (let trade = 0; trade <= effort; trade += POINT) {
      for (let research = 0; trade + research <= effort; research += POINT) {
        const left = effort - trade - research;
        const shared = left < POINT ? 0 : left;
        if (shared > 0 && partners.length === 0) continue;
        const reply = firmPlan(trade, effort - trade - shared, equalShares(shared, partners), mine);
        const tried = plans.map((plan, seat) => {
          if (seat === me) return reply;
          return seat === other && theirs !== undefined && plan.kind === 'firm' ? { ...plan, deal: theirs } : plan;
        });
        const score = scoreAt(match.tryRound(tried), me);
        if (score <= highest) continue;
        highest = score;
        best = { shared, merged: theirs !== undefined };
      }
    }
  }
  return best;
}

function dealOf(plan: Plan | undefined): Deal {
  return plan?.kind === 'firm' ? plan.deal : NO_DEAL;
}

/** The other firm with the most cash, as a buyer. */
function richestBeside(match: Match, me: Seat): Seat {
  const firms = seatsOf(match.state.actors, 'firm').filter((seat) => seat !== me);
  const cash = (seat: Seat) => at(match.state.firms, seat).cash;
  return firms.reduce((richest, seat) => (cash(seat) > cash(richest) ? seat : richest));
}

function bestReplies(lab: Laboratory, afterRounds: number): readonly Reply[] {
  return lab.seeds().map((seed) => {
    const match = lab.match({ firms: ['cooperate'] }, seed);
    for (let round = 0; round < afterRounds; round++) match.playRound();
    lab.settings.onGame?.();
    return bestReply(match, lab.deviantOf(seed));
  });
}

const shareOf = (replies: readonly Reply[], is: (reply: Reply) => boolean) =>
  replies.filter(is).length / replies.length;

const p1: Prediction = {
  id: 'P1',
  sentence: 'In an early round of cooperation the best reply is to share nothing, and to merge',
  check: (lab) =>
    [1, lab.milestones.early].flatMap((rounds) => {
      const replies = bestReplies(lab, rounds);
      const after = `after ${rounds} cooperative round${rounds === 1 ? '' : 's'}`;
      return [
        {
          what: `shares nothing ${after}`,
          figure: shareOf(replies, ({ shared }) => shared === 0),
          threshold: { moreThan: 0.95 },
        },
        { what: `merges ${after}`, figure: shareOf(replies, ({ merged }) => merged), threshold: { moreThan: 0.95 } },
      ];
    }),
};

// --- P2, P10 -------------------------------------------------------------------------------------------------------

const p2: Prediction = {
  id: 'P2',
  sentence: 'A lone defector among cooperators earns more at once and less in the end than if all had cooperated',
  check: (lab) => {
    const tempted = lab.population({ firms: ['cooperate'], deviant: 'opportunist' });
    const loyal = lab.population({ firms: ['cooperate'] });
    const early = (game: Game, seats: readonly Seat[]) => mean(seats.map((seat) => incomeOver(game.final, seat, 1, 3)));
    return [
      {
        what: 'defector ÷ cooperators, income of rounds 1 to 3',
        figure:
          over(tempted, (game) => early(game, [game.deviant])) / over(tempted, (game) => early(game, othersOf(game))),
        threshold: { atLeast: 1.1 },
      },
      {
        what: 'all cooperate ÷ defector, final score',
        figure: over(loyal, meanScore) / over(tempted, deviantScore),
        threshold: { atLeast: 1.25 },
      },
    ];
  },
};

const p10: Prediction = {
  id: 'P10',
  sentence: 'A lone unconditional cooperator ends below the opportunists around it',
  check: (lab) => {
    const games = lab.population({ firms: ['opportunist'], deviant: 'cooperate' });
    return [
      {
        what: 'cooperator less opportunists, final score',
        figure: over(games, deviantScore) - over(games, othersScore),
        threshold: { lessThan: 0 },
      },
    ];
  },
};

// --- P11 -----------------------------------------------------------------------------------------------------------

/**
 * Smallest number of firms of a policy that outscore the opportunists beside them on average; one more than there are
 * firms: never.
 */
function tippingPoint(lab: Laboratory, policy: string): number {
  for (let some = 1; some < lab.firms; some++) {
    const hand = Array.from({ length: lab.firms }, (_, place) => (place < some ? policy : 'opportunist'));
    const games = lab.population({ firms: hand });
    const lead = over(games, (game) => {
      const own = seatsOf(game.final.actors, 'firm').filter((seat) => game.policies[seat] === policy);
      const others = seatsOf(game.final.actors, 'firm').filter((seat) => game.policies[seat] !== policy);
      const score = (seat: Seat) => scoreAt(game.final, seat);
      return mean(own.map(score)) - mean(others.map(score));
    });
    if (lead > 0) return some;
  }
  return lab.firms;
}

/** The threshold that corresponds to `some` firms of eight, give or take one firm. */
function about(lab: Laboratory, some: number): Threshold {
  const firms = Math.max(1, Math.round((some * lab.firms) / 8));
  return { between: [Math.max(1, firms - 1), firms + 1] };
}

const p11: Prediction = {
  id: 'P11',
  sentence: 'Cooperation pays once enough others do it, and the choosier the fewer it takes',
  check: (lab) => [
    {
      what: 'unconditional cooperators needed',
      figure: tippingPoint(lab, 'cooperate'),
      threshold: about(lab, 5),
    },
    { what: 'tit-for-tat needed', figure: tippingPoint(lab, 'tit-for-tat'), threshold: about(lab, 3) },
    { what: 'partner-choosing needed', figure: tippingPoint(lab, 'partner-choosing'), threshold: about(lab, 1) },
  ],
};

// --- P12 -----------------------------------------------------------------------------------------------------------

const p12: Prediction = {
  id: 'P12',
  sentence:
    'Among tit-for-tat, defecting for good pays until the shock and costs by the end; in the last round it pays',
  check: (lab) => {
    const loyal = lab.population({ firms: ['tit-for-tat'] });
    const defectingFrom = (from: number) =>
      lab.population({
        firms: ['tit-for-tat'],
        force: (deviant) => (seat, round) => (seat === deviant && round >= from ? defect(lab) : undefined),
      });
    const { turn, beforeShock } = lab.milestones;
    const early = defectingFrom(turn);
    const late = defectingFrom(lab.parameters.rounds);
    const gain = (games: readonly Game[], round?: number) =>
      overPairs(
        games,
        loyal,
        (one, other) => scoreAt(one.final, one.deviant, round) - scoreAt(other.final, one.deviant, round),
      );
    return [
      {
        what: `from round ${turn}: gain after round ${beforeShock}, score`,
        figure: gain(early, beforeShock),
        threshold: { moreThan: 0 },
      },
      { what: `from round ${turn}: gain by the end, score`, figure: gain(early), threshold: { lessThan: 0 } },
      { what: 'gain in the last round only, score', figure: gain(late), threshold: { moreThan: 0 } },
    ];
  },
};

export const dilemma: readonly Prediction[] = [p1, p2, p10, p11, p12];
