/** Place names cross neither the frame nor what they must keep clear of, in their real type. */
import { describe, expect, test } from 'vitest';
import { overlap, type Rect } from '../../client/map/geometry.ts';
import type { Pen } from '../../client/map/paint/pen.ts';
import { paintPlaceNames } from '../../client/map/paint/places.ts';
import { sheetOf } from '../../client/map/sheet.ts';
import { mapWords } from '../../client/map/words.ts';
import { LANGUAGES } from '../../shared/i18n/messages.ts';

/** A pen that records boxes instead of drawing; slanted letters are as wide as bold ones, others narrower. */
function recorder(): { readonly pen: Pen; readonly written: Rect[] } {
  const written: Rect[] = [];
  const wide = (font: string) => (/italic|700/.test(font) ? 0.62 : 0.5);
  const measured = (text: string, font: string) => text.length * wide(font) * Number(/([\d.]+)px/.exec(font)?.[1]);
  const state: Record<string, unknown> = { font: '' };
  const pen = new Proxy(state, {
    get: (kept, name) => {
      if (name === 'measureText') return (text: string) => ({ width: measured(text, String(kept.font)) });
      if (name !== 'fillText') return name in kept ? kept[String(name)] : () => undefined;
      return (text: string, x: number, y: number) => {
        const w = measured(text, String(kept.font));
        written.push({ x: x - w / 2, y: y - 4, w, h: 8 });
      };
    },
  });
  return { pen: pen as unknown as Pen, written };
}

describe('place names', () => {
  test('stay inside the frame and off each other and what is printed', () => {
    for (const language of LANGUAGES)
      for (const [width, height] of [
        [768, 747],
        [620, 420],
        [1280, 760],
      ] as const) {
        const sheet = sheetOf(width, height);
        const { pen, written } = recorder();
        const printed = [sheet.title, sheet.figure];
        paintPlaceNames(pen, sheet, mapWords(language), language === 'zh', printed);
        expect(written.length).toBeGreaterThan(4);
        const { x, w } = sheet.frame;
        expect(written.filter((name) => name.x < x + 5 || name.x + name.w > x + w - 5)).toEqual([]);
        expect(written.filter((name) => printed.some((plate) => overlap(plate, name)))).toEqual([]);
        if (language === 'zh') continue;
        expect(written.filter((name) => written.some((other) => other !== name && overlap(other, name)))).toEqual([]);
      }
  });
});
