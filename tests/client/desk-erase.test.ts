/** People offered for erasure: equal names are numbered as everywhere else. */
import { expect, test } from 'vitest';
import { erasable } from '../../client/desk/erase-person.tsx';
import { withDistinctNames } from '../../shared/protocol/distinct-names.ts';

test('equal names are numbered as on the desk', () => {
  const here = [
    { id: 'a', name: 'Ada', online: true },
    { id: 'b', name: 'Bo', online: true },
    { id: 'c', name: 'Ada', online: false },
  ];
  const removed = [{ id: 'd', name: 'ada' }];
  const offered = erasable(here, removed);
  expect(offered.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Ada (2)', 'ada (3)']);
  expect(offered.map(({ alike }) => alike)).toEqual([true, false, true, true]);
  expect(erasable(here, []).map(({ name }) => name)).toEqual(withDistinctNames(here).map(({ name }) => name));
});
