/**
 * Textures painted once and kept for when they are shown again. While there is room all stay; beyond it, those longest
 * unused go first, and never one that is being shown.
 */
import type Phaser from 'phaser';
import type { Pen } from '../paint/pen.ts';
import { paintTexture } from './canvas.ts';

const numbers = new WeakMap<object, number>();
let numbered = 0;

/** What to call a print of something that has no name of its own. */
export function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? ++numbered;
  numbers.set(thing, number);
  return number;
}

export class Prints {
  readonly #scene: Phaser.Scene;
  /** Pixels of each by its key, the one longest unused first. */
  readonly #pixels = new Map<string, number>();

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  has(key: string): boolean {
    return this.#pixels.has(key);
  }

  /** A print of `width` × `height` CSS pixels at `ratio` device pixels each: the one kept, or a new one. */
  take(key: string, width: number, height: number, ratio: number, paint: (pen: Pen) => void): void {
    const kept = this.#pixels.get(key);
    if (kept === undefined) paintTexture(this.#scene, key, width, height, ratio, paint);
    this.#pixels.delete(key);
    this.#pixels.set(key, kept ?? width * height * ratio * ratio);
  }

  /** Keeps the prints that are shown, and of the rest `most` pixels. */
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
