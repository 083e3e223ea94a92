/** A short plan for tables: where the points went, and the deal. */
import { type Deal, type Plan, POLICY_INSTRUMENTS, sharedIn } from '../../shared/engine/plans.ts';
import { short, t } from '../state/language.ts';

export function planText(plan: Plan): string {
  return partsOf(plan).join(t('common.dot'));
}

function partsOf(plan: Plan): readonly string[] {
  switch (plan.kind) {
    case 'firm':
      return [
        ...points('planTrade', plan.trade),
        ...points('planResearch', plan.research),
        ...points('planShare', sharedIn(plan)),
        ...dealOf(plan.deal),
      ];
    case 'university':
      return [
        ...points('planPublish', plan.publish),
        ...points('planOutside', plan.outside),
        ...points('planShelter', plan.shelter),
        ...points('planOpen', plan.open),
        ...points('planShare', sharedIn(plan)),
      ];
    case 'government': {
      const spent = POLICY_INSTRUMENTS.flatMap((instrument) =>
        plan[instrument] === 0
          ? []
          : [t('debrief.planSpent', { what: t(termOf(instrument)), points: short(plan[instrument]) })],
      );
      const certified = plan.list?.length ?? 0;
      return [
        ...(spent.length === 0 ? [t('debrief.planIdle')] : spent),
        ...(certified === 0 ? [] : [t('debrief.planList', { count: certified })]),
      ];
    }
  }
}

function dealOf(deal: Deal): readonly string[] {
  if (deal.kind === 'none') return [];
  if (deal.kind !== 'cooperate') return [t(`debrief.deal-${deal.kind}`)];
  const [wishes, breaks] = [deal.wishes.length, deal.breaks.length];
  return [
    ...(wishes === 0 ? [] : [t('debrief.planWishes', { count: wishes })]),
    ...(breaks === 0 ? [] : [t('debrief.planBreaks', { count: breaks })]),
  ];
}

type PointsKey =
  | 'planTrade'
  | 'planResearch'
  | 'planShare'
  | 'planPublish'
  | 'planOutside'
  | 'planShelter'
  | 'planOpen';

function points(key: PointsKey, value: number): readonly string[] {
  return value === 0 ? [] : [t(`debrief.${key}`, { points: short(value) })];
}

function termOf(instrument: (typeof POLICY_INSTRUMENTS)[number]) {
  return instrument === 'fund' ? 'glossary.ventureFund' : (`glossary.${instrument}` as const);
}
