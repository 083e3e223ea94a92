/**
 * Takes what pays most this very round, as a textbook would, and signs or sells whatever is on offer.
 *
 * A point of trade earns the margin less the glut it can expect; a point of research earns the product it adds this
 * round. Both are linear, so all points go to the better one. A shared point adds a third of that product, and is
 * never the best.
 */

import { at } from '../engine/queries.ts';
import { saleTo } from './merger.ts';
import { cooperation } from './partners.ts';
import { effortOf, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';
import { KNOWLEDGE_PER_RESEARCH } from './rules-of-thumb.ts';

const MARGIN_REALISED = 0.85;
const PRODUCT_PER_KNOWLEDGE = 0.8;

export const bestReply: Policy = (view, random) => {
  const self = at(view.public.seats, view.seat);
  const single = self.owner === undefined && self.treeSize === 1;
  const deal = (single ? saleTo(view) : undefined) ?? cooperation(view, random, { best: 9 });

  const trade = view.quotes.margin * MARGIN_REALISED;
  const research = PRODUCT_PER_KNOWLEDGE * KNOWLEDGE_PER_RESEARCH;
  const effort = effortOf(view);
  return trade >= research ? firmPlan(effort, 0, [], deal) : firmPlan(0, effort, [], deal);
};
