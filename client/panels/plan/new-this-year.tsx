/** News since last year's plan in one line beside the repeat button, so that repeating is a decision. */
import { useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Happening, PublicSeat } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { dealingsWith, pointsShort } from '../../state/dealings.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { passage, percent, short, t } from '../../state/language.ts';
import { wide } from '../../state/media.ts';
import { sealsMoved } from '../../state/seals.ts';
import { openOffersTo } from '../deals/offers.tsx';
import { nameOf } from '../names.ts';
import { concerning, effectLines } from '../news/year-effects.ts';

/** A phone has room for a line or two. */
const most = () => (wide.value ? 2 : 1);

export function NewThisYear({ view }: { view: SeatView }) {
  const [all, setAll] = useState(false);
  const news = newThisYear(view);
  if (news.length === 0) return null;
  const shown = all ? news : news.slice(0, most());
  const more = news.length - shown.length;
  return (
    <p class="small new-year">
      <strong>{t('plan.newThisYear')}</strong> {passage(shown)}{' '}
      {more > 0 && (
        <button type="button" class="more-news" onClick={() => setAll(true)}>
          {t('plan.moreOffers', { count: more })}
        </button>
      )}
    </p>
  );
}

/** The player's own news first, then the street's. */
export function newThisYear(view: SeatView): readonly string[] {
  const own = view.public.seats[view.seat];
  return [
    ...lastPlan(view),
    ...demandShift(view),
    ...view.legal.partners.flatMap((seat) => brokenWord(view, seat)),
    ...view.public.happenings.flatMap((event) => ownNews(view, event)),
    ...lostSeal(view),
    ...treesThatAsk(view),
    ...(own === undefined ? [] : effectLines(view.public, movingOne(view, own), own.owner !== undefined)),
    ...foreignFirst(view),
  ];
}

function brokenWord(view: SeatView, seat: Seat): readonly string[] {
  const [last] = dealingsWith(view, seat, 1);
  if (last?.promised === undefined || pointsShort(last.promised, last.got) === 0) return [];
  const { promised, got } = last;
  return [t('plan.new-word', { name: nameOf(view.public, seat), promised: short(promised), got: short(got) })];
}

function ownNews(view: SeatView, event: Happening): readonly string[] {
  const own = view.seat;
  const name = (seat: Seat) => nameOf(view.public, seat);
  switch (event.type) {
    case 'PactBroken':
      return event.with === own ? [t('plan.new-broken', { name: name(event.by) })] : [];
    case 'PactFormed':
      if (event.a !== own && event.b !== own) return [];
      return [t('plan.new-pact', { name: name(event.a === own ? event.b : event.a) })];
    case 'FirmAbsorbed':
      return event.firm === own ? [t('plan.new-absorbed', { name: name(event.head) })] : [];
    case 'HubFaltered':
      return [t('plan.new-faltered', { name: name(event.head) })];
    default:
      return [];
  }
}

/** Compares with the last reveal, since a view has only present certificates. */
function lostSeal({ public: seen, seat }: SeatView): readonly string[] {
  const moved = sealsMoved({ ...seen, round: seen.round - 1 });
  return moved?.lost.includes(seat) === true ? [t('plan.new-unlisted')] : [];
}

function treesThatAsk(view: SeatView): readonly string[] {
  return openOffersTo(view.seat).flatMap(({ kind, from }) =>
    kind === 'buy' ? [t('plan.new-tree', { name: nameOf(view.public, from) })] : [],
  );
}

/** Interest changes matter only to debtors. */
function movingOne({ books }: SeatView, own: PublicSeat) {
  const all = concerning(own);
  return own.kind === 'firm' && books.loans.length === 0 ? all.filter((name) => name !== 'loanInterest') : all;
}

/** In the last year new knowledge sells no more. */
function lastPlan({ public: seen, seat }: SeatView): readonly string[] {
  const numbers = numbersOf(seen);
  if (seen.round < seen.rounds || numbers === undefined || seen.seats[seat]?.kind !== 'firm') return [];
  return [t('plan.new-last', { share: percent(numbers.scoreKnowledge) })];
}

/** In the year of the demand shift, before everything else. */
function demandShift({ public: seen }: SeatView): readonly string[] {
  return seen.shocked && numbersOf(seen)?.shockRound === seen.round ? [t('plan.new-demand')] : [];
}

function foreignFirst({ public: seen, legal }: SeatView): readonly string[] {
  const first = numbersOf(seen)?.foreignFrom === seen.round && legal.foreign.refused === undefined;
  return first ? [t('plan.new-foreign')] : [];
}
