/** Zoom, pan and keys of the map, as arithmetic. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampedSight,
  movedBy,
  NEAREST,
  type Sight,
  toScreen,
  toSheet,
  whole,
  zoomedAt,
} from '../../client/map/camera.ts';
import { afterKey } from '../../client/map/gestures.ts';

const SIZE = { width: 360, height: 340 };
const sights = fc
  .record({ zoom: fc.double({ min: 1, max: NEAREST, noNaN: true }), x: fc.nat(360), y: fc.nat(340) })
  .map((sight) => clampedSight(sight, SIZE));

function edges(sight: Sight) {
  const near = toSheet({ x: 0, y: 0 }, sight, SIZE);
  const far = toSheet({ x: SIZE.width, y: SIZE.height }, sight, SIZE);
  return [near.x, near.y, SIZE.width - far.x, SIZE.height - far.y];
}

describe('sight', () => {
  test('never shows anything beyond the sheet', () => {
    fc.assert(
      fc.property(
        sights,
        fc.integer(),
        fc.integer(),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (sight, dx, dy, by) => {
          for (const next of [movedBy(sight, dx, dy, SIZE), zoomedAt(sight, by, { x: 40, y: 300 }, SIZE)])
            for (const edge of edges(next)) expect(edge).toBeGreaterThan(-1e-6);
        },
      ),
    );
  });

  test('keeps what lies under the finger there while zooming in', () => {
    const finger = { x: 100, y: 120 };
    const before = toSheet(finger, whole(SIZE), SIZE);
    const after = toSheet(finger, zoomedAt(whole(SIZE), 2, finger, SIZE), SIZE);
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  test('goes to the screen and back', () => {
    const sight = zoomedAt(whole(SIZE), 2.5, { x: 10, y: 10 }, SIZE);
    const point = toSheet(toScreen({ x: 77, y: 33 }, sight, SIZE), sight, SIZE);
    expect(point.x).toBeCloseTo(77, 9);
    expect(point.y).toBeCloseTo(33, 9);
  });

  test('answers plus, minus, zero and arrows, and leaves to the page every key that would change nothing', () => {
    const all = whole(SIZE);
    const nearer = afterKey('+', all, SIZE);
    expect(nearer?.zoom).toBeGreaterThan(1);
    if (nearer === undefined) return;
    expect(afterKey('ArrowLeft', nearer, SIZE)?.x).toBeLessThan(nearer.x);
    expect(afterKey('ArrowDown', nearer, SIZE)?.y).toBeGreaterThan(nearer.y);
    expect(afterKey('0', nearer, SIZE)).toEqual(all);
    expect(afterKey('-', nearer, SIZE)?.zoom).toBeLessThan(nearer.zoom);
    for (const key of ['ArrowDown', 'ArrowUp', '0', '-', 'Tab', 'Enter', 'a'])
      expect(afterKey(key, all, SIZE)).toBeUndefined();
  });
});
