/** Columns of `decisions.csv`: what the seat saw when deciding. */
import { meanIfAny } from '../../../shared/statistics.ts';
import { type Column, column } from '../column.ts';
import { number, type Row, text } from './kinds.ts';

export const SEEN: readonly Column<Row>[] = [
  number(
    'seen_cash',
    'cash',
    { en: 'as seen when planning: own cash', zh: '定方案时所见：自己的现金' },
    ({ view }) => view.books.cash,
  ),
  number(
    'seen_debt',
    'cash',
    { en: 'as seen when planning: own loans still owed', zh: '定方案时所见：自己尚未还清的贷款' },
    ({ view }) => view.books.loans.reduce((sum, { owed }) => sum + owed, 0),
  ),
  number(
    'seen_knowledge',
    'knowledge',
    { en: 'as seen when planning: own knowledge', zh: '定方案时所见：自己的知识' },
    ({ view }) => view.books.knowledge,
  ),
  number(
    'seen_score',
    'score',
    { en: 'as seen when planning: own score', zh: '定方案时所见：自己的得分' },
    ({ view }) => view.score,
  ),
  number(
    'seen_budget',
    'points',
    { en: 'as seen when planning: points there were to place', zh: '定方案时所见：可以分配的点数' },
    ({ view }) => view.budget,
  ),
  text(
    'seen_partners',
    {
      en: 'as seen when planning: seats with which a pact stood',
      zh: '定方案时所见：已有合作协议的各家，座位号以空格隔开',
    },
    ({ view }) => view.legal.partners.join(' '),
  ),
  number(
    'seen_received',
    'points',
    {
      en: 'as seen when planning: shared with the seat in the round before, together',
      zh: '定方案时所见：上一年各家共享给该座位的精力，合计',
    },
    ({ view }) => view.received.reduce((sum, value) => sum + value, 0),
  ),
  number(
    'seen_trust',
    '0..1',
    { en: 'as seen when planning: mean trust in pact partners', zh: '定方案时所见：对各合作伙伴的信任，取平均' },
    ({ view }) => meanIfAny(view.legal.partners.map((partner) => view.trust[partner] ?? 0)),
  ),
  number(
    'seen_margin',
    'cash per point',
    {
      en: 'as seen when planning: trade margin before glut',
      zh: '定方案时所见：贸易利润，尚未计入做贸易的人多而造成的摊薄',
    },
    ({ view }) => view.quotes.margin,
  ),
  number(
    'seen_law',
    '0..1',
    { en: 'as seen when planning: law', zh: '定方案时所见：法规' },
    ({ view }) => view.public.law,
  ),
  number(
    'seen_distance',
    '0..1',
    { en: 'as seen when planning: ownership distance', zh: '定方案时所见：所有制距离' },
    ({ view }) => view.public.distance,
  ),
  number(
    'seen_commons',
    'knowledge',
    { en: 'as seen when planning: common knowledge', zh: '定方案时所见：公共知识' },
    ({ view }) => view.public.commons,
  ),
  number(
    'seen_fund',
    'cash',
    { en: 'as seen when planning: venture fund', zh: '定方案时所见：风险投资基金' },
    ({ view }) => view.public.fund,
  ),
  number(
    'seen_income',
    'cash',
    { en: 'as seen when planning: income of the district in the round before', zh: '定方案时所见：上一年的街区收入' },
    ({ view }) => view.public.history.at(-1)?.income,
  ),
  number(
    'seen_innovation',
    'knowledge',
    {
      en: 'as seen when planning: innovation of the district in the round before',
      zh: '定方案时所见：上一年的街区创新',
    },
    ({ view }) => view.public.history.at(-1)?.innovation,
  ),
  number(
    'seen_trade_share',
    '0..1',
    {
      en: 'as seen when planning: trade’s share of effort in the round before',
      zh: '定方案时所见：上一年贸易占精力的比重',
    },
    ({ view }) => view.public.history.at(-1)?.tradeShare,
  ),
  text(
    'seen_figure',
    {
      en: 'as seen when planning: figure announced so far: 2, 3 or 4',
      zh: '定方案时所见：最近公布的是哪幅图，2、3、4 即图二、图三、图四',
    },
    ({ view }) => view.public.announcedFigure,
  ),
  column(
    'seen_shock',
    'logical',
    '',
    { en: 'as seen when planning: demand had turned to variety', zh: '定方案时所见：需求是否已转向多样化' },
    ({ view }) => view.public.shocked,
  ),
];
