/** What others ask, above the plan: two rows, the rest on demand. A yes writes the answer into the person's plan. */
import { useState } from 'preact/hooks';
import type { Offer } from '../../../shared/engine/parts.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { type Draft, mayCertify, verbOf } from '../../state/draft.ts';
import { draft } from '../../state/draft-store.ts';
import { num, short, t } from '../../state/language.ts';
import { type PactDoubt, pactDoubt } from '../../state/pact-places.ts';
import { inPractice } from '../../state/practice-game.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswerOffer } from '../deals/answer-offer.ts';
import { openOffersTo } from '../deals/offers.tsx';
import { nameOf } from '../names.ts';
import { pleaText } from './plea-words.ts';
import { SaidToPleas } from './said-to-pleas.tsx';

const SHOWN = 2;
const BY_DOUBT: readonly (Doubt | undefined)[] = [undefined, 'crowded', 'theirsFull', 'full', 'listFull'];
/** In a practice a newcomer meets one request at a time. */
const SHOWN_AT_FIRST = 1;

export function Inbox({ view }: { view: SeatView }) {
  const [all, setAll] = useState(false);
  // Rare pleas first, then what can come true, then what there is no room for.
  const now = draft.value;
  const waiting = openOffersTo(view.seat)
    .map((offer) => {
      const doubt = doubtOf(now, view, offer);
      return { offer, rank: offer.kind === 'plea' && doubt === undefined ? -1 : BY_DOUBT.indexOf(doubt) };
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ offer }) => offer);
  const shown = all ? waiting : waiting.slice(0, inPractice.value && view.public.round === 1 ? SHOWN_AT_FIRST : SHOWN);
  return (
    <section
      class={now?.kind === 'government' ? 'inbox of-office' : 'inbox'}
      aria-label={t('play.offersTitle')}
      tabIndex={-1}
    >
      {shown.length > 0 && (
        <ul>
          {shown.map((offer) => (
            <Row key={offer.id} offer={offer} view={view} />
          ))}
        </ul>
      )}
      {waiting.length > shown.length && (
        <button type="button" class="more-offers" onClick={() => setAll(true)}>
          {t('plan.moreOffers', { count: waiting.length - shown.length })}
        </button>
      )}
      {now !== undefined && now.kind !== 'firm' && <SaidToPleas draft={now} view={view} />}
    </section>
  );
}

/** An offer in its sender's words. */
function askedText(view: SeatView, { kind, from, promise, plea }: Offer): string {
  const name = nameOf(view.public, from);
  if (plea !== undefined) return t('plan.pleads', { name, plea: pleaText(view, { from, plea }) });
  if (promise !== undefined)
    return t(`plan.asks-${kind === 'share' ? 'share' : 'pactPromised'}`, { name, points: short(promise) });
  return kind === 'share' || kind === 'plea' ? '' : t(`plan.asks-${kind}`, { name, price: num(view.quotes.ownPrice) });
}

function Row({ offer, view }: { offer: Offer; view: SeatView }) {
  const answerOffer = useAnswerOffer(view);
  const [asking, setAsking] = useState(false);
  const now = draft.value;
  const name = nameOf(view.public, offer.from);
  const doubt = doubtOf(now, view, offer);
  const noRoom = doubt === 'full' || doubt === 'listFull' ? doubt : undefined;
  const unsure = doubt === 'crowded' || doubt === 'theirsFull';
  const verb = verbOf(offer.kind);
  const otherDeal =
    now?.kind === 'firm' && verb !== undefined && now.verb !== 'none' && now.verb !== verb ? now.verb : undefined;

  const answer = async (accept: boolean, row: HTMLElement | null) => {
    // The buttons disappear with the row, so the focus moves to the next one.
    const inbox = row?.closest<HTMLElement>('.inbox');
    if (await answerOffer(offer, accept)) inbox?.focus();
  };
  const yes = (row: HTMLElement | null) => {
    if (otherDeal !== undefined && !asking) setAsking(true);
    else answer(true, row);
  };
  return (
    <li class="asked">
      <span class="asked-words">
        {asking && otherDeal !== undefined
          ? t('plan.otherDeal', { verb: t(`plan.verb-${otherDeal}`) })
          : noRoom === undefined
            ? askedText(view, offer)
            : t(`plan.${noRoom}For`, { name })}
      </span>
      <Button
        compact
        disabled={noRoom !== undefined}
        label={t(unsure ? 'plan.yesIfRoomTo' : 'plan.yesTo', { name })}
        onPress={yes}
      >
        {t(unsure ? 'plan.yesIfRoom' : 'plan.yes')}
      </Button>
      <Button
        compact
        label={t('plan.noTo', { name })}
        onPress={(row) => (asking ? setAsking(false) : answer(false, row))}
      >
        {t('plan.no')}
      </Button>
      {unsure && <span class="asked-doubt small warm">{t(`plan.doubt-${doubt}`)}</span>}
    </li>
  );
}

type Doubt = PactDoubt | 'listFull';

/** Why an acceptance may be void: no room for the pact, whose points would be lost, or no certificate left. */
function doubtOf(now: Draft | undefined, view: SeatView, { kind, from, plea }: Offer): Doubt | undefined {
  if (now === undefined) return undefined;
  if (plea === 'certify') return mayCertify(now, view, from) ? undefined : 'listFull';
  return kind === 'pact' ? pactDoubt(now, view, from) : undefined;
}
