/** The printed sheet below everything: once as a whole, and sharply for the zoomed part. */
import type Phaser from 'phaser';
import { seasonOf } from '../calendar.ts';
import type { Sight, Size } from '../camera.ts';
import type { Rect } from '../geometry.ts';
import { paintYear } from '../paint/ground.ts';
import { paintLand } from '../paint/land.ts';
import { paintGrain } from '../paint/paper.ts';
import type { Pen } from '../paint/pen.ts';
import type { Picture } from '../picture.ts';
import { paintTexture } from './canvas.ts';
import { Plates } from './plates.ts';
import { numberOf, type Prints } from './prints.ts';

const PART = 'ground-part';

export class GroundLayer {
  readonly #scene: Phaser.Scene;
  readonly #prints: Prints;
  readonly #plates = { whole: new Plates(), part: new Plates() };
  #whole: Phaser.GameObjects.Image | undefined;
  #part: Phaser.GameObjects.Image | undefined;

  constructor(scene: Phaser.Scene, prints: Prints) {
    this.#scene = scene;
    this.#prints = prints;
  }

  /** Key of the print shown. */
  get shown(): readonly string[] {
    return this.#whole === undefined ? [] : [this.#whole.texture.key];
  }

  paint(picture: Picture, ratio: number): void {
    const { width, height } = picture.layout.sheet;
    const key = this.#print(picture, ratio);
    this.#whole ??= this.#scene.add.image(0, 0, key).setOrigin(0).setDepth(-10);
    this.#whole.setTexture(key).setDisplaySize(width, height);
    this.blur();
  }

  /** Prints what a picture needs; returns whether it was missing. */
  prepare(picture: Picture, ratio: number): boolean {
    if (this.#prints.has(keyOf(picture, ratio))) return false;
    this.#print(picture, ratio);
    return true;
  }

  /** The same on another pen that covers the whole sheet. */
  paintOn(pen: Pen, picture: Picture, ratio: number): void {
    const { width, height } = picture.layout.sheet;
    paintGround(pen, this.#plates.whole, picture, { x: 0, y: 0, w: width, h: height }, ratio);
  }

  setVisible(visible: boolean): void {
    this.#whole?.setVisible(visible);
    if (!visible) this.blur();
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
    const sharp = ratio * sight.zoom;
    paintTexture(this.#scene, PART, w, h, sharp, (pen) => paintGround(pen, this.#plates.part, picture, area, sharp));
    this.#part ??= this.#scene.add.image(0, 0, PART).setOrigin(0).setDepth(-9);
    this.#part.setTexture(PART).setPosition(area.x, area.y).setDisplaySize(w, h).setVisible(true);
  }

  #print(picture: Picture, ratio: number): string {
    const { width, height } = picture.layout.sheet;
    const key = keyOf(picture, ratio);
    this.#prints.take(key, width, height, ratio, (pen) => this.paintOn(pen, picture, ratio));
    return key;
  }
}

function paintGround(pen: Pen, plates: Plates, { layout, view, language }: Picture, area: Rect, ratio: number): void {
  const { sheet } = layout;
  const season = seasonOf(view.phase);
  plates.setFormat(JSON.stringify([sheet, area, ratio, language]));
  plates.print(pen, season, area, ratio, (plate) => paintLand(plate, sheet, season, language));
  pen.save();
  pen.translate(-area.x, -area.y);
  paintYear(pen, layout, view, language);
  pen.restore();
  plates.print(pen, 'grain', area, ratio, (plate) => paintGrain(plate, sheet));
}

function keyOf(picture: Picture, ratio: number): string {
  return `ground-${numberOf(picture)}-${ratio}`;
}
