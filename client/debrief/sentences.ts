/** Turning points and findings as sentences, with names of seats and localised numbers. */

import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { ANSWERED_BY_BOOKS, type Finding, type Question } from '../../shared/debrief/findings.ts';
import {
  type Occurrence,
  TOLD_BY_BOOKS,
  type TurningKind,
  type TurningPoint,
} from '../../shared/debrief/turning-point.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import { list, passage, percent, short, signed, t, type Values, words } from '../state/language.ts';
import { booksOpen, district } from './debrief-signals.ts';

/** In the district shown, unless another is given. */
export function seatName(seat: Seat | undefined, of = district.value?.chronicle): string {
  const actor = seat === undefined ? undefined : of?.final.actors[seat];
  return actor === undefined ? '' : words(actor.name);
}

/** Joins whole sentences, which Chinese does without spaces. */
export function inARow(sentences: readonly string[]): string {
  return passage(sentences);
}

/** Values that are shares of one, or changes of a share. */
const SHARES: readonly string[] = [
  'horizontal',
  'reciprocity',
  'vertical',
  'largestTree',
  'early',
  'late',
  'share',
  'law',
  'tradeDebt',
  'tradeFree',
];
const CHANGES: readonly string[] = ['change', 'changeOthers'];

function written(name: string, value: number, shares: readonly string[]): string {
  if (!Number.isFinite(value)) return '–';
  if (CHANGES.includes(name)) return `${signed(value * 100, 0)}%`;
  return shares.includes(name) ? percent(value) : short(value);
}

function valuesOf(
  seats: readonly Seat[],
  values: Readonly<Record<string, number>>,
  { shares = SHARES, of }: { readonly shares?: readonly string[]; readonly of?: Chronicle | undefined } = {},
): Values {
  const [a, b] = seats;
  const texts: Record<string, string | number> = {
    a: seatName(a, of),
    b: seatName(b, of),
    names: list(seats.map((seat) => seatName(seat, of))),
  };
  for (const [name, value] of Object.entries(values)) {
    // `count` stays a number, because it selects the plural.
    texts[name] = name === 'count' ? value : written(name, value, shares);
  }
  return texts;
}

/** Groups a sentence's seats two by two into pacts. */
function pairsOf(seats: readonly Seat[], of?: Chronicle): string {
  const pairs = seats.flatMap((a, index) => (index % 2 === 0 ? [[a, seats[index + 1]] as const] : []));
  return list(pairs.map(([a, b]) => t('debrief.pair', { a: seatName(a, of), b: seatName(b, of) })));
}

export function sentenceOf(point: TurningPoint, of?: Chronicle): string {
  const { kind, seats, evidence, figures } = point;
  switch (kind) {
    case 'figureChange':
    case 'decidingPact': {
      if (figures === undefined) return '';
      const to = t(`glossary.figure${figures.to}`);
      const from = figures.from === undefined ? '' : t(`glossary.figure${figures.from}`);
      if (kind === 'figureChange') {
        return from === '' ? t('debrief.turn-figureFirst', { to }) : t('debrief.turn-figureChange', { from, to });
      }
      const how = evidence.count === 1 ? 'one' : evidence.each === 1 ? 'each' : 'all';
      const way = evidence.gained === 1 ? 'gained' : 'lost';
      return t(`story.${way}-${how}`, { ...valuesOf(seats, evidence, { of }), pairs: pairsOf(seats, of), from, to });
    }
    case 'firstPact':
      return t('debrief.turn-firstPact', { ...valuesOf(seats, evidence, { of }), pairs: pairsOf(seats, of) });
    default:
      return occurrenceOf(kind, point, of);
  }
}

type Named = Exclude<TurningKind, 'figureChange' | 'decidingPact' | 'firstPact'>;

function occurrenceOf(kind: Named, { seats, evidence, inBooks = [] }: Occurrence, of?: Chronicle): string {
  const values = valuesOf(seats, evidence, { of });
  if (kind === 'deadPact') {
    const sentences = [t('story.deadPact', { ...values, count: evidence.limit ?? 0 })];
    if (booksOpen.value) {
      sentences.push(t('story.deadPactBooks', values));
      if (inBooks.length > 0)
        sentences.push(t('story.deadPactMissed', { names: list(inBooks.map((seat) => seatName(seat, of))) }));
    }
    return inARow(sentences);
  }
  const secret = TOLD_BY_BOOKS.find((each) => each === kind);
  if (kind === 'firstList' && evidence.pacts === 0) return t('debrief.firstListAlone', values);
  if (kind === 'firstFailure') return t('debrief.turn-firstFailure', { ...values, count: evidence.total ?? 1 });
  if (secret === undefined || booksOpen.value) return t(`debrief.turn-${kind}`, values);
  return t(`story.closed-${secret}`, {
    ...values,
    pair: pairsOf(
      seats.toSorted((one, other) => one - other),
      of,
    ),
  });
}

/** The sentence for a later turning point of its kind, without “the first”. */
export function furtherSentenceOf(kind: TurningKind, occurrence: Occurrence): string {
  if (kind === 'figureChange' || kind === 'decidingPact' || kind === 'firstPact') return '';
  const { seats, evidence } = occurrence;
  if (kind === 'firstFailure') return t('debrief.again-firstFailure', valuesOf(seats, evidence));
  if (kind !== 'firstMerger') return occurrenceOf(kind, occurrence);
  return t(booksOpen.value ? 'debrief.again-firstMerger' : 'story.closed-again-firstMerger', valuesOf(seats, evidence));
}

export function findingText(question: Question, { found, without, round, seats, values }: Finding): string {
  if (!found) return t(without === undefined ? `debriefCards.${question}None` : `story.without-${without}`);
  if (ANSWERED_BY_BOOKS.includes(question) && !booksOpen.value) return t('story.closedFinding');
  // For this question `early` and `late` are incomes.
  const shares = question === 'commandLaw' ? SHARES.filter((name) => name !== 'early' && name !== 'late') : SHARES;
  const texts = { ...valuesOf(seats, values, { shares }), round: round ?? 0 };
  const figure = FIGURES.find((each) => Number(each) === values.figure);
  return t(
    `debriefCards.${question}Finding`,
    figure === undefined ? texts : { ...texts, figure: t(`glossary.figure${figure}`) },
  );
}
