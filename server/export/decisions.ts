/**
 * `decisions.csv`: one row a seat and round, with the plan, who made it and when, what was seen, and what came of it; and
 * one for each plan of a mirror, who planned for a seat that another held: marked as not carried out, nothing came of it.
 */

import type { PlayedRound } from '../../shared/debrief/chronicle.ts';
import { type Actor, isState, type Seat } from '../../shared/engine/actors.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { at, treeOf } from '../../shared/engine/queries.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { type Column, column } from './column.ts';
import { nameOf, pseudonym } from './people.ts';
import type { ExportedDistrict, ExportSource } from './source.ts';

interface Decision {
  readonly source: ExportSource;
  readonly district: ExportedDistrict;
  readonly played: PlayedRound;
  readonly seat: Seat;
  readonly actor: Actor;
  readonly plan: Plan;
  readonly executed: boolean;
  readonly player: string | undefined;
  readonly by: 'human' | 'timeout' | 'bot';
  readonly view: SeatView;
  readonly times: Times;
}

interface Times {
  readonly began: number | undefined;
  readonly filed: number | undefined;
  readonly filings: number | undefined;
}

const UNTIMED: Times = { began: undefined, filed: undefined, filings: undefined };

export function decisionsOf(source: ExportSource): readonly Decision[] {
  return source.districts.flatMap((district) => {
    const times = timesIn(district);
    return district.chronicle.rounds.flatMap((played) =>
      played.before.actors.flatMap((actor): Decision[] => {
        const filed = played.plans[actor.seat];
        if (filed === undefined) return [];
        const { seat } = actor;
        const view = viewFor(played.before, seat);
        const { plan, by } = filed;
        const about = { source, district, played, seat, actor, view };
        const player = played.before.seats[seat]?.player;
        const own: Decision = { ...about, plan, executed: true, player, by, times: times(played.round, seat) };
        const mirrored = source.state.mirrorPlans
          .filter((each) => each.district === district.number && each.round === played.round && each.seat === seat)
          .map((each): Decision => {
            const { began } = own.times;
            const unexecuted = { plan: each.plan, executed: false, player: each.player, by: 'human' } as const;
            return { ...about, ...unexecuted, times: { ...UNTIMED, began } };
          });
        return [own, ...mirrored];
      }),
    );
  });
}

function timesIn({ chronicle: { log } }: ExportedDistrict): (round: number, seat: Seat) => Times {
  const began = new Map<number, number>();
  const filed = new Map<string, { at: number; filings: number }>();
  for (const { at: when, round, events } of log.records) {
    for (const event of events) {
      if (event.type === 'PhaseBegan' && event.phase === 'plan') began.set(event.round, when);
      if (event.type !== 'PlanFiled') continue;
      const key = `${round}/${event.seat}`;
      filed.set(key, { at: when, filings: (filed.get(key)?.filings ?? 0) + 1 });
    }
  }
  return (round, seat) => {
    const last = filed.get(`${round}/${seat}`);
    return { began: began.get(round), filed: last?.at, filings: last?.filings ?? 0 };
  };
}

type Row = Decision;
const text = (name: string, meaning: string, value: Column<Row>['value']) => column(name, 'text', '', meaning, value);
const whole = (name: string, unit: string, meaning: string, value: Column<Row>['value']) =>
  column(name, 'integer', unit, meaning, value);
const number = (name: string, unit: string, meaning: string, value: Column<Row>['value']) =>
  column(name, 'number', unit, meaning, value);
const moment = (name: string, meaning: string, value: (row: Row) => number | undefined) =>
  column<Row>(name, 'datetime', 'UTC', meaning, (row) => {
    const when = value(row);
    return when === undefined ? undefined : new Date(when).toISOString();
  });

