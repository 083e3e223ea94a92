/** Cash a firm gained or lost by a round's deals and orders, beside what it earned and spent. */
import type { Seat } from './actors.ts';
import type { RoundEvent } from './round-events.ts';

export function dealCash(events: readonly RoundEvent[], seat: Seat): number {
  let sum = 0;
  for (const event of events) sum += cashOf(event, seat);
  return sum;
}

function cashOf(event: RoundEvent, seat: Seat): number {
  switch (event.type) {
    case 'LoanTaken':
    case 'VentureGranted':
    case 'ForeignPartnerJoined':
      return event.firm === seat ? event.cash : 0;
    case 'FirmSold':
      return paid(event.price, event.buyer, event.seller, seat);
    case 'FirmLeft':
      return paid(event.price, event.firm, event.owner, seat);
    case 'FirmRescued':
      return paid(event.amount, event.head, event.firm, seat);
    case 'FirmAbsorbed':
      return event.head === seat ? event.gift : 0;
    default:
      return 0;
  }
}

function paid(price: number, from: Seat, to: Seat, seat: Seat): number {
  return (to === seat ? price : 0) - (from === seat ? price : 0);
}
