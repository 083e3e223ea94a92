/** Finds the house meant by mouse, tap, arrow keys, or the end of a drawn line. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { type Sight, type Size, toScreen, toSheet } from './camera.ts';
import { cardOf } from './describe.ts';
import { contains, grown, type Point, type Rect } from './geometry.ts';
import type { MapOptions } from './handle.ts';
import { nextHouse } from './nearest.ts';
import type { Overlay } from './overlay.ts';
import type { StreetScene } from './scene.ts';

/** How far a finger may miss a house, in CSS pixels. */
const MISS = 3;

export interface PointedAt {
  readonly scene: StreetScene;
  readonly overlay: Overlay;
  readonly options: Pick<MapOptions, 'onSelect' | 'onOffer'>;
  sight(): Sight;
  size(): Size;
  /** The reader's own seat. */
  own(): Seat | undefined;
  language(): Language;
  /** Requests a frame. */
  wake(): void;
  /** Mouse cursor over the map. */
  cursor(shape: string): void;
}

export class Pointing {
  readonly #at: PointedAt;
  #selected: Seat | undefined;
  #hovered: Seat | undefined;

  constructor(at: PointedAt) {
    this.#at = at;
  }

  select(seat: Seat | undefined): void {
    this.#selected = seat;
    this.refocus();
  }

  refocus(): void {
    this.#at.scene.setFocus(this.#hovered ?? this.#selected);
    this.showCard();
    this.#at.wake();
  }

  /** Shows the card on hover only; the page has more about a selected seat. */
  showCard(): void {
    const { scene, overlay } = this.#at;
    const seat = this.#hovered;
    const picture = scene.picture;
    const actor = seat === undefined ? undefined : picture?.layout.actors[seat];
    const who = seat === undefined ? undefined : picture?.view.seats[seat];
    if (actor === undefined || who === undefined || picture === undefined) {
      overlay.card(undefined);
      return;
    }
    const card = cardOf(who, picture.view, picture.own?.seat, this.#at.language());
    overlay.card(card, this.onScreen(actor.box), this.#at.size());
  }

  /** A rectangle of the sheet in screen pixels. */
  onScreen(rect: Rect): Rect {
    const sight = this.#at.sight();
    return { ...toScreen(rect, sight, this.#at.size()), w: rect.w * sight.zoom, h: rect.h * sight.zoom };
  }

  tap(point: Point): void {
    const seat = this.#seatAt(point);
    this.#hovered = undefined;
    this.select(seat === this.#selected ? undefined : seat);
    this.#at.options.onSelect?.(this.#selected);
  }

  hover(point: Point | undefined): void {
    const seat = point === undefined ? undefined : this.#seatAt(point);
    if (seat === this.#hovered) return;
    this.#hovered = seat;
    this.#at.cursor(seat === undefined ? '' : 'pointer');
    this.refocus();
  }

  step(towards: Point): void {
    const actors = this.#at.scene.picture?.layout.actors ?? [];
    this.select(nextHouse(actors, this.#selected ?? this.#at.own(), towards));
    this.#at.options.onSelect?.(this.#selected);
  }

  /** Draws a line from the reader's own house to a point. */
  draw(point: Point): void {
    const from = this.#at.own();
    if (from === undefined) return;
    this.#at.scene.setDrawn({ from, to: this.#onSheet(point) });
    this.hover(point);
    this.#at.wake();
  }

  drop(point: Point | undefined): void {
    this.#at.scene.setDrawn(undefined);
    this.hover(undefined);
    const to = point === undefined ? undefined : this.#seatAt(point);
    if (to !== undefined && to !== this.#at.own()) this.#at.options.onOffer?.(to);
    this.#at.wake();
  }

  #onSheet(point: Point): Point {
    return toSheet(point, this.#at.sight(), this.#at.size());
  }

  #seatAt(point: Point): Seat | undefined {
    const spot = this.#onSheet(point);
    const actors = this.#at.scene.picture?.layout.actors ?? [];
    return actors.find((actor) => contains(grown(actor.box, MISS), spot))?.seat;
  }
}
