import { describe, expect, test } from 'vitest';
import { found } from '../../shared/engine/decide.ts';
import { announcedFigure, figureOf, readFigure, type Ties, tiesIn, topFourShare } from '../../shared/engine/figures.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import type { RoundHistory } from '../../shared/engine/parts.ts';
import { resilience } from '../../shared/engine/score.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { rosterFor } from '../../shared/scenarios/roster-for.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import {
  BEZ,
  BUREAU,
  EVEN_LUCK,
  eventOf,
  firm,
  firmPlan,
  governmentPlan,
  inRound,
  PKU,
  planning,
  resolved,
  SETTINGS,
  universityPlan,
  withFirms,
  withPacts,
} from './support.ts';

function lastOf(state: DistrictState): RoundHistory {
  const last = state.history.at(-1);
  if (last === undefined) throw new Error('no round was played');
  return last;
}

function ofSize(seats: number): DistrictState {
  const actors = rosterFor(zhongguancun, seats);
  const policies = actors.map(() => 'idle');
  return initialState(found(zhongguancun, { actors, seed: 1, settings: SETTINGS, policies }));
}

describe('scores', () => {
  test('C1 a firm: cash less debt and due, half its knowledge, less ten a failure', () => {
    const indebted = withFirms(planning(), {
      1: { loans: [{ owed: 5, instalmentsLeft: 2 }], ventureDue: 10, failures: 2 },
    });
    const { state } = resolved(indebted);
    const { cash, knowledge } = firm(state, 1);
    expect(lastOf(state).scores[1]).toBeCloseTo(cash - 2.5 - 10 + 0.5 * knowledge - 20, 12);
  });

  test('C1 a fifth of what a firm is worth belongs to its foreign partner; of a debt, nothing', () => {
    const partnered = withFirms(planning(), {
      1: { foreignStakes: 1, failures: 1 },
      3: { foreignStakes: 1, ventureDue: 50 },
    });
    const { state } = resolved(partnered);
    const worth = (seat: number) =>
      firm(state, seat).cash - firm(state, seat).ventureDue + 0.5 * firm(state, seat).knowledge;
    expect(lastOf(state).scores[1]).toBeCloseTo(0.8 * worth(1) - 10, 12);
    expect(worth(3)).toBeLessThan(0);
    expect(lastOf(state).scores[3]).toBeCloseTo(worth(3), 12);
  });

  test('C2 a university: its own work, its spin-offs’ product, and what the open laboratory does for the street', () => {
    const even = withPacts(planning({ parameters: EVEN_LUCK }), [1, PKU]);
    const plan = universityPlan({ publish: 1, outside: 1, shelter: 1, open: 1.5, shares: [{ to: 1, points: 1.5 }] });
    const { state, events } = resolved(even, { [PKU]: plan });
    const { product } = eventOf(events, 'MarketCleared');
    const street = [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, seat) => sum + firm(state, seat).knowledge, 0);
    const expected =
      0.8 +
      0.6 +
      0.25 +
      0.45 * ((product[0] ?? 0) + (product[4] ?? 0)) +
      0.5 * 0.028 * street +
      0.04 * firm(state, 1).knowledge;
    expect(state.earned[PKU]).toBeCloseTo(expected, 12);
  });

  test('C2 below three points of openness it counts in proportion', () => {
    const earned = (open: number) =>
      resolved(planning({ parameters: { ...EVEN_LUCK, commonsPerOpen: 0 } }), {
        [PKU]: universityPlan({ open, publish: 6 - open }),
      }).state.earned[PKU] ?? 0;
    const half = earned(1.5) - earned(0) + 0.8 * 1.5;
    const full = earned(3) - earned(0) + 0.8 * 3;
    expect(half).toBeCloseTo(full / 2, 12);
  });

  test('C3 C4 the bureau counts tax and command, the commission tax and innovation', () => {
    const { state } = resolved(planning(), { [BUREAU]: governmentPlan({ command: 1 }) });
    const { tax, innovation } = lastOf(state);
    expect(state.earned[BUREAU]).toBeCloseTo(tax + 0.2, 12);
    expect(state.earned[BEZ]).toBeCloseTo(0.5 * tax + 0.2 * innovation, 12);
  });

  test('C4 the Commission counts its own command, and nobody else’s', () => {
    const { state } = resolved(planning(), {
      [BUREAU]: governmentPlan({ command: 2 }),
      [BEZ]: governmentPlan({ command: 1.5 }),
    });
    const { tax, innovation } = lastOf(state);
    expect(state.earned[BEZ]).toBeCloseTo(0.5 * tax + 0.2 * innovation + 0.33 * 1.5, 12);
  });

  test('C3 at the end the bureau counts the whole game’s innovation', () => {
    const first = resolved(planning()).state;
    const { state } = resolved(inRound(first, 12));
    const { tax, innovation } = lastOf(state);
    const gained = (state.earned[BUREAU] ?? 0) - (first.earned[BUREAU] ?? 0);
    expect(gained).toBeCloseTo(tax + 0.05 * (innovation + lastOf(first).innovation), 12);
  });

  test('C2 to C4 a round’s income, innovation and tax are those of its firms, and of nobody else', () => {
    const plans = { [PKU]: universityPlan({ publish: 3, outside: 3 }) };
    const { state, events } = resolved(planning(), plans);
    const { product, trade } = eventOf(events, 'MarketCleared');
    const firms = [0, 1, 2, 3, 4, 5, 6, 7];
    const total = (values: readonly number[]) => firms.reduce((sum, seat) => sum + (values[seat] ?? 0), 0);
    expect(lastOf(state).income).toBeCloseTo(total(product) + total(trade), 12);
    expect(lastOf(state).innovation).toBeCloseTo(total(eventOf(events, 'KnowledgeGrew').gained), 12);
    expect(lastOf(state).tax).toBeCloseTo(total(eventOf(events, 'AccountsSettled').tax), 12);
    for (const seat of firms)
      expect(lastOf(state).incomeBySeat[seat]).toBeCloseTo((product[seat] ?? 0) + (trade[seat] ?? 0), 12);
  });

  test('C5 resilience is income after the shock over income before it', () => {
    const played = lastOf(resolved(planning()).state);
    const history = [7, 8, 9, 10, 11].map((round) => ({ ...played, round, income: round === 7 ? 10 : round }));
    expect(resilience(history, 8)).toBeCloseTo(0.9, 12);
    expect(resilience(history.slice(0, 3), 8)).toBeUndefined();
  });
});

