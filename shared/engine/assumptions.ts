/** What a seat assumes about the others: one set of guesses for the worse, one likely, one for the better. */
import type { Seat } from './actors.ts';
import type { FigureReading } from './figure-reading.ts';
import { noFlows } from './flows.ts';
import { trustAfter } from './formulas.ts';
import { initialState } from './initial-state.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { Parameters } from './parameters.ts';
import { type Firm, NO_CLOCK, type Pact, type RoundHistory } from './parts.ts';
import {
  type Deal,
  type GovernmentPlan,
  IDLE_GOVERNMENT,
  NO_DEAL,
  type Plan,
  pactChangeIn,
  type Share,
  sharedIn,
  tenths,
} from './plans.ts';
import { type PublicSeat, STANDINGS, spentIn } from './public-view.ts';
import { at, commandTenths, joins, numberAt, partnersOf } from './queries.ts';
import type { DistrictState } from './state.ts';
import type { SeatView } from './view.ts';
import { zeros } from './zeros.ts';

export const OUTLOOKS = ['low', 'likely', 'high'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

/** Points promised to this seat, by partner. */
export type Promised = Readonly<Partial<Record<Seat, number>>>;

/** A round number beyond any game. */
const NEVER = 1_000;

/** Knowledge assumed for each standing, from worst to best. */
const KNOWLEDGE: Readonly<Record<Outlook, readonly number[]>> = {
  low: [0, ...STANDINGS],
  likely: [4, 7, 14, 23, 36],
  high: [...STANDINGS, 45],
};

/**
 * Ceiling on trust between others in the years ahead, since their pacts come and go. Bots' kept pacts are trusted at .5
 * in year three, .6 in six, .7 in eight.
 */
const TRUST_OF_OTHERS = 0.6;

/** A placeholder: no rule reads a past round's figure. */
const UNTOLD: FigureReading = {
  figure: '3',
  isolated: false,
  horizontal: 0,
  reciprocity: 0,
  vertical: 0,
  largestTree: 0,
  cr4: 0,
};

export class Guess {
  readonly #view: SeatView;
  readonly #outlook: Outlook;
  readonly #promised: Promised;

  constructor(view: SeatView, outlook: Outlook, promised: Promised) {
    this.#view = view;
    this.#outlook = outlook;
    this.#promised = promised;
  }

  parameters(numbers: Parameters): Parameters {
    const { public: seen, seat } = this.#view;
    const fortune = { low: numbers.luckLow, likely: (numbers.luckLow + numbers.luckHigh) / 2, high: numbers.luckHigh };
    const luck = fortune[this.#outlook];
    const chance = (likelihood: number) => ({ low: 0, likely: likelihood > 0.5 ? 1 : 0, high: 1 })[this.#outlook];
    const head = seen.seats[seat]?.head === seat;
    // The worst and best guess leave out law transfers and subsidiaries' tribute.
    const ends = this.#outlook === 'likely' ? {} : { lawPenalty: 0, ...(head ? { tribute: 0 } : {}) };
    return {
      ...numbers,
      luckLow: luck,
      luckHigh: luck,
      ventureChance: chance(numbers.ventureChance),
      ventureChanceFunded: chance(numbers.ventureChanceFunded),
      shockRound: seen.shocked ? 0 : NEVER,
      // Keeps the end out of reach, since an office's final payment is no part of a forecast.
      rounds: NEVER,
      ...ends,
    };
  }

  district(numbers: Parameters): DistrictState {
    const view = this.#view;
    const { seats, pacts, law, distance, commons, fund, history, round, scenario } = view.public;
    const parameters = this.parameters(numbers);
    const founded = initialState({
      type: 'DistrictFounded',
      rulesVersion: 0,
      scenario,
      seed: 0,
      parameters,
      settings: { ...NO_CLOCK, clockMode: 'wait', talk: false },
      actors: seats.map(({ seat, kind, name, parent, field }) => ({
        seat,
        kind,
        name,
        ...omitUndefined({ parent, field }),
      })),
      policies: seats.map(() => ''),
    });
    return {
      ...founded,
      phase: 'plan',
      round,
      firms: seats.map((seat) => this.#firm(seat, parameters)),
      pacts: pacts.map(({ a, b, since }): Pact => ({ a, b, since })),
      trust: this.#trust(founded.trust, parameters),
      law,
      distance,
      commons,
      fund,
      listed: listedIn(seats),
      plans: seats.map(({ seat, kind }) =>
        kind === 'firm' || kind === 'university' ? undefined : { plan: this.#policyOf(seat), by: 'bot' },
      ),
      earned: founded.earned.map((none, seat) => (seat === view.seat ? view.score : none)),
      flows: { ...noFlows(seats.length), shared: this.#shared(parameters) },
      history: history.map((past): RoundHistory => ({ figure: UNTOLD, ...past, incomeBySeat: [], tax: 0, scores: [] })),
    };
  }

  /** Year-end values on which the following years may rely. */
  settled(before: DistrictState, after: DistrictState): DistrictState {
    const { seat } = this.#view;
    const count = after.actors.length;
    const trust = after.trust.map((grown, place) => {
      if (Math.floor(place / count) === seat || place % count === seat) return grown;
      return Math.min(grown, Math.max(TRUST_OF_OTHERS, numberAt(before.trust, place)));
    });
    return { ...after, trust };
  }

  /** Everybody's plan, with the seat's own among them. */
  plans(state: DistrictState, own: Plan, year: number): DistrictState['plans'] {
    return this.#view.public.seats.map((seat) => ({
      plan: seat.seat === this.#view.seat ? own : this.#planOf(state, seat, own, year),
      by: 'bot',
    }));
  }

  #firm(actor: PublicSeat, numbers: Parameters): Firm {
    const { seat, kind, standing, owner, forced, inDisarray, failures } = actor;
    const known = { forced, failures, disarray: inDisarray ? 1 : 0, ...omitUndefined({ owner }) };
    if (seat === this.#view.seat) return { ...this.#view.books, ...known };
    const trading = kind === 'firm' || kind === 'university';
    return {
      ...known,
      knowledge: trading ? (KNOWLEDGE[this.#outlook][standing - 1] ?? 0) : 0,
      cash: kind === 'firm' ? numbers.startCash : 0,
      loans: [],
      ventureStakes: 0,
      ventureDue: 0,
      foreignStakes: 0,
    };
  }

  /** Others trust the seat as it trusts them. They trust each other by the age of their kept pact. */
  #trust(rest: readonly number[], numbers: Parameters): readonly number[] {
    const { seat, trust } = this.#view;
    const count = trust.length;
    return rest.map((unknown, place) => {
      const [truster, trusted] = [Math.floor(place / count), place % count];
      if (truster === seat) return trust[trusted] ?? unknown;
      return trusted === seat ? (trust[truster] ?? unknown) : this.#grown(unknown, truster, trusted, numbers);
    });
  }

  #grown(first: number, one: Seat, other: Seat, numbers: Parameters): number {
    const { pacts, round } = this.#view.public;
    const pact = pacts.find((known) => joins(known, one, other));
    if (pact?.kept === undefined) return first;
    const received = pact.kept ? numbers.trustFullShare : 0;
    let trust = first;
    for (let year = pact.since; year < (pact.kept ? round : pact.since + 1); year++)
      trust = trustAfter(numbers, trust, { received, isNew: false });
    return trust;
  }

  /** Last round's shares: a kept pact implies that both shared `keptShare`. */
  #shared({ keptShare }: Parameters): readonly number[] {
    const { seat, given, received, public: seen } = this.#view;
    const count = seen.seats.length;
    const shared = zeros(count * count);
    for (const { a, b, kept } of seen.pacts) {
      if (kept !== true) continue;
      shared[a * count + b] = keptShare;
      shared[b * count + a] = keptShare;
    }
    for (const { seat: other } of seen.seats) {
      shared[seat * count + other] = numberAt(given, other);
      shared[other * count + seat] = numberAt(received, other);
    }
    return shared;
  }

  #planOf(state: DistrictState, actor: PublicSeat, own: Plan, year: number): Plan {
    const { effort } = state.parameters;
    const shares = this.#sharesOf(state, actor, own, year);
    const shared = sharedIn({ shares });
    const wished = pactChangeIn(own).wishes.includes(actor.seat) ? [this.#view.seat] : [];
    if (actor.kind === 'university') {
      const children = this.#view.public.seats[this.#view.seat]?.parent === actor.seat;
      const shelter = children && this.#outlook === 'high' ? effort : 0;
      return {
        kind: 'university',
        publish: Math.max(0, effort - shared - shelter),
        outside: 0,
        shelter,
        open: 0,
        shares,
        wishes: wished,
        breaks: [],
      };
    }
    if (actor.kind === 'firm') {
      const trade = this.#tradeOf(effort);
      const kin = actor.head === this.#view.public.seats[this.#view.seat]?.head;
      const research = { low: effort, likely: Math.max(0, effort - trade - shared), high: kin ? effort : 0 };
      return {
        kind: 'firm',
        trade,
        research: research[this.#outlook],
        shares,
        deal: this.#dealOf(state, actor, wished),
      };
    }
    const again = this.#policyOf(actor.seat);
    return actor.kind === 'commission' ? { ...again, list: listedIn(this.#view.public.seats) } : again;
  }

  /** A firm taken by command leaves once nothing holds it. A firm's own forecast keeps trees as they are. */
  #dealOf(
    { firms, listed = [], plans, parameters }: DistrictState,
    { seat }: PublicSeat,
    wishes: readonly Seat[],
  ): Deal {
    if (wishes.length > 0) return { kind: 'cooperate', wishes, breaks: [] };
    const { owner, forced } = at(firms, seat);
    const { seats } = this.#view.public;
    if (!forced || owner === undefined || seats[this.#view.seat]?.kind === 'firm') return NO_DEAL;
    const free = listed.includes(seat) || commandTenths({ plans }) < tenths(parameters.commandNeeded);
    return free && parameters.leaveAllowed !== 0 ? { kind: 'leave' } : NO_DEAL;
  }

  /** Others trade as much as firms did last year; in the first year, half of their effort. */
  #tradeOf(effort: number): number {
    const last = this.#view.public.history.at(-1)?.tradeShare ?? 0.5;
    return { low: effort, likely: effort * last, high: 0 }[this.#outlook];
  }

  #sharesOf(state: DistrictState, { seat }: PublicSeat, own: Plan, year: number): readonly Share[] {
    const others = partnersOf(state.pacts, seat);
    const mine = this.#view.seat;
    const all = pactChangeIn(own).wishes.includes(seat) && !others.includes(mine) ? [...others, mine] : others;
    return all.flatMap((to) => {
      const points =
        to === mine
          ? this.#givesMe(seat, own, year > 0 ? state.parameters.keptShare : 0)
          : this.#givesOthers(seat, to, all.length, state.parameters.effort);
      return points > 0 ? [{ to, points }] : [];
    });
  }

  /**
   * Partners give as they did last year. New ones give nothing, half or all of what they promised or will receive. A
   * partner given less than `asked` gives nothing: a later pact is kept by both or by neither.
   */
  #givesMe(partner: Seat, own: Plan, asked: number): number {
    const { received, public: seen, seat } = this.#view;
    const mine = (own.kind === 'government' ? [] : own.shares).find(({ to }) => to === partner)?.points ?? 0;
    const tested = seen.pacts.some((pact) => pact.kept !== undefined && joins(pact, partner, seat));
    const last = received[partner] ?? 0;
    const promised = this.#promised[partner];
    switch (this.#outlook) {
      case 'low':
        return 0;
      case 'high':
        return Math.max(last, promised ?? mine);
      case 'likely':
        if (mine < asked) return 0;
        return tested || last > 0 ? last : (promised ?? mine) / 2;
    }
  }

  #givesOthers(seat: Seat, to: Seat, partners: number, effort: number): number {
    const kept = this.#view.public.pacts.some((pact) => pact.kept !== false && joins(pact, seat, to));
    return { low: 0, likely: kept ? 1 : 0, high: effort / 2 / Math.max(1, partners) }[this.#outlook];
  }

  /** Offices repeat their last policy. */
  #policyOf(body: Seat): GovernmentPlan {
    const spent = spentIn(this.#view.public.happenings).find(({ seat }) => seat === body);
    return { ...IDLE_GOVERNMENT, ...spent?.points };
  }
}

/** Certified firms are assumed to stay certified (rule G7). */
function listedIn(seats: readonly PublicSeat[]): readonly Seat[] {
  return seats.filter(({ listed }) => listed === true).map(({ seat }) => seat);
}
