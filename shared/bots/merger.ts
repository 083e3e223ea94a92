/**
 * Builds a big tree: a firm sells itself to the largest tree with room, or founds one by buying firms that stand alone.
 *
 * Not every single firm may sell, or buy. One with a single firm in a lower seat sells to it; the firm in the lowest
 * seat buys. After a failed sale a firm tries the next buyer, and sometimes buys instead.
 */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import { type Deal, type FirmPlan, NO_DEAL } from '../engine/plans.ts';
import { at } from '../engine/queries.ts';
import { effortOf, firmPlan } from './points.ts';
import type { BotRandom, Policy } from './policy.ts';

/** Trees that the bot joins or fills have fewer firms than this. */
const FULL = 4;
/** Rounds in which every firm that can sells to the lowest seat; later it also tries other ways. */
const PATIENCE = 3;

/** Two points of trade to one of research. */
export const merger: Policy = (view, random) => plan(view, random, 1 / 3);
/** As much research as trade. */
export const mergerWithResearch: Policy = (view, random) => plan(view, random, 1 / 2);

function plan(view: BotView, random: BotRandom, intoResearch: number): FirmPlan {
  const research = Math.floor(effortOf(view) * intoResearch);
  return firmPlan(effortOf(view) - research, research, [], mergerDeal(view, random));
}

function mergerDeal(view: BotView, random: BotRandom): Deal {
  const self = at(view.public.seats, view.seat);
  if (self.owner !== undefined) return NO_DEAL;
  if (self.treeSize > 1) return purchase(view);
  const restless = view.public.round > PATIENCE && random('buys', view.public.round) < 0.5;
  const sale = restless ? undefined : saleTo(view);
  return sale ?? purchase(view);
}

function purchase(view: BotView): Deal {
  const sellers: Seat[] = [];
  for (const option of view.legal.buy) {
    if (option.refused === undefined && at(view.public.seats, option.seat).treeSize === 1) sellers.push(option.seat);
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
    const size = at(view.public.seats, option.seat).treeSize;
    if (size > largest && size < FULL) {
      largest = size;
      tree = option.seat;
    } else if (size === 1 && option.seat < view.seat) lower.push(option.seat);
  }
  const attempt = Math.max(0, view.public.round - PATIENCE);
  const buyer = tree ?? lower[attempt % Math.max(1, lower.length)];
  return buyer === undefined ? undefined : { kind: 'sell', buyer };
}
