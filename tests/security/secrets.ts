/** Secrets by owner from a class's logs: the search list of the leak test. */
import type { ClassState } from '../../server/classroom/state/class-state.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Offer } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { scoreOf } from '../../shared/engine/score.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { statesOf } from '../../shared/log/replay.ts';

/** A person's district and seat. */
export interface Place {
  readonly district: string;
  readonly seat: Seat;
}

export interface Secrets {
  /** Books, flows, scores, trust and prices by owner. */
  readonly numbers: Map<string, ReadonlySet<number>>;
  /** Public numbers by district. */
  readonly open: ReadonlyMap<string, ReadonlySet<number>>;
  readonly plans: ReadonlyMap<string, ReadonlySet<string>>;
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
}

export function ownerOf({ district, seat }: Place): string {
  return `${district}/${seat}`;
}

/** Numbers precise enough not to occur by chance. */
export function isTelling(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-6;
}

export function secretsIn(logs: ReadonlyMap<string, DistrictLog>): Secrets {
  const numbers = new Map<string, ReadonlySet<number>>();
  const open = new Map<string, Set<number>>();
  const plans = new Map<string, Set<string>>();
  const offers = new Map<string, readonly Offer[]>();
  for (const [district, log] of logs) {
    const states = statesOf(log);
    open.set(district, new Set(states.flatMap(everybodys).filter(isTelling)));
    for (const { seat } of states[0]?.actors ?? []) {
      const owner = ownerOf({ district, seat });
      const own = states.flatMap((state) => [...numbersOf(state, seat), ...dealsOf(state, seat)]);
      numbers.set(owner, new Set(own.filter(isTelling)));
      plans.set(owner, new Set(log.records.flatMap(({ events }) => events).flatMap((event) => planIn(event, seat))));
      offers.set(
        owner,
        states.flatMap((state) => state.offers.filter(({ from, to }) => from === seat || to === seat)),
      );
    }
  }
  return { numbers, open, plans, offers };
}

function planIn(event: DistrictLog['records'][number]['events'][number], seat: Seat): readonly string[] {
  return event.type === 'PlanFiled' && event.seat === seat ? [planText(event.plan)] : [];
}

export function planText(plan: Plan): string {
  return JSON.stringify(Object.entries(plan).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** All numbers of a seat: books, flows, trust, points given and received. */
function numbersOf(state: DistrictState, seat: Seat): readonly number[] {
  const { firms, trust, flows, actors, history, earned } = state;
  const size = actors.length;
  const firm = firms[seat];
  const row = (matrix: readonly number[]) => matrix.slice(seat * size, (seat + 1) * size);
  const column = (matrix: readonly number[]) => actors.map(({ seat: other }) => matrix[other * size + seat] ?? 0);
  const books = [firm?.cash, firm?.knowledge, firm?.ventureDue, ...(firm?.loans ?? []).map(({ owed }) => owed)];
  const { shared = [], ...own } = flows ?? {};
  return [
    ...books.map((value) => value ?? 0),
    earned[seat] ?? 0,
    scoreOf(state, seat),
    ...Object.values(own).map((bySeat) => bySeat[seat] ?? 0),
    ...row(trust),
    ...row(shared),
    ...column(shared),
    ...history.flatMap(({ scores, incomeBySeat }) => [scores[seat] ?? 0, incomeBySeat[seat] ?? 0]),
  ];
}

/** Numbers known only to the parties of a deal. */
function dealsOf({ lastRound }: DistrictState, seat: Seat): readonly number[] {
  return lastRound.flatMap((event) => {
    switch (event.type) {
      case 'FirmSold':
        return event.seller === seat || event.buyer === seat ? [event.price] : [];
      case 'FirmRescued':
        return event.firm === seat || event.head === seat ? [event.amount] : [];
      case 'LoanTaken':
        return event.firm === seat ? [event.cash, event.loan.owed] : [];
      case 'VentureGranted':
        return event.firm === seat ? [event.cash, event.due] : [];
      default:
        return [];
    }
  });
}

/** Public numbers: the district's figures and prices, acts of government, and final scores. */
function everybodys(state: DistrictState): readonly number[] {
  const { law, distance, commons, fund, history, lastRound, phase, actors } = state;
  const rounds = history.flatMap(({ income, innovation, tradeShare, figure }) => [
    income,
    innovation,
    tradeShare,
    ...Object.values(figure).filter((value) => typeof value === 'number'),
  ]);
  const gifts = lastRound.flatMap((event) => {
    if (event.type === 'ForeignPartnerJoined') return [event.cash, event.knowledge];
    return event.type === 'FirmAbsorbed' ? [event.gift] : [];
  });
  const finals = phase === 'ended' ? actors.map(({ seat }) => scoreOf(state, seat)) : [];
  const { margin, marginAsLast } = viewFor(state, 0).quotes;
  return [law, distance, commons, fund, margin, marginAsLast, ...rounds, ...gifts, ...finals];
}

/** Texts of a class that concern a single person, by id. */
export function textsOf(state: ClassState): ReadonlyMap<string, readonly string[]> {
  return new Map(
    state.everyone.map(({ id, name, tokenHash }) => {
      const reasons = state.reflections.flatMap(({ answers }) => answers.get(id) ?? []);
      const sentences = state.polls.flatMap(({ answers }) => answers.get(id) ?? []);
      const words = state.notices.flatMap(({ player, text }) => (player === id ? [text] : []));
      return [id, [id, name, tokenHash, ...reasons, ...sentences, ...words]];
    }),
  );
}
