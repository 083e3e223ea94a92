/**
 * Leans on a big tree: sells itself to the largest that has room, or founds one by buying whoever stands alone.
 *
 * Singles must not all sell or all buy: those with a single firm in a lower seat sell to it, the lowest buys. Where a
 * sale did not come about (the lower firm wants none), they try the next one, and now and then buy instead.
 */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import { type Deal, type FirmPlan, NO_DEAL } from '../engine/plans.ts';
import { effortOf, firmPlan } from './points.ts';
import type { BotRandom, Policy } from './policy.ts';

/** Trees it joins or fills have fewer members than this. */
const FULL = 4;
/** Rounds in which everybody who can sells to the lowest seat; after that a single also tries other ways. */
const PATIENCE = 3;

/** Two points of trade to one of research. */
export const merger: Policy = (view, random) => plan(view, random, 1 / 3);
/** The same with as much research as trade. */
export const mergerWithResearch: Policy = (view, random) => plan(view, random, 1 / 2);

function plan(view: BotView, random: BotRandom, intoResearch: number): FirmPlan {
  const research = Math.floor(effortOf(view) * intoResearch);
  return firmPlan(effortOf(view) - research, research, [], mergerDeal(view, random));
}

function mergerDeal(view: BotView, random: BotRandom): Deal {
  const self = view.public.seats[view.seat];
  if (self === undefined || self.owner !== undefined) return NO_DEAL;
  if (self.treeSize > 1) return purchase(view);
  const restless = view.public.round > PATIENCE && random('buys', view.public.round) < 0.5;
  const sale = restless ? undefined : saleTo(view);
  return sale ?? purchase(view);
}

function purchase(view: BotView): Deal {
  const sellers: Seat[] = [];
  for (const option of view.legal.buy) {
    if (option.refused === undefined && view.public.seats[option.seat]?.treeSize === 1) sellers.push(option.seat);
  }
  return sellers.length === 0 ? NO_DEAL : { kind: 'buy', sellers };
}

/** A single firm's sale: to the largest tree with room, else to a single firm in a lower seat. */
export function saleTo(view: BotView): Deal | undefined {
  let tree: Seat | undefined;
  let largest = 1;
  const lower: Seat[] = [];
  for (const option of view.legal.sell) {
    if (option.refused !== undefined) continue;
    const size = view.public.seats[option.seat]?.treeSize ?? 0;
    if (size > largest && size < FULL) {
      largest = size;
      tree = option.seat;
    } else if (size === 1 && option.seat < view.seat) lower.push(option.seat);
  }
  const attempt = Math.max(0, view.public.round - PATIENCE);
  const buyer = tree ?? lower[attempt % Math.max(1, lower.length)];
  return buyer === undefined ? undefined : { kind: 'sell', buyer };
}
