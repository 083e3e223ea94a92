/** Four rounds with fixed plans, so that the debrief's numbers can be counted by hand. */
import { expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { findingsOf } from '../../shared/debrief/findings.ts';
import { networkIn } from '../../shared/debrief/network.ts';
import { bordersCrossed } from '../../shared/debrief/pacts.ts';
import { DIMENSIONS, tableThree, tableTwo, timesTried } from '../../shared/debrief/paper-tables.ts';
import { besideTheStreet, COMPARISONS, housesByRound } from '../../shared/debrief/real-street.ts';
import { bandsOf, seriesOf } from '../../shared/debrief/series.ts';
import type { Deal, FirmPlan, Plan } from '../../shared/engine/plans.ts';
import { recorded } from './districts.ts';

/** Partners by seat: their pacts are made in round 1 and kept from round 2 on. Firm 2 is sold to firm 3 in round 1. */
const PARTNERS = [1, 0, undefined, undefined, 5, 4, 7, 6];

function firm(trade: number, research: number, deal: Deal = { kind: 'none' }): FirmPlan {
  return { kind: 'firm', trade, research, shares: [], deal };
}

function planOf(seat: number, round: number): Plan {
  if (seat === 8 || seat === 9) {
    const shelter = seat === 8 ? 2 : 0;
    return {
      kind: 'university',
      publish: 6 - shelter,
      outside: 0,
      shelter,
      open: 0,
      shares: [],
      wishes: [],
      breaks: [],
    };
  }
  if (seat > 9) {
    const bureau = seat === 10 ? 1 : 0;
    return { kind: 'government', command: 0.5 * bureau, law: 1, reform: 0.5 * bureau, fund: 0, training: 0 };
  }
  if (seat === 2) return round === 1 ? firm(3, 3, { kind: 'sell', buyer: 3 }) : firm(3, 3);
  if (seat === 3) return round === 1 ? firm(3, 3, { kind: 'buy', sellers: [2] }) : firm(3, 3);
  const partner = PARTNERS[seat] ?? seat;
  if (round === 1) return firm(2, 4, { kind: 'cooperate', wishes: [partner], breaks: [] });
  const deal: Deal = seat === 6 && round === 2 ? { kind: 'loan' } : { kind: 'none' };
  return { ...firm(2, 1, deal), shares: [{ to: partner, points: 3 }] };
}

const chronicle = chronicleOf(
  recorded({ parameters: { rounds: 4, shockRound: 3, startCash: 100, luckLow: 1, luckHigh: 1 }, force: planOf }),
);
const FIRMS = [0, 1, 2, 3, 4, 5, 6, 7];
/** Decimals compared: tables are not rounded, so only the last digits of a sum may differ. */
const DIGITS = 12;

/** Incomes of the eight firms by round. */
const incomes = chronicle.final.history.map(({ incomeBySeat }) => FIRMS.map((seat) => incomeBySeat[seat] ?? 0));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
/** Firms 2 and 3 form the tree with most income; the next three firms follow. */
const topFour = incomes.map((row) => {
  const tree = (row[2] ?? 0) + (row[3] ?? 0);
  const rest = row.filter((_, seat) => seat !== 2 && seat !== 3).toSorted((one, other) => other - one);
  return (tree + sum(rest.slice(0, 3))) / sum(row);
});

function expectAll(found: Readonly<Record<string, number>>, counted: Readonly<Record<string, number>>): void {
  expect(Object.keys(found).toSorted()).toEqual(Object.keys(counted).toSorted());
  for (const [name, value] of Object.entries(counted)) expect(found[name], name).toBeCloseTo(value, DIGITS);
}

test('Table 2, dimension by dimension', () => {
  const grown = chronicle.rounds.flatMap(({ events }) => events.filter((event) => event.type === 'KnowledgeGrew'));
  const own = sum(grown.flatMap(({ fromResearch, fromPacts }) => [...fromResearch, ...fromPacts]));
  const given = sum(grown.flatMap(({ fromShelter, fromCommons }) => [...fromShelter, ...fromCommons]));
  const innovation = sum(chronicle.final.history.map((round) => round.innovation));
  const scores = tableTwo(chronicle, 2 * innovation);
  expect(Object.keys(scores)).toEqual([...DIMENSIONS]);
  expectAll(scores, {
    // Firm 2 is owned, firms 0 and 4 are sheltered.
    levels: 5 / 8,
    management: 1 - 2 / 12,
    // Three pacts kept in three rounds, one firm owned in four.
    boundaries: 9 / 13,
    forces: own / (own + given),
    expenditure: 120 / 132,
    process: 54 / 120,
    features: 0.5,
    // Law rose by .18 a round; distance fell from 0.45 to 0.35, with a floor of 0.1.
    innovationType: (0.72 + 0.1 / 0.35) / 2,
    // Tax takes eight percent of all income, the head a fifth of firm 2's.
    benefit: 1 - (0.08 * sum(incomes.flat()) + 0.2 * sum(incomes.map((row) => row[2] ?? 0))) / sum(incomes.flat()),
    system: (1 + 0.72) / 2,
  });
  expect(tableTwo(chronicle, innovation / 2).features).toBe(1);
});

test('beside the real street', () => {
  const found = besideTheStreet([chronicle]);
  expect(found.map(({ of }) => of)).toEqual([...COMPARISONS]);
  expect(Object.fromEntries(found.map(({ of, own }) => [of, own]))).toMatchObject({
    foreign: 0,
    loan: 1 / 8,
    shares: 1 / 8,
    venture: 0,
    // The largest income in this game is about half a million yuan.
    small: 1,
  });
  expect(found.at(-1)?.own).toBeCloseTo(topFour.at(-1) ?? 0, DIGITS);
  expect(housesByRound(chronicle)).toEqual([7, 7, 7, 7]);
  expect(besideTheStreet([]).every(({ own }) => own === undefined || own === 0)).toBe(true);
});

test('Table 3, and what was tried', () => {
  expect(tableThree([chronicle])).toEqual({ loan: 1 / 8, foreign: 0, shares: 1 / 8, venture: 0, none: 6 / 8 });
  expect(timesTried([chronicle, chronicle], 'loan')).toBe(2);
  expect(timesTried([chronicle], 'shares')).toBe(1);
  expect(timesTried([chronicle], 'venture')).toBe(0);
});

test('the curves', () => {
  const rows = seriesOf(chronicle);
  expect(rows.map(({ round }) => round)).toEqual([1, 2, 3, 4]);
  for (const [index, row] of rows.entries()) {
    const scored = chronicle.final.history[index];
    expect(row.income).toBeCloseTo(sum(incomes[index] ?? []), DIGITS);
    expect(row.meanScore).toBeCloseTo(mean(FIRMS.map((seat) => scored?.scores[seat] ?? 0)), DIGITS);
    expect(row.tradeShare).toBeCloseTo((6 * 2 + 2 * 3) / 48, DIGITS);
    expect(row.topFour).toBeCloseTo(topFour[index] ?? 0, DIGITS);
    expect(row).toMatchObject({ pacts: 3, failures: 0, largestTree: 2 / 8 });
    expect(row.law).toBeCloseTo(0.18 * (index + 1), DIGITS);
    expect(row.distance).toBeCloseTo(0.45 - 0.025 * (index + 1), DIGITS);
  }
  expect(rows.map(({ horizontal, reciprocity, vertical }) => [horizontal, reciprocity, vertical])).toEqual([
    [0, 0, 1],
    ...[2, 3, 4].map(() => [6 / 30, 1, 0.5]),
  ]);
});

test('the band round several curves: their mean, and where a tenth and nine tenths lie', () => {
  const [first] = seriesOf(chronicle);
  if (first === undefined) throw new Error('nothing was played');
  const curves = [1, 5, 9].map((income) => [{ ...first, income }]);
  expect(bandsOf(curves, 'income')).toEqual([{ round: 1, low: 1.8, mean: 5, high: 8.2 }]);
});

test('the network: nobody, then three pairs and four alone', () => {
  const [first, ...later] = chronicle.rounds.map(networkIn);
  expect(first).toMatchObject({ edges: 0, components: 10, largest: 0.1, degreeCentralisation: 0 });
  for (const reading of later) {
    expect(reading).toMatchObject({ edges: 3, components: 7, largest: 0.2, brokerage: 0 });
    expect(reading.density).toBeCloseTo(3 / 45, DIGITS);
    // Four of ten have one partner fewer than the highest; a star would have 72 in all.
    expect(reading.degreeCentralisation).toBeCloseTo(4 / 72, DIGITS);
  }
});

test('a network of one or two has no centre', () => {
  const [first] = chronicle.rounds;
  if (first === undefined) throw new Error('nothing was played');
  for (const size of [1, 2]) {
    const after = { ...first.after, actors: first.after.actors.slice(0, size) };
    expect(networkIn({ ...first, after }), `${size} actors`).toMatchObject({
      density: 0,
      degreeCentralisation: 0,
      brokerage: 0,
      components: size,
      largest: 1 / size,
    });
  }
});

test('borders: six of the ten are the state’s, and all three pacts cross the line', () => {
  expect(bordersCrossed(chronicle)).toEqual({
    state: { possible: 15, made: 0, kept: 0 },
    across: { possible: 24, made: 3, kept: 3 },
    nonState: { possible: 6, made: 0, kept: 0 },
  });
});

test('findings: what each sentence says', () => {
  const found = findingsOf(chronicle);
  expect(found.whichFigure).toMatchObject({ round: 2, values: { figure: 3, since: 2, horizontal: 0.2 } });
  expectAll(found.borders.values, {
    acrossMade: 3,
    acrossPossible: 24,
    sameMade: 0,
    samePossible: 21,
    acrossKept: 3,
  });
  const gained = chronicle.rounds.map(({ after }) => FIRMS.map((seat) => after.flows?.knowledgeGained[seat] ?? 0));
  const inDebt = gained.slice(1).map((row) => row[6] ?? 0);
  expectAll(found.loans.values, {
    rounds: 3,
    tradeDebt: 2 / 6,
    // Eight firm-rounds of firms 2 and 3 with three points, twenty-one of others with two.
    tradeFree: (8 * 3 + 21 * 2) / 29 / 6,
    gainedDebt: mean(inDebt),
    gainedFree: (sum(gained.flat()) - sum(inDebt)) / 29,
  });
  const before = incomes[1] ?? [];
  const change = (seats: readonly number[]) => {
    const of = (row: readonly number[]) => sum(seats.map((seat) => row[seat] ?? 0));
    return mean(incomes.slice(2).map(of)) / of(before) - 1;
  };
  expect(found.bigTree).toMatchObject({ round: 3, seats: [3] });
  expectAll(found.bigTree.values, { size: 2, change: change([2, 3]), changeOthers: change([0, 1, 4, 5, 6, 7]) });
  const scores = chronicle.final.history.at(-1)?.scores ?? [];
  expectAll(found.sellAgain.values, {
    owned: 1,
    free: 6,
    scoreOwned: scores[2] ?? 0,
    scoreHeads: scores[3] ?? 0,
    scoreFree: mean([0, 1, 4, 5, 6, 7].map((seat) => scores[seat] ?? 0)),
  });
  const incomeOf = (rounds: readonly number[], seats: readonly number[]) =>
    mean(rounds.flatMap((round) => seats.map((seat) => incomes[round - 1]?.[seat] ?? 0)));
  expectAll(found.fair.values, {
    treeBefore: incomeOf([1, 2], [2, 3]),
    freeBefore: incomeOf([1, 2], [0, 1, 4, 5, 6, 7]),
    treeAfter: incomeOf([3, 4], [2, 3]),
    freeAfter: incomeOf([3, 4], [0, 1, 4, 5, 6, 7]),
    innovation: sum(gained.flat()),
  });
  expect(found.commandLaw.values).toMatchObject({ command: 2, enabling: 10, absorbed: 0 });
  expect(found.commandLaw.values.law).toBeCloseTo(0.72, DIGITS);
  expect(found.commandLaw.values.early).toBeCloseTo(mean(incomes.map(sum)), DIGITS);
  expect(found.shelterCommons.values).toMatchObject({ shelter: 8, publish: 40, open: 0, outside: 0, shared: 0 });
});

/** Each of several firms in one field loses part of its research, except to firms of its own tree (rule K3). */
test('findings: research that rivals did as well', () => {
  const { actors, parameters } = chronicle.final;
  const fields = FIRMS.map((seat) => actors[seat]?.field);
  const points = (seat: number, round: number) => (seat === 2 || seat === 3 ? 3 : round === 1 ? 4 : 1);
  const lost = [1, 2, 3, 4].flatMap((round) =>
    FIRMS.map((seat) => {
      const rivals = FIRMS.filter((other) => other !== seat && fields[other] === fields[seat]).length;
      const distance = 0.45 - 0.025 * round;
      return points(seat, round) * (1 - 1 / (1 + ((parameters.duplication * distance) / 0.45) * rivals));
    }),
  );
  expect(fields[2]).not.toBe(fields[3]);
  expectAll(findingsOf(chronicle).duplicated.values, { points: 66, lost: sum(lost), share: sum(lost) / 66 });
});
