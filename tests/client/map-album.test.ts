/** The album of pictures: every view is laid out once, those named ahead before they are asked for. */
import { expect, it, vi } from 'vitest';
import { Album } from '../../client/map/album.ts';
import { roughly } from '../../client/map/labels.ts';
import type { PublicView } from '../../shared/engine/view.ts';
import { district, TWO_TREES, WEB } from './map-views.ts';

/** An album, and how often a layout has had a name measured since last asked. */
function opened(width = 700) {
  let measured = 0;
  const measure = (text: string, size: number) => {
    measured += 1;
    return roughly(text, size);
  };
  const album = new Album();
  const turnTo = (wide: number) =>
    album.setOptions({ size: { width: wide, height: 460 }, language: 'en', measure, wall: false });
  turnTo(width);
  return {
    album,
    turnTo,
    work: () => {
      const before = measured;
      measured = 0;
      return before;
    },
  };
}

const seatsOf = (album: Album, view: PublicView) => album.pictureOf(view, undefined)?.layout.actors.length;

it('lays a view out once, and anew at another size', () => {
  const { album, turnTo, work } = opened();
  const view = district({ pacts: WEB });
  const picture = album.pictureOf(view, undefined);
  expect(work()).toBeGreaterThan(0);
  expect(album.pictureOf(view, undefined)).toBe(picture);
  expect(work()).toBe(0);
  turnTo(960);
  expect(album.pictureOf(view, undefined)?.layout.sheet.width).toBe(960);
  expect(work()).toBeGreaterThan(0);
});

it('has what was named ahead ready when it is asked for, at a new size too', () => {
  vi.useFakeTimers();
  try {
    const { album, turnTo, work } = opened();
    const views = [district(), district({ owners: TWO_TREES }), district({ pacts: WEB })];
    album.prepare(views.map((view) => [view, undefined]));
    expect(work()).toBe(0);
    for (const width of [700, 360]) {
      turnTo(width);
      vi.runAllTimers();
      expect(work()).toBeGreaterThan(0);
      expect(views.map((view) => seatsOf(album, view))).toEqual([12, 12, 12]);
      expect(work()).toBe(0);
    }
    album.prepare([[district({ seats: 8 }), undefined]]);
    album.close();
    vi.runAllTimers();
    expect(work()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
