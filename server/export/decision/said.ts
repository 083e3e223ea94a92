/** Columns of `decisions.csv`: promises and pleas of the plan phase. */
import type { Offer, OfferKind } from '../../../shared/engine/parts.ts';
import type { Column } from '../column.ts';
import { type Row, text } from './kinds.ts';

/** What both sides said in the plan phase; mirrors say nothing. */
function saidBetween(row: Row, whose: 'own' | 'others', kinds: readonly OfferKind[]): readonly Offer[] {
  if (!row.executed) return [];
  const ofSeat = ({ from, to }: Offer) => (whose === 'own' ? from : to) === row.seat;
  return row.view.offers.filter((offer) => ofSeat(offer) && kinds.includes(offer.kind));
}

function promises(row: Row, whose: 'own' | 'others'): string {
  return saidBetween(row, whose, ['pact', 'share'])
    .filter(({ promise, status }) => promise !== undefined && status !== 'declined')
    .map(({ from, to, promise }) => `${whose === 'own' ? to : from}=${promise}`)
    .join(' ');
}

function pleas(row: Row, whose: 'own' | 'others', granted = false): string {
  return saidBetween(row, whose, ['plea'])
    .filter(({ status }) => !granted || status === 'accepted')
    .map(({ from, to, plea }) => `${whose === 'own' ? to : from}${granted ? '' : `=${plea}`}`)
    .join(' ');
}

export const SAID: readonly Column<Row>[] = [
  text(
    'promised',
    {
      en: 'effort the seat said it would share, by partner: seat=points, separated by spaces; it binds nobody',
      zh: '该座位嘴上答应共享的精力，按伙伴分列：座位号=点数，以空格隔开；没有约束力',
    },
    (row) => promises(row, 'own'),
  ),
  text(
    'was_promised',
    {
      en: 'effort others said they would share with the seat: seat=points, separated by spaces',
      zh: '别家嘴上答应共享给该座位的精力：座位号=点数，以空格隔开',
    },
    (row) => promises(row, 'others'),
  ),
  text(
    'pleas',
    {
      en: 'what a firm asked for: seat=plea, separated by spaces; openLab, loosen, noOrders, takeUsIn, certify or makeLaw',
      zh: '公司提出的请求：座位号=请求，以空格隔开；请求有 openLab（开放实验室）、loosen（松松手）、noOrders（别下指令）、takeUsIn（收下我们）、certify（发证）、makeLaw（立规矩）',
    },
    (row) => pleas(row, 'own'),
  ),
  text(
    'pleas_granted',
    {
      en: 'seats that said yes to it, whatever they did: separated by spaces',
      zh: '答应了请求的座位号，以空格隔开；是否照办另说',
    },
    (row) => pleas(row, 'own', true),
  ),
  text(
    'pleas_heard',
    {
      en: 'what firms asked of a university or an office: seat=plea, separated by spaces',
      zh: '大学或政府部门收到的请求：座位号=请求，以空格隔开',
    },
    (row) => pleas(row, 'others'),
  ),
  text(
    'pleas_heard_granted',
    { en: 'seats to which it said yes: separated by spaces', zh: '它答应了的座位号，以空格隔开' },
    (row) => pleas(row, 'others', true),
  ),
];
