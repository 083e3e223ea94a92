/**
 * An office's or university's year by name: its points, fund and certificates. Effects come from the engine's
 * look-ahead at planning time; if this page missed that, only events are told.
 */

import type { Seat } from '../../../shared/engine/actors.ts';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import {
  type GovernmentPlan,
  POLICY_INSTRUMENTS,
  type PolicyInstrument,
  type UniversityPlan,
} from '../../../shared/engine/plans.ts';
import { HIGHEST_STANDING } from '../../../shared/engine/public-view.ts';
import { pactsWith } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, passage, percent, plainList, short, signed, t } from '../../state/language.ts';
import {
  type Instead,
  instead,
  type Moved,
  movedBy,
  movedBySeals,
  type OfficePlan,
  type OfficeUse,
} from '../../state/office-forecast.ts';
import { yearsLeft } from '../../state/years.ts';
import { nameOf } from '../names.ts';
import { otherOffice } from '../plan/command-reach.ts';
import { endYear, fine, LEAST } from '../plan/office-about.ts';
import { tradeOff } from '../plan/trade-off.ts';

/** Largest number of pairs that are named. */
const NAMED = 2;

interface Year {
  readonly view: SeatView;
  readonly before: SeatView | undefined;
  readonly plan: GovernmentPlan;
  readonly result: OwnResult;
}

export function officeYear(view: SeatView, before: SeatView | undefined, result: OwnResult): readonly string[] {
  const { plan } = result;
  if (plan.kind === 'firm') return [];
  if (plan.kind === 'university') return [...lab(view, before, plan), ...other(before, plan)];
  const year = { view, before, plan, result };
  return [
    ...nothing(plan),
    ...training(year),
    ...law(year),
    ...reform(year),
    ...command(year),
    ...fund(year),
    ...seals(year),
    ...other(before, plan),
  ];
}

/** Says so if the office did nothing. */
function nothing(plan: GovernmentPlan): readonly string[] {
  return POLICY_INSTRUMENTS.some((use) => plan[use] > 0) ? [] : [t('officeYear.nothing')];
}

/** Approximate effect on the street, at once and by the end. */
function effect(before: SeatView | undefined, plan: OfficePlan, use: OfficeUse): readonly string[] {
  const moved: Moved | undefined = before && movedBy(before, plan, use);
  if (before === undefined || moved === undefined || Math.abs(moved.street) < LEAST) return [];
  const about = { now: signed(moved.streetNow), street: signed(moved.street), year: endYear(before.public) };
  return [t(yearsLeft(before.public) === 1 ? 'officeYear.aboutNow' : 'officeYear.about', about)];
}

function by({ before, plan }: Year, use: PolicyInstrument): readonly string[] {
  return effect(before, plan, use);
}

function lab(view: SeatView, before: SeatView | undefined, plan: UniversityPlan): readonly string[] {
  if (plan.open === 0) return [];
  return [passage([t('officeYear.open', { count: firmsOf(view) }), ...effect(before, plan, 'open')])];
}

function firmsOf(view: SeatView): number {
  return view.public.seats.filter(({ kind }) => kind === 'firm').length;
}

function training(year: Year): readonly string[] {
  if (year.plan.training === 0) return [];
  return [passage([t('officeYear.training', { count: firmsOf(year.view) }), ...by(year, 'training')])];
}

function law(year: Year): readonly string[] {
  const { plan, view } = year;
  const numbers = numbersOf(view.public);
  if (plan.law === 0 || numbers === undefined) return [];
  const kept = view.public.pacts.filter((pact) => pact.kept === true);
  if (kept.length === 0) return [t('officeYear.lawNothing', { law: percent(view.public.law) })];
  const named = kept.slice(0, NAMED).map(({ a, b }) => pair(view, a, b));
  const told = t(kept.length > NAMED ? 'officeYear.lawMore' : 'officeYear.law', {
    law: percent(view.public.law),
    share: percent(numbers.lawTrust * view.public.law),
    names: plainList(named),
    count: kept.length,
  });
  return [passage([told, ...by(year, 'law')])];
}

function pair(view: SeatView, a: Seat, b: Seat): string {
  return t('officeYear.pair', { a: nameOf(view.public, a), b: nameOf(view.public, b) });
}

/** Names pacts between state and non-state firms, which reform brings together. */
function reform(year: Year): readonly string[] {
  const { plan, view, before } = year;
  if (plan.reform === 0) return [];
  const { distance, pacts, seats } = view.public;
  const state = (seat: Seat) => seats[seat]?.parent !== undefined || seats[seat]?.kind === 'university';
  const across = pacts.filter(({ a, b }) => state(a) !== state(b)).map(({ a, b }) => pair(view, a, b));
  const moved = before === undefined || before.public.distance === distance ? undefined : before.public.distance;
  const told =
    moved === undefined
      ? [t('officeYear.reformFloor', { distance: percent(distance) })]
      : [t('officeYear.reform', { from: percent(moved), distance: percent(distance) }), ...by(year, 'reform')];
  const easier = across.length === 0 ? [] : [t('officeYear.reformPacts', { names: plainList(across.slice(0, NAMED)) })];
  return [passage([...told, ...easier])];
}

