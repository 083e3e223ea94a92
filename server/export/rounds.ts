/** `rounds.csv`: one row a district and round, everything of it side by side, seats included. */

import type { PlayedRound } from '../../shared/debrief/chronicle.ts';
import { NETWORK_MEASURES, type NetworkReading, networkIn } from '../../shared/debrief/network.ts';
import { METRICS, type RoundRow, SHARES, seriesOf } from '../../shared/debrief/series.ts';
import { treatmentsOf } from '../../shared/debrief/treatments.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { type Column, column } from './column.ts';
import type { ExportedDistrict, ExportSource } from './source.ts';

interface DistrictRound {
  readonly classId: string;
  readonly district: ExportedDistrict;
  readonly treatment: string;
  readonly played: PlayedRound;
  readonly row: RoundRow;
  readonly network: NetworkReading;
}

export function roundsOf({ classId, districts }: ExportSource): readonly DistrictRound[] {
  const treatments = treatmentsOf(districts.map(({ chronicle }) => chronicle.log.header));
  return districts.flatMap((district, index) => {
    const rows = seriesOf(district.chronicle);
    return district.chronicle.rounds.flatMap((played) => {
      const row = rows.find(({ round }) => round === played.round);
      if (row === undefined) return [];
      return { classId, district, treatment: treatments[index] ?? '', played, row, network: networkIn(played) };
    });
  });
}

type Row = DistrictRound;

const MEANING: Readonly<Record<(typeof METRICS)[number], readonly [unit: string, meaning: string]>> = {
  income: ['cash', 'income of all firms from product and trade'],
  innovation: ['knowledge', 'knowledge gained by all firms'],
  meanScore: ['score', 'mean score of the firms at the end of the round'],
  tradeShare: ['0..1', 'trade’s share of the effort firms could place'],
  horizontal: ['0..1', 'hn: 2 × pacts kept across trees ÷ (3 × firms and universities)'],
  reciprocity: ['0..1', 'rec: share of pacts across trees that both sides kept'],
  vertical: ['0..1', 'vs: vertical lines’ share of all lines'],
  largestTree: ['0..1', 'largest ownership tree’s share of firms'],
  topFour: ['0..1', 'share of the four largest trees in income'],
  pacts: ['', 'pacts at the end of the round'],
  failures: ['', 'failures so far'],
  law: ['0..1', 'law at the end of the round'],
  distance: ['0..1', 'ownership distance at the end of the round'],
  commons: ['knowledge', 'common knowledge at the end of the round'],
};

const NETWORK_MEANING: Readonly<Record<(typeof NETWORK_MEASURES)[number], readonly [unit: string, meaning: string]>> = {
  edges: ['', 'lines of the graph of firms and universities joined by pacts kept across trees'],
  density: ['0..1', 'lines over possible lines'],
  degreeCentralisation: ['0..1', 'Freeman’s centralisation of degree'],
  brokerage: ['0..1', 'Freeman’s centralisation of betweenness'],
  components: ['', 'connected components, isolated actors included'],
  largest: ['0..1', 'share of actors in the largest component'],
};

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const WHERE: readonly Column<Row>[] = [
  column('class_id', 'text', '', 'class', ({ classId }) => classId),
  column(
    'district',
    'integer',
    '',
    'number of the district within the class, from 1',
    ({ district }) => district.number,
  ),
  column('district_id', 'text', '', 'opaque id of the district, as in events.jsonl', ({ district }) => district.id),
  column(
    'treatment',
    'text',
    '',
    'in what its conditions differ from other districts of the class',
    ({ treatment }) => treatment,
  ),
  column('scenario', 'text', '', 'scenario', ({ district }) => district.chronicle.log.header.scenario),
  column('seed', 'integer', '', 'seed of all luck', ({ district }) => district.chronicle.log.header.seed),
  column('round', 'integer', '', 'round, from 1', ({ played }) => played.round),
  column('year', 'integer', '', 'year of the scenario', ({ district, played }) => {
    return scenarioById(district.chronicle.log.header.scenario)?.calendar[played.round - 1]?.year;
  }),
  column('shock', 'logical', '', 'demand had turned to variety', ({ played: { round, after } }) => {
    return round >= after.parameters.shockRound;
  }),
  column('figure', 'text', '', 'figure the round reads as: 2, 3 or 4', ({ played }) => {
    return played.after.history.at(-1)?.figure.figure;
  }),
  column('isolated', 'logical', '', 'Figure 3 with hardly a line', ({ played }) => {
    return played.after.history.at(-1)?.figure.isolated;
  }),
  column('tax', 'number', 'cash', 'tax paid by all firms', ({ played }) => played.after.history.at(-1)?.tax),
  column('fund', 'number', 'cash', 'venture fund at the end of the round', ({ played }) => played.after.fund),
  column('by_human', 'integer', 'seats', 'plans filed by people', ({ played }) => decidedBy(played, 'human')),
  column('by_timeout', 'integer', 'seats', 'plans repeated by the clock', ({ played }) => decidedBy(played, 'timeout')),
  column('by_bot', 'integer', 'seats', 'plans filed by bots', ({ played }) => decidedBy(played, 'bot')),
];

function decidedBy({ plans }: PlayedRound, by: 'human' | 'timeout' | 'bot'): number {
  return plans.filter((filed) => filed?.by === by).length;
}

const MEASURES: readonly Column<Row>[] = METRICS.map((metric) => {
  const [unit, meaning] = MEANING[metric];
  const type = SHARES.includes(metric) || unit !== '' ? 'number' : 'integer';
  return column(snake(metric), type, unit, meaning, ({ row }) => row[metric]);
});

const NETWORK: readonly Column<Row>[] = NETWORK_MEASURES.map((measure) => {
  const [unit, meaning] = NETWORK_MEANING[measure];
  const type = unit === '' ? 'integer' : 'number';
  return column(`net_${snake(measure)}`, type, unit, meaning, ({ network }) => network[measure]);
});

/** Wide: as many seat columns as the largest district of the class has seats. */
export function roundColumns(seats: number): readonly Column<Row>[] {
  const bySeat = Array.from({ length: seats }, (_, seat): readonly Column<Row>[] => [
    column(
      `score_${seat}`,
      'number',
      'score',
      `score of seat ${seat} at the end of the round`,
      ({ row }) => row.scores[seat],
    ),
    column(
      `income_${seat}`,
      'number',
      'cash',
      `income of seat ${seat}; 0 for all but firms`,
      ({ row }) => row.incomeBySeat[seat],
    ),
  ]);
  return [...WHERE, ...MEASURES, ...NETWORK, ...bySeat.flat()];
}
