/** P20, P21 and P24: on a mixed street deals happen, nobody is out of the game, and each seat matters. */
import { STREET_FIRMS } from '../../bots/index.ts';
import type { ActorKind, Seat } from '../../engine/actors.ts';
import { FIGURES, type Figure } from '../../engine/figure-reading.ts';
import { finalFigure } from '../../engine/figures.ts';
import { seatsOf } from '../../engine/queries.ts';
import { recordOf } from '../../engine/record-of.ts';
import type { RoundEvent } from '../../engine/round-events.ts';
import type { DistrictState } from '../../engine/state.ts';
import { median } from '../../statistics.ts';
import { DEAL_KINDS, type DealKind, dealsIn } from '../deals.ts';
import { endsWith } from '../ends.ts';
import { mean, scoreAt } from '../measures.ts';
import { STREET } from '../populations.ts';
import type { Game, Laboratory, Population } from './laboratory.ts';
import type { Check, Prediction } from './prediction.ts';

const THE_STREET: Population = { firms: STREET };

// --- P20 -----------------------------------------------------------------------------------------------------------

/** Events that tie or untie actors, or bring money. */
const DEALS: readonly RoundEvent['type'][] = [
  'FirmAbsorbed',
  'PactFormed',
  'PactBroken',
  'FirmSold',
  'FirmLeft',
  'LoanTaken',
  'VentureGranted',
  'ForeignPartnerJoined',
];

interface StreetGame {
  readonly figure: Figure | undefined;
  /** Deals made or broken, and certificates given or withdrawn, by round. */
  readonly deals: readonly number[];
  readonly certificates: readonly number[];
  /** Number of rounds with a deal of each kind. */
  readonly had: Readonly<Record<DealKind, number>>;
}

function watched(lab: Laboratory, seed: number): StreetGame {
  const match = lab.match(THE_STREET, seed);
  const deals: number[] = [];
  const certificates: number[] = [];
  const had = { ...recordOf(DEAL_KINDS, () => 0) };
  let listed: readonly Seat[] = [];
  while (match.state.phase !== 'ended') {
    const state = match.playRound();
    const now = state.listed ?? [];
    deals.push(state.lastRound.filter(({ type }) => DEALS.includes(type)).length);
    certificates.push(without(now, listed) + without(listed, now));
    listed = now;
    const made = dealsIn(state);
    for (const kind of KINDS_OF_EVENTS) had[kind] += made[kind];
  }
  lab.settings.onGame?.();
  return { figure: finalFigure(match.state), deals, certificates, had };
}

const KINDS_OF_EVENTS = ['loan', 'venture', 'foreign', 'leave', 'listed'] as const satisfies readonly DealKind[];
const NAMES = {
  loan: 'a loan',
  venture: 'a venture stake',
  foreign: 'a foreign partner',
  leave: 'a firm that leaves its tree',
  listed: 'a list of the Commission',
} as const satisfies Readonly<Record<(typeof KINDS_OF_EVENTS)[number], string>>;

function without(some: readonly Seat[], others: readonly Seat[]): number {
  return some.filter((seat) => !others.includes(seat)).length;
}

const THIRDS = ['first', 'second', 'last'] as const;

/** Mean per round over one third of the game. */
function inThird(byRound: readonly number[], third: number): number {
  const rounds = byRound.length;
  return mean(byRound.slice(Math.round((third * rounds) / 3), Math.round(((third + 1) * rounds) / 3)));
}

const p20: Prediction = {
  id: 'P20',
  sentence: 'The street of a visitor ends in any of the three figures, and something happens in every part of it',
  check: (lab) => {
    const games = lab.seeds().map((seed) => watched(lab, seed));
    const share = (is: (game: StreetGame) => boolean) => games.filter(is).length / games.length;
    const commission = lab.seatsOf('commission').length > 0;
    return [
      ...FIGURES.map((figure) => ({
        what: `share of games that end as Figure ${figure}`,
        figure: share((game) => game.figure === figure),
        threshold: { atLeast: 0.15 },
      })),
      ...THIRDS.map((name, third) => ({
        what: `deals and certificates a year, ${name} third`,
        figure: mean(games.map(({ deals, certificates }) => inThird(deals, third) + inThird(certificates, third))),
        threshold: { atLeast: commission ? 3 : 2 },
      })),
      ...KINDS_OF_EVENTS.filter((kind) => commission || kind !== 'listed').map((kind) => ({
        what: `share of games with ${NAMES[kind]}`,
        figure: share(({ had }) => had[kind] > 0),
        threshold: { atLeast: 0.6 },
      })),
    ];
  },
};

// --- P21 -----------------------------------------------------------------------------------------------------------

const ROUNDS_ASKED = 6;

/** Six rounds, spread from the second to the last. */
function roundsAsked(rounds: number): readonly number[] {
  return Array.from({ length: ROUNDS_ASKED }, (_, step) => 2 + Math.round((step * (rounds - 2)) / (ROUNDS_ASKED - 1)));
}

