/** The printed sheet under everything: whole once, and sharp again for the part one has zoomed to. */
import type Phaser from 'phaser';
import type { Sight, Size } from '../camera.ts';
import { paintGround } from '../paint/ground.ts';
import type { Picture } from '../picture.ts';
import { paintTexture } from './canvas.ts';

const WHOLE = 'ground';
const PART = 'ground-part';

export class GroundLayer {
  readonly #scene: Phaser.Scene;
  #whole: Phaser.GameObjects.Image | undefined;
  #part: Phaser.GameObjects.Image | undefined;

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  paint(picture: Picture, ratio: number): void {
    const { width, height } = picture.layout.sheet;
    paintTexture(this.#scene, WHOLE, width, height, ratio, (pen) => {
      paintGround(pen, picture.layout, picture.view, picture.language);
    });
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
    const width = size.width / sight.zoom;
    const height = size.height / sight.zoom;
    const left = sight.x - width / 2;
    const top = sight.y - height / 2;
    paintTexture(this.#scene, PART, width, height, ratio * sight.zoom, (pen) => {
      pen.translate(-left, -top);
      paintGround(pen, picture.layout, picture.view, picture.language);
    });
    this.#part ??= this.#scene.add.image(0, 0, PART).setOrigin(0).setDepth(-9);
    this.#part.setTexture(PART).setPosition(left, top).setDisplaySize(width, height).setVisible(true);
  }
}
