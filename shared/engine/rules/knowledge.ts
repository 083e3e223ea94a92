/** Step 4: what everybody learns, alone and from partners, university and commons (rules K1 to K11). */
import type { Seat } from '../actors.ts';
import { assuredTrust, duplicationAt, fromStreet, ownResearch, pactLearning, shelterEach } from '../formulas.ts';
import { at, complementarity, type Forest, fitOf, forestOf, isListed, numberAt } from '../queries.ts';
import { luckIn } from '../random.ts';
import type { DistrictState } from '../state.ts';
import { zeros } from '../zeros.ts';
import type { Effort } from './effort.ts';
import { type Round, record } from './round.ts';

/** Knowledge by seat, before luck; `commons`: what pacts add to common knowledge; `costs`: cash. */
interface FromPacts {
  readonly gained: readonly number[];
  readonly commons: number;
  readonly costs: readonly number[];
}

export function knowledge(round: Round): void {
  const { state, effort } = round;
  const { parameters, actors } = state;
  const forest = forestOf(state.firms);
  const luck = luckIn(state);
  const pacts = fromPacts(state, effort, forest);
  let commons = state.commons + pacts.commons;
  for (const { seat } of actors) commons += parameters.commonsPerOpen * numberAt(effort.open, seat);

  const fromResearch: number[] = [];
  const fromPartners: number[] = [];
  const fromCommons: number[] = [];
  const fromShelter: number[] = [];
  const gained: number[] = [];
  const after: number[] = [];
  for (const { seat, kind } of actors) {
    const chance = kind === 'firm' || kind === 'university' ? luck(seat) : 0;
    const fortune = isListed(state, seat) ? chance * parameters.listLearn : chance;
    const firm = kind === 'firm';
    const research = firm ? fortune * researchOf(state, effort, forest, seat) : 0;
    const partners = fortune * numberAt(pacts.gained, seat);
    const street = firm ? fortune * absorbed(state, effort, commons, seat) : 0;
    const shelter = firm ? fortune * shelterOf(state, effort, seat) : 0;
    const gain = research + partners + street + shelter;
    fromResearch.push(research);
    fromPartners.push(partners);
    fromCommons.push(street);
    fromShelter.push(shelter);
    gained.push(gain);
    after.push(parameters.knowledgeKept * at(state.firms, seat).knowledge + gain);
  }
  record(round, {
    type: 'KnowledgeGrew',
    knowledge: after,
    commons: parameters.commonsKept * commons,
    shared: effort.shared,
    fromResearch,
    fromPacts: fromPartners,
    fromCommons,
    fromShelter,
    gained,
    pactCosts: pacts.costs,
  });
}

/** Knowledge from own research, thinned by hierarchy and rivals, and from spill-over inside a tree (K3, K4). */
function researchOf(state: DistrictState, effort: Effort, forest: Forest, seat: Seat): number {
  const { parameters, actors } = state;
  const { field = 0 } = at(actors, seat);
  const head = numberAt(forest.head, seat);
  let rivals = 0;
  let spill = 0;
  for (const other of actors) {
    const points = numberAt(effort.research, other.seat);
    if (points === 0 || other.seat === seat || other.field === undefined) continue;
    if (numberAt(forest.head, other.seat) === head) spill += points * complementarity(parameters, field, other.field);
    else if (other.field === field) rivals++;
  }
  const { forced } = at(state.firms, seat);
  const researcher = { points: numberAt(effort.research, seat), size: numberAt(forest.size, seat), forced, rivals };
  return ownResearch(parameters, researcher, duplicationAt(parameters, state.distance)) + parameters.treeSpill * spill;
}

/** Knowledge a firm takes from the commons; research and sharing raise how much it absorbs (K8). */
function absorbed(state: DistrictState, effort: Effort, commons: number, seat: Seat): number {
  return fromStreet(state.parameters, commons, numberAt(effort.research, seat) + numberAt(effort.sharing, seat));
}

/** A spin-off's part of its university's shelter (K7). */
function shelterOf(state: DistrictState, effort: Effort, seat: Seat): number {
  const { parent } = at(state.actors, seat);
  if (parent === undefined || numberAt(effort.shelter, parent) === 0) return 0;
  let children = 0;
  for (const actor of state.actors) if (actor.parent === parent) children++;
  return shelterEach(state.parameters, numberAt(effort.shelter, parent), children);
}

/** Trust, with law making up for part of the lack. */
function assured(state: DistrictState, truster: Seat, trusted: Seat): number {
  const trust = numberAt(state.trust, truster * state.actors.length + trusted);
  return assuredTrust(state.parameters, trust, state.law);
}

function fromPacts(state: DistrictState, effort: Effort, forest: Forest): FromPacts {
  const { parameters, actors } = state;
  const count = actors.length;
  const gained = zeros(count);
  const costs = zeros(count);
  let commons = 0;
  for (const { a, b } of state.pacts) {
    const given = numberAt(effort.shared, a * count + b);
    const received = numberAt(effort.shared, b * count + a);
    const fit = fitOf(state, forest, a, b);
    const trustA = assured(state, a, b);
    const trustB = assured(state, b, a);
    const sideA = { given, received, fit, trusting: trustA, trusted: trustB };
    const sideB = { given: received, received: given, fit, trusting: trustB, trusted: trustA };
    gained[a] = numberAt(gained, a) + pactLearning(parameters, sideA);
    gained[b] = numberAt(gained, b) + pactLearning(parameters, sideB);
    if (forest.head[a] !== forest.head[b]) commons += parameters.commonsPerShare * (given + received);

    const bothFirms = at(actors, a).kind === 'firm' && at(actors, b).kind === 'firm';
    const gap = Math.abs(given - received);
    const fine = bothFirms && gap > parameters.lawGap ? parameters.lawPenalty * state.law * gap : 0;
    const fromA = fine * Math.sign(received - given);
    if (at(actors, a).kind === 'firm') costs[a] = numberAt(costs, a) + parameters.pactCost + fromA;
    if (at(actors, b).kind === 'firm') costs[b] = numberAt(costs, b) + parameters.pactCost - fromA;
  }
  return { gained, commons, costs };
}
