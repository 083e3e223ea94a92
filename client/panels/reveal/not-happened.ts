/** Wishes that did not come true, each with a reason known to this seat. */

import type { Seat } from '../../../shared/engine/actors.ts';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import { type FirmPlan, type GovernmentPlan, type Plan, tenths, wishesOf } from '../../../shared/engine/plans.ts';
import { type PublicView, spentIn } from '../../../shared/engine/public-view.ts';
import { partnersOf } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { dealingsWith } from '../../state/dealings.ts';
import { keptBy, numbersOf } from '../../state/game-parameters.ts';
import { plainList, short, t } from '../../state/language.ts';
import { isFull } from '../../state/pact-places.ts';
import { isLoner } from '../../state/refusers.ts';
import { nameOf } from '../names.ts';
import { firmsThatMayLeave } from '../plan/command-reach.ts';
import { isWeakFit } from '../seat-words.ts';

export function notHappened(view: SeatView, result: OwnResult): readonly string[] {
  const { plan } = result;
  if (plan.kind === 'government') return [...command(view, plan), ...pleas(view)];
  return [
    ...wishes(view, plan),
    ...shares(view, plan),
    ...(plan.kind === 'firm' ? merger(view, plan) : []),
    ...pleas(view),
  ];
}

type Partnering = Exclude<Plan, GovernmentPlan>;

/** Whether a pact offer between the two was accepted. */
function saidYes({ said = [] }: SeatView, one: Seat, other: Seat): boolean {
  return said.some(
    ({ kind, from, to, status }) => kind === 'pact' && status === 'accepted' && from === one && to === other,
  );
}

/** Groups seats by reason. */
function perReason(view: PublicView, seats: readonly Seat[], reasonFor: (seat: Seat) => Reason): readonly string[] {
  const reasons = new Map<Reason, string[]>();
  for (const seat of seats) {
    const reason = reasonFor(seat);
    reasons.set(reason, [...(reasons.get(reason) ?? []), nameOf(view, seat)]);
  }
  return [...reasons].map(([reason, names]) => t(`play.not-${reason}`, { name: plainList(names) }));
}

type Reason =
  | 'pactMine'
  | 'pactTheirs'
  | 'pactUnsigned'
  | 'pactNoWish'
  | 'pactLetDown'
  | 'pactElsewhere'
  | 'pactLoner'
  | 'pactFit'
  | 'pactYou'
  | 'saleGone'
  | 'saleSize'
  | 'saleCash'
  | 'saleNo';

function wishes(view: SeatView, plan: Partnering): readonly string[] {
  const { seat } = view;
  const wished = wishesOf(plan);
  const signedWith = partnersOf(view.public.pacts, seat);
  const failed = wished.filter((other) => !signedWith.includes(other));
  const unsigned = (view.said ?? [])
    .filter(({ kind, from, to, status }) => kind === 'pact' && status === 'accepted' && to === seat && from !== seat)
    .map(({ from }) => from)
    .filter((other) => !wished.includes(other) && !signedWith.includes(other));
  return [
    ...perReason(view.public, failed, (other) => {
      if (isFull(view, seat)) return 'pactMine';
      if (isFull(view, other)) return 'pactTheirs';
      return saidYes(view, seat, other) ? 'pactUnsigned' : unwished(view, other);
    }),
    ...perReason(view.public, unsigned, () => 'pactYou'),
  ];
}

/** Why the other had no wish for it, as far as both can see. */
function unwished(view: SeatView, other: Seat): Reason {
  if (isLoner(view.public, other)) return 'pactLoner';
  if (letDown(view, other)) return 'pactLetDown';
  const signed = view.public.happenings.some(
    (event) => event.type === 'PactFormed' && (event.a === other || event.b === other),
  );
  if (signed) return 'pactElsewhere';
  return isWeakFit(view.fit[other] ?? 0) ? 'pactFit' : 'pactNoWish';
}

const REMEMBERED = 3;

function letDown(view: SeatView, other: Seat): boolean {
  const keeps = keptBy(view.public);
  return dealingsWith(view, other, REMEMBERED).some(({ gave, got }) => keeps(got) && !keeps(gave));
}

