/** The conditions shown to a class agree with the rules, in every round of every population. */
import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../shared/bots/index.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { behindFigure, conditionsOf, differencesOf, standsSince } from '../../shared/debrief/why-figure.ts';
import { recorded } from './districts.ts';

describe('why a round reads as its figure', () => {
  test('follows from the conditions as they are shown', () => {
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

  test('holds at the very bounds, and not beyond them', () => {
    const { history, parameters } = chronicleOf(recorded({ firms: ['solo'] })).final;
    const [first] = history;
    if (first === undefined) throw new Error('nothing was played');
    const bounds = {
      horizontal: parameters.figureStrongHorizontal,
      reciprocity: parameters.figureStrongReciprocity,
      vertical: parameters.figureStrongVertical,
      largestTree: parameters.figureStrongTree,
    };
    const held = (reading: Partial<typeof first.figure>) =>
      conditionsOf({ ...first.figure, ...bounds, ...reading }, parameters).strong.map(({ holds }) => holds);
    expect(held({})).toEqual([true, true, true, true]);
    const [less, more] = [-1e-6, 1e-6];
    expect(held({ horizontal: bounds.horizontal + less, vertical: bounds.vertical + more })).toEqual([
      false,
      true,
      false,
      true,
    ]);
    const tree = (size: number) => conditionsOf({ ...first.figure, largestTree: size }, parameters).hierarchy[1]?.holds;
    const { figureHierarchyTree } = parameters;
    expect([tree(figureHierarchyTree), tree(figureHierarchyTree + less)]).toEqual([true, false]);
  });

  test('says what a trading street misses: lines, and pacts kept', () => {
    const { history, parameters } = chronicleOf(recorded({ firms: ['trader'] })).final;
    const last = history.at(-1);
    if (last === undefined) throw new Error('nothing was played');
    const missed = conditionsOf(last.figure, parameters).strong.filter(({ holds }) => !holds);
    expect(missed.map(({ measure }) => measure)).toEqual(['horizontal', 'reciprocity']);
  });
});

describe('what stood behind it', () => {
  const behind = (firms: readonly string[], government = 'idle') => {
    const chronicle = chronicleOf(recorded({ firms, government }));
    const reading = chronicle.final.history.at(-1)?.figure;
    const told = behindFigure(chronicle);
    if (reading === undefined || told === undefined) throw new Error('nothing was played');
    return { chronicle, reading, told };
  };

  test.each([['cooperate'], ['opportunist', 'tit-for-tat'], ['merger'], ['solo']])(
    'counts pacts and firms as the reading has them: %s',
    (...firms) => {
      const { chronicle, reading, told } = behind(firms);
      const partners = chronicle.final.actors.filter(({ kind }) => kind === 'firm' || kind === 'university').length;
      expect((2 * told.kept) / (3 * partners)).toBeCloseTo(reading.horizontal, 9);
      expect(told.pacts === 0 ? 0 : told.kept / told.pacts).toBeCloseTo(reading.reciprocity, 9);
      expect((told.tree?.size ?? 1) / told.firms).toBeCloseTo(reading.largestTree, 9);
      const { figureStrongHorizontal: bound } = chronicle.final.parameters;
      expect(told.kept >= told.enough).toBe(reading.horizontal >= bound);
    },
  );

  test('asks of ten actors for six kept pacts', () => {
    const { told, chronicle } = behind(['cooperate']);
    expect(chronicle.final.actors.filter(({ kind }) => kind === 'firm' || kind === 'university')).toHaveLength(10);
    expect(told.enough).toBe(6);
  });

  test('asks of an actor with room for more pacts for more of them, as the reading does', () => {
    const asked = [2, 3, 4].map((pactLimit) => {
      const chronicle = chronicleOf(recorded({ parameters: { pactLimit } }));
      const { horizontal = 0 } = chronicle.final.history.at(-1)?.figure ?? {};
      const { kept = 0, enough = 0 } = behindFigure(chronicle) ?? {};
      expect(kept >= enough).toBe(horizontal >= chronicle.final.parameters.figureStrongHorizontal);
      return enough;
    });
    expect(asked).toEqual([4, 6, 7]);
  });

  test('names those in the tree, and whether command or their own sale put them there', () => {
    const { told, chronicle } = behind(['merger'], 'command');
    expect(new Set(told.tree?.joined.map(({ firm }) => firm)).size).toBe((told.tree?.size ?? 0) - 1);
    expect(new Set(told.tree?.joined.map(({ how }) => how))).toEqual(new Set(['command', 'sale']));
    expect(standsSince(chronicle)).toBe(1);
  });

  test('says since when: the round after the last other reading', () => {
    const { chronicle } = behind(['cooperate']);
    const { history } = chronicle.final;
    const since = standsSince(chronicle) ?? 0;
    expect(history[since - 2]?.figure.figure).toBe('3');
    expect(history.slice(since - 1).every(({ figure }) => figure.figure === '4')).toBe(true);
    const justTurned = { ...chronicle.final, history: history.slice(0, since) };
    expect(standsSince({ ...chronicle, final: justTurned })).toBe(since);
  });
});

describe('in which conditions districts differ', () => {
  const of = (...firms: readonly string[]) => chronicleOf(recorded({ firms }));

  test('says what one met and the other missed, and nothing of what is the same in both', () => {
    const differences = differencesOf([of('cooperate'), of('trader')]);
    expect(differences).toMatchObject([
      { figure: '4', measure: 'horizontal', met: [0], missed: [1] },
      { figure: '4', measure: 'reciprocity', met: [0], missed: [1] },
    ]);
    const hierarchy = differencesOf([of('trader'), of('merger'), of('cooperate')]).filter(
      ({ figure }) => figure === '2',
    );
    expect(hierarchy.length).toBeGreaterThan(0);
    for (const { met, missed } of hierarchy) expect([met, missed]).toEqual([[1], [0, 2]]);
  });

  test('says nothing of districts that met the same, of one, or of none', () => {
    expect(differencesOf([of('cooperate'), of('cooperate')])).toEqual([]);
    expect(differencesOf([of('cooperate')])).toEqual([]);
    expect(differencesOf([])).toEqual([]);
  });
});
