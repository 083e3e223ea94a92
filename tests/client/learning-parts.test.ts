/** Parts of learnt knowledge add up to the total, for every seat of games with every source. */
import { expect, test } from 'vitest';
import { learningParts } from '../../client/panels/reveal/learning-parts.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

test('what each source gave adds up to the knowledge gained, a university’s shelter among them', () => {
  let sheltered = 0;
  for (const round of [2, 3, 4]) {
    const { state } = districtAt({ round, universities: 'shelter' });
    for (const { seat } of state.actors) {
      const { result } = viewFor(state, seat);
      if (result === undefined) continue;
      const parts = learningParts(result, false);
      expect(parts.reduce((sum, [, gained]) => sum + gained, 0)).toBeCloseTo(result.knowledgeGained, 10);
      sheltered += result.fromShelter;
    }
  }
  expect(sheltered).toBeGreaterThan(0);
});

test('inside a tree the R&D of all of it is named', () => {
  const { state } = districtAt({ round: 3 });
  const { result } = viewFor(state, 1);
  if (result === undefined) throw new Error('a year was played');
  expect(learningParts(result, true)[0]?.[0]).toBe('play.learnt-tree');
  expect(learningParts(result, false)[0]?.[0]).toBe('play.learnt-research');
});
