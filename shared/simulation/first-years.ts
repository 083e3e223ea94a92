/**
 * The trial years before the first plan: a year of trade, the same year shared, then a promise put to the test. These
 * are real rounds without luck and government; all other firms trade half of their points.
 */
import type { Seat } from '../engine/actors.ts';
import type { Action, Command } from '../engine/commands.ts';
import { found } from '../engine/founding.ts';
import { initialState } from '../engine/initial-state.ts';
import { NO_CLOCK } from '../engine/parts.ts';
import { type Deal, type FirmPlan, IDLE_GOVERNMENT, IDLE_UNIVERSITY, NO_DEAL, type Plan } from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import type { RosterEntry, Scenario } from '../engine/scenario.ts';
import type { DistrictState } from '../engine/state.ts';
import { takeOrThrow } from '../engine/take.ts';

interface Standing {
  readonly cash: number;
  readonly knowledge: number;
}

export interface YearEnd {
  readonly own: Standing;
  readonly theirs: Standing;
  /** Trust of the newcomer in the neighbour, and of the neighbour in the newcomer. */
  readonly trust: number;
  readonly trusted: number;
}

export interface FirstYears {
  readonly start: YearEnd;
  /** The first year with all points in trade. */
  readonly sold: YearEnd;
  /** The same year with half of both firms' points shared. */
  readonly shared: YearEnd;
  /** The second year: the newcomer shares alone, nobody shares, both share. */
  readonly alone: YearEnd;
  readonly nobody: YearEnd;
  readonly both: YearEnd;
}

interface Pair {
  readonly own: Seat;
  readonly neighbour: Seat;
}

/** The next firm in the roster with the same kind of owner. */
export function neighbourOf(roster: readonly RosterEntry[], own: Seat): Seat {
  const spinOff = roster[own]?.parent !== undefined;
  for (let step = 1; step < roster.length; step++) {
    const seat = (own + step) % roster.length;
    const other = roster[seat];
    if (other?.kind === 'firm' && (other.parent !== undefined) === spinOff) return seat;
  }
  throw new Error(`no firm on the street is like seat ${own}`);
}

export function firstYears(scenario: Scenario, own: Seat, neighbour: Seat): FirstYears {
  const pair = { own, neighbour };
  const { effort } = scenario.parameters;
  const opened = on(opening(scenario, pair), { type: 'openGame' });
  const sold = year(opened, pair, effort, effort / 2);
  const shared = year(opened, pair, effort / 2, effort / 2);
  const next = on(shared, { type: 'advancePhase' });
  return {
    start: endOf(opened, pair),
    sold: endOf(sold, pair),
    shared: endOf(shared, pair),
    alone: endOf(year(next, pair, effort / 2, effort), pair),
    nobody: endOf(year(next, pair, effort, effort), pair),
    both: endOf(year(next, pair, effort / 2, effort / 2), pair),
  };
}

/** The two have neighbouring fields, the best fit. */
function opening(scenario: Scenario, { own, neighbour }: Pair): DistrictState {
  const founded = found(scenario, {
    seed: 0,
    settings: { ...NO_CLOCK, talk: false },
    policies: scenario.roster.map(() => ''),
    parameters: { luckLow: 1, luckHigh: 1 },
  });
  const fields = new Map([
    [own, 0],
    [neighbour, 1],
  ]);
  const actors = founded.actors.map((actor) => {
    const field = fields.get(actor.seat);
    return field === undefined ? actor : { ...actor, field };
  });
  return initialState({ ...founded, actors });
}

function on(state: DistrictState, action: Action): DistrictState {
  return taken(state, { at: 0, by: 'system', action });
}

function taken(state: DistrictState, command: Command): DistrictState {
  return takeOrThrow(state, command).after;
}

/** Plays a round from its news to its result. Each of the pair shares with the other what it does not trade. */
function year(news: DistrictState, pair: Pair, ownTrade: number, theirTrade: number): DistrictState {
  const sharing = ownTrade < news.parameters.effort;
  let state = on(news, { type: 'advancePhase' });
  for (const { seat } of news.actors) {
    const plan =
      seat === pair.own
        ? partnersPlan(state, pair.neighbour, ownTrade, sharing)
        : seat === pair.neighbour
          ? partnersPlan(state, pair.own, theirTrade, sharing)
          : othersPlan(state, seat);
    state = taken(state, { at: 0, by: 'bot', seat, action: { type: 'filePlan', plan } });
  }
  return on(state, { type: 'advancePhase' });
}

function partnersPlan({ parameters, pacts }: DistrictState, other: Seat, trade: number, wished: boolean): FirmPlan {
  const rest = parameters.effort - trade;
  const shares = wished && rest > 0 ? [{ to: other, points: rest }] : [];
  const research = wished ? 0 : rest;
  const deal: Deal = wished && pacts.length === 0 ? { kind: 'cooperate', wishes: [other], breaks: [] } : NO_DEAL;
  return { kind: 'firm', trade, research, shares, deal };
}

function othersPlan({ parameters, actors }: DistrictState, seat: Seat): Plan {
  const { effort } = parameters;
  const { kind } = at(actors, seat);
  if (kind === 'firm') return { kind, trade: effort / 2, research: effort / 2, shares: [], deal: NO_DEAL };
  if (kind !== 'university') return IDLE_GOVERNMENT;
  return { ...IDLE_UNIVERSITY, publish: effort };
}

function endOf(state: DistrictState, { own, neighbour }: Pair): YearEnd {
  const count = state.actors.length;
  const standing = (seat: Seat): Standing => {
    const { cash, knowledge } = at(state.firms, seat);
    return { cash, knowledge };
  };
  return {
    own: standing(own),
    theirs: standing(neighbour),
    trust: numberAt(state.trust, own * count + neighbour),
    trusted: numberAt(state.trust, neighbour * count + own),
  };
}
