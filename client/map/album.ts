/**
 * Pictures by the views they show, each laid out once. A replay names the views it will show: they are laid out, and
 * those about the one shown are printed, while the browser has nothing else to do. A step to any of them then costs a
 * look.
 */
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Picture, type PictureOptions, pictureOf } from './picture.ts';

/** What may be shown: a view, and the reader's own where there is one. */
export type Sitting = readonly [view: PublicView, own: SeatView | undefined];

export interface Printer {
  /** For how many pictures there is room ahead. */
  readonly roomAhead: number;
  /** Prints what a picture will need. Answers whether anything was missing. */
  printAhead(picture: Picture): boolean;
}

/** Browsers without an idle callback are given time between two tasks instead. */
const BREATH_MS = 30;

export class Album {
  readonly #printer: Printer;
  #pictures = new WeakMap<PublicView, Picture>();
  #options: PictureOptions | undefined;
  #coming: readonly Sitting[] = [];
  /** Place among them of the one shown. */
  #at = 0;
  #stopWaiting: () => void = () => undefined;

  constructor(printer: Printer) {
    this.#printer = printer;
  }

  /** Another size, language or typeface: every picture becomes another. */
  setOptions(options: PictureOptions): void {
    this.#options = options;
    this.#pictures = new WeakMap();
    this.#begin();
  }

  /** The picture of a view that is to be shown now. */
  turnTo(view: PublicView, own: SeatView | undefined): Picture | undefined {
    const place = this.#coming.findIndex(([each]) => each === view);
    if (place >= 0 && place !== this.#at) {
      this.#at = place;
      this.#begin();
    }
    return this.#pictureOf(view, own);
  }

  /** Lays these out when there is time. */
  prepare(coming: readonly Sitting[]): void {
    this.#coming = coming;
    this.#at = 0;
    this.#begin();
  }

  close(): void {
    this.prepare([]);
  }

  #pictureOf(view: PublicView, own: SeatView | undefined): Picture | undefined {
    const kept = this.#pictures.get(view);
    if (kept !== undefined && kept.own === own) return kept;
    if (this.#options === undefined) return undefined;
    const picture = pictureOf(view, own, this.#options);
    this.#pictures.set(view, picture);
    return picture;
  }

  #begin(): void {
    this.#stopWaiting();
    if (this.#options === undefined || this.#coming.length === 0) return;
    const work = this.#work();
    const goOn = () => {
      this.#stopWaiting = whenIdle(() => {
        if (work.next().done !== true) goOn();
      });
    };
    goOn();
  }

  /** A task at a time. */
  *#work(): Generator<void> {
    for (const [view, own] of this.#coming) {
      if (this.#pictures.get(view)?.own === own && this.#pictures.has(view)) continue;
      this.#pictureOf(view, own);
      yield;
    }
    for (const [view, own] of this.#nearest()) {
      const picture = this.#pictureOf(view, own);
      if (picture !== undefined && this.#printer.printAhead(picture)) yield;
    }
  }

  /** Those about the one shown, as far as there is room. */
  #nearest(): readonly Sitting[] {
    const away = (place: number) => Math.abs(place - this.#at);
    return this.#coming
      .map((sitting, place) => ({ sitting, place }))
      .toSorted((one, other) => away(one.place) - away(other.place) || other.place - one.place)
      .slice(0, this.#printer.roomAhead)
      .map(({ sitting }) => sitting);
  }
}

/** Answers how to think better of it. */
function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const waiting = requestIdleCallback(act);
    return () => cancelIdleCallback(waiting);
  }
  const waiting = setTimeout(act, BREATH_MS);
  return () => clearTimeout(waiting);
}
