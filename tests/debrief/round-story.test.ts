/** Text about pacts beside the map matches what the map draws, in every round of every mixture. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { letDownsIn, pactChanges } from '../../shared/debrief/round-story.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { recorded } from './districts.ts';

const { rounds } = chronicleOf(
  recorded({ firms: ['tit-for-tat', 'opportunist', 'cooperate', 'trader'], universities: 'open', seed: 4 }),
);

function keptOnMap(round: (typeof rounds)[number] | undefined): readonly string[] {
  if (round === undefined) return [];
  return publicView(round.after).pacts.flatMap(({ a, b, kept }) => (kept === true ? [`${a}-${b}`] : []));
}

describe('the story of a round', () => {
  test('adds and takes away what makes the pacts kept before those kept now', () => {
    let changes = 0;
    for (const [index, now] of rounds.entries()) {
      const before = rounds[index - 1];
      if (before === undefined) continue;
      const { newly, lapsed, still } = pactChanges(before, now);
      const name = ([a, b]: readonly [number, number]) => `${a}-${b}`;
      expect([...still, ...newly].map(name).sort()).toEqual(keptOnMap(now).toSorted());
      expect([...still, ...lapsed].map(name).sort()).toEqual(keptOnMap(before).toSorted());
      changes += newly.length + lapsed.length;
    }
    expect(changes).toBeGreaterThan(0);
  });

  test('names a side for each pact that the map shows torn: the one that gave less, and less than keeps a pact', () => {
    let named = 0;
    for (const played of rounds) {
      const torn = publicView(played.after).pacts.filter(({ kept }) => kept === false);
      const letDowns = letDownsIn(played);
      expect(letDowns).toHaveLength(torn.length);
      for (const { by, other, gave, got, both } of letDowns) {
        expect(torn.some(({ a, b }) => (a === by && b === other) || (a === other && b === by))).toBe(true);
        expect(gave).toBeLessThan(played.after.parameters.keptShare);
        expect(gave).toBeLessThanOrEqual(got);
        expect(both).toBe(got < played.after.parameters.keptShare);
        named++;
      }
    }
    expect(named).toBeGreaterThan(0);
  });
});
