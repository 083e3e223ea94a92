/** Which of the paper's three models of organisation the district has become (rules I1 to I5). */

import { holdsSpinOffs, isKept } from './edges.ts';
import type { Figure, FigureReading } from './figure-reading.ts';
import { pactsOfFullNetwork } from './older-rules.ts';
import type { Parameters } from './parameters.ts';
import { at, type Forest, forestOf, mostPacts, numberAt } from './queries.ts';
import type { DistrictState } from './state.ts';
import { zeros } from './zeros.ts';

/** The counts from which a figure is read (rule I1). */
export interface Ties {
  readonly companies: number;
  /** Firms and universities: the actors that can hold pacts. */
  readonly networked: number;
  /** Largest number of pacts that they can hold, less what foreign partners cost. */
  readonly possible: number;
  /** Pacts of each actor in a full network. */
  readonly perActor: number;
  /** Pacts across trees, and how many of them both sides kept. */
  readonly across: number;
  readonly kept: number;
  readonly verticalEdges: number;
  /** Tree sizes, largest first; an independent firm is a tree of 1. */
  readonly trees: readonly number[];
}

/** Reads the district as one of the three figures, from its ties and this round's shares (rules I1 to I5). */
export function readFigure(
  state: DistrictState,
  effort: { readonly shared: readonly number[]; readonly shelter: readonly number[] },
  incomeBySeat: readonly number[],
): FigureReading {
  const ties = tiesIn(state, effort);
  const cr4 = topFour(forestOf(state.firms), incomeBySeat, ties.companies);
  return { ...figureOf(ties, state.parameters), cr4 };
}

export function tiesIn(
  state: DistrictState,
  effort: { readonly shared: readonly number[]; readonly shelter: readonly number[] },
): Ties {
  const { actors, firms, pacts, parameters } = state;
  const forest = forestOf(firms);
  const count = actors.length;

  let across = 0;
  let kept = 0;
  for (const { a, b } of pacts) {
    if (forest.head[a] === forest.head[b]) continue;
    across++;
    const given = numberAt(effort.shared, a * count + b);
    const received = numberAt(effort.shared, b * count + a);
    if (isKept(parameters, given, received)) kept++;
  }

  let companies = 0;
  let networked = 0;
  let sides = 0;
  let verticalEdges = 0;
  const trees: number[] = [];
  for (const { seat, kind, parent } of actors) {
    if (kind !== 'firm' && kind !== 'university') continue;
    networked++;
    sides += mostPacts(parameters, at(firms, seat).foreignStakes);
    if (kind !== 'firm') continue;
    companies++;
    if (forest.head[seat] === seat) trees.push(numberAt(forest.size, seat));
    if (at(firms, seat).owner !== undefined) verticalEdges++;
    if (parent !== undefined && holdsSpinOffs(parameters, numberAt(effort.shelter, parent))) verticalEdges++;
  }
  trees.sort((one, other) => other - one);
  const possible = Math.floor(sides / 2);
  return { companies, networked, possible, perActor: pactsOfFullNetwork(state), across, kept, verticalEdges, trees };
}

/** Rules I2 to I4 for any ties, hypothetical ones included. */
export function figureOf(ties: Ties, parameters: Parameters): Omit<FigureReading, 'cr4'> {
  const { companies, across, kept, verticalEdges, trees } = ties;
  const full = sidesOfFullNetwork(ties);
  const horizontal = full === 0 ? 0 : (2 * kept) / full;
  const reciprocity = across === 0 ? 0 : kept / across;
  const vertical = verticalEdges === 0 ? 0 : verticalEdges / (verticalEdges + kept);
  const largestTree = companies === 0 ? 0 : (trees[0] ?? 0) / companies;
  const hierarchy =
    (vertical >= parameters.figureHierarchyVertical && verticalEdges >= parameters.figureHierarchyEdges) ||
    largestTree >= parameters.figureHierarchyTree;
  const strong =
    horizontal >= parameters.figureStrongHorizontal &&
    reciprocity >= parameters.figureStrongReciprocity &&
    vertical <= parameters.figureStrongVertical &&
    largestTree <= parameters.figureStrongTree;
  const figure = hierarchy ? '2' : strong ? '4' : '3';
  const isolated = figure === '3' && horizontal < parameters.figureIsolated;
  return { figure, isolated, horizontal, reciprocity, vertical, largestTree };
}

/** Sides of pacts if every actor held as many as in a full network. */
function sidesOfFullNetwork({ perActor, networked }: Ties): number {
  return perActor * networked;
}

/** Number of kept pacts that gives this horizontal density, not rounded. */
export function keptFor(ties: Ties, horizontal: number): number {
  return (horizontal * sidesOfFullNetwork(ties)) / 2;
}

const TOP = 4;

/** Corrected income share of the four largest trees: 0 for equal firms, 1 for all income (rule I5). */
function topFour(forest: Forest, incomeBySeat: readonly number[], companies: number): number {
  const byTree = zeros(incomeBySeat.length);
  let total = 0;
  for (let seat = 0; seat < incomeBySeat.length; seat++) {
    const head = numberAt(forest.head, seat);
    byTree[head] = numberAt(byTree, head) + numberAt(incomeBySeat, seat);
    total += numberAt(incomeBySeat, seat);
  }
  if (companies <= TOP || total === 0) return 0;
  let top = 0;
  for (const largest of byTree.sort((one, other) => other - one).slice(0, TOP)) top += largest;
  return corrected(top / total, companies);
}

/** Rescales a top-four share so that equal firms give 0. */
function corrected(share: number, companies: number): number {
  const equal = TOP / companies;
  return (share - equal) / (1 - equal);
}

/** The uncorrected income share of the four largest trees, as in the paper. */
export function topFourShare({ cr4 }: Pick<FigureReading, 'cr4'>, companies: number): number {
  const equal = Math.min(1, TOP / companies);
  return equal + cr4 * (1 - equal);
}

/** The last round's reading. */
export function finalFigure({
  history,
}: {
  readonly history: readonly { readonly figure: FigureReading }[];
}): Figure | undefined {
  return history.at(-1)?.figure.figure;
}

/** The announced figure: a new one counts after two rounds in a row (rule I6). */
export function announcedFigure(history: readonly { readonly figure: FigureReading }[]): Figure | undefined {
  const lasting = history.findLast(({ figure }, place) => figure.figure === history[place - 1]?.figure.figure);
  return lasting?.figure.figure;
}
