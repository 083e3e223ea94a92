/**
 * The inputs of a round's figure in whole firms, lines and pacts. From them one finds the decisive ties, and how many
 * more or fewer would have changed the figure.
 */
import { evolve } from '../engine/evolve.ts';
import type { Figure } from '../engine/figure-reading.ts';
import { figureOf, type Ties, tiesIn } from '../engine/figures.ts';
import { flowsOf } from '../engine/flows.ts';
import type { Parameters } from '../engine/parameters.ts';
import type { DistrictState } from '../engine/state.ts';
import type { PlayedRound } from './chronicle.ts';

/** The state from which the round's figure was read, before the desk made a tree falter in the reveal. */
export function stateRead({ before, after, events }: PlayedRound): DistrictState {
  if (!events.some(({ type }) => type === 'HubFaltered')) return after;
  return events.filter(({ type }) => type !== 'HubFaltered').reduce(evolve, before);
}

export function tiesOf(played: PlayedRound): Ties {
  const state = stateRead(played);
  const shelter = played.plans.map((filed) => (filed?.plan.kind === 'university' ? filed.plan.shelter : 0));
  return tiesIn(state, { shared: flowsOf(state).shared, shelter });
}

/** The ties that a nearness varies, one kind at a time. */
const TIE_KINDS = ['kept', 'vertical', 'tree'] as const;
type TieKind = (typeof TIE_KINDS)[number];

/** How many more or fewer lines of one kind would have changed the figure. */
export interface Nearness {
  readonly to: Figure;
  readonly kind: TieKind;
  readonly now: number;
  readonly instead: number;
}

/**
 * The smallest sufficient change of one kind for each other figure; the nearest figure goes first.
 *
 * One more kept pact is an unkept one mended, while there are any, then a new one. One kept pact fewer stays as an
 * unkept one. One firm more or fewer in the largest tree is also one vertical line more or fewer.
 */
export function nearnessOf(ties: Ties, parameters: Parameters): readonly Nearness[] {
  const { figure } = figureOf(ties, parameters);
  const nearest = new Map<Figure, Nearness>();
  for (const by of outwards(furthest(ties))) {
    for (const kind of TIE_KINDS) {
      const changed = withChange(ties, kind, by);
      if (changed === undefined) continue;
      const to = figureOf(changed, parameters).figure;
      if (to === figure || nearest.has(to)) continue;
      const now = countOf(ties, kind);
      nearest.set(to, { to, kind, now, instead: now + by });
    }
  }
  return [...nearest.values()];
}

/** 1, −1, 2, −2, … */
function outwards(most: number): readonly number[] {
  return Array.from({ length: most }, (_, index) => [index + 1, -index - 1]).flat();
}

function furthest({ possible, companies }: Ties): number {
  return Math.max(possible, 2 * companies);
}

function countOf({ kept, verticalEdges, trees }: Ties, kind: TieKind): number {
  return { kept, vertical: verticalEdges, tree: trees[0] ?? 0 }[kind];
}

function withChange(ties: Ties, kind: TieKind, by: number): Ties | undefined {
  const { companies, possible, across, verticalEdges, trees } = ties;
  const then = countOf(ties, kind) + by;
  switch (kind) {
    case 'kept': {
      if (then < 0 || then > possible) return undefined;
      return { ...ties, kept: then, across: Math.max(across, then) };
    }
    case 'vertical':
      return then < 0 || then > 2 * companies ? undefined : { ...ties, verticalEdges: then };
    case 'tree': {
      const others = trees.slice(1);
      const single = others.filter((size) => size === 1).length;
      if (then < 1 || by > single || verticalEdges + by < 0) return undefined;
      const rest = by > 0 ? others.slice(0, others.length - by) : [...others, ...Array<number>(-by).fill(1)];
      const sizes = [then, ...rest].sort((one, other) => other - one);
      return { ...ties, trees: sizes, verticalEdges: verticalEdges + by };
    }
  }
}
