/** Half trade, half own research; no deals. */
import { withForeign } from './capital.ts';
import { effortOf, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

export const solo: Policy = (view) => {
  const research = Math.floor(effortOf(view) / 2);
  return firmPlan(effortOf(view) - research, research);
};

export const soloWithForeign = withForeign(solo);
