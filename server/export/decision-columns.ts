/** The columns of `decisions.csv`. */
import { ALL_BOTS } from '../../shared/bots/index.ts';
import { isState, type Words } from '../../shared/engine/actors.ts';
import type { Offer, OfferKind } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { at, isListed, treeOf } from '../../shared/engine/queries.ts';
import { bots } from '../../shared/i18n/zh/bots.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { meanIfAny } from '../../shared/statistics.ts';
import { pseudonym } from '../classroom/pseudonyms.ts';
import { type Column, column, type Unit } from './column.ts';
import type { Decision } from './decisions.ts';
import { nameOf } from './people.ts';

/** The data have a policy's English id, the screen its Chinese name. */
const POLICIES_ZH = ALL_BOTS.map((policy) => `${policy}：${bots[policy]}`).join('，');

type Row = Decision;
const text = (name: string, meaning: Words, value: Column<Row>['value']) => column(name, 'text', '', meaning, value);
const whole = (name: string, unit: Unit, meaning: Words, value: Column<Row>['value']) =>
  column(name, 'integer', unit, meaning, value);
const number = (name: string, unit: Unit, meaning: Words, value: Column<Row>['value']) =>
  column(name, 'number', unit, meaning, value);
const moment = (name: string, meaning: Words, value: (row: Row) => number | undefined) =>
  column<Row>(name, 'datetime', 'UTC', meaning, (row) => {
    const when = value(row);
    return when === undefined ? undefined : new Date(when).toISOString();
  });

/** Points of a plan's own kind; empty in the rows of other kinds. */
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

function flow(row: Row, name: 'product' | 'trade' | 'tax' | 'debtService' | 'knowledgeGained'): number | undefined {
  return row.actor.kind === 'firm' ? row.played.after.flows?.[name][row.seat] : undefined;
}

const WHO: readonly Column<Row>[] = [
  text('class_id', { en: 'class', zh: '课堂编号' }, ({ source }) => source.classId),
  whole(
    'district',
    '',
    { en: 'number of the district within the class, from 1', zh: '街区在这堂课里的序号，从 1 起' },
    ({ district }) => district.number,
  ),
  whole('round', '', { en: 'round, from 1', zh: '回合，从 1 起' }, ({ played }) => played.round),
  whole('year', '', { en: 'year of the scenario', zh: '剧本里的年份' }, ({ district, played }) => {
    return scenarioById(district.chronicle.log.header.scenario)?.calendar[played.round - 1]?.year;
  }),
  whole(
    'seat',
    '',
    { en: 'seat, from 0, in the order of the roster', zh: '座位号，从 0 起，依各家在街区里的排列次序' },
    ({ seat }) => seat,
  ),
  text('actor', { en: 'name of the actor in English', zh: '行为主体的英文名称' }, ({ actor }) => actor.name.en),
  text('actor_zh', { en: 'name of the actor in Chinese', zh: '行为主体的中文名称' }, ({ actor }) => actor.name.zh),
  text(
    'kind',
    {
      en: 'firm, university, bureau or commission',
      zh: '行为主体的类型：firm（公司）、university（大学）、bureau（市工业局）或 commission（试验区管委会）',
    },
    ({ actor }) => actor.kind,
  ),
  column(
    'state',
    'logical',
    '',
    { en: 'belongs to the state: every actor but a non-state firm', zh: '是否国有：除民营公司以外，都算国有' },
    ({ actor }) => isState(actor),
  ),
  whole(
    'parent',
    '',
    { en: 'seat of the university a state spin-off belongs to', zh: '校办企业所属大学的座位号' },
    ({ actor }) => actor.parent,
  ),
  whole(
    'field',
    '',
    { en: 'technology field, 0 to 5 on a ring', zh: '技术领域，0 到 5，首尾相接，排成一圈' },
    ({ actor }) => actor.field,
  ),
  text(
    'player',
    {
      en: 'pseudonym of the person who planned for the seat; empty when a bot has it for good',
      zh: '为该座位定方案的人的匿名编号；座位固定由机器人代打的，留空',
    },
    (row) => pseudonym(row.source.state, row.player),
  ),
  text(
    'player_id',
    {
      en: 'opaque id of that person, as in events.jsonl',
      zh: '此人的系统标识（本身没有含义），与 events.jsonl 里的相同',
    },
    ({ player }) => player,
  ),
  text(
    'player_name',
    {
      en: 'name the person gave; only when the export was made with names',
      zh: '此人自己填的姓名；选择带姓名导出时才有',
    },
    (row) => (row.source.named ? nameOf(row.source.state, row.player) : undefined),
  ),
];

