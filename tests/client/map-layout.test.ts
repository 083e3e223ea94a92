/** The map's layout: nothing overlaps and nobody is missing, from the smallest phone to the projector. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streetAt } from '../../client/map/geography.ts';
import { overlap, within } from '../../client/map/geometry.ts';
import { roughly } from '../../client/map/labels.ts';
import { layOut, type MapLayout } from '../../client/map/layout.ts';
import { sheetOf, signRooms } from '../../client/map/sheet.ts';
import { mapWords } from '../../client/map/words.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { LANGUAGES, type Language } from '../../shared/i18n/messages.ts';
import { district, ONE_TREE, pact, TWO_TREES, WEB } from './map-views.ts';

const SIZES = [
  [240, 170],
  [296, 292],
  [360, 300],
  [360, 340],
  [340, 400],
  [400, 420],
  [700, 420],
  [960, 600],
  [1280, 760],
  [1920, 1000],
] as const;

/** Tiles of one to six districts on projectors of 1280 × 720, 1280 × 800 and 1920 × 1080. */
const TILES = [
  [1250, 477],
  [618, 477],
  [618, 199],
  [618, 239],
  [408, 199],
  [408, 239],
  [1886, 719],
  [927, 719],
  [927, 302],
  [612, 302],
] as const;

function laidOut(view: PublicView, size: readonly [number, number], language: Language = 'en'): MapLayout {
  return layOut(view, { width: size[0], height: size[1], language, measure: roughly });
}

function collisions(layout: MapLayout): readonly string[] {
  return layout.actors.flatMap((a) =>
    layout.actors.filter((b) => b.seat > a.seat && overlap(a.box, b.box)).map((b) => `${a.seat} and ${b.seat}`),
  );
}

describe('sheet', () => {
  test('has names, year, figure and key on the narrowest page there is: 320 pixels with a scrollbar', () => {
    for (const [width, height] of [
      [281, 364],
      [296, 364],
      [334, 308],
    ] as const)
      for (const language of LANGUAGES)
        for (const view of [district(), district({ pacts: WEB }), district({ owners: TWO_TREES })]) {
          const { sheet, actors } = laidOut(view, [width, height], language);
          expect(sheet.miniature).toBe(false);
          expect(actors.filter(({ label }) => label.lines.length === 0)).toEqual([]);
        }
  });

  test('keeps a place for the story, off the frame and all that is in it, and off year and figure', () => {
    for (const [width, height] of SIZES.slice(1)) {
      for (const wall of [false, true]) {
        const { story, frame, title, figure } = sheetOf(width, height, wall);
        expect([frame, title, figure].filter((rect) => overlap(rect, story))).toEqual([]);
        expect(within(story, { x: 0, y: 0, w: width, h: height })).toBe(true);
        expect(story.h).toBeGreaterThanOrEqual(36);
      }
    }
  });

  test('tells the story of a low tile of the wall below it, off every house', () => {
    const { story, frame } = sheetOf(618, 206, true);
    expect([story.y, overlap(frame, story)]).toEqual([206, false]);
    expect(within(sheetOf(408, 206, true).story, { x: 0, y: 0, w: 408, h: 206 })).toBe(true);
  });

  test('has room for the words of its lower margin beside the buttons', () => {
    for (let width = 280; width < 1100; width += 10)
      for (const language of LANGUAGES) {
        const sheet = sheetOf(width, Math.max(300, width * 1.2));
        const say = mapWords(language);
        const size = Math.max(11, sheet.font * 0.92);
        const { provinces, multinationals } = signRooms(sheet);
        expect(roughly(say('provinces'), size)).toBeLessThan(provinces.w);
        expect(roughly(say('multinationals'), size)).toBeLessThan(multinationals.w);
      }
  });
});

