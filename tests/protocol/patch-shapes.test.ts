/** The exact patch of each change: minimal, with the pieces that may be sent alone. */
import { describe, expect, test } from 'vitest';
import { difference, only, type Patch, patched, piecesOf } from '../../shared/protocol/patch.ts';

const [a, b, c] = [
  { id: 'a', x: 1 },
  { id: 'b', x: 1 },
  { id: 'c', x: 1 },
];

describe('a patch of', () => {
  test.each<readonly [what: string, before: unknown, after: unknown, patch: Patch | undefined]>([
    ['the same value is nothing', { x: [Number.NaN] }, { x: [Number.NaN] }, undefined],
    ['another kind of value is the value', [1], { 0: 1 }, { v: { 0: 1 } }],
    ['nothing in place of fields is nothing', { x: 1 }, null, { v: null }],
    ['a field is that field', { x: 1, y: 1 }, { x: 2, y: 1 }, { k: { x: { v: 2 } } }],
    ['a new field is that field', { x: 1 }, { x: 1, y: 1 }, { k: { y: { v: 1 } } }],
    ['a removed field is its name', { x: 1, y: 1 }, { x: 1 }, { k: {}, d: ['y'] }],
    ['a renamed field is both', { x: 1, y: 1 }, { x: 1, z: 1 }, { k: { z: { v: 1 } }, d: ['y'] }],
    ['one number of two is that number', [1, 2], [1, 3], { k: { 1: { v: 3 } } }],
    ['most numbers of a list are the list', [1, 2, 3], [1, 4, 5], { v: [1, 4, 5] }],
    ['a list that grew is its length and the rest', [1, 2], [1, 2, 3], { k: { 2: { v: 3 } }, n: 3 }],
    ['a list that grew by most is the list', [1], [1, 2, 3], { v: [1, 2, 3] }],
    ['a list that shrank is its length', [1, 2, 3], [1, 2], { k: {}, n: 2 }],
    ['lists within a list is each of them', [[1], [2]], [[3], [4]], { k: { 0: { v: [3] }, 1: { v: [4] } } }],
    ['a list of numbers and lists is each of them', [1, [2]], [3, [4]], { k: { 0: { v: 3 }, 1: { v: [4] } } }],
    ['an element is found by its id', [a, b], [a, { ...b, x: 2 }], { e: { b: { k: { x: { v: 2 } } } } }],
    ['a removed element is its id', [a, b, c], [b, c], { e: {}, d: ['a'] }],
    ['a new last element is that element', [a], [a, b], { e: { b: { v: b } } }],
    ['a new first element is that element and the order', [b], [a, b], { e: { a: { v: a } }, o: ['a', 'b'] }],
    ['another order is the order', [a, b], [b, a], { e: {}, o: ['b', 'a'] }],
    ['the first elements there are is those', [], [a], { e: { a: { v: a } } }],
    ['two empty lists is nothing', [], [], undefined],
    ['the same elements is nothing', [a, b], [{ ...a }, { ...b }], undefined],
    ['two elements of one id goes by place', [a, a], [a, b], { k: { 1: { k: { id: { v: 'b' } } } } }],
    ['an element without an id goes by place', [a, { x: 1 }], [a, { x: 2 }], { k: { 1: { k: { x: { v: 2 } } } } }],
    ['elements that lose their ids goes by place', [a], [{ x: 1 }], { k: { 0: { k: {}, d: ['id'] } } }],
    ['ids that are numbers goes by them', [{ id: 7 }], [{ id: 7 }, { id: 8 }], { e: { 8: { v: { id: 8 } } } }],
  ])('%s', (_, before, after, patch) => {
    expect(difference(before, after)).toEqual(patch);
    expect(patched(before, patch)).toEqual(after);
  });
});

describe('the pieces of a patch', () => {
  const before = { phase: 'plan', round: 1, gone: 1, players: [a, b], names: ['x'] };
  const after = { phase: 'news', round: 1, players: [c, { ...b, x: 2 }], names: ['y'] };
  const patch = difference(before, after);
  if (patch === undefined) throw new Error('something changed');
  const pieces = piecesOf(patch);

  test('are its fields, its elements with the rest of their list before them, and what is gone', () => {
    expect(pieces).toEqual([
      { field: 'phase', change: { v: 'news' } },
      { field: 'players', change: { d: ['a'], o: ['c', 'b'] } },
      { field: 'players', id: 'c', change: { v: c } },
      { field: 'players', id: 'b', change: { k: { x: { v: 2 } } } },
      { field: 'names', change: { v: ['y'] } },
      { field: 'gone', change: 'gone' },
    ]);
    const changed = difference({ players: [a] }, { players: [{ ...a, x: 2 }] });
    expect(changed === undefined ? [] : piecesOf(changed)).toEqual([
      { field: 'players', id: 'a', change: { k: { x: { v: 2 } } } },
    ]);
    expect([piecesOf({ v: 1 }), piecesOf({ e: {} }), only({ v: 1 }, [])]).toEqual([[], [], { v: 1 }]);
  });

  test('may go alone, and together are the whole', () => {
    const going = (...places: readonly number[]) =>
      only(
        patch,
        places.flatMap((place) => pieces[place] ?? []),
      );
    expect(going()).toEqual({ k: {} });
    expect(going(0)).toEqual({ k: { phase: { v: 'news' } } });
    expect(going(1)).toEqual({ k: { players: { e: {}, d: ['a'], o: ['c', 'b'] } } });
    expect(going(3)).toEqual({ k: { players: { e: { b: { k: { x: { v: 2 } } } } } } });
    expect(going(4, 5)).toEqual({ k: { names: { v: ['y'] } }, d: ['gone'] });
    expect(going(0, 1, 2, 3, 4, 5)).toEqual(patch);
    expect(patched(before, only(patch, pieces))).toEqual(after);
  });
});
