/** Columns of `decisions.csv`: the plan. */
import { ALL_BOTS } from '../../../shared/bots/index.ts';
import type { Words } from '../../../shared/engine/actors.ts';
import type { Plan } from '../../../shared/engine/plans.ts';
import { bots } from '../../../shared/i18n/zh/bots.ts';
import { type Column, column } from '../column.ts';
import { moment, number, type Row, text, whole } from './kinds.ts';

/** The data have a policy's English id, the screen its Chinese name. */
const POLICIES_ZH = ALL_BOTS.map((policy) => `${policy}：${bots[policy]}`).join('，');

/** Points of one kind of plan; empty in rows of other kinds. */
function points(name: string, kind: Plan['kind'], of: string, meaning: Words): Column<Row> {
  return number(name, 'points', meaning, ({ plan }) =>
    plan.kind === kind ? (plan as unknown as Readonly<Record<string, number>>)[of] : undefined,
  );
}

function sharesOf(plan: Plan) {
  return plan.kind === 'government' ? [] : plan.shares;
}

function pactChanges(plan: Plan) {
  if (plan.kind === 'university') return plan;
  return plan.kind === 'firm' && plan.deal.kind === 'cooperate' ? plan.deal : undefined;
}

function dealWith(plan: Plan): string | undefined {
  if (plan.kind !== 'firm') return undefined;
  if (plan.deal.kind === 'buy') return plan.deal.sellers.join(' ');
  return plan.deal.kind === 'sell' ? String(plan.deal.buyer) : undefined;
}

export const PLAN: readonly Column<Row>[] = [
  column(
    'executed',
    'logical',
    '',
    {
      en: 'the plan was carried out; FALSE for that of a mirror, who planned for a seat another held: leave those rows out of counts',
      zh: '方案是否执行；影子替别人的座位所做的方案为 FALSE，统计时应剔除这些行',
    },
    ({ executed }) => executed,
  ),
  text(
    'by',
    {
      en: 'who decided: human, timeout (last plan repeated by the clock), bot, or recorded (as in a game played before)',
      zh: '由谁决定：human（真人）、timeout（到时未交，沿用上回的方案）、bot（机器人）或 recorded（照以前一局的记录）',
    },
    ({ by }) => by,
  ),
  column(
    'cut',
    'logical',
    '',
    { en: 'a recorded plan, cut to what was still possible', zh: '照记录定的方案，只保留仍然可行的部分' },
    ({ cut }) => cut,
  ),
  column(
    'late',
    'logical',
    '',
    { en: 'homework, filed after it was due', zh: '作业，截止以后才交' },
    ({ source, times: { filed } }) => {
      const due = source.state.opened.homework?.due;
      return due === undefined || filed === undefined ? undefined : filed > due;
    },
  ),
  text(
    'bot_policy',
    { en: 'policy of the bot, where a bot decided', zh: `由机器人决定时，该机器人的打法：${POLICIES_ZH}` },
    (row) => (row.by === 'bot' ? row.played.before.seats[row.seat]?.policy : undefined),
  ),
  moment(
    'plan_began_at',
    { en: 'when the plan phase of the round began', zh: '这一年“定方案”阶段开始的时刻' },
    ({ times }) => times.began,
  ),
  moment(
    'filed_at',
    { en: 'when the plan that counted was filed', zh: '最终算数的方案交上的时刻' },
    ({ times }) => times.filed,
  ),
  number(
    'seconds',
    's',
    { en: 'seconds from plan_began_at to filed_at', zh: 'plan_began_at 与 filed_at 相隔的时长' },
    ({ times: { began, filed } }) => (began === undefined || filed === undefined ? undefined : (filed - began) / 1000),
  ),
  whole(
    'filings',
    '',
    {
      en: 'how often a person filed a plan for the seat in this round; the last counts; 0 where nobody did',
      zh: '这一年由真人为该席位交方案的次数；以最后一次为准；没有人交则为 0',
    },
    ({ times }) => times.filings,
  ),
  points('trade', 'firm', 'trade', { en: 'effort in trade', zh: '投入贸易的精力' }),
  points('research', 'firm', 'research', { en: 'effort in own R&D', zh: '投入自主研发的精力' }),
  number(
    'shared',
    'points',
    { en: 'effort shared with pact partners, together', zh: '与各合作伙伴共享的精力，合计' },
    ({ plan }) =>
      plan.kind === 'government' ? undefined : sharesOf(plan).reduce((sum, share) => sum + share.points, 0),
  ),
  // A colon would make a spreadsheet read a time of day.
  text(
    'shares',
    { en: 'the same by partner: seat=points, separated by spaces', zh: '同上，按伙伴分列：座位号=点数，以空格隔开' },
    ({ plan }) =>
      sharesOf(plan)
        .map(({ to, points: given }) => `${to}=${given}`)
        .join(' '),
  ),
  points('publish', 'university', 'publish', {
    en: 'effort of a university in publishing',
    zh: '大学投入发论文的精力',
  }),
  points('outside', 'university', 'outside', {
    en: 'effort in contracts outside Beijing',
    zh: '大学投入外地合同的精力',
  }),
  points('shelter', 'university', 'shelter', {
    en: 'effort in shelter for its own spin-offs',
    zh: '大学用于庇护自家校办企业的精力',
  }),
  points('open', 'university', 'open', { en: 'effort in the open laboratory', zh: '大学投入开放实验室的精力' }),
  points('command', 'government', 'command', {
    en: 'budget of a government body in command',
    zh: '政府部门用于指令的预算',
  }),
  points('law', 'government', 'law', { en: 'budget in law', zh: '政府部门用于法规的预算' }),
  points('reform', 'government', 'reform', { en: 'budget in reform', zh: '政府部门用于改革的预算' }),
  points('fund', 'government', 'fund', { en: 'budget in the venture fund', zh: '政府部门用于风险投资基金的预算' }),
  points('training', 'government', 'training', {
    en: 'budget in training and infrastructure',
    zh: '政府部门用于培训与基础设施的预算',
  }),
  text(
    'deal',
    {
      en: 'deal of a firm: none, cooperate, buy, sell, loan, venture, foreign or leave',
      zh: '公司这一年办的大事：none（先不办）、cooperate（合作）、buy（收购别家）、sell（卖掉自己，自愿并入集团）、loan（银行贷款）、venture（风险投资）、foreign（外商入股）或 leave（从集团独立）',
    },
    ({ plan }) => (plan.kind === 'firm' ? plan.deal.kind : undefined),
  ),
  text(
    'deal_with',
    { en: 'seats the firm would buy, or sell itself to', zh: '公司想收购的各家，或想并入的那一家：座位号，以空格隔开' },
    ({ plan }) => dealWith(plan),
  ),
  text(
    'list',
    { en: 'seats the Commission certifies by this plan', zh: '管委会按此方案发证的各家：座位号，以空格隔开' },
    ({ plan }) => (plan.kind === 'government' ? plan.list?.join(' ') : undefined),
  ),
  text(
    'wishes',
    { en: 'seats with which a pact was wished for', zh: '想与哪些座位签合作协议：座位号，以空格隔开' },
    ({ plan }) => pactChanges(plan)?.wishes.join(' '),
  ),
  text('breaks', { en: 'seats with which a pact was broken', zh: '与哪些座位解约：座位号，以空格隔开' }, ({ plan }) =>
    pactChanges(plan)?.breaks.join(' '),
  ),
];
