/** Each slide's claim and notes as text. */
import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import type { Slide, SlideKind } from '../../../shared/debrief/show.ts';
import { FIGURES, type FigureReading } from '../../../shared/engine/figure-reading.ts';
import { figureTextOf } from '../../../shared/i18n/terms.ts';
import { pollText } from '../../panels/class/poll-words.ts';
import { list, num, short, t } from '../../state/language.ts';
import { played } from '../debrief-signals.ts';
import { titleOf } from '../district-title.ts';
import { chosenInClass, handedIn } from '../guesses.ts';
import { seatName, sentenceOf } from '../sentences.ts';
import { isHeldBack } from './phones.ts';
import { chronicles, hands } from './show-state.ts';
import { betOn, mayBeNamed, yearOf } from './slide-polls.ts';

export interface Notes {
  readonly claim: string;
  readonly say: string;
  readonly ask: string;
}

export function notesOf(slide: Slide): Notes {
  const { kind } = slide;
  return { claim: claimOf(slide), say: t(`show.say-${kind}`), ask: t(`show.ask-${kind}`) };
}

/** Headline on the wall. A claim that would give a bet away is a question until the bets are in. */
export function headOf(slide: Slide): string {
  if (slide.kind === 'betrayal') {
    const bet = betOn(slide);
    if (isHeldBack(bet)) return pollText(bet);
  }
  return claimOf(slide);
}

function claimOf(slide: Slide): string {
  switch (slide.kind) {
    case 'reveal':
      return revealClaim();
    case 'turn': {
      const chronicle = chronicles.value[slide.district];
      return t('show.claim-turn', {
        year: yearOf(chronicle, slide.point.round),
        event: eventOf(slide, chronicle),
      });
    }
    case 'betrayal':
      if (slide.toTheEnd) return t('show.claim-betrayalEnd');
      return slide.paidYears === 0
        ? t('show.claim-betrayalNever')
        : t('show.claim-betrayalYears', { count: slide.paidYears });
    case 'contradiction': {
      const { kind, districts, one, other } = slide.found;
      const [a = '', b = ''] = districts.map((place) => districtName(place));
      return t(`show.claim-${kind}`, { a, b, one: short(one, 0), other: short(other, 0) });
    }
    default:
      return t(
        `show.claim-${slide.kind satisfies Exclude<SlideKind, 'reveal' | 'turn' | 'betrayal' | 'contradiction'>}`,
      );
  }
}

/** Gives the number of first pacts if there are too many to name. */
function eventOf({ point }: Extract<Slide, { kind: 'turn' }>, chronicle: Chronicle | undefined): string {
  const { count = 1 } = point.evidence;
  return point.kind === 'firstPact' && count > 1 ? t('show.firstPacts', { count }) : sentenceOf(point, chronicle);
}

export function districtName(place: number): string {
  const district = played.value[place];
  return district === undefined ? '' : titleOf(district);
}

/** The firms of a betrayal; named only if both agreed. */
export function sidesOf(slide: Extract<Slide, { kind: 'betrayal' }>): {
  readonly by: string;
  readonly against: string;
} {
  if (!mayBeNamed(slide)) return { by: t('polls.firmA'), against: t('polls.firmB') };
  const chronicle = chronicles.value[slide.district];
  return { by: seatName(slide.by, chronicle), against: seatName(slide.against, chronicle) };
}

export function endOf(chronicle: Chronicle): FigureReading | undefined {
  return chronicle.final.history.at(-1)?.figure;
}

export function figureName({ figure, isolated }: Pick<FigureReading, 'figure' | 'isolated'>): string {
  return t(`figures.${figureTextOf({ figure, isolated })}Name`);
}

function revealClaim(): string {
  const ends = chronicles.value.flatMap((chronicle) => endOf(chronicle) ?? []);
  const [only] = ends;
  if (ends.length > 1) {
    const counts = FIGURES.flatMap((figure) => {
      const count = ends.filter((end) => end.figure === figure).length;
      return count === 0 ? [] : [t('show.countOf', { count, name: t(`figures.figure${figure}Name`) })];
    });
    return t('show.claim-revealMany', { count: ends.length, counts: list(counts) });
  }
  if (only === undefined) return '';
  const votes = FIGURES.map((figure) => ({ figure, count: votesFor(figure) })).toSorted((a, b) => b.count - a.count);
  const all = votes.reduce((sum, { count }) => sum + count, 0);
  const [most] = votes;
  const name = figureName(only);
  if (most === undefined || all === 0) return t('show.claim-revealAlone', { name });
  return t('show.claim-reveal', { guessed: most.count, all, guess: t(`figures.figure${most.figure}Name`), name });
}

/** Votes on devices plus hands counted in the room. */
export function votesFor(figure: (typeof FIGURES)[number]): number {
  const onScreen = handedIn.value.filter((guess) => guess.figure === figure).length;
  return chosenInClass.value.filter((chosen) => chosen === figure).length + onScreen + hands.value[figure];
}

export function minutesText(minutes: number): string {
  const whole = Math.max(0, Math.floor(Math.abs(minutes)));
  const seconds = Math.floor((Math.abs(minutes) % 1) * 60);
  return `${num(whole, 0)}:${String(seconds).padStart(2, '0')}`;
}
