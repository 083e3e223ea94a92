/**
 * Takes what pays most this very round, as a textbook would, and signs or sells whatever is on offer.
 *
 * A point of trade earns the margin less the glut it can expect; a point of research or sharing earns the product it
 * adds this round. All three are linear, so the best split puts every point into the best one.
 */

import { at } from '../engine/queries.ts';
import { saleTo } from './merger.ts';
import { cooperation } from './partners.ts';
import { effortOf, equalShares, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

const MARGIN_REALISED = 0.85;
const PRODUCT_PER_KNOWLEDGE = 0.8;
const KNOWLEDGE_PER_RESEARCH = 0.55;
const KNOWLEDGE_PER_SHARE = 0.18;

export const bestReply: Policy = (view, random) => {
  const self = at(view.public.seats, view.seat);
  const single = self.owner === undefined && self.treeSize === 1;
  const deal = (single ? saleTo(view) : undefined) ?? cooperation(view, random, { best: 9 });

  const trade = view.quotes.margin * MARGIN_REALISED;
  const research = PRODUCT_PER_KNOWLEDGE * KNOWLEDGE_PER_RESEARCH;
  const sharing = view.legal.partners.length === 0 ? 0 : PRODUCT_PER_KNOWLEDGE * KNOWLEDGE_PER_SHARE;
  const effort = effortOf(view);
  if (trade >= research && trade >= sharing) return firmPlan(effort, 0, [], deal);
  if (research >= sharing) return firmPlan(0, effort, [], deal);
  return firmPlan(0, 0, equalShares(effort, view.legal.partners), deal);
};
