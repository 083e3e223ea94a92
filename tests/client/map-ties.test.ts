/** Lines between houses are visible beyond their heads, wherever the houses stand. */
import { describe, expect, test } from 'vitest';
import { roughly } from '../../client/map/labels.ts';
import { layOut } from '../../client/map/layout.ts';
import { tiesOf } from '../../client/map/notation.ts';
import { curveBetween, headLength, lengthOf, lineScale, routesOf } from '../../client/map/routes.ts';
import { district, ONE_TREE, pact, TWO_TREES, WEB } from './map-views.ts';

const SIZES = [
  [616, 432],
  [700, 420],
  [960, 600],
  [1280, 760],
] as const;

/** Neighbours within a tree, across its edge, and along the street. */
const NEAR = [
  pact(1, 3, true),
  pact(2, 4, true),
  pact(2, 6, true),
  pact(4, 6, true),
  pact(0, 2, true),
  pact(5, 7, true),
];

describe('a line of cooperation', () => {
  test.each(SIZES)('leaves its heads room, on a map of %i × %i', (width, height) => {
    for (const owners of [{}, ONE_TREE, TWO_TREES])
      for (const pacts of [NEAR, WEB]) {
        const view = district({ owners, pacts });
        const layout = layOut(view, { width, height, language: 'en', measure: roughly });
        for (const { tie, bend } of routesOf(tiesOf(view), layout)) {
          const [from, to] = [layout.actors[tie.from], layout.actors[tie.to]];
          if (tie.kind !== 'cooperation' || from === undefined || to === undefined) continue;
          const heads = 2 * headLength(tie.weight, lineScale(layout));
          expect([tie, lengthOf(curveBetween(from, to, bend)) > 0.9 * heads]).toEqual([tie, true]);
        }
      }
  });
});
