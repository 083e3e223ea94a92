/** What a bot is: a function from what its seat may see to a plan. Everything it knows beyond that is luck of its own. */

import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import type { Plan } from '../engine/plans.ts';
import { drawsOf } from '../engine/random.ts';

/** A draw in [0, 1) named by its key: the same key gives the same number in the same seat of the same district. */
export type BotRandom = (...key: readonly (number | string)[]) => number;

export type Policy = (view: BotView, random: BotRandom) => Plan;

/** The luck of the bot in a seat: the same wherever the district is played. */
export function botRandom(seed: number, seat: Seat): BotRandom {
  return drawsOf(seed, 'bot', seat);
}