describe('figures', () => {
  const ring = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 7],
    [0, 7],
  ] as const;
  const both = (points: number) =>
    Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6, 7].map((seat) => [
        seat,
        firmPlan(6 - 2 * points, 0, [
          { to: (seat + 1) % 8, points },
          { to: (seat + 7) % 8, points },
        ]),
      ]),
    );
  const read = (state: DistrictState, plans = {}) => lastOf(resolved(state, plans).state).figure;

  test('I1 I3 eight kept pacts among ten actors are a strong network', () => {
    const figure = read(withPacts(planning(), ...ring), both(0.5));
    expect(figure).toMatchObject({ figure: '4', reciprocity: 1, vertical: 0, largestTree: 1 / 8 });
    expect(figure.horizontal).toBeCloseTo(16 / 30, 12);
  });

  test('I1 I4 pacts that are not kept are no edges', () => {
    expect(read(withPacts(planning(), ...ring), both(0.4))).toMatchObject({
      figure: '3',
      isolated: true,
      reciprocity: 0,
    });
  });

  test('I1 I3 a pact inside a tree is no edge and no pact that could be kept', () => {
    const tree = withFirms(withPacts(planning(), [0, 1], [2, 3]), { 1: { owner: 0 } });
    const figure = read(tree, {
      ...both(1),
      2: firmPlan(5, 0, [{ to: 3, points: 1 }]),
      3: firmPlan(5, 0, [{ to: 2, points: 1 }]),
    });
    expect(figure.horizontal).toBeCloseTo(2 / 30, 12);
    expect(figure).toMatchObject({ reciprocity: 1, vertical: 0.5 });
  });

  test('I2 a tree of half the firms is a hierarchy, whatever else there is', () => {
    const tree = withFirms(withPacts(planning(), ...ring), { 1: { owner: 0 }, 2: { owner: 0 }, 3: { owner: 0 } });
    expect(read(tree, both(1)).figure).toBe('2');
  });

  test('I1 I2 three vertical edges and nothing across are a hierarchy; two are not', () => {
    const owned = (...seats: readonly number[]) =>
      read(withFirms(planning(), Object.fromEntries(seats.map((seat) => [seat, { owner: seat - 1 }]))));
    expect(owned(1, 3, 5)).toMatchObject({ figure: '2', vertical: 1, largestTree: 0.25 });
    expect(owned(1, 3)).toMatchObject({ figure: '3', isolated: true });
  });

  test('I1 more than one point of shelter ties spin-offs to their university', () => {
    const sheltered = (points: number) =>
      read(planning(), {
        8: universityPlan({ shelter: points, publish: 6 - points }),
        9: universityPlan({ shelter: points, publish: 6 - points }),
      });
    expect(sheltered(1.1)).toMatchObject({ figure: '2', vertical: 1 });
    expect(sheltered(1)).toMatchObject({ figure: '3', vertical: 0 });
  });

  test('I5 the top four’s share is zero among equals and one when four trees have it all', () => {
    const even = planning({ parameters: EVEN_LUCK });
    expect(read(even).cr4).toBeCloseTo(0, 12);
    const four = withFirms(even, { 1: { owner: 0 }, 3: { owner: 2 }, 5: { owner: 4 }, 7: { owner: 6 } });
    expect(read(four).cr4).toBeCloseTo(1, 12);
  });

  test('I5 four firms or fewer are no top four of anything, and neither are firms without income', () => {
    const small = ofSize(6);
    const nothing = (seats: number) => ({
      shared: new Array<number>(seats * seats).fill(0),
      shelter: new Array<number>(seats).fill(0),
    });
    expect(small.actors.filter(({ kind }) => kind === 'firm')).toHaveLength(4);
    expect(readFigure(small, nothing(6), [5, 1, 1, 1, 0, 0]).cr4).toBe(0);
    expect(readFigure(planning(), nothing(12), new Array<number>(12).fill(0)).cr4).toBe(0);
  });

  test('I5 the plain share of the top four is what equal firms would have, and the rest of it by the corrected share', () => {
    expect([0, 0.5, 1].map((cr4) => topFourShare({ cr4 }, 8))).toEqual([0.5, 0.75, 1]);
    expect([0, 3, 4].map((companies) => topFourShare({ cr4: 0 }, companies))).toEqual([1, 1, 1]);
    expect(topFourShare({ cr4: 0 }, 5)).toBe(0.8);
  });

  test('I3 I4 every bound of a strong network belongs to it, and that of isolation to the connected', () => {
    const ties: Ties = {
      companies: 8,
      networked: 10,
      possible: 15,
      perActor: 3,
      across: 10,
      kept: 8,
      verticalEdges: 2,
      trees: [2, 1, 1, 1, 1, 1, 1],
    };
    const { parameters } = planning();
    const { horizontal, reciprocity, vertical, largestTree } = figureOf(ties, parameters);
    const bounds = {
      figureStrongHorizontal: horizontal,
      figureStrongReciprocity: reciprocity,
      figureStrongVertical: vertical,
      figureStrongTree: largestTree,
    };
    const figure = (beyond: Partial<typeof bounds>) => figureOf(ties, { ...parameters, ...bounds, ...beyond }).figure;
    expect(figure({})).toBe('4');
    expect(figure({ figureStrongHorizontal: horizontal + 1e-9 })).toBe('3');
    expect(figure({ figureStrongReciprocity: reciprocity + 1e-9 })).toBe('3');
    expect(figure({ figureStrongVertical: vertical - 1e-9 })).toBe('3');
    expect(figure({ figureStrongTree: largestTree - 1e-9 })).toBe('3');
    const isolated = (figureIsolated: number) =>
      figureOf(ties, { ...parameters, figureStrongHorizontal: 1, figureIsolated }).isolated;
    expect([isolated(horizontal), isolated(horizontal + 1e-9)]).toEqual([false, true]);
  });

  test('I1 no more pacts are possible than their sides make whole', () => {
    const odd = withFirms(planning({ parameters: { foreignPactLoss: 1 } }), { 0: { foreignStakes: 1 } });
    const nothing = { shared: new Array<number>(144).fill(0), shelter: new Array<number>(12).fill(0) };
    expect(tiesIn(odd, nothing).possible).toBe(14);
    expect(tiesIn(planning(), nothing).possible).toBe(15);
    const nine = ofSize(9);
    expect(tiesIn(nine, nothing)).toMatchObject({ companies: 6, networked: 8, possible: 12 });
  });

  test('I6 a figure is announced once it has stood for two rounds', () => {
    const reading = lastOf(resolved(planning()).state).figure;
    const history = (...figures: readonly ('2' | '3' | '4')[]) =>
      figures.map((figure) => ({ figure: { ...reading, figure } }));
    expect(announcedFigure(history('3'))).toBeUndefined();
    expect(announcedFigure(history('3', '3', '4'))).toBe('3');
    expect(announcedFigure(history('3', '3', '4', '4', '2'))).toBe('4');
  });
});
