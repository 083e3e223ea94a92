/** Step 9: the round's record: income, innovation, running scores and the figure (rules C2 to C4, I1 to I4). */
import type { Seat } from '../actors.ts';
import { readFigure } from '../figures.ts';
import type { RoundFlows } from '../parts.ts';
import { commandIn } from '../plans.ts';
import { at, numberAt, partnersOf, roundsOf } from '../queries.ts';
import { bureauInnovation, districtInnovation, firmScore } from '../score.ts';
import type { DistrictState } from '../state.ts';
import type { Effort } from './effort.ts';
import { tradeCrowding } from './market.ts';
import { type Round, record } from './round.ts';

export function scoring(round: Round): void {
  const { state, effort } = round;
  const { actors, flows } = state;
  if (flows === undefined) throw new Error('a round is scored after the market cleared');
  const incomeBySeat = actors.map(({ seat }) => numberAt(flows.product, seat) + numberAt(flows.trade, seat));
  let income = 0;
  let innovation = 0;
  let tax = 0;
  for (const { seat, kind } of actors) {
    if (kind !== 'firm') continue;
    income += numberAt(incomeBySeat, seat);
    innovation += numberAt(flows.knowledgeGained, seat);
    tax += numberAt(flows.tax, seat);
  }
  const earned = actors.map(({ seat, kind }) => {
    const before = numberAt(state.earned, seat);
    if (kind === 'university') return before + universityEarns(state, effort, flows, seat);
    if (kind === 'bureau') return before + bureauEarns(state, tax, innovation, seat);
    if (kind === 'commission') {
      const { scoreCommissionTax, scoreCommissionInnovation, scoreCommissionCommand } = state.parameters;
      const yearly = scoreCommissionTax * tax + scoreCommissionInnovation * innovation;
      return before + yearly + scoreCommissionCommand * commandIn(state.plans[seat]?.plan);
    }
    return before;
  });
  record(round, {
    type: 'RoundScored',
    round: state.round,
    income,
    incomeBySeat,
    innovation,
    tradeShare: tradeCrowding(state, effort.trade),
    tax,
    earned,
    scores: actors.map(({ seat, kind }) => (kind === 'firm' ? firmScore(state, seat) : numberAt(earned, seat))),
    figure: readFigure(state, effort, incomeBySeat),
  });
}

function universityEarns(state: DistrictState, effort: Effort, flows: RoundFlows, seat: Seat): number {
  const { parameters, actors, firms } = state;
  let children = 0;
  let street = 0;
  for (const actor of actors) {
    if (actor.kind !== 'firm') continue;
    street += at(firms, actor.seat).knowledge;
    if (actor.parent === seat) children += numberAt(flows.product, actor.seat);
  }
  let taught = 0;
  for (const partner of partnersOf(state.pacts, seat)) {
    const points = numberAt(effort.shared, seat * actors.length + partner);
    taught += Math.min(1, points / parameters.scorePartnerFull) * at(firms, partner).knowledge;
  }
  const openness = Math.min(1, numberAt(effort.open, seat) / parameters.scoreOpenFull);
  return (
    parameters.scorePublish * numberAt(effort.publish, seat) +
    parameters.scoreOutside * numberAt(effort.outside, seat) +
    parameters.scoreShelter * numberAt(effort.shelter, seat) +
    parameters.scoreSpinoffProduct * children +
    parameters.scoreOpen * openness * street +
    parameters.scorePartner * taught
  );
}

function bureauEarns(state: DistrictState, tax: number, innovation: number, seat: Seat): number {
  const { scoreBureauTax, scoreBureauCommand } = state.parameters;
  const yearly = scoreBureauTax * tax + scoreBureauCommand * commandIn(state.plans[seat]?.plan);
  if (state.round < roundsOf(state)) return yearly;
  const total = districtInnovation([{ innovation }, ...state.history]);
  return yearly + bureauInnovation(state.parameters, total);
}

/** What a seat is paid at the end, if the round just resolved is the last. */
export function paidAtTheEnd({ actors, parameters, history }: DistrictState, seat: Seat): number {
  return actors[seat]?.kind === 'bureau' ? bureauInnovation(parameters, districtInnovation(history)) : 0;
}