/** Claims no effect if the other office's points were enough alone. */
function command(year: Year): readonly string[] {
  const { plan, view } = year;
  if (plan.command === 0) return [];
  const other = otherOffice(view);
  const alone =
    other !== undefined && other.gave >= (numbersOf(view.public)?.commandNeeded ?? Number.POSITIVE_INFINITY);
  return view.public.happenings.flatMap((event) => {
    if (event.type !== 'FirmAbsorbed') return [];
    const [firm, head] = [nameOf(view.public, event.firm), nameOf(view.public, event.head)];
    if (alone) return [t('officeYear.commandAnyway', { firm, head, name: nameOf(view.public, other.seat) })];
    return [passage([t('officeYear.command', { firm, head }), ...by(year, 'command')])];
  });
}

/** Who asked the fund with what result; or that nobody asked, if its amount has changed. */
function fund({ plan, view, before, result }: Year): readonly string[] {
  const numbers = numbersOf(view.public);
  if (numbers === undefined || view.public.fundOff === true) return [];
  const asked = result.askedTheFund ?? [];
  const named = (got: boolean) =>
    asked.flatMap(({ firm, granted }) => (granted === got ? [nameOf(view.public, firm)] : []));
  const [granted, refused] = [named(true), named(false)];
  const asThen = view.public.fund === (before?.public.fund ?? 0);
  if (plan.fund === 0 && asThen && granted.length + refused.length === 0) return [];
  const needed = short(numbers.ventureFundNeeded);
  const enough = view.public.fund >= numbers.ventureFundNeeded;
  return [
    ...(granted.length === 0 ? [] : [t('officeYear.fundGranted', { names: plainList(granted) })]),
    ...(refused.length === 0
      ? []
      : [t(enough ? 'officeYear.fundUnlucky' : 'officeYear.fundRefused', { names: plainList(refused) })]),
    t(granted.length + refused.length === 0 ? 'officeYear.fundNobody' : 'officeYear.fundHolds', {
      fund: short(view.public.fund),
      needed,
    }),
  ];
}

/** Result of each certificate: the firm's pacts, its standing, and the certificate's own effect. */
function seals({ before, plan, view }: Year): readonly string[] {
  const { list = [] } = plan;
  const bySeal = before === undefined ? undefined : movedBySeals(before, plan, list);
  return list.map((seat) => {
    const pacts = pactsWith(view.public.pacts, seat).filter(({ kept }) => kept !== undefined);
    const kept = pacts.filter((pact) => pact.kept === true).length;
    const level = view.public.seats[seat]?.standing ?? 1;
    const was = before?.public.seats[seat]?.standing ?? level;
    const moved = bySeal?.get(seat);
    const name = nameOf(view.public, seat);
    const left = view.public.happenings.flatMap((event) =>
      event.type === 'FirmLeft' && event.firm === seat
        ? [t('officeYear.sealLeft', { owner: nameOf(view.public, event.owner) })]
        : [],
    );
    return passage([
      t(pacts.length === 0 ? 'officeYear.sealNoPact' : 'officeYear.seal', { name, kept, count: pacts.length }),
      ...left,
      t(was === level ? 'officeYear.sealSize' : 'officeYear.sealGrew', { was, level, most: HIGHEST_STANDING }),
      ...(moved === undefined
        ? []
        : [
            t(yearsLeft(before?.public ?? view.public) === 1 ? 'officeYear.sealMovedNow' : 'officeYear.sealMoved', {
              street: num(moved.streetNow),
              score: fine(moved.score),
              year: endYear(view.public),
            }),
          ]),
    ]);
  });
}

/** Effect of all points on one other use: the best for the office, or else for the street. */
function other(before: SeatView | undefined, plan: OfficePlan): readonly string[] {
  if (before === undefined) return [];
  const all = instead(before, plan).filter(
    ({ use, score, street }) => use !== 'fund' && tradeOff(score, street) !== undefined,
  );
  const most = (by: 'score' | 'street') =>
    all.reduce<Instead | undefined>((best, one) => (best === undefined || one[by] > best[by] ? one : best), undefined);
  const [own, street] = [most('score'), most('street')];
  const told = own !== undefined && own.score >= LEAST ? own : street;
  if (told === undefined || (told.score < LEAST && told.street < LEAST)) return [];
  const trade = tradeOff(told.score, told.street);
  if (trade === undefined) return [];
  const then = yearsLeft(before.public) === 1 ? '' : t('officeYear.thenBy', { year: endYear(before.public) });
  return [t(`officeYear.all-${told.use}`, { trade, then })];
}