/** Points of a plan's own kind; empty in the rows of other kinds. */
function points(name: string, kind: Plan['kind'], of: string, meaning: string): Column<Row> {
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

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const WHO: readonly Column<Row>[] = [
  text('class_id', 'class', ({ source }) => source.classId),
  whole('district', '', 'number of the district within the class, from 1', ({ district }) => district.number),
  whole('round', '', 'round, from 1', ({ played }) => played.round),
  whole('year', '', 'year of the scenario', ({ district, played }) => {
    return scenarioById(district.chronicle.log.header.scenario)?.calendar[played.round - 1]?.year;
  }),
  whole('seat', '', 'seat, from 0, in the order of the roster', ({ seat }) => seat),
  text('actor', 'name of the actor in English', ({ actor }) => actor.name.en),
  text('actor_zh', 'name of the actor in Chinese', ({ actor }) => actor.name.zh),
  text('kind', 'firm, university, bureau or commission', ({ actor }) => actor.kind),
  column('state', 'logical', '', 'belongs to the state: every actor but a non-state firm', ({ actor }) =>
    isState(actor),
  ),
  whole('parent', '', 'seat of the university a state spin-off belongs to', ({ actor }) => actor.parent),
  whole('field', '', 'technology field, 0 to 5 on a ring', ({ actor }) => actor.field),
  text('player', 'pseudonym of the person who planned for the seat; empty when a bot has it for good', (row) =>
    pseudonym(row.source.state, row.player),
  ),
  text('player_id', 'opaque id of that person, as in events.jsonl', ({ player }) => player),
  text('player_name', 'name the person gave; only when the export was made with names', (row) =>
    row.source.named ? nameOf(row.source.state, row.player) : undefined,
  ),
];

const PLAN: readonly Column<Row>[] = [
  column(
    'executed',
    'logical',
    '',
    'the plan was carried out; FALSE for that of a mirror, who planned for a seat another held: leave those rows out of counts',
    ({ executed }) => executed,
  ),
  text('by', 'who decided: human, timeout (last plan repeated by the clock) or bot', ({ by }) => by),
  text('bot_policy', 'policy of the bot, where a bot decided', (row) =>
    row.by === 'bot' ? row.played.before.seats[row.seat]?.policy : undefined,
  ),
  moment('plan_began_at', 'when the plan phase of the round began', ({ times }) => times.began),
  moment('filed_at', 'when the plan that counted was filed', ({ times }) => times.filed),
  number('seconds', 's', 'from one to the other', ({ times: { began, filed } }) =>
    began === undefined || filed === undefined ? undefined : (filed - began) / 1000,
  ),
  whole('filings', '', 'how often a plan was filed in this round; the last counts', ({ times }) => times.filings),
  points('trade', 'firm', 'trade', 'effort in trade'),
  points('research', 'firm', 'research', 'effort in own R&D'),
  number('shared', 'points', 'effort shared with pact partners, together', ({ plan }) =>
    plan.kind === 'government' ? undefined : sharesOf(plan).reduce((sum, share) => sum + share.points, 0),
  ),
  // With a colon a spreadsheet makes a time of day of it.
  text('shares', 'the same by partner: seat=points, separated by spaces', ({ plan }) =>
    sharesOf(plan)
      .map(({ to, points: given }) => `${to}=${given}`)
      .join(' '),
  ),
  points('publish', 'university', 'publish', 'effort of a university in publishing'),
  points('outside', 'university', 'outside', 'effort in contracts outside Beijing'),
  points('shelter', 'university', 'shelter', 'effort in shelter for its own spin-offs'),
  points('open', 'university', 'open', 'effort in the open laboratory'),
  points('command', 'government', 'command', 'budget of a government body in command'),
  points('law', 'government', 'law', 'budget in law'),
  points('reform', 'government', 'reform', 'budget in reform'),
  points('fund', 'government', 'fund', 'budget in the venture fund'),
  points('training', 'government', 'training', 'budget in training and infrastructure'),
  text('deal', 'deal of a firm: none, cooperate, buy, sell, loan, venture or foreign', ({ plan }) =>
    plan.kind === 'firm' ? plan.deal.kind : undefined,
  ),
  text('deal_with', 'seats the firm would buy, or sell itself to', ({ plan }) => dealWith(plan)),
  text('wishes', 'seats with which a pact was wished for', ({ plan }) => pactChanges(plan)?.wishes.join(' ')),
  text('breaks', 'seats with which a pact was broken', ({ plan }) => pactChanges(plan)?.breaks.join(' ')),
];

const SEEN: readonly Column<Row>[] = [
  number('seen_cash', 'cash', 'own cash', ({ view }) => view.books.cash),
  number('seen_debt', 'cash', 'own loans still owed', ({ view }) =>
    view.books.loans.reduce((sum, { owed }) => sum + owed, 0),
  ),
  number('seen_knowledge', 'knowledge', 'own knowledge', ({ view }) => view.books.knowledge),
  number('seen_score', 'score', 'own score', ({ view }) => view.score),
  number('seen_budget', 'points', 'points there were to place', ({ view }) => view.budget),
  text('seen_partners', 'seats with which a pact stood', ({ view }) => view.legal.partners.join(' ')),
  number('seen_received', 'points', 'shared with the seat in the round before, together', ({ view }) =>
    view.received.reduce((sum, value) => sum + value, 0),
  ),
  number('seen_trust', '0..1', 'mean trust in pact partners', ({ view }) =>
    mean(view.legal.partners.map((partner) => view.trust[partner] ?? 0)),
  ),
  number('seen_margin', 'cash per point', 'trade margin before glut', ({ view }) => view.quotes.margin),
  number('seen_law', '0..1', 'law', ({ view }) => view.public.law),
  number('seen_distance', '0..1', 'ownership distance', ({ view }) => view.public.distance),
  number('seen_commons', 'knowledge', 'common knowledge', ({ view }) => view.public.commons),
  number('seen_fund', 'cash', 'venture fund', ({ view }) => view.public.fund),
  number(
    'seen_income',
    'cash',
    'income of the district in the round before',
    ({ view }) => view.public.history.at(-1)?.income,
  ),
  number(
    'seen_innovation',
    'knowledge',
    'innovation of the district in the round before',
    ({ view }) => view.public.history.at(-1)?.innovation,
  ),
  number(
    'seen_trade_share',
    '0..1',
    'trade’s share of effort in the round before',
    ({ view }) => view.public.history.at(-1)?.tradeShare,
  ),
  text('seen_figure', 'figure announced so far: 2, 3 or 4', ({ view }) => view.public.announcedFigure),
  column('seen_shock', 'logical', '', 'demand had turned to variety', ({ view }) => view.public.shocked),
];

const CAME_OF_IT: readonly Column<Row>[] = [
  number('product', 'cash', 'income of a firm from its product', (row) => flow(row, 'product')),
  number('trade_income', 'cash', 'income of a firm from trade', (row) => flow(row, 'trade')),
  number('tax', 'cash', 'tax paid', (row) => flow(row, 'tax')),
  number('debt_service', 'cash', 'instalments and interest paid', (row) => flow(row, 'debtService')),
  number('learned', 'knowledge', 'knowledge gained, the firm’s part of innovation', (row) =>
    flow(row, 'knowledgeGained'),
  ),
  number('cash', 'cash', 'cash at the end of the round', (row) =>
    row.actor.kind === 'firm' ? row.played.after.firms[row.seat]?.cash : undefined,
  ),
  number('knowledge', 'knowledge', 'knowledge at the end of the round', (row) =>
    row.actor.kind === 'firm' || row.actor.kind === 'university'
      ? row.played.after.firms[row.seat]?.knowledge
      : undefined,
  ),
  number(
    'score',
    'score',
    'score at the end of the round, in the unit of its kind of actor',
    (row) => row.played.after.history.at(-1)?.scores[row.seat],
  ),
  whole(
    'owner',
    '',
    'seat of the firm that owned it at the end of the round',
    (row) => row.played.after.firms[row.seat]?.owner,
  ),
  whole('tree', 'firms', 'firms in its ownership tree at the end of the round', (row) =>
    row.actor.kind === 'firm' ? treeOf(row.played.after.firms, row.seat).length : undefined,
  ),
  column('failed', 'logical', '', 'failed in this round', (row) =>
    row.played.events.some((event) => event.type === 'FirmFailed' && event.firm === row.seat),
  ),
  whole('failures', '', 'failures so far', (row) =>
    row.actor.kind === 'firm' ? at(row.played.after.firms, row.seat).failures : undefined,
  ),
];

/** What came of a round came of the plan that was carried out, not of a mirror's. */
const OUTCOME = CAME_OF_IT.map(
  (each): Column<Row> => ({ ...each, value: (row) => (row.executed ? each.value(row) : undefined) }),
);

export const DECISION_COLUMNS: readonly Column<Row>[] = [...WHO, ...PLAN, ...SEEN, ...OUTCOME];
