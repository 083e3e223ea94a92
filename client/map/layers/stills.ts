/**
 * Still pictures, each composed ahead of time into one print. Showing it is a single image over all other layers, which
 * then need no drawing.
 */
import type Phaser from 'phaser';
import type { Picture } from '../picture.ts';
import { lineScale } from '../routes.ts';
import type { ActorLayer } from './actors.ts';
import type { GroundLayer } from './ground.ts';
import { drawGroves } from './groves.ts';
import { numberOf, type Prints } from './prints.ts';
import { drawTies } from './ties.ts';

export class StillLayer {
  readonly #scene: Phaser.Scene;
  readonly #prints: Prints;
  readonly #ground: GroundLayer;
  readonly #actors: ActorLayer;
  /** Draws lines for the prints; never shown itself. */
  readonly #lines: Phaser.GameObjects.Graphics;
  #image: Phaser.GameObjects.Image | undefined;

  constructor(scene: Phaser.Scene, prints: Prints, ground: GroundLayer, actors: ActorLayer) {
    this.#scene = scene;
    this.#prints = prints;
    this.#ground = ground;
    this.#actors = actors;
    this.#lines = scene.add.graphics().setVisible(false);
  }

  /** Key of the print shown. */
  get shown(): readonly string[] {
    return this.#image?.visible === true ? [this.#image.texture.key] : [];
  }

  /** Shows the picture's print over everything; returns whether there is one. */
  show(picture: Picture, ratio: number): boolean {
    const key = keyOf(picture, ratio);
    if (!this.#prints.has(key)) return false;
    const { width, height } = picture.layout.sheet;
    this.#image ??= this.#scene.add.image(0, 0, key).setOrigin(0).setDepth(60);
    this.#image.setTexture(key).setDisplaySize(width, height).setVisible(true);
    return true;
  }

  hide(): void {
    this.#image?.setVisible(false);
  }

  /** Prints a picture; returns whether it was missing. */
  prepare(picture: Picture, ratio: number): boolean {
    const key = keyOf(picture, ratio);
    if (this.#prints.has(key)) return false;
    const { layout, routes } = picture;
    const { width, height } = layout.sheet;
    const scale = lineScale(layout);
    this.#prints.take(key, width, height, ratio, (pen) => {
      this.#ground.paintOn(pen, picture, ratio);
      this.#lines.clear().setScale(ratio);
      const crowns = layout.groves.map(({ crown }) => ({ rect: crown, alpha: 1 }));
      drawGroves(this.#lines, crowns, scale);
      drawTies(this.#lines, { routes, stands: layout.actors, alpha: 1, scale });
      this.#lines.generateTexture(pen.canvas);
      this.#actors.paintOn(pen, picture, ratio);
    });
    return true;
  }
}

function keyOf(picture: Picture, ratio: number): string {
  return `still-${numberOf(picture)}-${ratio}`;
}
