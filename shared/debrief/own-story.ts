/**
 * One seat's game in five answers: what a student reads before the score. Computed from the record once the game is
 * over.
 *
 *     const story = ownStory(chronicleOf(log), seat);
 *     story.partner;       // who taught this seat most
 *
 * `onlySo` and `instead` are the model's answers: the same luck with another plan.
 */

import { isGovernment, type Seat } from '../engine/actors.ts';
import { keepsWith } from '../engine/edges.ts';
import { flowsOf } from '../engine/flows.ts';
import { assuredTrust, pactLearning } from '../engine/formulas.ts';
import { RULES_VERSION } from '../engine/founding.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import { at, fitOf, forestOf, numberAt, roundsOf } from '../engine/queries.ts';
import type { RoundEvent } from '../engine/round-events.ts';
import { paidAtTheEnd } from '../engine/rules/scoring.ts';
import { districtInnovation, scoreOf } from '../engine/score.ts';
import type { DistrictState } from '../engine/state.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';
import { type OfficeStory, officeOf } from './own-office.ts';
import { exchangesOf } from './pacts.ts';
import { referenceFor } from './references.ts';
import { RECORDED, whatIfEnd } from './rerun.ts';

export interface Partner {
  readonly seat: Seat;
  /** Knowledge learnt from this partner over the whole game. */
  readonly learnt: number;
  /** Points, over the whole game. */
  readonly given: number;
  readonly received: number;
}

export interface EmptyHand {
  readonly round: number;
  readonly with: Seat;
  readonly given: number;
  readonly received: number;
}

export const TURNS = ['absorbed', 'bought', 'left', 'failed', 'foreign', 'venture', 'pact', 'broken', 'loan'] as const;
export type Turn = (typeof TURNS)[number];

export interface TurningYear {
  readonly round: number;
  /** Score gained per year: in the two years before, and in the three from this year on. */
  readonly before: number;
  readonly after: number;
  /** The event of that year for this seat, if any. */
  readonly turn?: { readonly kind: Turn; readonly with?: Seat };
}

/** The model's answer: the seat's final score, and what all firms would have learnt. */
export interface Otherwise {
  readonly score: number;
  readonly innovation: number;
}

export interface OwnStory {
  readonly score: number;
  readonly innovation: number;
  /** Whether the seat ever had a pact. */
  readonly everPact: boolean;
  readonly partner?: Partner;
  readonly emptyHand?: EmptyHand;
  readonly turning?: TurningYear;
  /** The seat does one thing only: a firm trades, a university publishes, an office commands. */
  readonly onlySo?: Otherwise;
  /** All firms share what they can; an office enables, and a Commission certifies firms that keep pacts. */
  readonly instead?: Otherwise;
  readonly office?: OfficeStory;
}

/** What a player reads at the end: their story, and the policy of each bot. */
export interface SeatEnding {
  readonly story: OwnStory;
  /** Policies by seat; empty where a person sits. */
  readonly policies: readonly string[];
}

export function seatEnding(chronicle: Chronicle, seat: Seat): SeatEnding {
  const { seats } = chronicle.final;
  const policies = seats.map(({ control, policy }) => (control === 'bot' ? policy : ''));
  return { story: ownStory(chronicle, seat), policies };
}

const YEARS_BEFORE = 2;
const YEARS_AFTER = 3;
/** Smallest change of the yearly score that counts as a turn. */
const LEAST_TURN = 1;

export function ownStory(chronicle: Chronicle, seat: Seat): OwnStory {
  const { final, rounds } = chronicle;
  const partners = partnersOver(rounds, seat);
  const [partner] = partners.toSorted((one, other) => other.learnt - one.learnt);
  const emptyHand = emptyHandOf(chronicle, seat);
  const turning = turningYearOf(chronicle, seat);
  return {
    score: scoreOf(final, seat),
    innovation: districtInnovation(final.history),
    everPact: partners.length > 0,
    ...omitUndefined({ partner, emptyHand, turning }),
    ...otherwise(chronicle, seat),
    ...omitUndefined({ office: isGovernment(at(final.actors, seat)) ? officeOf(chronicle, seat) : undefined }),
  };
}

/** Every partner the seat ever had. The record has what all taught together in a round; rule K5 splits it. */
export function partnersOver(rounds: readonly PlayedRound[], seat: Seat): readonly Partner[] {
  const partners = new Map<Seat, Partner>();
  for (const round of rounds) {
    const parts = exchangesOf(round, seat).map(({ other, gave, got }) => {
      return { other, gave, got, weight: taught(round, seat, other, gave, got) };
    });
    const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
    const learnt = numberAt(flowsOf(round.after).fromPacts, seat);
    for (const { other, gave, got, weight } of parts) {
      const known = partners.get(other) ?? { seat: other, learnt: 0, given: 0, received: 0 };
      partners.set(other, {
        seat: other,
        learnt: known.learnt + (whole > 0 ? (learnt * weight) / whole : 0),
        given: known.given + gave,
        received: known.received + got,
      });
    }
  }
  return [...partners.values()];
}

