/**
 * The district as a graph, round by round: firms and universities, joined by the pacts that both sides kept. graphology
 * computes the measures as the literature defines them.
 */
import Graph from 'graphology';
import { connectedComponents } from 'graphology-components';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import { undirectedDensity } from 'graphology-metrics/graph/density.js';
import type { PlayedRound } from './chronicle.ts';
import { keptAcross } from './pacts.ts';

export const NETWORK_MEASURES = [
  'edges',
  'density',
  'degreeCentralisation',
  'brokerage',
  'components',
  'largest',
] as const;

export interface NetworkReading {
  readonly round: number;
  readonly edges: number;
  /** Edges over possible edges. */
  readonly density: number;
  /** Freeman's degree centralisation: 1 for a star, 0 if all have equally many partners. */
  readonly degreeCentralisation: number;
  /** Freeman's betweenness centralisation: 1 if all paths lead through one actor. */
  readonly brokerage: number;
  readonly components: number;
  /** Share of actors in the largest component. */
  readonly largest: number;
}

export function networkIn(played: PlayedRound): NetworkReading {
  const graph = new Graph({ type: 'undirected' });
  for (const { seat, kind } of played.after.actors) {
    if (kind === 'firm' || kind === 'university') graph.addNode(seat);
  }
  for (const { a, b } of keptAcross(played)) graph.addEdge(a, b);
  const { order } = graph;
  const components = connectedComponents(graph).map((members) => members.length);
  const degrees = graph.mapNodes((node) => graph.degree(node));
  const between = Object.values(betweenness(graph, { normalized: true }));
  return {
    round: played.round,
    edges: graph.size,
    density: order < 2 ? 0 : undirectedDensity(graph),
    degreeCentralisation: centralisation(degrees, (order - 1) * (order - 2)),
    brokerage: centralisation(between, order - 1),
    components: components.length,
    largest: Math.max(...components) / order,
  };
}

/** Freeman's index: the gaps between the highest value and all others, over the largest possible sum of gaps. */
function centralisation(values: readonly number[], most: number): number {
  if (most <= 0) return 0;
  const highest = Math.max(...values);
  return values.reduce((sum, value) => sum + highest - value, 0) / most;
}
