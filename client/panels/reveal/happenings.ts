/** Events as sentences: public ones, and those of one's own books. */

import type { Seat } from '../../../shared/engine/actors.ts';
import { POLICY_INSTRUMENTS } from '../../../shared/engine/plans.ts';
import { type Happening, type PublicView, spentIn } from '../../../shared/engine/public-view.ts';
import type { RoundEvent } from '../../../shared/engine/round-events.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { list, num, percent, short, t } from '../../state/language.ts';
import { NO_SEALS_MOVED, sealsMoved } from '../../state/seals.ts';
import { nameOf } from '../names.ts';
import { sealBrings } from '../seat-words.ts';
import { type BigCard, bigOf } from './big-cards.ts';

export function streetSentences(view: PublicView): readonly string[] {
  return view.happenings.flatMap((happening) => sentencesOf(view, happening));
}

/** What an office spent points on in the last resolved round; undefined if on nothing. */
export function spentBy({ happenings }: PublicView, seat: Seat): string | undefined {
  const points = spentIn(happenings).find((spent) => spent.seat === seat)?.points;
  const on = POLICY_INSTRUMENTS.flatMap((instrument) =>
    points === undefined || points[instrument] === 0
      ? []
      : [t(`play.spent-${instrument}`, { points: short(points[instrument]) })],
  );
  return on.length === 0 ? undefined : list(on);
}

export function sentencesOf(view: PublicView, happening: Happening): readonly string[] {
  const name = (seat: number) => nameOf(view, seat);
  switch (happening.type) {
    case 'PolicyMade':
      return happening.spent.flatMap(({ seat }) => {
        const what = spentBy(view, seat);
        return what === undefined ? [] : [t('play.happened-policy', { name: name(seat), what })];
      });
    case 'ListMade': {
      if (happening.listed.length === 0) return [t('play.happened-listedNone')];
      const { lost, given } = sealsMoved(view) ?? { lost: [], given: happening.listed };
      return [
        ...(given.length === 0 ? [] : [t('play.happened-listed', { names: list(given.map(name)) })]),
        ...(lost.length === 0 ? [] : [t('play.happened-unlisted', { names: list(lost.map(name)) })]),
      ];
    }
    case 'FirmLeft':
      return [t('play.happened-left', { name: name(happening.firm), other: name(happening.owner) })];
    case 'FirmAbsorbed':
      return [t('play.happened-absorbed', { name: name(happening.firm), head: name(happening.head) })];
    case 'PactBroken':
      return [t('play.happened-broken', { name: name(happening.by), other: name(happening.with) })];
    case 'PactFormed':
      return [t('play.happened-formed', { name: name(happening.a), other: name(happening.b) })];
    case 'FirmSold':
      return [t('play.happened-sold', { name: name(happening.seller), other: name(happening.buyer) })];
    case 'ForeignPartnerJoined':
      return [t('play.happened-foreign', { name: name(happening.firm) })];
    case 'FirmRescued':
      return [t('play.happened-rescued', { name: name(happening.firm), head: name(happening.head) })];
    case 'FirmFailed':
      return [t('play.happened-failed', { name: name(happening.firm) })];
    case 'HubFaltered':
      return [t('play.happened-faltered', { name: name(happening.head) })];
  }
}

/** Why venture capital was refused: the fund was too low, or bad luck (rule D7). */
function ventureRefusal(view: PublicView): string {
  const numbers = numbersOf(view);
  const policy = view.happenings.find(({ type }) => type === 'PolicyMade');
  const fund = policy?.type === 'PolicyMade' ? policy.fund : view.fund;
  const needed = numbers?.ventureFundNeeded ?? 0;
  return fund < needed
    ? t('play.own-ventureRefused', { needed: short(needed) })
    : t('play.own-ventureUnlucky', { chance: percent(numbers?.ventureChanceFunded ?? 0) });
}

