/** P17: command makes a hierarchy, and leaving undoes it. */
import { certificates, withList } from '../../bots/certificates.ts';
import { STREET_FIRMS } from '../../bots/index.ts';
import { keptPacts } from '../../bots/partners.ts';
import type { Seat } from '../../engine/actors.ts';
import { draw } from '../../engine/random.ts';
import type { DistrictState } from '../../engine/state.ts';
import { endsWith } from '../ends.ts';
import type { Force } from '../match.ts';
import { mean, scoreAt } from '../measures.ts';
import { endsAs, type Game, innovation, type Laboratory, over } from './laboratory.ts';
import type { Check, Prediction } from './prediction.ts';

const DISTRICTS = ['tit-for-tat', 'survival-first'] as const;
const NO_LEAVING = { parameters: { leaveAllowed: 0 } };
/** With at least this many firms, a tree by command is less than half of the street, and leaving changes more. */
const STREET_OF = 8;

/** Policies open to an absorbed firm: all of the street except mergers. */
const PLANS_OF_THE_ABSORBED = STREET_FIRMS.filter((name) => !name.startsWith('merger'));

/** The Commission certifies firms absorbed by command, then those with most pacts kept. */
const certifyTheForced: Force = (_seat, _round, own, view) => {
  const plan = own();
  const seen = view();
  const forced = (seat: Seat) => seen.public.seats[seat]?.forced === true;
  return withList(
    plan,
    certificates(seen, (seat) => (forced(seat) ? seen.public.seats.length : 0) + keptPacts(seen, seat)),
  );
};

/** Per game: the firms that command absorbed in the first rounds. */
function absorbedIn(lab: Laboratory, firm: string): readonly (readonly Seat[])[] {
  return lab.seeds().map((seed) => {
    const match = lab.match({ firms: [firm], bureau: 'command-early' }, seed);
    const taken: Seat[] = [];
    for (let round = 1; round <= lab.milestones.early; round++) {
      const firm = absorbedNow(match.playRound());
      if (firm !== undefined) taken.push(firm);
    }
    return taken;
  });
}

function meanScoreOf(games: readonly Game[], seats: readonly (readonly Seat[])[]): number {
  return mean(games.flatMap(({ final }, game) => (seats[game] ?? []).map((seat) => scoreAt(final, seat))));
}

function checksIn(lab: Laboratory, firm: string): readonly Check[] {
  const firms = [firm];
  const early = { firms, bureau: 'command-early' };
  const held = lab.population({ ...early, ...NO_LEAVING });
  const free = lab.population(early);
  const commanded = lab.population({ firms, bureau: 'command' });
  const absorbed = absorbedIn(lab, firm);
  return [
    {
      what: `${firm}: early command, nobody may leave: share of games that end as Figure 2`,
      figure: over(held, endsAs('2')),
      threshold: { atLeast: 0.95 },
    },
    {
      what: `${firm}: command to the end: share of games that end as Figure 2`,
      figure: over(commanded, endsAs('2')),
      threshold: { atLeast: 0.95 },
    },
    {
      what: `${firm}: early command, who was taken may leave: share of games that end as Figure 4`,
      figure: over(free, endsAs('4')),
      threshold: { atLeast: 0.9 },
    },
    {
      what: `${firm}: leaving ÷ not, innovation`,
      figure: over(free, innovation) / over(held, innovation),
      threshold: { atLeast: lab.firms < STREET_OF ? 1.05 : 1.1 },
    },
    {
      what: `${firm}: leaving ÷ not, final score of those that were taken`,
      figure: meanScoreOf(free, absorbed) / meanScoreOf(held, absorbed),
      threshold: { atLeast: 1.2 },
    },
    ...certified(lab, firms),
    {
      what: `${firm}: taken for good ÷ left alone, final score of its best plan`,
      figure: bestOfTheAbsorbed(lab, firm),
      threshold: { atLeast: 0.7 },
    },
  ];
}

function certified(lab: Laboratory, firms: readonly string[]): readonly Check[] {
  const [commission] = lab.seatsOf('commission');
  if (commission === undefined) return [];
  const force: Force = (seat, ...rest) => (seat === commission ? certifyTheForced(seat, ...rest) : undefined);
  const games = lab.population({ firms, bureau: 'command', force: () => force });
  return [
    {
      what: `${firms.join()}: command to the end, who was taken is certified: share of games that end as Figure 4`,
      figure: over(games, endsAs('4')),
      threshold: { atLeast: 0.9 },
    },
  ];
}

/**
 * Compares an absorbed firm that plays its best policy with the same firm in a game without command. Each game draws
 * another firm.
 */
function bestOfTheAbsorbed(lab: Laboratory, firm: string): number {
  const left = lab.population({ firms: [firm] });
  const ends = lab.seeds().flatMap((seed, game) => {
    const match = lab.match({ firms: [firm], bureau: 'command-early', ...NO_LEAVING }, seed);
    const year = 1 + Math.floor(lab.milestones.early * draw(seed, 'absorbed'));
    let taken: Seat | undefined;
    for (let round = 1; round <= year; round++) taken = absorbedNow(match.playRound()) ?? taken;
    const alone = left[game];
    if (taken === undefined || alone === undefined) return [];
    const seat = taken;
    const tried = endsWith(match, seat, PLANS_OF_THE_ABSORBED).map((end) => {
      lab.settings.onGame?.();
      return scoreAt(end, seat);
    });
    return [{ best: Math.max(...tried), alone: scoreAt(alone.final, seat) }];
  });
  return mean(ends.map(({ best }) => best)) / mean(ends.map(({ alone }) => alone));
}

function absorbedNow({ lastRound }: DistrictState): Seat | undefined {
  for (const event of lastRound) if (event.type === 'FirmAbsorbed') return event.firm;
  return undefined;
}

const p17: Prediction = {
  id: 'P17',
  sentence: 'Command makes a hierarchy; where firms may leave it the network comes back, and they and the street gain',
  check: (lab) => (lab.seatsOf('bureau').length === 0 ? [] : DISTRICTS.flatMap((firm) => checksIn(lab, firm))),
};

export const leaving: readonly Prediction[] = [p17];
