/** Why a bot's university or office says no to a plea: by what its plan for this year does instead. */
import type { Plea } from '../engine/parts.ts';
import type { GovernmentPlan, Plan, UniversityPlan } from '../engine/plans.ts';
import type { ReplyId } from '../engine/ready-sentences.ts';
import type { SeatView } from '../engine/view.ts';

export function replyTo(view: SeatView, plan: Plan, plea: Plea, listFrom: number): ReplyId {
  if (plan.kind === 'university') return ofLab(plan, plea);
  if (plan.kind === 'firm') return 'elsewhere';
  const lists = view.public.round >= listFrom;
  switch (plea) {
    case 'noOrders':
      return lists && view.public.seats.some(({ kind }) => kind === 'commission')
        ? 'ordersUnlessSealed'
        : 'ordersFirst';
    case 'takeUsIn':
      return 'noOrdersNow';
    case 'certify':
      if (!lists) return 'sealsLater';
      return (plan.list ?? []).length > 0 ? 'sealsToKeepers' : 'noSeals';
    default:
      return ofOffice(plan);
  }
}

function ofLab({ publish, outside, shelter }: UniversityPlan, plea: Plea): ReplyId {
  if (plea === 'loosen') return 'shelterFirst';
  const most = Math.max(publish, outside, shelter);
  if (most === 0) return 'elsewhere';
  if (most === shelter) return 'shelterFirst';
  return most === publish ? 'papersFirst' : 'clientsFirst';
}

function ofOffice({ command, law, reform, fund, training }: GovernmentPlan): ReplyId {
  const most = Math.max(command, law, reform, fund, training);
  if (most === 0) return 'idleNow';
  if (most === command) return 'ordersFirst';
  return most === fund ? 'fundFirst' : 'elsewhere';
}