describe('layout', () => {
  test('keeps every box free of the others and clear of the frame line, for any ownership and any pacts', () => {
    const scene = fc.integer({ min: 4, max: 16 }).chain((seats) =>
      fc.record({
        seats: fc.constant(seats),
        size: fc.constantFrom(...SIZES),
        language: fc.constantFrom(...LANGUAGES),
        standing: fc.integer({ min: 1, max: 5 }),
        owners: fc.array(fc.nat(20), { minLength: seats, maxLength: seats }),
        kept: fc.array(fc.tuple(fc.nat(seats - 1), fc.nat(seats - 1)), { maxLength: 14 }),
      }),
    );
    fc.assert(
      fc.property(scene, ({ seats, size, language, standing, owners, kept }) => {
        const firms = district({ seats }).seats.filter((seat) => seat.kind === 'firm').length;
        const owned = Object.fromEntries(
          owners.flatMap((owner, seat) => (seat < firms && owner < seat && owner < 3 ? [[seat, owner]] : [])),
        );
        const view = district({
          seats,
          owners: owned,
          pacts: kept.filter(([a, b]) => a < b).map(([a, b]) => pact(a, b, true)),
          seat: () => ({ standing }),
        });
        const layout = laidOut(view, size, language);
        expect(layout.actors.map((actor) => actor.seat)).toEqual(view.seats.map((seat) => seat.seat));
        expect(collisions(layout)).toEqual([]);
        expect(layout.actors.filter((actor) => !within(actor.box, layout.sheet.region))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps everybody on a low sheet under one tree, without names where they find no room', () => {
    for (const language of LANGUAGES)
      for (const height of [274, 290]) {
        const layout = laidOut(district({ owners: ONE_TREE, seat: () => ({ standing: 5 }) }), [334, height], language);
        expect(layout.actors.filter(({ box }) => box.y + box.h > height)).toEqual([]);
        expect(new Set(layout.actors.map(({ label }) => label.lines.length > 0)).size).toBe(1);
      }
  });

  test('sets names in at least 11 pixels and never shortens the names of the standard roster', () => {
    for (const size of SIZES)
      for (const language of LANGUAGES)
        for (const owners of [{}, TWO_TREES]) {
          const layout = laidOut(district({ owners }), size, language);
          expect(layout.sheet.font).toBeGreaterThanOrEqual(11);
          expect(layout.actors.flatMap((actor) => actor.label.lines).filter((line) => line.endsWith('…'))).toEqual([]);
        }
  });

  test('names everybody on every tile of the wall, in type that grows with the screen', () => {
    const loose = [district(), district({ pacts: WEB }), district({ seats: 16 })];
    const trees = [district({ owners: TWO_TREES }), district({ owners: ONE_TREE })];
    // The smallest tile is too full for names once everybody is in one tree.
    for (const [width, height] of TILES)
      for (const language of LANGUAGES)
        for (const view of width === 408 && height === 199 ? loose : [...loose, ...trees]) {
          const layout = layOut(view, { width, height, language, measure: roughly, wall: true });
          const { font, frame, miniature } = layout.sheet;
          expect(miniature).toBe(false);
          expect(font).toBeGreaterThanOrEqual(height > 300 ? 15 : 11);
          expect(layout.actors.filter(({ label }) => label.lines.length === 0)).toEqual([]);
          expect(layout.actors.flatMap(({ label }) => label.lines).filter((line) => line.endsWith('…'))).toEqual([]);
          expect(collisions(layout)).toEqual([]);
          expect(layout.actors.filter((actor) => !within(actor.box, frame))).toEqual([]);
        }
  });

  test('leaves all names out of a tile of the wall where some would find no room', () => {
    const view = district({ owners: ONE_TREE });
    const layout = layOut(view, { width: 408, height: 199, language: 'en', measure: roughly, wall: true });
    expect(layout.actors.flatMap(({ label }) => label.lines)).toEqual([]);
    expect(collisions(layout)).toEqual([]);
  });

  test('gathers a tree under its head, apart from the other', () => {
    for (const size of SIZES) {
      const layout = laidOut(district({ owners: TWO_TREES }), size);
      const [first, second] = layout.groves;
      expect(layout.groves.map((grove) => grove.head)).toEqual(expect.arrayContaining([0, 1]));
      expect(first !== undefined && second !== undefined && overlap(first.crown, second.crown)).toBe(false);
      for (const grove of layout.groves) {
        const head = layout.actors[grove.head];
        for (const member of grove.members) {
          const box = layout.actors[member]?.box;
          expect(box !== undefined && within(box, grove.crown)).toBe(true);
          expect(box?.y).toBeGreaterThan(head?.box.y ?? Number.POSITIVE_INFINITY);
        }
      }
    }
  });

  test('opens the street into a ring when promises are kept', () => {
    const spread = (view: PublicView) => {
      const layout = laidOut(view, [1280, 760]);
      const middle = layout.sheet.frame.x + layout.sheet.frame.w / 2;
      const firms = layout.actors.filter((actor) => actor.level === 3);
      return firms.reduce((sum, { box }) => sum + Math.abs(box.x + box.w / 2 - middle), 0) / firms.length;
    };
    expect(laidOut(district({ pacts: WEB }), [1280, 760]).web).toBe(1);
    expect(spread(district({ pacts: WEB }))).toBeGreaterThan(1.5 * spread(district()));
  });

  test('keeps each firm on its side of the street, whatever it and the others grow to and promise', () => {
    const grown = fc.record({
      size: fc.constantFrom(...SIZES.slice(1)),
      language: fc.constantFrom(...LANGUAGES),
      standings: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
      web: fc.boolean(),
    });
    const sides = ({ sheet: { frame }, actors }: MapLayout) => {
      const street = frame.x + streetAt(0.6) * frame.w;
      return actors.filter(({ level }) => level === 3).map(({ box }) => box.x + box.w / 2 < street);
    };
    fc.assert(
      fc.property(grown, ({ size, language, standings, web }) => {
        const seat = (each: PublicSeat) => ({ standing: standings[each.seat] ?? 1 });
        const later = laidOut(district({ seat, pacts: web ? WEB : [] }), size, language);
        expect(sides(later)).toEqual(sides(laidOut(district(), size, language)));
      }),
      { numRuns: 120 },
    );
  });

  test('is the same picture for the same view', () => {
    expect(laidOut(district({ pacts: WEB }), [360, 340])).toEqual(laidOut(district({ pacts: WEB }), [360, 340]));
  });
});
