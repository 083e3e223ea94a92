/** What a picture adds to the land below the actors: the year's shops, names, frame and printed boxes. */

import type { PublicView } from '../../../shared/engine/public-view.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { firmsOnStreet, roundedFirms, yearOf } from '../calendar.ts';
import { figureOn } from '../figure.ts';
import { grown } from '../geometry.ts';
import type { MapLayout } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { figureName, mapWords } from '../words.ts';
import { paintFigure, paintTitle } from './cartouche.ts';
import { paintFrame } from './paper.ts';
import type { Pen } from './pen.ts';
import { paintCompass, paintPlaceNames, watersOf } from './places.ts';
import { paintShops } from './street.ts';

/** The year's shops and place names, clear of this picture's houses; the frame and the printed boxes. */
export function paintYear(pen: Pen, layout: MapLayout, view: PublicView, language: Language): void {
  const { sheet } = layout;
  const boxes = [...layout.actors.map((actor) => actor.box), ...layout.groves.map((grove) => grove.crown)];
  const printed = sheet.obstacles;
  const firms = firmsOnStreet(view);
  const names = sheet.miniature
    ? []
    : paintPlaceNames(pen, sheet, mapWords(language), language === 'zh', [...boxes, ...printed]);
  // Keeps roofs off letters, where they would look like accents.
  const named = names.map((rect) => grown(rect, 2));
  paintShops(pen, sheet, firms, [...boxes, ...named, ...printed, ...watersOf(sheet)]);
  paintFrame(pen, sheet);
  if (!sheet.miniature && !sheet.wall) paintCartouches(pen, sheet, view, firms, language);
}

function paintCartouches(pen: Pen, sheet: Sheet, view: PublicView, firms: number, language: Language): void {
  const say = mapWords(language);
  paintTitle(pen, sheet, {
    han: say('titleHan'),
    latin: say('titleLatin'),
    year: say(sheet.portrait ? 'yearShort' : 'yearLine', { year: yearOf(view), firms: roundedFirms(firms) }),
  });
  const figure = figureOn(view);
  if (view.figureHidden !== true) {
    paintFigure(pen, sheet, figure, {
      number: say(figure === undefined ? 'figureOpen' : `figure${figure}`),
      name: figure === undefined ? say('figureOpenName') : figureName(language, figure),
    });
  }
  if (!sheet.portrait)
    paintCompass(pen, sheet.frame.x + sheet.frame.w - 26, sheet.frame.y + 44, 13, language === 'zh' ? '北' : 'N');
}
