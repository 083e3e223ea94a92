/** LRU cache of painted textures. Beyond its limit the longest unused go first, but never one that is shown. */
import type Phaser from 'phaser';
import type { Pen } from '../paint/pen.ts';
import { paintTexture } from './canvas.ts';

const numbers = new WeakMap<object, number>();
let numbered = 0;

/** A stable number for an object without a name. */
export function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? ++numbered;
  numbers.set(thing, number);
  return number;
}

export class Prints {
  readonly #scene: Phaser.Scene;
  /** Pixels by key, longest unused first. */
  readonly #pixels = new Map<string, number>();

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  has(key: string): boolean {
    return this.#pixels.has(key);
  }

  /** Returns a print of `width` × `height` CSS pixels at `ratio`, cached or newly painted. */
  take(key: string, width: number, height: number, ratio: number, paint: (pen: Pen) => void): void {
    const kept = this.#pixels.get(key);
    if (kept === undefined) paintTexture(this.#scene, key, width, height, ratio, paint);
    this.#pixels.delete(key);
    this.#pixels.set(key, kept ?? width * height * ratio * ratio);
  }

  /** Keeps the prints shown, and up to `most` pixels of the others. */
  keep(shown: ReadonlySet<string>, most: number): void {
    const spare = [...this.#pixels].filter(([key]) => !shown.has(key));
    let pixels = spare.reduce((sum, [, each]) => sum + each, 0);
    for (const [key, each] of spare) {
      if (pixels <= most) return;
      this.#scene.textures.remove(key);
      this.#pixels.delete(key);
      pixels -= each;
    }
  }
}
