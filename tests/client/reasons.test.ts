/** Reasons of a year: what a pact taught depends on who gave. */
import { beforeAll, expect, test } from 'vitest';
import { reasons } from '../../client/panels/reveal/reasons.ts';
import { needTexts } from '../../client/state/language.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

const SINGLE = { product: 0, trade: 0, fromResearch: 0.2, fromPacts: 0.8, fromCommons: 0 };

test.each([
  [2, 'Most of what you learnt came from your pacts: 0.8.'],
  [0, 'Most of what you learnt came from what you shared yourself: 0.8. Nothing came back.'],
])('a pact’s lesson is explained with %d points received', (got, sentence) => {
  const view = viewFor(districtAt({ round: 2 }).state, FIRM);
  if (view.result === undefined) throw new Error('a round was played');
  const received = view.received.map((_, seat) => (seat === 3 ? got : 0));
  expect(reasons({ ...view, received }, { ...view.result, ...SINGLE })).toEqual([sentence]);
});

test.each([
  [0.5, 'You and Twin Elms both shared, and both learnt from it.'],
  [2, 'Twin Elms shared with you and got next to nothing back; they will trust you less.'],
])('with pacts kept from %d points on, one point is judged by that', (keptShare, sentence) => {
  const { state } = districtAt({ round: 2 });
  const seen = viewFor({ ...state, pacts: [{ a: FIRM, b: 3, since: 1 }] }, FIRM);
  if (seen.result === undefined) throw new Error('a round was played');
  const points = (at: number) => seen.received.map((_, seat) => (seat === 3 ? at : 0));
  const view = { ...seen, given: points(1), received: points(3), public: { ...seen.public, changed: { keptShare } } };
  expect(reasons(view, seen.result)[0]).toBe(sentence);
});
