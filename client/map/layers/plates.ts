/** Plates: what many prints of one format share, painted once and copied onto each. */
import type { Rect } from '../geometry.ts';
import type { Pen } from '../paint/pen.ts';
import { pixelsOf } from './canvas.ts';

export class Plates {
  #format = '';
  readonly #plates = new Map<string, HTMLCanvasElement>();

  /** Drops plates of another format. */
  setFormat(format: string): void {
    if (format === this.#format) return;
    this.#format = format;
    this.#plates.clear();
  }

  /** Prints the named plate, which shows `area` of the sheet, over all of a pen's canvas. */
  print(pen: Pen, name: string, area: Rect, ratio: number, paint: (pen: Pen) => void): void {
    const kept = this.#plates.get(name);
    const plate = kept ?? plateOf(area, ratio, paint);
    if (kept === undefined) this.#plates.set(name, plate);
    pen.drawImage(plate, 0, 0, area.w, area.h);
  }
}

function plateOf(area: Rect, ratio: number, paint: (pen: Pen) => void): HTMLCanvasElement {
  const plate = document.createElement('canvas');
  const { w, h } = pixelsOf(area.w, area.h, ratio);
  plate.width = w;
  plate.height = h;
  const pen = plate.getContext('2d');
  if (pen === null) throw new Error('a plate could not be made');
  pen.scale(w / area.w, h / area.h);
  pen.translate(-area.x, -area.y);
  paint(pen);
  return plate;
}