/** Knowledge before luck. Rule K5 reads the trust at the start of the round. */
function taught({ before, after }: PlayedRound, seat: Seat, other: Seat, given: number, received: number): number {
  const trust = (one: Seat, two: Seat) =>
    assuredTrust(after.parameters, numberAt(before.trust, one * before.actors.length + two), after.law);
  const fit = fitOf(after, forestOf(after.firms), seat, other);
  return pactLearning(after.parameters, {
    given,
    received,
    fit,
    trusting: trust(seat, other),
    trusted: trust(other, seat),
  });
}

/**
 * The widest gap in a pact past its signing year in which one side gave next to nothing. A gap at this seat's cost goes
 * first.
 */
function emptyHandOf({ rounds }: Chronicle, seat: Seat): EmptyHand | undefined {
  const hands = rounds.flatMap((played) => {
    const { round, after } = played;
    return exchangesOf(played, seat)
      .filter(({ since }) => since < round)
      .map(({ other, gave, got }) => ({ round, with: other, given: gave, received: got }))
      .filter(({ given, received }) => given !== received && !keepsWith(after.parameters, Math.min(given, received)));
  });
  const suffered = hands.filter(({ given, received }) => given > received);
  const [widest] = (suffered.length > 0 ? suffered : hands).toSorted((one, two) => gapOf(two) - gapOf(one));
  return widest;
}

function gapOf({ given, received }: EmptyHand): number {
  return Math.abs(given - received);
}

/** The year with the widest change of yearly score: the three years from it on against the two before. */
function turningYearOf({ rounds, final }: Chronicle, seat: Seat): TurningYear | undefined {
  const [first] = rounds;
  if (first === undefined) return undefined;
  const scores = [scoreOf(first.before, seat), ...yearlyScores(final, seat)];
  const rise = (from: number, years: number) => (numberAt(scores, from + years) - numberAt(scores, from)) / years;
  let widest: TurningYear | undefined;
  for (let index = YEARS_BEFORE; index + YEARS_AFTER < scores.length; index += 1) {
    const before = rise(index - YEARS_BEFORE, YEARS_BEFORE);
    const after = rise(index, YEARS_AFTER);
    const change = Math.abs(after - before);
    if (change < LEAST_TURN || (widest !== undefined && change <= Math.abs(widest.after - widest.before))) continue;
    const turn = turnIn(rounds[index], seat);
    widest = { round: index + 1, before, after, ...omitUndefined({ turn }) };
  }
  return widest;
}

/** Without the bureau's single payment at the end (rule C3), which is no turning point. */
function yearlyScores(state: DistrictState, seat: Seat): readonly number[] {
  const paid = paidAtTheEnd(state, seat);
  return state.history.map(({ round, scores }) => numberAt(scores, seat) - (round < roundsOf(state) ? 0 : paid));
}

function turnIn(played: PlayedRound | undefined, seat: Seat): TurningYear['turn'] {
  const turns = (played?.events ?? []).flatMap((event) => turnOf(event, seat) ?? []);
  const [first] = turns.toSorted((one, two) => TURNS.indexOf(one.kind) - TURNS.indexOf(two.kind));
  return first;
}

function turnOf(event: RoundEvent, seat: Seat): TurningYear['turn'] {
  switch (event.type) {
    case 'FirmAbsorbed':
      return event.firm === seat ? { kind: 'absorbed', with: event.head } : undefined;
    case 'FirmSold':
      return event.seller === seat ? { kind: 'bought', with: event.buyer } : undefined;
    case 'FirmLeft':
      return event.firm === seat ? { kind: 'left', with: event.owner } : undefined;
    case 'FirmFailed':
      return event.firm === seat ? { kind: 'failed' } : undefined;
    case 'ForeignPartnerJoined':
      return event.firm === seat ? { kind: 'foreign' } : undefined;
    case 'VentureGranted':
      return event.firm === seat ? { kind: 'venture' } : undefined;
    case 'LoanTaken':
      return event.firm === seat ? { kind: 'loan' } : undefined;
    case 'PactFormed':
      return pairTurn('pact', event.a, event.b, seat);
    case 'PactBroken':
      return pairTurn('broken', event.by, event.with, seat);
    default:
      return undefined;
  }
}

function pairTurn(kind: Turn, one: Seat, two: Seat, seat: Seat): TurningYear['turn'] {
  if (one === seat) return { kind, with: two };
  return two === seat ? { kind, with: one } : undefined;
}

/** The model answers only for games of today's rules. */
function otherwise({ log, final }: Chronicle, seat: Seat): Pick<OwnStory, 'onlySo' | 'instead'> {
  if (log.header.rulesVersion !== RULES_VERSION || final.phase !== 'ended') return {};
  const { kind } = at(final.actors, seat);
  const playing = (policy: string): Otherwise | undefined => {
    const deciders = log.header.actors.map((actor) => (actor.seat === seat ? policy : RECORDED));
    const end = whatIfEnd(log, { from: 1, changes: [], deciders }, log.header.seed);
    return 'refused' in end ? undefined : endOf(end.state, seat);
  };
  const onlySo = playing(kind === 'firm' ? 'trader' : kind === 'university' ? 'publish' : 'command');
  const instead = isGovernment(at(final.actors, seat))
    ? playing(kind === 'commission' ? 'zone' : 'enable')
    : endOf(referenceFor(log.header, 'cooperate').final, seat);
  return omitUndefined({ onlySo, instead });
}

function endOf(state: DistrictState, seat: Seat): Otherwise {
  return { score: scoreOf(state, seat), innovation: districtInnovation(state.history) };
}
