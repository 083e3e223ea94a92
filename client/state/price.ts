/** Range of a firm's price, which follows from its public standing, a band of knowledge. */
import type { Seat } from '../../shared/engine/actors.ts';
import { firmPrice } from '../../shared/engine/formulas.ts';
import { type PublicView, STANDINGS } from '../../shared/engine/public-view.ts';
import { numbersOf } from './game-parameters.ts';

export interface PriceRange {
  readonly from: number;
  /** Absent for the largest. */
  readonly to?: number;
}

export function priceRange(known: PublicView, seat: Seat): PriceRange | undefined {
  const numbers = numbersOf(known);
  const size = known.seats[seat]?.standing;
  if (numbers === undefined || size === undefined) return undefined;
  const [least = 0, most] = [STANDINGS[size - 2], STANDINGS[size - 1]];
  const from = firmPrice(numbers, least);
  return most === undefined ? { from } : { from, to: firmPrice(numbers, most) };
}
