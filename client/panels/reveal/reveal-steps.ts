/** Order of a year's reveal: each partner, the seat's own events, the street, the score. */
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { num, t } from '../../state/language.ts';
import { plannedView } from '../../state/reveal.ts';
import { type Hand, handsOf, handText } from '../deals/hands.ts';
import { type BigCard, bigCards } from './big-cards.ts';
import { smallSentences } from './happenings.ts';
import { notHappened } from './not-happened.ts';
import { officeYear } from './office-year.ts';
import { pleasHeard } from './pleas-heard.ts';
import { costsOfYear } from './what-it-cost.ts';
import { yearSentences } from './year-told.ts';

export type Step =
  | { readonly kind: 'hand'; readonly hand: Hand }
  | { readonly kind: 'card'; readonly card: BigCard }
  /** Lines for the seat's own small deals and unfulfilled wishes. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'street' }
  | { readonly kind: 'score' };

const HANDS_MS = 6_000;
const LONGEST_HAND_MS = 3_000;
const CARD_MS = 4_500;
const LINES_MS = 4_000;
/** Upper bound; the step ends earlier with the map's story. */
const STREET_MS = 9_000;
const SCORE_MS = 3_000;

/** All steps in order. */
export function stepsOf(view: SeatView): readonly Step[] {
  const { result } = view;
  const told: Step[] = handsOf(view).map((hand) => ({ kind: 'hand', hand }));
  if (result !== undefined) {
    const cards = bigCards(view, result);
    told.push(...cards.map((card): Step => ({ kind: 'card', card })));
    const lines = ownLines(view, result, cards);
    if (lines.length > 0) told.push({ kind: 'lines', lines });
  }
  return [...told, { kind: 'street' }, { kind: 'score' }];
}

function ownLines(view: SeatView, result: OwnResult, cards: readonly BigCard[]): readonly string[] {
  const { round, by } = result;
  const filedFor = by === 'timeout' ? [t(round === 1 ? 'play.byTimeoutFirst' : 'play.byTimeout')] : [];
  const played = by === 'bot' ? [t('play.byBot')] : [];
  const own = smallSentences(view.public, view.seat, result.happenings, cards);
  const office = officeYear(view, plannedView(view.public), result);
  return [
    ...filedFor,
    ...played,
    ...own,
    ...costsOfYear(view, result),
    ...office,
    ...pleasHeard(view, result),
    ...notHappened(view, result),
  ];
}

export function timeOf({ kind }: Step, steps: readonly Step[]): number {
  const hands = steps.filter((step) => step.kind === 'hand').length;
  switch (kind) {
    case 'hand':
      return Math.min(LONGEST_HAND_MS, HANDS_MS / hands);
    case 'card':
      return CARD_MS;
    case 'lines':
      return LINES_MS;
    case 'street':
      return STREET_MS;
    case 'score':
      return SCORE_MS;
  }
}

/** The sentence a screen reader hears for a step. */
export function announcementOf(step: Step, view: SeatView): string {
  switch (step.kind) {
    case 'hand':
      return handText(view, step.hand);
    case 'card':
      return t('reveal.heardCard', { title: step.card.title, text: step.card.text });
    case 'lines':
      return step.lines[0] ?? '';
    case 'street':
      return yearSentences(view.public)[0] ?? t('play.quietYear');
    case 'score':
      return t('reveal.heardScore', { before: num(view.result?.scoreBefore ?? 0), after: num(view.score) });
  }
}
