/**
 * Pictures by the views they show, each laid out once. A replay names the views it will show, and they are laid out
 * while the browser has nothing else to do: a step to any of them then costs a drawing.
 */
import type { PublicView, SeatView } from '../../shared/engine/view.ts';
import { type Picture, type PictureOptions, pictureOf } from './picture.ts';

/** What may be shown: a view, and the reader's own where there is one. */
export type Sitting = readonly [view: PublicView, own: SeatView | undefined];

/** Browsers without an idle callback are given time between two layouts instead. */
const BREATH_MS = 30;

export class Album {
  #pictures = new WeakMap<PublicView, Picture>();
  #options: PictureOptions | undefined;
  #coming: readonly Sitting[] = [];
  #next = 0;
  #stopWaiting: () => void = () => undefined;

  /** Another size, language or typeface: every picture becomes another. */
  setOptions(options: PictureOptions): void {
    this.#options = options;
    this.#pictures = new WeakMap();
    this.prepare(this.#coming);
  }

  pictureOf(view: PublicView, own: SeatView | undefined): Picture | undefined {
    const kept = this.#pictures.get(view);
    if (kept !== undefined && kept.own === own) return kept;
    if (this.#options === undefined) return undefined;
    const picture = pictureOf(view, own, this.#options);
    this.#pictures.set(view, picture);
    return picture;
  }

  /** Lays these out when there is time. */
  prepare(coming: readonly Sitting[]): void {
    this.#stopWaiting();
    this.#coming = coming;
    this.#next = 0;
    this.#goOn();
  }

  close(): void {
    this.prepare([]);
  }

  #goOn(): void {
    const sitting = this.#coming[this.#next];
    if (sitting === undefined || this.#options === undefined) return;
    this.#stopWaiting = whenIdle(() => {
      this.#next += 1;
      this.pictureOf(...sitting);
      this.#goOn();
    });
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
