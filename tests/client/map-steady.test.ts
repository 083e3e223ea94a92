/** The student's map: houses keep their places over the years, only two see an offer, arrows find the next house. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centreOf } from '../../client/map/geometry.ts';
import { roughly } from '../../client/map/labels.ts';
import { layOut, type MapLayout } from '../../client/map/layout.ts';
import { nextHouse } from '../../client/map/nearest.ts';
import { tiesOf } from '../../client/map/notation.ts';
import type { Offer } from '../../shared/engine/parts.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { district, TWO_TREES, WEB } from './map-views.ts';

/** A phone's strip, a phone's whole map, a laptop's column. */
const SIZES = [
  [360, 360],
  [360, 414],
  [768, 700],
] as const;

function steady(view: PublicView, [width, height]: readonly [number, number]): MapLayout {
  return layOut(view, { width, height, language: 'en', measure: roughly, steady: true });
}

function places({ actors }: MapLayout): readonly (readonly number[])[] {
  return actors.map(({ box }) => [Math.round(box.x), Math.round(box.y), Math.round(box.x + box.w)]);
}

test('everybody stands where they stood, whatever they grow to and promise', () => {
  const later = fc.record({
    size: fc.constantFrom(...SIZES),
    standings: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
    web: fc.boolean(),
  });
  fc.assert(
    fc.property(later, ({ size, standings, web }) => {
      const seat = (each: PublicSeat) => ({ standing: standings[each.seat] ?? 1 });
      const grown = steady(district({ seat, pacts: web ? WEB : [] }), size);
      expect(places(grown)).toEqual(places(steady(district(), size)));
    }),
    { numRuns: 60 },
  );
});

test('firms that nobody bought stay where they are when others go under a tree', () => {
  const size = [768, 700] as const;
  const before = steady(district(), size);
  const after = steady(district({ owners: { 2: 0 } }), size);
  const free = [1, 3, 4, 5, 6, 7];
  for (const seat of free) {
    const [was, is] = [before.actors[seat], after.actors[seat]];
    if (was === undefined || is === undefined) throw new Error(`seat ${seat} is on the map`);
    const [from, to] = [centreOf(was.box), centreOf(is.box)];
    expect(Math.hypot(from.x - to.x, from.y - to.y), `seat ${seat}`).toBeLessThan(was.house.w / 2);
  }
  expect(steady(district({ owners: TWO_TREES }), size).groves).toHaveLength(2);
});

test('the lowest map that a page shows has room for every name', () => {
  const lowest = 320;
  for (const width of [320, 512, 640, 740, 853]) {
    for (const view of [district(), district({ owners: TWO_TREES })]) {
      const { actors } = steady(view, [width, lowest]);
      expect(actors.filter(({ label }) => label.lines.length === 0)).toEqual([]);
    }
  }
});

test('offers that wait or were accepted are ties of their own; declined ones are none', () => {
  const offer = (id: number, status: Offer['status']): Offer => ({ id, kind: 'pact', from: 1, to: id, status });
  const offers = [offer(2, 'open'), offer(3, 'accepted'), offer(4, 'declined')];
  const ties = tiesOf(district(), { seat: 1, given: [], received: [], offers }).filter(({ kind }) => kind === 'offer');
  expect(ties.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [1, 3],
  ]);
  expect(tiesOf(district()).some(({ kind }) => kind === 'offer')).toBe(false);
});

test('arrows lead from house to house, and from everyone to everyone', () => {
  const { actors } = steady(district(), [768, 700]);
  const ways = [
    { x: 1, y: 0 },
    { x: -1, y: 0 },
    { x: 0, y: 1 },
    { x: 0, y: -1 },
  ];
  expect(nextHouse(actors, undefined, { x: 1, y: 0 })).toBe(0);
  const reached = new Set([0]);
  for (const seat of reached) {
    for (const way of ways) {
      const next = nextHouse(actors, seat, way);
      if (next !== undefined) reached.add(next);
    }
  }
  expect(reached.size).toBe(actors.length);
});
