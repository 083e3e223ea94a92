/** Turning points and findings in the reader's words: names for seats, numbers as the language writes them. */

import type { Finding, Question } from '../../shared/debrief/findings.ts';
import type { Occurrence, TurningKind, TurningPoint } from '../../shared/debrief/turning-points.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import { list, percent, short, signed, t, type Values, words } from '../state/language.ts';
import { district } from './state.ts';

export function seatName(seat: Seat | undefined): string {
  const actor = seat === undefined ? undefined : district.value?.chronicle.final.actors[seat];
  return actor === undefined ? '' : words(actor.name);
}

/** Values that are shares of one, and changes of a share. */
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

function told(seats: readonly Seat[], values: Readonly<Record<string, number>>, shares = SHARES): Values {
  const [a, b] = seats;
  const texts: Record<string, string> = { a: seatName(a), b: seatName(b), names: list(seats.map(seatName)) };
  for (const [name, value] of Object.entries(values)) texts[name] = written(name, value, shares);
  return texts;
}

export function sentenceOf({ kind, seats, evidence, figures }: TurningPoint): string {
  if (kind !== 'figureChange') return t(`debrief.turn-${kind}`, told(seats, evidence));
  if (figures === undefined) return '';
  const to = t(`glossary.figure${figures.to}`);
  return figures.from === undefined
    ? t('debrief.turn-figureFirst', { to })
    : t('debrief.turn-figureChange', { from: t(`glossary.figure${figures.from}`), to });
}

/** Of one that followed: without “the first”. */
export function furtherSentenceOf(kind: TurningKind, { seats, evidence }: Occurrence): string {
  const again = kind === 'firstMerger' || kind === 'firstFailure';
  return t(again ? `debrief.again-${kind}` : `debrief.turn-${kind}`, told(seats, evidence));
}

export function findingText(question: Question, { found, round, seats, values }: Finding): string {
  if (!found) return t(`debriefCards.${question}None`);
  // Here `early` and `late` are incomes, not shares.
  const shares = question === 'commandLaw' ? SHARES.filter((name) => name !== 'early' && name !== 'late') : SHARES;
  const texts = { ...told(seats, values, shares), round: round ?? 0 };
  const figure = FIGURES.find((each) => Number(each) === values.figure);
  return t(
    `debriefCards.${question}Finding`,
    figure === undefined ? texts : { ...texts, figure: t(`glossary.figure${figure}`) },
  );
}
