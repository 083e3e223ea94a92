/** One image a seat: its house and its name, painted anew only when its look or the zoom changes. */
import type Phaser from 'phaser';
import type { Seat } from '../../../shared/engine/actors.ts';
import { lookOf } from '../looks.ts';
import { MARGIN, paintActor } from '../paint/actor.ts';
import type { Picture } from '../picture.ts';
import type { Stand } from '../routes.ts';
import { paintTexture } from './canvas.ts';

interface Shown {
  readonly image: Phaser.GameObjects.Image;
  readonly drawn: string;
}

export class ActorLayer {
  readonly #scene: Phaser.Scene;
  readonly #shown = new Map<Seat, Shown>();

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  paint(picture: Picture, ratio: number): void {
    const { layout, view } = picture;
    for (const actor of layout.actors) {
      const seat = view.seats[actor.seat];
      if (seat === undefined) continue;
      const look = lookOf(seat, view, picture.own?.seat, actor.site, picture.language);
      const { width, lines } = actor.label;
      const drawn = JSON.stringify([look, actor.house.w, width, lines, layout.sheet.font, ratio]);
      const before = this.#shown.get(actor.seat);
      if (before?.drawn === drawn) continue;
      const key = `seat-${actor.seat}`;
      const w = Math.ceil((actor.box.w + 2 * MARGIN) * ratio) / ratio;
      const h = Math.ceil((actor.box.h + 2 * MARGIN) * ratio) / ratio;
      paintTexture(this.#scene, key, w, h, ratio, (pen) => {
        pen.translate(MARGIN - actor.box.x, MARGIN - actor.box.y);
        paintActor(pen, actor, look, layout.sheet.font);
      });
      const image = before?.image ?? this.#scene.add.image(0, 0, key).setOrigin(0).setDepth(10);
      image.setTexture(key).setDisplaySize(w, h);
      this.#shown.set(actor.seat, { image, drawn });
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
