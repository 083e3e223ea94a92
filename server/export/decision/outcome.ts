/** Columns of `decisions.csv`: the round's results. */
import { at, isListed, treeOf } from '../../../shared/engine/queries.ts';
import { type Column, column } from '../column.ts';
import { number, type Row, whole } from './kinds.ts';

function flow(row: Row, name: 'product' | 'trade' | 'tax' | 'debtService' | 'knowledgeGained'): number | undefined {
  return row.actor.kind === 'firm' ? row.played.after.flows?.[name][row.seat] : undefined;
}

const CAME_OF_IT: readonly Column<Row>[] = [
  number('product', 'cash', { en: 'income of a firm from its product', zh: '公司的产品收入' }, (row) =>
    flow(row, 'product'),
  ),
  number('trade_income', 'cash', { en: 'income of a firm from trade', zh: '公司的贸易收入' }, (row) =>
    flow(row, 'trade'),
  ),
  number('tax', 'cash', { en: 'tax paid', zh: '缴纳的税' }, (row) => flow(row, 'tax')),
  number('debt_service', 'cash', { en: 'instalments and interest paid', zh: '这一年偿还的贷款本金和利息' }, (row) =>
    flow(row, 'debtService'),
  ),
  number(
    'learned',
    'knowledge',
    { en: 'knowledge gained, the firm’s part of innovation', zh: '这一年新增的知识，即该公司对创新的贡献' },
    (row) => flow(row, 'knowledgeGained'),
  ),
  number('cash', 'cash', { en: 'cash at the end of the round', zh: '年底的现金' }, (row) =>
    row.actor.kind === 'firm' ? row.played.after.firms[row.seat]?.cash : undefined,
  ),
  number('knowledge', 'knowledge', { en: 'knowledge at the end of the round', zh: '年底的知识' }, (row) =>
    row.actor.kind === 'firm' || row.actor.kind === 'university'
      ? row.played.after.firms[row.seat]?.knowledge
      : undefined,
  ),
  number(
    'score',
    'score',
    {
      en: 'score at the end of the round, in the unit of its kind of actor',
      zh: '年底的得分；各类行为主体的得分单位不同',
    },
    (row) => row.played.after.history.at(-1)?.scores[row.seat],
  ),
  whole(
    'owner',
    '',
    { en: 'seat of the firm that owned it at the end of the round', zh: '年底拥有该公司的那一家的座位号' },
    (row) => row.played.after.firms[row.seat]?.owner,
  ),
  whole(
    'tree',
    'firms',
    { en: 'firms in its ownership tree at the end of the round', zh: '年底所在集团的公司数' },
    (row) => (row.actor.kind === 'firm' ? treeOf(row.played.after.firms, row.seat).length : undefined),
  ),
  column('certified', 'logical', '', { en: 'certified in this round', zh: '这一年是否有证书' }, (row) =>
    row.actor.kind === 'firm' ? isListed(row.played.after, row.seat) : undefined,
  ),
  column('left', 'logical', '', { en: 'left its tree in this round', zh: '这一年是否从集团独立' }, (row) =>
    row.actor.kind === 'firm'
      ? row.played.events.some((event) => event.type === 'FirmLeft' && event.firm === row.seat)
      : undefined,
  ),
  column('failed', 'logical', '', { en: 'failed in this round', zh: '这一年是否倒闭' }, (row) =>
    row.played.events.some((event) => event.type === 'FirmFailed' && event.firm === row.seat),
  ),
  whole('failures', '', { en: 'failures so far', zh: '累计倒闭次数' }, (row) =>
    row.actor.kind === 'firm' ? at(row.played.after.firms, row.seat).failures : undefined,
  ),
];

/** Results exist only for plans carried out, not for a mirror's. */
export const OUTCOME = CAME_OF_IT.map(
  (each): Column<Row> => ({ ...each, value: (row) => (row.executed ? each.value(row) : undefined) }),
);
