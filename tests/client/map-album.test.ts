/** The album lays out every view once, and announced views in advance. */
import { expect, test, vi } from 'vitest';
import { Album } from '../../client/map/album.ts';
import { roughly } from '../../client/map/labels.ts';
import type { Picture } from '../../client/map/picture.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { district, TWO_TREES, WEB } from './map-views.ts';

/** An album, its prints, and how often names were measured since the last call. */
function opened(width = 700, roomAhead = 0) {
  let measured = 0;
  const measure = (text: string, size: number) => {
    measured += 1;
    return roughly(text, size);
  };
  const printed: PublicView[] = [];
  const printAhead = ({ view }: Picture) => {
    if (printed.includes(view)) return false;
    printed.push(view);
    return true;
  };
  const album = new Album({ roomAhead, printAhead });
  const turnTo = (wide: number) =>
    album.setOptions({ size: { width: wide, height: 460 }, language: 'en', measure, wall: false });
  turnTo(width);
  return {
    album,
    turnTo,
    printed,
    work: () => {
      const before = measured;
      measured = 0;
      return before;
    },
  };
}

const seatsOf = (album: Album, view: PublicView) => album.turnTo(view, undefined)?.layout.actors.length;

test('lays a view out once, and anew at another size', () => {
  const { album, turnTo, work } = opened();
  const view = district({ pacts: WEB });
  const picture = album.turnTo(view, undefined);
  expect(work()).toBeGreaterThan(0);
  expect(album.turnTo(view, undefined)).toBe(picture);
  expect(work()).toBe(0);
  turnTo(960);
  expect(album.turnTo(view, undefined)?.layout.sheet.width).toBe(960);
  expect(work()).toBeGreaterThan(0);
});

test('announced views are ready on request, at a new size too', () => {
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

test('neighbours of the picture shown are printed ahead, next first, as far as they fit', () => {
  vi.useFakeTimers();
  try {
    const { album, printed } = opened(700, 3);
    const views = [1, 2, 3, 4, 5, 6].map((round) => district({ view: { round } }));
    album.prepare(views.map((view) => [view, undefined]));
    album.turnTo(views[3] ?? district(), undefined);
    vi.runAllTimers();
    expect(printed.map(({ round }) => round)).toEqual([4, 5, 3]);
    album.turnTo(views[5] ?? district(), undefined);
    vi.runAllTimers();
    expect(printed.map(({ round }) => round)).toEqual([4, 5, 3, 6]);
  } finally {
    vi.useRealTimers();
  }
});
