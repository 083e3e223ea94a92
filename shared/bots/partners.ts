/** Which partners a bot seeks and which it leaves, by fit, trust and a constant liking of its own. */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import { type Deal, NO_DEAL } from '../engine/plans.ts';
import { at, isSideOf, joins, numberAt } from '../engine/queries.ts';
import type { BotRandom } from './policy.ts';

/** How many wishes to state, and the least trust for one. */
export interface Choosiness {
  readonly best: number;
  readonly wishAbove?: number;
  readonly firmsOnly?: boolean;
}

const NONE: readonly Seat[] = [];

/** The best candidates, best first, without present partners. */
export function wishes(view: BotView, random: BotRandom, choosiness: Choosiness): readonly Seat[] {
  const { best, wishAbove = -1, firmsOnly = false } = choosiness;
  const { trust, fit } = view;
  const seats: Seat[] = [];
  const liked = likingOf(random);
  const liking: number[] = [];
  for (const option of view.legal.pactWishes) {
    if (option.refused !== undefined) continue;
    const other = option.seat;
    const trusted = numberAt(trust, other);
    if (trusted <= wishAbove) continue;
    if (firmsOnly && at(view.public.seats, other).kind !== 'firm') continue;
    const value = numberAt(fit, other) * (0.3 + trusted) * liked(other);
    if (seats.length === best && value <= numberAt(liking, best - 1)) continue;
    let place = Math.min(seats.length, best - 1);
    while (place > 0 && value > numberAt(liking, place - 1)) {
      seats[place] = numberAt(seats, place - 1);
      liking[place] = numberAt(liking, place - 1);
      place--;
    }
    seats[place] = other;
    liking[place] = value;
  }
  return seats;
}

const likings = new WeakMap<BotRandom, number[]>();

/** A constant factor on how much the bot values each other seat, drawn once. */
function likingOf(random: BotRandom): (other: Seat) => number {
  const known = likings.get(random);
  const factors = known ?? [];
  if (known === undefined) likings.set(random, factors);
  return (other) => {
    const factor = factors[other] ?? 0.9 + 0.2 * random('liking', other);
    factors[other] = factor;
    return factor;
  };
}

/** Partners whom the bot trusts less than `below`. A pact of last round is too new to judge. */
export function distrusted(view: BotView, below: number): readonly Seat[] {
  let found: Seat[] | undefined;
  for (const partner of view.legal.partners) {
    if (numberAt(view.trust, partner) >= below || isNew(view, partner)) continue;
    found ??= [];
    found.push(partner);
  }
  return found ?? NONE;
}

/** Partners except those in `left`. */
export function without(partners: readonly Seat[], left: readonly Seat[]): readonly Seat[] {
  return left.length === 0 ? partners : partners.filter((partner) => !left.includes(partner));
}

/** Whether the pact was made in the round just resolved, after the plans. */
export function isNew(view: BotView, partner: Seat): boolean {
  for (const pact of view.public.pacts) {
    if (joins(pact, view.seat, partner)) return pact.since >= view.public.round - 1;
  }
  return true;
}

/** How many pacts of a seat both sides kept in the last round. */
export function keptPacts(view: BotView, seat: Seat): number {
  let count = 0;
  for (const pact of view.public.pacts) if (pact.kept === true && isSideOf(pact, seat)) count++;
  return count;
}

/** A firm's deal: the partners it wishes for, and those it leaves. */
export function cooperation(
  view: BotView,
  random: BotRandom,
  choosiness: Choosiness,
  breaks: readonly Seat[] = NONE,
): Deal {
  const wished = wishes(view, random, choosiness);
  return wished.length === 0 && breaks.length === 0 ? NO_DEAL : { kind: 'cooperate', wishes: wished, breaks };
}
