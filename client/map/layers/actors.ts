/** One image a seat: its house and its name, painted once for every look of it that the reader comes back to. */
import type Phaser from 'phaser';
import type { Seat } from '../../../shared/engine/actors.ts';
import { lookOf } from '../looks.ts';
import { MARGIN, paintActor } from '../paint/actor.ts';
import type { Picture } from '../picture.ts';
import type { Stand } from '../routes.ts';
import { paintTexture } from './canvas.ts';

interface Shown {
  readonly image: Phaser.GameObjects.Image;
  /** Key of its print. */
  readonly print: string;
}

/** Prints that nobody shows are kept up to so many times the pixels of the sheet. */
const KEPT = 2;

export class ActorLayer {
  readonly #scene: Phaser.Scene;
  readonly #shown = new Map<Seat, Shown>();
  /** Pixels of each print, the one longest unused first. */
  readonly #prints = new Map<string, number>();

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  paint(picture: Picture, ratio: number, zoom: number): void {
    const { layout, view } = picture;
    const { sheet } = layout;
    for (const actor of layout.actors) {
      const seat = view.seats[actor.seat];
      if (seat === undefined) continue;
      const look = lookOf(seat, view, picture.own?.seat, actor.site, picture.language);
      const { width, lines } = actor.label;
      const print = `seat-${JSON.stringify([actor.seat, look, actor.house.w, width, lines, sheet.font, ratio, zoom])}`;
      const before = this.#shown.get(actor.seat);
      if (before?.print === print) continue;
      const sharp = ratio * zoom;
      const w = Math.ceil((actor.box.w + 2 * MARGIN) * sharp) / sharp;
      const h = Math.ceil((actor.box.h + 2 * MARGIN) * sharp) / sharp;
      if (!this.#prints.has(print))
        paintTexture(this.#scene, print, w, h, sharp, (pen) => {
          pen.translate(MARGIN - actor.box.x, MARGIN - actor.box.y);
          paintActor(pen, actor, look, sheet.font);
        });
      this.#prints.delete(print);
      this.#prints.set(print, w * h * sharp * sharp);
      const image = before?.image ?? this.#scene.add.image(0, 0, print).setOrigin(0).setDepth(10);
      image.setTexture(print).setDisplaySize(w, h);
      this.#shown.set(actor.seat, { image, print });
    }
    this.#forget(KEPT * sheet.width * sheet.height * ratio * ratio);
  }

  /** Lets go of prints longest unused. */
  #forget(most: number): void {
    const inUse = new Set([...this.#shown.values()].map(({ print }) => print));
    const spare = [...this.#prints].filter(([print]) => !inUse.has(print));
    let pixels = spare.reduce((sum, [, each]) => sum + each, 0);
    for (const [print, each] of spare) {
      if (pixels <= most) return;
      this.#scene.textures.remove(print);
      this.#prints.delete(print);
      pixels -= each;
    }
  }

  /** Puts each image where its house is now. */
  place(picture: Picture, stands: readonly Stand[], focus: Seat | undefined, ratio: number): void {
    for (const [seat, { image }] of this.#shown) {
      const actor = picture.layout.actors[seat];
      const house = stands[seat]?.house;
      if (actor === undefined || house === undefined) {
        image.setVisible(false);
        continue;
      }
      const dx = house.x + house.w / 2 - (actor.house.x + actor.house.w / 2);
      const dy = house.y - actor.house.y;
      const onPixel = (value: number) => Math.round(value * ratio) / ratio;
      image.setVisible(true).setPosition(onPixel(actor.box.x - MARGIN + dx), onPixel(actor.box.y - MARGIN + dy));
      image.setDepth(seat === focus ? 12 : 10);
    }
  }
}