interface Recovery {
  readonly end: number;
  readonly median: number;
}

/** The last-placed firm before a round with its best policy from then on, compared with the median firm. */
function recoveries(lab: Laboratory, seed: number): readonly Recovery[] {
  const match = lab.match(THE_STREET, seed);
  const asked = roundsAsked(lab.parameters.rounds);
  const ends: { readonly last: Seat; readonly end: number }[] = [];
  while (match.state.phase !== 'ended') {
    if (asked.includes(match.state.round)) {
      const last = lastOf(match.state);
      const tried = endsWith(match, last, STREET_FIRMS).map((end) => {
        lab.settings.onGame?.();
        return scoreAt(end, last);
      });
      ends.push({ last, end: Math.max(...tried) });
    }
    match.playRound();
  }
  const middle = median(seatsOf(match.state.actors, 'firm').map((seat) => scoreAt(match.state, seat)));
  return ends.map(({ end }) => ({ end, median: middle }));
}

function lastOf(state: DistrictState): Seat {
  return seatsOf(state.actors, 'firm').reduce((last, seat) =>
    scoreAt(state, seat) < scoreAt(state, last) ? seat : last,
  );
}

const p21: Prediction = {
  id: 'P21',
  sentence: 'Whoever is last has, in any year, a way back to at least half of what the middle of the street ends with',
  check: (lab) => {
    const games = lab.seeds().map((seed) => recoveries(lab, seed));
    const rounds = roundsAsked(lab.parameters.rounds);
    const share = (place: number) => mean(games.map((game) => (isBack(game[place]) ? 1 : 0)));
    return [
      {
        what: `share of games in which it ends with half the median, least of rounds ${rounds.join(', ')}`,
        figure: Math.min(...rounds.map((_, place) => share(place))),
        threshold: { atLeast: 0.9 },
      },
      {
        what: 'lowest such end, score',
        figure: Math.min(...games.flat().map(({ end }) => end)),
        threshold: { atLeast: 0 },
      },
    ];
  },
};

function isBack(recovery: Recovery | undefined): boolean {
  return recovery !== undefined && recovery.end >= recovery.median / 2;
}

// --- P24 -----------------------------------------------------------------------------------------------------------

const STRATEGIES = {
  firm: ['partner-choosing-with-capital', 'merger', 'trader', 'cooperate'],
  university: ['open', 'shelter', 'outside'],
  bureau: ['command', 'enable', 'command-early'],
  commission: ['zone', 'command', 'idle'],
} as const satisfies Readonly<Record<ActorKind, readonly string[]>>;

/** Thresholds that count: ranks between a firm's best and worst end, and the ratio of an institution's scores. */
const RANKS = 3;
const FACTOR = 1.2;

const WANTED = { firm: 0.6, university: 0.4, bureau: 0.6, commission: 0.6 } as const;
/** With fewer firms, three ranks weigh more. */
const WANTED_OF_FEW = 0.45;
const MANY = 8;

function counts(lab: Laboratory, kind: ActorKind): readonly Check[] {
  if (lab.seatsOf(kind).length === 0) return [];
  const tried = STRATEGIES[kind].map((deviant) => lab.population({ ...THE_STREET, deviant, deviantKind: kind }));
  const games = lab.seeds().map((_, game) => tried.flatMap((population) => population.slice(game, game + 1)));
  const changes = (ends: readonly Game[]) =>
    new Set(ends.map(({ final }) => finalFigure(final))).size > 1 || (kind === 'firm' ? ranksApart : scoresApart)(ends);
  return [
    {
      what: `${kind}: share of games in which its strategy changes the figure or ${
        kind === 'firm' ? `its rank by ${RANKS}` : `its score by a fifth`
      }`,
      figure: mean(games.map((ends) => (changes(ends) ? 1 : 0))),
      threshold: { atLeast: kind === 'firm' && lab.firms < MANY ? WANTED_OF_FEW : WANTED[kind] },
    },
  ];
}

function ranksApart(ends: readonly Game[]): boolean {
  const ranks = ends.map(({ final, deviant }) => {
    const own = scoreAt(final, deviant);
    return seatsOf(final.actors, 'firm').filter((seat) => scoreAt(final, seat) > own).length;
  });
  return Math.max(...ranks) - Math.min(...ranks) >= RANKS;
}

function scoresApart(ends: readonly Game[]): boolean {
  const scores = ends.map(({ final, deviant }) => scoreAt(final, deviant));
  return Math.max(...scores) >= FACTOR * Math.min(...scores);
}

const p24: Prediction = {
  id: 'P24',
  sentence: 'Each seat counts: what it plays changes what becomes of the street, or of itself',
  check: (lab) => (['firm', 'university', 'bureau', 'commission'] as const).flatMap((kind) => counts(lab, kind)),
};

export const street: readonly Prediction[] = [p20, p21, p24];
