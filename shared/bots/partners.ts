/** Whom a bot would like a pact with, and whom it leaves: by fit, trust and a constant liking of its own. */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import { type Deal, NO_DEAL } from '../engine/plans.ts';
import type { BotRandom } from './policy.ts';

/** How many wishes, and the trust above which to wish. */
export interface Choosiness {
  readonly best: number;
  readonly wishAbove?: number;
  readonly firmsOnly?: boolean;
}

const NONE: readonly Seat[] = [];

/** The best candidates, dearest first. Present partners are no candidates. */
export function wishes(view: BotView, random: BotRandom, choosiness: Choosiness): readonly Seat[] {
  const { best, wishAbove = -1, firmsOnly = false } = choosiness;
  const { trust, fit } = view;
  const seats: Seat[] = [];
  const liked = likingOf(random);
  const liking: number[] = [];
  for (const option of view.legal.pactWishes) {
    if (option.refused !== undefined) continue;
    const other = option.seat;
    const trusted = trust[other] ?? 0;
    if (trusted <= wishAbove) continue;
    if (firmsOnly && view.public.seats[other]?.kind !== 'firm') continue;
    const value = (fit[other] ?? 0) * (0.3 + trusted) * liked(other);
    if (seats.length === best && value <= (liking[best - 1] ?? 0)) continue;
    let place = Math.min(seats.length, best - 1);
    while (place > 0 && value > (liking[place - 1] ?? 0)) {
      seats[place] = seats[place - 1] ?? other;
      liking[place] = liking[place - 1] ?? value;
      place--;
    }
    seats[place] = other;
    liking[place] = value;
  }
  return seats;
}

const likings = new WeakMap<BotRandom, number[]>();

/** A factor on how much it values each other seat. It never changes, so each is drawn once. */
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

/** Partners it no longer trusts. A pact made last round is not judged yet: nothing could be shared under it. */
export function distrusted(view: BotView, below: number): readonly Seat[] {
  let found: Seat[] | undefined;
  for (const partner of view.legal.partners) {
    if ((view.trust[partner] ?? 0) >= below || isNew(view, partner)) continue;
    found ??= [];
    found.push(partner);
  }
  return found ?? NONE;
}

/** Partners it stays with. */
export function without(partners: readonly Seat[], left: readonly Seat[]): readonly Seat[] {
  return left.length === 0 ? partners : partners.filter((partner) => !left.includes(partner));
}

/** The pact was made in the round just resolved, after its plans. */
export function isNew(view: BotView, partner: Seat): boolean {
  for (const { a, b, since } of view.public.pacts) {
    if ((a === view.seat && b === partner) || (b === view.seat && a === partner)) {
      return since >= view.public.round - 1;
    }
  }
  return true;
}

/** Pacts of a seat that both sides kept in the last round. */
export function keptPacts(view: BotView, seat: Seat): number {
  let count = 0;
  for (const { a, b, kept } of view.public.pacts) if ((a === seat || b === seat) && kept === true) count++;
  return count;
}

/** A firm's deal when it seeks partners, and leaves some. */
export function cooperation(
  view: BotView,
  random: BotRandom,
  choosiness: Choosiness,
  breaks: readonly Seat[] = NONE,
): Deal {
  const wished = wishes(view, random, choosiness);
  return wished.length === 0 && breaks.length === 0 ? NO_DEAL : { kind: 'cooperate', wishes: wished, breaks };
}
