/** Step 2: pacts broken and made, mergers, capital (rules D1 to D9). The order of filing has no effect. */
import type { Seat } from '../actors.ts';
import { firmPrice } from '../formulas.ts';
import { mergerRefusal } from '../legal.ts';
import { type Deal, pactChangeIn, tenths } from '../plans.ts';
import { at, commandTenths, hasPact, isListed, numberAt, pactRoom, partnersOf } from '../queries.ts';
import { draw, drawsOf } from '../random.ts';
import type { DistrictState } from '../state.ts';
import { type Round, record } from './round.ts';

export function deals(round: Round): void {
  breakPacts(round);
  formPacts(round);
  leaveTrees(round);
  merge(round);
  raiseCapital(round);
}

function dealOf(state: DistrictState, seat: Seat): Deal | undefined {
  const plan = state.plans[seat]?.plan;
  return plan?.kind === 'firm' ? plan.deal : undefined;
}

function breakPacts(round: Round): void {
  for (const { seat } of round.state.actors) {
    for (const other of pactChangeIn(round.state.plans[seat]?.plan).breaks) {
      if (hasPact(round.state.pacts, seat, other)) record(round, { type: 'PactBroken', by: seat, with: other });
    }
  }
}

/** Price of a firm in cash (rule D5). */
export function priceOf(state: DistrictState, seller: Seat): number {
  return firmPrice(state.parameters, at(state.firms, seller).knowledge);
}

/** What it costs an owned firm to leave its tree (rule D9). */
export function leavePriceOf(state: DistrictState, firm: Seat): number {
  const price = priceOf(state, firm);
  return at(state.firms, firm).forced ? price * state.parameters.leaveForced : price;
}

function formPacts(round: Round): void {
  const { seed, round: year, plans, actors, pacts } = round.state;
  const room = actors.map(({ seat }) => pactRoom(round.state, seat));
  const haveRoom = (a: Seat, b: Seat) => numberAt(room, a) > 0 && numberAt(room, b) > 0;
  const order = drawsOf(seed, 'pact', year);
  const pairs: { a: Seat; b: Seat; order: number }[] = [];
  for (const { seat: a } of actors) {
    const { wishes } = pactChangeIn(plans[a]?.plan);
    for (let place = 0; place < wishes.length; place++) {
      const b = numberAt(wishes, place);
      if (b <= a || !haveRoom(a, b) || partnersOf(pacts, a).includes(b)) continue;
      if (pactChangeIn(plans[b]?.plan).wishes.includes(a)) pairs.push({ a, b, order: order(a, b) });
    }
  }
  pairs.sort((one, other) => one.order - other.order || one.a - other.a || one.b - other.b);
  for (const { a, b } of pairs) {
    if (!haveRoom(a, b)) continue;
    record(round, { type: 'PactFormed', a, b });
    room[a] = numberAt(room, a) - 1;
    room[b] = numberAt(room, b) - 1;
  }
}

/** Firms leave their trees, unless command holds them; a certificate shields a firm from command (rule D9). */
function leaveTrees(round: Round): void {
  const held = commandTenths(round.state) >= tenths(round.state.parameters.commandNeeded);
  for (const { seat: firm } of round.state.actors) {
    const { cash, owner } = at(round.state.firms, firm);
    if (dealOf(round.state, firm)?.kind !== 'leave' || owner === undefined) continue;
    const price = leavePriceOf(round.state, firm);
    if (held && !isListed(round.state, firm)) record(round, { type: 'LeaveRefused', firm, why: 'command' });
    else if (cash < price) record(round, { type: 'LeaveRefused', firm, why: 'cash' });
    else record(round, { type: 'FirmLeft', firm, owner, price });
  }
}

function merge(round: Round): void {
  for (const { seat: seller } of round.state.actors) {
    const sale = dealOf(round.state, seller);
    if (sale?.kind !== 'sell') continue;
    const { buyer } = sale;
    const purchase = dealOf(round.state, buyer);
    if (purchase?.kind !== 'buy' || !purchase.sellers.includes(seller)) continue;
    if (mergerRefusal(round.state, buyer, seller) !== undefined) continue;
    const price = priceOf(round.state, seller);
    if (at(round.state.firms, buyer).cash >= price) record(round, { type: 'FirmSold', seller, buyer, price });
  }
}

function raiseCapital(round: Round): void {
  const { parameters } = round.state;
  for (const { seat: firm } of round.state.actors) {
    switch (dealOf(round.state, firm)?.kind) {
      case 'loan': {
        const { loanCash, loanInstalments } = parameters;
        const loan = { owed: loanCash, instalmentsLeft: loanInstalments };
        record(round, { type: 'LoanTaken', firm, loan, cash: loanCash });
        break;
      }
      case 'venture':
        seekVenture(round, firm);
        break;
      case 'foreign': {
        const { foreignCash: cash, foreignKnowledge: knowledge } = parameters;
        record(round, { type: 'ForeignPartnerJoined', firm, cash, knowledge });
        leavePacts(round, firm);
        break;
      }
    }
  }
}

/** A firm over its limit after taking a foreign partner drops its least trusted pacts (rule D8). */
function leavePacts(round: Round, firm: Seat): void {
  while (pactRoom(round.state, firm) < 0) {
    const { trust, actors, pacts } = round.state;
    const trustIn = (other: Seat) => numberAt(trust, firm * actors.length + other);
    const partners = partnersOf(pacts, firm);
    const least = partners.reduce((one, other) => (trustIn(other) < trustIn(one) ? other : one));
    record(round, { type: 'PactBroken', by: firm, with: least });
  }
}

function seekVenture(round: Round, firm: Seat): void {
  const { parameters, seed, fund, round: year } = round.state;
  const funded = fund >= parameters.ventureFundNeeded;
  const chance = funded ? parameters.ventureChanceFunded : parameters.ventureChance;
  if (draw(seed, 'venture', year, firm) >= chance) {
    record(round, { type: 'VentureRefused', firm });
    return;
  }
  record(round, {
    type: 'VentureGranted',
    firm,
    cash: parameters.ventureCash,
    due: parameters.ventureDue,
    fund: funded ? fund - parameters.ventureFundNeeded : fund,
  });
}