/** Points for a seat without a pact went to research or publishing (rule E2). */
function shares(view: SeatView, plan: Partnering): readonly string[] {
  const signedWith = partnersOf(view.public.pacts, view.seat);
  const fallen = plan.shares.filter(({ to, points }) => !signedWith.includes(to) && tenths(points) > 0);
  if (fallen.length === 0) return [];
  const points = short(fallen.reduce((sum, each) => sum + each.points, 0));
  const name = plainList(fallen.map(({ to }) => nameOf(view.public, to)));
  return [t(plan.kind === 'firm' ? 'play.not-pointsResearch' : 'play.not-pointsPapers', { points, name })];
}

function merger(view: SeatView, { deal }: FirmPlan): readonly string[] {
  const { seat } = view;
  const own = view.public.seats[seat];
  if (deal.kind !== 'buy' && deal.kind !== 'sell') return [];
  const { happenings } = view.public;
  const sold = happenings.flatMap((event) => (event.type === 'FirmSold' ? [event] : []));
  const moved = happenings.flatMap((event) => (event.type === 'FirmAbsorbed' ? [event] : []));
  const order = moved.find(({ firm }) => firm === seat);
  if (order !== undefined) return [t('play.not-saleOrder', { name: nameOf(view.public, order.head) })];
  const wanted = deal.kind === 'buy' ? deal.sellers : [deal.buyer];
  const failed = wanted.filter((other) =>
    deal.kind === 'buy'
      ? !sold.some(({ seller, buyer }) => seller === other && buyer === seat)
      : !sold.some(({ seller }) => seller === seat),
  );
  const gone = (other: Seat) => sold.some(({ seller }) => seller === other) || moved.some(({ firm }) => firm === other);
  const limit = numbersOf(view.public)?.treeLimit ?? Number.POSITIVE_INFINITY;
  const together = (other: Seat) => (own?.treeSize ?? 1) + (view.public.seats[other]?.treeSize ?? 1);
  const agreed = (other: Seat) =>
    deal.kind === 'buy' &&
    (view.said ?? []).some(
      ({ kind, from, to, status }) =>
        (kind === 'sell' && from === other && to === seat) ||
        (kind === 'buy' && from === seat && to === other && status === 'accepted'),
    );
  return perReason(view.public, failed, (other) => {
    if (gone(other)) return 'saleGone';
    if (together(other) > limit) return 'saleSize';
    return agreed(other) ? 'saleCash' : 'saleNo';
  });
}

/** Command without effect: too few points, or no firm left to take (rule G6). */
function command(view: SeatView, plan: GovernmentPlan): readonly string[] {
  const { happenings } = view.public;
  const numbers = numbersOf(view.public);
  if (tenths(plan.command) === 0 || numbers === undefined) return [];
  if (happenings.some(({ type }) => type === 'FirmAbsorbed')) return [];
  const all = spentIn(happenings).reduce((sum, { points }) => sum + tenths(points.command), 0);
  if (all < tenths(numbers.commandNeeded)) return [t('play.not-commandFew')];
  const held = firmsThatMayLeave(view.public, numbers);
  if (held.length === 0) return [t('play.not-commandNobody')];
  return [t('play.not-commandHeld', { name: plainList(held.map(({ seat }) => nameOf(view.public, seat))) })];
}

/** Granted pleas that an office visibly did not keep. */
function pleas(view: SeatView): readonly string[] {
  const policy = spentIn(view.public.happenings);
  const spent = (office: Seat) => policy.find(({ seat }) => seat === office)?.points;
  const refused = (view.said ?? []).filter(({ kind, from, to, plea }) => {
    if (kind !== 'plea' || from !== view.seat) return false;
    switch (plea) {
      case 'noOrders':
        return (spent(to)?.command ?? 0) >= 1;
      case 'makeLaw':
        return (spent(to)?.law ?? 0) === 0;
      case 'certify':
        return view.public.seats[view.seat]?.listed !== true;
      case 'takeUsIn':
        return view.public.seats[view.seat]?.owner === undefined;
      default:
        return false;
    }
  });
  // A university's plan is secret, so only its answer can be told.
  const unheard = (view.said ?? []).filter(
    ({ kind, from, plea, status }) =>
      kind === 'plea' && from === view.seat && (plea === 'openLab' || plea === 'loosen') && status !== 'accepted',
  );
  return [
    ...refused.map(({ to }) => t('play.not-plea', { name: nameOf(view.public, to) })),
    ...unheard.map(({ to }) => t('play.not-pleaNo', { name: nameOf(view.public, to) })),
  ];
}
