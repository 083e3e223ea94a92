/** Half trade, half research of its own; deals with nobody. */
import { firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

export const solo: Policy = () => firmPlan(30, 30);