/** One's own deals and troubles, with sums known to this seat only. */
export function ownSentences(view: PublicView, seat: number, events: readonly RoundEvent[]): readonly string[] {
  return [...ownSeal(view, seat), ...ownDeals(view, seat, events)];
}

/** Sentences for events without a card of their own and not told with partners' hands. */
export function smallSentences(
  view: PublicView,
  seat: number,
  events: readonly RoundEvent[],
  cards: readonly BigCard[],
): readonly string[] {
  const told = cards.map(({ kind }) => kind);
  const small = events.filter(
    (event) => event.type !== 'PactFormed' && !told.some((kind) => kind === bigOf(event, seat)),
  );
  return [...(told.includes('certified') ? [] : ownSeal(view, seat)), ...ownDeals(view, seat, small)];
}

/** Why a certificate ended: by a failure, or by a list without the firm (rule G7). */
function whyUnlisted(view: PublicView, seat: number, given: readonly number[]): string {
  const failed = view.happenings.some((event) => event.type === 'FirmFailed' && event.firm === seat);
  if (failed) return t('play.own-unlistedFailed');
  const listed = view.seats.filter((actor) => actor.listed === true).map((actor) => actor.seat);
  const instead = given.length > 0 ? given : listed;
  if (instead.length === 0) return t('play.own-unlisted');
  return t('play.own-unlistedFor', { names: list(instead.map((other) => nameOf(view, other))) });
}

function ownSeal(view: PublicView, seat: number): readonly string[] {
  const { given, lost } = sealsMoved(view) ?? NO_SEALS_MOVED;
  if (lost.includes(seat)) return [whyUnlisted(view, seat, given)];
  if (!given.includes(seat)) return [];
  const numbers = numbersOf(view);
  if (numbers === undefined) return [];
  return [t('play.own-listed', sealBrings(numbers))];
}

function ownDeals(view: PublicView, seat: number, events: readonly RoundEvent[]): readonly string[] {
  const name = (other: number) => nameOf(view, other);
  return events.flatMap((event) => {
    switch (event.type) {
      case 'LoanTaken':
        return [t('play.own-loan', { cash: num(event.cash) })];
      case 'VentureGranted':
        return [t('play.own-venture', { cash: num(event.cash) })];
      case 'VentureRefused':
        return [ventureRefusal(view)];
      case 'ForeignPartnerJoined':
        return [t('play.own-foreign', { cash: num(event.cash), knowledge: num(event.knowledge) })];
      case 'FirmSold':
        return event.seller === seat
          ? [t('play.own-sold', { name: name(event.buyer), price: num(event.price) })]
          : [t('play.own-bought', { name: name(event.seller), price: num(event.price) })];
      case 'FirmLeft':
        return event.firm === seat
          ? [t('play.own-left', { price: num(event.price) })]
          : [t('play.own-leftMe', { name: name(event.firm), price: num(event.price) })];
      case 'LeaveRefused':
        return [t(event.why === 'command' ? 'play.own-leaveCommand' : 'play.own-leaveCash')];
      case 'FirmAbsorbed':
        return event.firm === seat
          ? [t('play.own-absorbed', { name: name(event.head) })]
          : [t('play.own-gift', { name: name(event.firm), cash: num(event.gift) })];
      case 'FirmRescued':
        return event.firm === seat
          ? [t('play.own-rescued', { name: name(event.head), cash: num(event.amount) })]
          : [t('play.own-rescuer', { name: name(event.firm), cash: num(event.amount) })];
      case 'FirmFailed':
        return [t('play.own-failed')];
      case 'HubFaltered':
        return [t('play.own-faltered')];
      case 'PactFormed':
        return [t('play.own-pactFormed', { name: name(event.a === seat ? event.b : event.a) })];
      case 'PactBroken':
        return event.by === seat
          ? [t('play.own-pactBrokenByMe', { name: name(event.with) })]
          : [t('play.own-pactBroken', { name: name(event.by) })];
      default:
        return [];
    }
  });
}
