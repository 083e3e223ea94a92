/** `rounds.csv`: one row per district and round with everything side by side, seats included. */

import { ownRounds, type PlayedRound } from '../../shared/debrief/chronicle.ts';
import { NETWORK_MEASURES, type NetworkReading, networkIn } from '../../shared/debrief/network.ts';
import { METRICS, type RoundRow, SHARES, seriesOf } from '../../shared/debrief/series.ts';
import { conditionsOf, treatmentsOf } from '../../shared/debrief/treatments.ts';
import type { PlanDecider, Seat, Words } from '../../shared/engine/actors.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { type Column, column, KEYS, type Unit } from './column.ts';
import { CONDITIONS } from './conditions.ts';
import { type ExportedDistrict, type ExportSource, mayShowSeat } from './source.ts';

interface DistrictRound {
  readonly classId: string;
  readonly district: ExportedDistrict;
  readonly treatment: string;
  readonly played: PlayedRound;
  readonly row: RoundRow;
  readonly network: NetworkReading;
  /** Whether a seat's values may be published. */
  readonly shows: (seat: Seat) => boolean;
}

export function roundsOf(source: ExportSource): readonly DistrictRound[] {
  const { classId, districts } = source;
  const treatments = treatmentsOf(districts.map(({ chronicle }) => conditionsOf(chronicle)));
  return districts.flatMap((district, index) => {
    const rows = seriesOf(district.chronicle);
    return ownRounds(district.chronicle).flatMap((played) => {
      const row = rows.find(({ round }) => round === played.round);
      if (row === undefined) return [];
      const shows = (seat: Seat) => mayShowSeat(source, district, played.before, seat);
      const about = { classId, district, treatment: treatments[index] ?? '' };
      return { ...about, played, row, network: networkIn(played), shows };
    });
  });
}

type Row = DistrictRound;

const MEANING: Readonly<Record<(typeof METRICS)[number], readonly [unit: Unit, meaning: Words]>> = {
  income: [
    'cash',
    { en: 'income of all firms from product and trade', zh: '街区收入：各公司的产品收入和贸易收入，合计' },
  ],
  innovation: ['knowledge', { en: 'knowledge gained by all firms', zh: '这一年的创新：各公司新增的知识，合计' }],
  meanScore: ['score', { en: 'mean score of the firms at the end of the round', zh: '公司平均得分，年底' }],
  tradeShare: [
    '0..1',
    {
      en: 'trade’s share of the effort firms could place',
      zh: '贸易占精力的比重：各公司可以投入的精力中，用于贸易的占多少',
    },
  ],
  horizontal: [
    '0..1',
    {
      en: 'hn: 2 × pacts kept across trees ÷ (3 × firms and universities) (on the screen: Density of two-way lines)',
      zh: 'hn（双向联系密度）：2 × 不同集团之间守住的协议数 ÷（3 × 公司与大学数）',
    },
  ],
  reciprocity: [
    '0..1',
    {
      en: 'rec: share of pacts across trees that both sides kept',
      zh: 'rec（守住的协议所占比重）：不同集团之间的协议中，双方都守约的占多少',
    },
  ],
  vertical: [
    '0..1',
    { en: 'vs: vertical lines’ share of all lines', zh: 'vs（纵向联系比重）：全部联系中，纵向的占多少' },
  ],
  largestTree: ['0..1', { en: 'largest ownership tree’s share of firms', zh: '最大集团占公司的比重' }],
  topFour: [
    '0..1',
    { en: 'share of the four largest trees in income', zh: '前四家占收入的比重：街区收入中，最大的四个集团占多少' },
  ],
  pacts: ['', { en: 'pacts at the end of the round', zh: '协议数，年底' }],
  failures: ['', { en: 'failures so far', zh: '累计倒闭次数' }],
  law: ['0..1', { en: 'law at the end of the round', zh: '法规，年底' }],
  distance: ['0..1', { en: 'ownership distance at the end of the round', zh: '所有制距离，年底' }],
  commons: ['knowledge', { en: 'common knowledge at the end of the round', zh: '公共知识，年底' }],
};

