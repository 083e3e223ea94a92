/**
 * The land below the actors: the parts that a season has in every picture. A picture adds its own (`ground.ts`), and
 * the paper's grain lies over both.
 */
import type { Language } from '../../../shared/i18n/languages.ts';
import type { Season } from '../calendar.ts';
import { placeWords } from '../place-words.ts';
import type { Sheet } from '../sheet.ts';
import { paintBeyond, paintPaper } from './paper.ts';
import type { Pen } from './pen.ts';
import { paintPlaces } from './places.ts';
import { paintStreet } from './street.ts';

/** Haidian without houses of actors. */
export function paintLand(pen: Pen, sheet: Sheet, season: Season, language: Language): void {
  const say = placeWords(language);
  paintPaper(pen, sheet);
  if (!sheet.miniature)
    paintBeyond(pen, sheet, {
      provinces: say('provinces'),
      multinationals: say('multinationals'),
      upright: language === 'zh',
    });
  paintPlaces(pen, sheet, season);
  paintStreet(pen, sheet, season);
}
