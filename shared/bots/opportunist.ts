/** Signs every pact it can, shares nothing, trades with all it has. */
import { cooperation } from './partners.ts';
import { EFFORT, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

export const opportunist: Policy = (view, random) => firmPlan(EFFORT, 0, [], cooperation(view, random, { best: 9 }));
