/** The map in words: a summary of the whole picture, and the public facts of one seat. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { type Language, MARKS } from '../../shared/i18n/languages.ts';
import { yearOf } from './calendar.ts';
import { figureOn } from './figure.ts';
import { figureName, mapWords } from './words.ts';

export function summaryOf(view: PublicView, language: Language): string {
  const say = mapWords(language);
  const figure = figureOn(view);
  const told =
    figure === undefined
      ? `${say('figureOpen')} ${say('figureOpenName')}`
      : `${say(`figure${figure}`)}: ${figureName(language, figure)}`;
  return say(view.figureHidden === true ? 'summaryUntold' : 'summary', {
    year: yearOf(view),
    pacts: view.pacts.length,
    kept: view.pacts.filter((pact) => pact.kept === true).length,
    owned: view.seats.filter((seat) => seat.owner !== undefined).length,
    figure: told,
  });
}

export interface Card {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Public facts of a seat. */
export function cardOf(seat: PublicSeat, view: PublicView, own: Seat | undefined, language: Language): Card {
  const say = mapWords(language);
  const name = (other: Seat) => view.seats[other]?.name[language] ?? '';
  const partners = view.pacts.flatMap((pact) =>
    pact.a === seat.seat ? [name(pact.b)] : pact.b === seat.seat ? [name(pact.a)] : [],
  );
  const lines = [
    seat.seat === own ? say('cardYou') : undefined,
    kindOf(seat, name, language),
    seat.owner === undefined ? undefined : say(seat.forced ? 'cardForced' : 'cardOwned', { owner: name(seat.owner) }),
    seat.held === true && seat.parent !== undefined ? say('cardHeld', { parent: name(seat.parent) }) : undefined,
    seat.owner === undefined && seat.treeSize > 1 ? say('cardHead', { size: seat.treeSize }) : undefined,
    partners.length === 0 ? undefined : say('cardPacts', { partners: partners.join(MARKS[language].names) }),
    seat.listed === true ? say('cardSeal') : undefined,
    seat.inDisarray ? say('cardDisarray') : undefined,
    seat.failures === 0 ? undefined : say('cardFailures', { count: seat.failures }),
    seat.control === 'bot' ? say('cardBot') : undefined,
    seat.control === 'recorded' ? say('cardRecorded') : undefined,
  ];
  return { title: name(seat.seat), lines: lines.filter((line) => line !== undefined) };
}

function kindOf(seat: PublicSeat, name: (seat: Seat) => string, language: Language): string {
  const say = mapWords(language);
  switch (seat.kind) {
    case 'firm':
      return seat.parent === undefined ? say('cardNonState') : say('cardState', { parent: name(seat.parent) });
    case 'university':
      return say('cardUniversity');
    case 'bureau':
      return say('cardBureau');
    case 'commission':
      return say('cardCommission');
  }
}