const PLAN: readonly Column<Row>[] = [
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
    { en: 'when the plan phase of the round began', zh: '本回合“定方案”阶段开始的时刻' },
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
      zh: '本回合由真人为该席位交方案的次数；以最后一次为准；没有人交则为 0',
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
  // With a colon a spreadsheet makes a time of day of it.
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
      zh: '公司本回合办的大事：none（先不办）、cooperate（合作）、buy（收购别家）、sell（卖掉自己，自愿并入集团）、loan（银行贷款）、venture（风险投资）、foreign（外商入股）或 leave（从集团独立）',
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

/** What the two said to each other while they planned; a mirror says nothing to anybody. */
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

const SAID: readonly Column<Row>[] = [
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

const SEEN: readonly Column<Row>[] = [
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
      zh: '定方案时所见：上一回合各家共享给该座位的精力，合计',
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
    { en: 'as seen when planning: income of the district in the round before', zh: '定方案时所见：上一回合的街区收入' },
    ({ view }) => view.public.history.at(-1)?.income,
  ),
  number(
    'seen_innovation',
    'knowledge',
    {
      en: 'as seen when planning: innovation of the district in the round before',
      zh: '定方案时所见：上一回合的街区创新',
    },
    ({ view }) => view.public.history.at(-1)?.innovation,
  ),
  number(
    'seen_trade_share',
    '0..1',
    {
      en: 'as seen when planning: trade’s share of effort in the round before',
      zh: '定方案时所见：上一回合贸易占精力的比重',
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

const CAME_OF_IT: readonly Column<Row>[] = [
  number('product', 'cash', { en: 'income of a firm from its product', zh: '公司的产品收入' }, (row) =>
    flow(row, 'product'),
  ),
  number('trade_income', 'cash', { en: 'income of a firm from trade', zh: '公司的贸易收入' }, (row) =>
    flow(row, 'trade'),
  ),
  number('tax', 'cash', { en: 'tax paid', zh: '缴纳的税' }, (row) => flow(row, 'tax')),
  number('debt_service', 'cash', { en: 'instalments and interest paid', zh: '本回合偿还的贷款本金和利息' }, (row) =>
    flow(row, 'debtService'),
  ),
  number(
    'learned',
    'knowledge',
    { en: 'knowledge gained, the firm’s part of innovation', zh: '本回合新增的知识，即该公司对创新的贡献' },
    (row) => flow(row, 'knowledgeGained'),
  ),
  number('cash', 'cash', { en: 'cash at the end of the round', zh: '回合结束时的现金' }, (row) =>
    row.actor.kind === 'firm' ? row.played.after.firms[row.seat]?.cash : undefined,
  ),
  number('knowledge', 'knowledge', { en: 'knowledge at the end of the round', zh: '回合结束时的知识' }, (row) =>
    row.actor.kind === 'firm' || row.actor.kind === 'university'
      ? row.played.after.firms[row.seat]?.knowledge
      : undefined,
  ),
  number(
    'score',
    'score',
    {
      en: 'score at the end of the round, in the unit of its kind of actor',
      zh: '回合结束时的得分；各类行为主体的得分单位不同',
    },
    (row) => row.played.after.history.at(-1)?.scores[row.seat],
  ),
  whole(
    'owner',
    '',
    { en: 'seat of the firm that owned it at the end of the round', zh: '回合结束时拥有该公司的那一家的座位号' },
    (row) => row.played.after.firms[row.seat]?.owner,
  ),
  whole(
    'tree',
    'firms',
    { en: 'firms in its ownership tree at the end of the round', zh: '回合结束时所在集团的公司数' },
    (row) => (row.actor.kind === 'firm' ? treeOf(row.played.after.firms, row.seat).length : undefined),
  ),
  column('certified', 'logical', '', { en: 'certified in this round', zh: '本回合是否有证书' }, (row) =>
    row.actor.kind === 'firm' ? isListed(row.played.after, row.seat) : undefined,
  ),
  column('left', 'logical', '', { en: 'left its tree in this round', zh: '本回合是否从集团独立' }, (row) =>
    row.actor.kind === 'firm'
      ? row.played.events.some((event) => event.type === 'FirmLeft' && event.firm === row.seat)
      : undefined,
  ),
  column('failed', 'logical', '', { en: 'failed in this round', zh: '本回合是否倒闭' }, (row) =>
    row.played.events.some((event) => event.type === 'FirmFailed' && event.firm === row.seat),
  ),
  whole('failures', '', { en: 'failures so far', zh: '累计倒闭次数' }, (row) =>
    row.actor.kind === 'firm' ? at(row.played.after.firms, row.seat).failures : undefined,
  ),
];

/** What came of a round came of the plan that was carried out, not of a mirror's. */
const OUTCOME = CAME_OF_IT.map(
  (each): Column<Row> => ({ ...each, value: (row) => (row.executed ? each.value(row) : undefined) }),
);

export const DECISION_COLUMNS: readonly Column<Row>[] = [...WHO, ...PLAN, ...SAID, ...SEEN, ...OUTCOME];
