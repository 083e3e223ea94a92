/** A figure's inputs recounted after the game give the same reading, and nearness is true. */
import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../shared/bots/index.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { nearnessOf, tiesOf } from '../../shared/debrief/ties.ts';
import { figureOf, type Ties } from '../../shared/engine/figures.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { recorded } from './districts.ts';

const { parameters } = zhongguancun;
/** Eight firms and two universities, five of six pacts kept, two spin-offs held: one kept pact short of Figure 4. */
const SHORT: Ties = {
  companies: 8,
  networked: 10,
  possible: 15,
  perActor: 3,
  across: 6,
  kept: 5,
  verticalEdges: 2,
  trees: [1, 1, 1, 1, 1, 1, 1, 1],
};

describe('ties', () => {
  test.each(POLICIES.firm)('read as every round of a district of %s did', (firm) => {
    for (const government of ['idle', 'command']) {
      const { rounds } = chronicleOf(recorded({ firms: [firm], government }));
      for (const played of rounds) {
        expect(played.after.history.at(-1)?.figure).toMatchObject(figureOf(tiesOf(played), played.after.parameters));
      }
    }
  });

  test('are those before the desk struck a tree in the last reveal', () => {
    const { rounds } = chronicleOf(recorded({ firms: ['merger'], falterAfter: 12 }));
    const last = rounds.at(-1);
    if (last === undefined) throw new Error('nothing was played');
    expect(last.after.history.at(-1)?.figure).toMatchObject(figureOf(tiesOf(last), last.after.parameters));
  });
});

describe('how near another figure was', () => {
  test('says the one kept pact that was missing, before what was further away', () => {
    expect(figureOf(SHORT, parameters).figure).toBe('3');
    expect(nearnessOf(SHORT, parameters)).toEqual([
      { to: '4', kind: 'kept', now: 5, instead: 6 },
      { to: '2', kind: 'tree', now: 1, instead: 4 },
    ]);
  });

  test('says the one kept pact that held it', () => {
    const held = { ...SHORT, kept: 6 };
    expect(nearnessOf(held, parameters)[0]).toEqual({ to: '3', kind: 'kept', now: 6, instead: 5 });
  });

  test('says a firm fewer in the tree, unless another tree is as large', () => {
    const tree = { ...SHORT, verticalEdges: 3, trees: [4, 1, 1, 1, 1] };
    expect(nearnessOf(tree, parameters)[0]).toMatchObject({ kind: 'tree', now: 4, instead: 3 });
    expect(nearnessOf({ ...tree, verticalEdges: 6, trees: [4, 4] }, parameters)).not.toContainEqual(
      expect.objectContaining({ kind: 'tree' }),
    );
  });

  test('names none where one kind alone changes nothing', () => {
    const two = { ...SHORT, kept: 0, across: 0, verticalEdges: 6, trees: [4, 4] };
    expect(figureOf(two, parameters).figure).toBe('2');
    expect(nearnessOf(two, parameters)).toEqual([]);
  });

  test('is another figure when asked for again, and none nearer of that kind is', () => {
    for (const firm of POLICIES.firm) {
      const { rounds } = chronicleOf(recorded({ firms: [firm, 'cooperate'] }));
      for (const played of rounds) {
        const ties = tiesOf(played);
        for (const { to, kind, now, instead } of nearnessOf(ties, parameters)) {
          if (kind !== 'vertical') continue;
          const asked = (verticalEdges: number) => figureOf({ ...ties, verticalEdges }, parameters).figure;
          expect(asked(instead)).toBe(to);
          expect(asked(instead - Math.sign(instead - now))).not.toBe(to);
        }
      }
    }
  });
});
