/** The printed sheet under everything: whole once, and sharp again for the part one has zoomed to. */
import type Phaser from 'phaser';
import { seasonOf } from '../calendar.ts';
import type { Sight, Size } from '../camera.ts';
import type { Rect } from '../geometry.ts';
import { paintLand, paintYear } from '../paint/ground.ts';
import { paintGrain } from '../paint/paper.ts';
import type { Picture } from '../picture.ts';
import { paintTexture } from './canvas.ts';
import { Plates } from './plates.ts';

const WHOLE = 'ground';
const PART = 'ground-part';

export class GroundLayer {
  readonly #scene: Phaser.Scene;
  readonly #plates = { whole: new Plates(), part: new Plates() };
  #whole: Phaser.GameObjects.Image | undefined;
  #part: Phaser.GameObjects.Image | undefined;

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  paint(picture: Picture, ratio: number): void {
    const { width, height } = picture.layout.sheet;
    this.#print(WHOLE, this.#plates.whole, picture, { x: 0, y: 0, w: width, h: height }, ratio);
    this.#whole ??= this.#scene.add.image(0, 0, WHOLE).setOrigin(0).setDepth(-10);
    this.#whole.setTexture(WHOLE).setDisplaySize(width, height);
    this.blur();
  }

  blur(): void {
    this.#part?.setVisible(false);
  }

  sharpen(picture: Picture, sight: Sight, size: Size, ratio: number): void {
    if (sight.zoom <= 1) {
      this.blur();
      return;
    }
    const w = size.width / sight.zoom;
    const h = size.height / sight.zoom;
    const area = { x: sight.x - w / 2, y: sight.y - h / 2, w, h };
    this.#print(PART, this.#plates.part, picture, area, ratio * sight.zoom);
    this.#part ??= this.#scene.add.image(0, 0, PART).setOrigin(0).setDepth(-9);
    this.#part.setTexture(PART).setPosition(area.x, area.y).setDisplaySize(w, h).setVisible(true);
  }

  #print(key: string, plates: Plates, picture: Picture, area: Rect, ratio: number): void {
    const { layout, view, language } = picture;
    const { sheet } = layout;
    const season = seasonOf(view.phase);
    plates.setFormat(JSON.stringify([sheet, area, ratio, language]));
    paintTexture(this.#scene, key, area.w, area.h, ratio, (pen) => {
      plates.print(pen, season, area, ratio, (plate) => paintLand(plate, sheet, season, language));
      pen.save();
      pen.translate(-area.x, -area.y);
      paintYear(pen, layout, view, language);
      pen.restore();
      plates.print(pen, 'grain', area, ratio, (plate) => paintGrain(plate, sheet));
    });
  }
}
