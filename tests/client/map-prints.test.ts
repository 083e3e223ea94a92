/** Prints of the map: made once, cached up to a limit, the longest unused dropped first. */
import type Phaser from 'phaser';
import { expect, test } from 'vitest';
import { Prints } from '../../client/map/layers/prints.ts';

/** Prints with a fake canvas that records what is painted and dropped. */
function shop() {
  const painted: string[] = [];
  const shelf = new Map<string, unknown>();
  const context = { setTransform: () => undefined, clearRect: () => undefined };
  const textures = {
    exists: (key: string) => shelf.has(key),
    get: (key: string) => shelf.get(key),
    createCanvas: (key: string, width: number, height: number) => {
      const texture = { context, width, height, refresh: () => undefined };
      shelf.set(key, texture);
      return texture;
    },
    remove: (key: string) => shelf.delete(key),
  };
  const prints = new Prints({ textures } as unknown as Phaser.Scene);
  const take = (...keys: readonly string[]) => {
    for (const key of keys) prints.take(key, 10, 10, 2, () => painted.push(key));
  };
  return { prints, take, painted, shelf };
}

test('paints each once and lets go of those longest unused, but of none that is shown', () => {
  const { prints, take, painted, shelf } = shop();
  take('a', 'b', 'c', 'd', 'a');
  expect(painted).toEqual(['a', 'b', 'c', 'd']);
  // A print has 400 pixels, so two of the three hidden ones fit.
  prints.keep(new Set(['b']), 800);
  expect([...shelf.keys()]).toEqual(['a', 'b', 'd']);
  expect([prints.has('c'), prints.has('a')]).toEqual([false, true]);
  take('c');
  expect(painted).toEqual(['a', 'b', 'c', 'd', 'c']);
});
