/** Signs every pact it can, shares nothing and trades with all its effort. */
import { withForeign } from './capital.ts';
import { cooperation } from './partners.ts';
import { effortOf, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

export const opportunist: Policy = (view, random) =>
  firmPlan(effortOf(view), 0, [], cooperation(view, random, { best: 9 }));

export const opportunistWithForeign = withForeign(opportunist);
