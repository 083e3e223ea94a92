/** The conditions shown to a class decide as the rules do: in every round of every population. */
import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../shared/bots/index.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { conditionsOf } from '../../shared/debrief/why-figure.ts';
import { recorded } from './districts.ts';

describe('why a round reads as its figure', () => {
  it('follows from the conditions as they are shown', () => {
    const seen = new Set<string>();
    for (const firm of POLICIES.firm) {
      for (const government of ['idle', 'command']) {
        const { history, parameters } = chronicleOf(recorded({ firms: [firm], government })).final;
        for (const { figure } of history) {
          const { hierarchy, strong } = conditionsOf(figure, parameters);
          const isHierarchy = hierarchy.some(({ holds }) => holds);
          const isStrong = strong.every(({ holds }) => holds);
          expect(isHierarchy ? '2' : isStrong ? '4' : '3').toBe(figure.figure);
          seen.add(figure.figure);
        }
      }
    }
    expect([...seen].sort()).toEqual(['2', '3', '4']);
  });

  it('says what a trading street misses: lines, and pacts kept', () => {
    const { history, parameters } = chronicleOf(recorded({ firms: ['trader'] })).final;
    const last = history.at(-1);
    if (last === undefined) throw new Error('nothing was played');
    const missed = conditionsOf(last.figure, parameters).strong.filter(({ holds }) => !holds);
    expect(missed.map(({ measure }) => measure)).toEqual(['horizontal', 'reciprocity']);
  });
});
