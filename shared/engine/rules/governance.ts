/** Step 1: what the government bodies do with their budgets (rules G2 to G7). */
import { isGovernment, type Seat } from '../actors.ts';
import { type GovernmentPlan, IDLE_GOVERNMENT, POLICY_INSTRUMENTS, tenths } from '../plans.ts';
import { at, forestOf, isListed, numberAt } from '../queries.ts';
import type { DistrictState } from '../state.ts';
import { type Round, record } from './round.ts';

const NOBODY: readonly Seat[] = [];

export function governance(round: Round): void {
  const { state } = round;
  const { parameters } = state;
  const spent: { seat: Seat; points: Omit<GovernmentPlan, 'kind' | 'list'> }[] = [];
  const total = { command: 0, law: 0, reform: 0, fund: 0, training: 0 };
  for (const actor of state.actors) {
    if (!isGovernment(actor)) continue;
    const filed = state.plans[actor.seat]?.plan;
    const { command, law, reform, fund, training } = filed?.kind === 'government' ? filed : IDLE_GOVERNMENT;
    const points = { command, law, reform, fund, training };
    spent.push({ seat: actor.seat, points });
    for (const instrument of POLICY_INSTRUMENTS) total[instrument] += tenths(points[instrument]);
  }
  const law = state.law + (parameters.lawPerPoint * total.law) / 10 - parameters.lawDecay;
  record(round, {
    type: 'PolicyMade',
    spent,
    law: Math.max(0, Math.min(1, law)),
    fund: state.fund + (parameters.fundPerPoint * total.fund) / 10,
    distance: lowered(state, total.reform / 10),
    commons: state.commons + (parameters.trainingPerPoint * total.training) / 10,
  });
  certify(round);
  if (total.command >= tenths(parameters.commandNeeded)) absorb(round, total.command / 10);
}

/** Reform lowers ownership distance to its floor; a district that starts below the floor keeps its distance. */
function lowered(state: DistrictState, points: number): number {
  const { reformPerPoint, distanceFloor } = state.parameters;
  return Math.max(Math.min(distanceFloor, state.distance), state.distance - reformPerPoint * points);
}

/** This year's certificates replace last year's (rule G7). */
function certify(round: Round): void {
  const { plans, listed = NOBODY } = round.state;
  const named: Seat[] = [];
  for (const filed of plans) if (filed?.plan.kind === 'government') named.push(...(filed.plan.list ?? NOBODY));
  if (named.length === 0 && listed.length === 0) return;
  record(round, { type: 'ListMade', listed: [...new Set(named)].sort((one, other) => one - other) });
}

/**
 * By command, the largest tree takes the poorest independent state spin-off for which it has room and that has no
 * certificate.
 */
function absorb(round: Round, points: number): void {
  const { actors, firms, parameters } = round.state;
  const forest = forestOf(firms);
  const independent = actors.filter(({ kind, seat }) => kind === 'firm' && forest.head[seat] === seat);
  let head: Seat | undefined;
  for (const { seat } of independent) {
    if (head === undefined || numberAt(forest.size, seat) > numberAt(forest.size, head)) head = seat;
  }
  if (head === undefined) return;
  const room = parameters.commandTreeLimit - numberAt(forest.size, head);
  let poorest: Seat | undefined;
  for (const { seat, parent } of independent) {
    if (seat === head || parent === undefined || numberAt(forest.size, seat) > room) continue;
    if (isListed(round.state, seat)) continue;
    if (poorest === undefined || at(firms, seat).cash < at(firms, poorest).cash) poorest = seat;
  }
  if (poorest === undefined) return;
  record(round, { type: 'FirmAbsorbed', firm: poorest, head, gift: parameters.commandGift * points });
}
