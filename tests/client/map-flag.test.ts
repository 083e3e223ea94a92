/** The flag over one's own house covers no name, in any seat. */
import { expect, test } from 'vitest';
import { flagBox, hangOf, nameBox } from '../../client/map/flag.ts';
import { overlap } from '../../client/map/geometry.ts';
import { roughly } from '../../client/map/labels.ts';
import { layOut } from '../../client/map/layout.ts';
import { mapWords } from '../../client/map/words.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import { district, TWO_TREES, WEB } from './map-views.ts';

const SIZES = [
  [360, 360],
  [330, 330],
  [360, 414],
  [768, 700],
] as const;
const VIEWS = [district(), district({ owners: TWO_TREES }), district({ owners: { 2: 0 } }), district({ pacts: WEB })];

test.each(LANGUAGES)('the flag covers no name in %s', (language) => {
  const word = mapWords(language)('you');
  for (const [width, height] of SIZES) {
    for (const view of VIEWS) {
      const layout = layOut(view, { width, height, language, measure: roughly, steady: true });
      const { font } = layout.sheet;
      for (const own of layout.actors) {
        const flag = flagBox(own.house, word, font, hangOf(layout, own, word));
        const hidden = layout.actors.filter((actor) => actor !== own && overlap(flag, nameBox(actor, font)));
        expect(hidden.map(({ seat }) => `${own.seat} hides ${seat} at ${width} × ${height}`)).toEqual([]);
      }
    }
  }
});