const NETWORK_MEANING: Readonly<Record<(typeof NETWORK_MEASURES)[number], readonly [unit: Unit, meaning: Words]>> = {
  edges: [
    '',
    {
      en: 'lines of the graph of firms and universities joined by pacts kept across trees',
      zh: '线数：以公司和大学为点，不同集团之间双方都守约的，连一条线',
    },
  ],
  density: ['0..1', { en: 'lines over possible lines', zh: '占可能连线的比重，即网络密度' }],
  degreeCentralisation: [
    '0..1',
    { en: 'Freeman’s centralisation of degree (on the screen: Centralisation)', zh: '度数中心势（弗里曼）' },
  ],
  brokerage: [
    '0..1',
    { en: 'Freeman’s centralisation of betweenness (on the screen: Brokerage)', zh: '中介中心势（弗里曼）' },
  ],
  components: [
    '',
    {
      en: 'connected components, isolated actors included (on the screen: Separate parts)',
      zh: '互不相连的块数，即连通分量数；一条线也没有的，自成一块',
    },
  ],
  largest: [
    '0..1',
    {
      en: 'share of actors in the largest component (on the screen: Share in the largest part)',
      zh: '最大一块所占比重：全部公司和大学中，在最大连通分量里的占多少',
    },
  ],
};

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const WHERE: readonly Column<Row>[] = [
  column('class_id', 'text', '', KEYS.class, ({ classId }) => classId),
  column(
    'district',
    'integer',
    '',
    { en: 'number of the district within the class, from 1', zh: '街区在这堂课里的序号，从 1 起' },
    ({ district }) => district.number,
  ),
  column(
    'district_id',
    'text',
    '',
    {
      en: 'opaque id of the district, as in events.jsonl',
      zh: '街区的系统标识（本身没有含义），与 events.jsonl 里的相同',
    },
    ({ district }) => district.id,
  ),
  column(
    'plays_on_from',
    'text',
    '',
    {
      en: 'opaque id of the district whose past this one has; its rows begin where it goes on by itself',
      zh: '本街区接着玩的是哪个街区，填其系统标识；接着玩之前的年份不在本表',
    },
    ({ district }) => district.chronicle.log.header.lineage?.districtId,
  ),
  column(
    'treatment',
    'text',
    '',
    {
      en: 'in what its conditions differ from other districts of the class',
      zh: '分组：本街区的条件与这堂课其他街区有什么不同',
    },
    ({ treatment }) => treatment,
  ),
  column(
    'scenario',
    'text',
    '',
    { en: 'scenario', zh: '剧本' },
    ({ district }) => district.chronicle.log.header.scenario,
  ),
  column(
    'seed',
    'integer',
    '',
    { en: 'seed of all luck', zh: '随机种子，决定全部运气' },
    ({ district }) => district.chronicle.log.header.seed,
  ),
  column('round', 'integer', '', KEYS.round, ({ played }) => played.round),
  column('year', 'integer', '', { en: 'year of the scenario', zh: '剧本里的年份' }, ({ district, played }) => {
    return scenarioById(district.chronicle.log.header.scenario)?.calendar[played.round - 1]?.year;
  }),
  column(
    'shock',
    'logical',
    '',
    { en: 'demand had turned to variety', zh: '需求是否已转向多样化' },
    ({ played: { round, after } }) => {
      return round >= after.parameters.shockRound;
    },
  ),
  column(
    'figure',
    'text',
    '',
    { en: 'figure the round reads as: 2, 3 or 4', zh: '这一年判为哪幅图：2、3、4 即图二、图三、图四' },
    ({ played }) => {
      return played.after.history.at(-1)?.figure.figure;
    },
  ),
  column(
    'isolated',
    'logical',
    '',
    { en: 'Figure 3 with hardly a line', zh: '是否孤立：图三里几乎一条线都没有' },
    ({ played }) => {
      return played.after.history.at(-1)?.figure.isolated;
    },
  ),
  column(
    'tax',
    'number',
    'cash',
    { en: 'tax paid by all firms', zh: '各公司缴纳的税，合计' },
    ({ played }) => played.after.history.at(-1)?.tax,
  ),
  column(
    'fund',
    'number',
    'cash',
    { en: 'venture fund at the end of the round', zh: '年底的风险投资基金' },
    ({ played }) => played.after.fund,
  ),
  column(
    'certified',
    'integer',
    'firms',
    { en: 'firms certified in the round', zh: '这一年有证书的公司数' },
    ({ played }) => played.after.listed?.length ?? 0,
  ),
  column('by_human', 'integer', 'seats', { en: 'plans filed by people', zh: '真人交的方案数' }, ({ played }) =>
    decidedBy(played, 'human'),
  ),
  column(
    'by_timeout',
    'integer',
    'seats',
    { en: 'plans repeated by the clock', zh: '到时未交、沿用上回的方案数' },
    ({ played }) => decidedBy(played, 'timeout'),
  ),
  column('by_bot', 'integer', 'seats', { en: 'plans filed by bots', zh: '机器人代打的方案数' }, ({ played }) =>
    decidedBy(played, 'bot'),
  ),
  column(
    'by_recorded',
    'integer',
    'seats',
    { en: 'plans as in a game played before', zh: '照以前一局的记录定的方案数' },
    ({ played }) => decidedBy(played, 'recorded'),
  ),
];

function decidedBy({ plans }: PlayedRound, by: PlanDecider): number {
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

/** Wide format: seat columns for the largest district of the class. */
export function roundColumns(seats: number): readonly Column<Row>[] {
  const bySeat = Array.from({ length: seats }, (_, seat): readonly Column<Row>[] => [
    column(
      `score_${seat}`,
      'number',
      'score',
      {
        en: `score of seat ${seat} at the end of the round; empty where its person is left out`,
        zh: `${seat} 号座位在年底的得分；数据不予导出的人，留空`,
      },
      ({ row, shows }) => (shows(seat) ? row.scores[seat] : undefined),
    ),
    column(
      `income_${seat}`,
      'number',
      'cash',
      { en: `income of seat ${seat}; 0 for all but firms`, zh: `${seat} 号座位的收入；公司以外一律为 0` },
      ({ row, shows }) => (shows(seat) ? row.incomeBySeat[seat] : undefined),
    ),
  ]);
  return [...WHERE, ...CONDITIONS, ...MEASURES, ...NETWORK, ...bySeat.flat()];
}
