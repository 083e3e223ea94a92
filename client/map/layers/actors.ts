/** One image per seat with house and name, cached for every look. */
import type Phaser from 'phaser';
import type { Seat } from '../../../shared/engine/actors.ts';
import { type Hang, hangOf } from '../flag.ts';
import type { Point, Rect } from '../geometry.ts';
import type { PlacedActor } from '../layout.ts';
import { lookOf } from '../looks.ts';
import { type ActorLook, MARGIN, paintActor } from '../paint/actor.ts';
import type { Pen } from '../paint/pen.ts';
import type { Picture } from '../picture.ts';
import type { Stand } from '../routes.ts';
import type { Prints } from './prints.ts';

/** A house as the picture needs it. */
interface House {
  readonly actor: PlacedActor;
  readonly look: ActorLook;
  /** How the flag hangs over one's own house. */
  readonly hang: Hang;
  /** Key of its print, and its size in CSS pixels. */
  readonly print: string;
  readonly w: number;
  readonly h: number;
}

interface Shown {
  readonly image: Phaser.GameObjects.Image;
  readonly print: string;
}

interface Houses {
  /** Device pixels per CSS pixel. */
  readonly sharp: number;
  readonly houses: readonly House[];
}

export class ActorLayer {
  readonly #scene: Phaser.Scene;
  readonly #prints: Prints;
  readonly #shown = new Map<Seat, Shown>();
  /** Cache by picture. */
  readonly #wanted = new WeakMap<Picture, Houses>();

  constructor(scene: Phaser.Scene, prints: Prints) {
    this.#scene = scene;
    this.#prints = prints;
  }

  /** Keys of the prints shown. */
  get shown(): readonly string[] {
    return [...this.#shown.values()].map(({ print }) => print);
  }

  paint(picture: Picture, sharp: number): void {
    for (const house of this.#housesOf(picture, sharp)) {
      const { actor, print, w, h } = house;
      const before = this.#shown.get(actor.seat);
      this.#print(house, picture, sharp);
      if (before?.print === print) continue;
      const image = before?.image ?? this.#scene.add.image(0, 0, print).setOrigin(0).setDepth(10);
      image.setTexture(print).setDisplaySize(w, h);
      this.#shown.set(actor.seat, { image, print });
    }
  }

  /** Prints what a picture needs; returns whether anything was missing. */
  prepare(picture: Picture, sharp: number): boolean {
    const missing = this.#housesOf(picture, sharp).filter(({ print }) => !this.#prints.has(print));
    for (const house of missing) this.#print(house, picture, sharp);
    return missing.length > 0;
  }

  /** Draws the houses in place on a pen that covers the whole sheet. */
  paintOn(pen: Pen, picture: Picture, sharp: number): void {
    for (const house of this.#housesOf(picture, sharp)) {
      this.#print(house, picture, sharp);
      const { x, y } = cornerOf(house.actor.box, sharp);
      const image = this.#scene.textures.get(house.print).getSourceImage();
      if (image instanceof HTMLCanvasElement) pen.drawImage(image, x, y, house.w, house.h);
    }
  }

  hide(): void {
    for (const { image } of this.#shown.values()) image.setVisible(false);
  }

  #print({ actor, look, hang, print, w, h }: House, { layout }: Picture, sharp: number): void {
    this.#prints.take(print, w, h, sharp, (pen) => {
      pen.translate(MARGIN - actor.box.x, MARGIN - actor.box.y);
      paintActor(pen, actor, look, layout.sheet.font, hang);
    });
  }

  #housesOf(picture: Picture, sharp: number): readonly House[] {
    const kept = this.#wanted.get(picture);
    if (kept?.sharp === sharp) return kept.houses;
    const houses = housesOf(picture, sharp);
    this.#wanted.set(picture, { sharp, houses });
    return houses;
  }

  /** Moves each image to its house's present place. */
  place(picture: Picture, stands: readonly Stand[], focus: Seat | undefined, sharp: number): void {
    for (const [seat, { image }] of this.#shown) {
      const actor = picture.layout.actors[seat];
      const house = stands[seat]?.house;
      if (actor === undefined || house === undefined) {
        image.setVisible(false);
        continue;
      }
      const dx = house.x + house.w / 2 - (actor.house.x + actor.house.w / 2);
      const dy = house.y - actor.house.y;
      const { x, y } = cornerOf({ ...actor.box, x: actor.box.x + dx, y: actor.box.y + dy }, sharp);
      image.setVisible(true).setPosition(x, y);
      image.setDepth(seat === focus ? 12 : 10);
    }
  }
}

/** Corner of a house's print on a whole pixel, so that its text stays sharp. */
function cornerOf({ x, y }: Rect, sharp: number): Point {
  const onPixel = (value: number) => Math.round(value * sharp) / sharp;
  return { x: onPixel(x - MARGIN), y: onPixel(y - MARGIN) };
}

function housesOf({ layout, view, own, language }: Picture, sharp: number): readonly House[] {
  return layout.actors.flatMap((actor): readonly House[] => {
    const seat = view.seats[actor.seat];
    if (seat === undefined) return [];
    const look = lookOf(seat, view, own?.seat, actor.site, language);
    const hang = look.own ? hangOf(layout, actor, look.youWord) : 'right';
    const { width, lines } = actor.label;
    const w = Math.ceil((actor.box.w + 2 * MARGIN) * sharp) / sharp;
    const h = Math.ceil((actor.box.h + 2 * MARGIN) * sharp) / sharp;
    const print = `seat-${JSON.stringify([actor.seat, look, hang, actor.house.w, width, lines, layout.sheet.font, sharp])}`;
    return [{ actor, look, hang, print, w, h }];
  });
}
