/** What a bot is: a function from what its seat may see, and its own luck, to a plan. */

import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import type { Plan } from '../engine/plans.ts';
import { drawsOf } from '../engine/random.ts';

/** A draw in [0, 1) named by its key: the same key in the same seat and district gives the same number. */
export type BotRandom = (...key: readonly (number | string)[]) => number;

export type Policy = (view: BotView, random: BotRandom) => Plan;

/** The luck of a seat's bot, which depends on seed and seat alone. */
export function botRandom(seed: number, seat: Seat): BotRandom {
  return drawsOf(seed, 'bot', seat);
}
