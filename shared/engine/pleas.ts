/** Whether a plan does what a firm asked of a university or an office. */
import type { Seat } from './actors.ts';
import type { Plea } from './parts.ts';
import type { Plan } from './plans.ts';

export function grants(plan: Plan, plea: Plea, from: Seat): boolean {
  switch (plea) {
    case 'openLab':
      return plan.kind === 'university' && plan.open >= 1;
    case 'loosen':
      return plan.kind === 'university' && plan.shelter <= 1;
    case 'noOrders':
      return plan.kind === 'government' && plan.command < 1;
    case 'takeUsIn':
      return plan.kind === 'government' && plan.command >= 1;
    case 'certify':
      return plan.kind === 'government' && plan.list?.includes(from) === true;
    case 'makeLaw':
      return plan.kind === 'government' && plan.law > 0;
  }
}
