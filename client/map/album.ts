/**
 * Cache of pictures by the views they show. A replay announces its views; in idle time they are laid out, and the
 * nearest are printed. A step to one of them is then cheap.
 */
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Picture, type PictureOptions, pictureOf } from './picture.ts';

/** A view to show, with the reader's own view if there is one. */
export type Sitting = readonly [view: PublicView, own: SeatView | undefined];

export interface Printer {
  /** How many pictures ahead fit into memory. */
  readonly roomAhead: number;
  /** Prints what a picture needs; returns whether anything was missing. */
  printAhead(picture: Picture): boolean;
}

/** Pause between two tasks in browsers without `requestIdleCallback`. */
const BREATH_MS = 30;

export class Album {
  readonly #printer: Printer;
  #pictures = new WeakMap<PublicView, Picture>();
  #options: PictureOptions | undefined;
  #coming: readonly Sitting[] = [];
  /** Index of the picture shown. */
  #at = 0;
  #stopWaiting: () => void = () => undefined;

  constructor(printer: Printer) {
    this.#printer = printer;
  }

  /** Sets size, language and typeface, which invalidates every picture. */
  setOptions(options: PictureOptions): void {
    this.#options = options;
    this.#pictures = new WeakMap();
    this.#begin();
  }

  /** The picture of the view to show now. */
  turnTo(view: PublicView, own: SeatView | undefined): Picture | undefined {
    const place = this.#coming.findIndex(([each]) => each === view);
    if (place >= 0 && place !== this.#at) {
      this.#at = place;
      this.#begin();
    }
    return this.#pictureOf(view, own);
  }

  /** Lays these out in idle time. */
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

  /** Yields after each task. */
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

  /** The pictures nearest to the one shown, as many as fit. */
  #nearest(): readonly Sitting[] {
    const away = (place: number) => Math.abs(place - this.#at);
    return this.#coming
      .map((sitting, place) => ({ sitting, place }))
      .toSorted((one, other) => away(one.place) - away(other.place) || other.place - one.place)
      .slice(0, this.#printer.roomAhead)
      .map(({ sitting }) => sitting);
  }
}

/** Returns a disposer. */
function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const waiting = requestIdleCallback(act);
    return () => cancelIdleCallback(waiting);
  }
  const waiting = setTimeout(act, BREATH_MS);
  return () => clearTimeout(waiting);
}
