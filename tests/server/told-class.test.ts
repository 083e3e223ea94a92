/** A class's decisions for a random desk and crowd in any order; and what it tells to whom. */
import { describe, expect, test } from 'vitest';
import { lastPoll, pollsFor, shownPoll } from '../../server/classroom/asked/polls.ts';
import { kindOf, questionsMessage } from '../../server/classroom/asked/students.ts';
import { finaleIn } from '../../server/classroom/districts/finale.ts';
import { consentOf, withLaterConsent } from '../../server/classroom/people/consent.ts';
import { besidesSeat, dealingOf, districtsFor, lateSeat, seatInTurn } from '../../server/classroom/seats/dealing.ts';
import { gathered, seatedNames } from '../../server/classroom/shown/gathered.ts';
import { guessesIn, guessesOf } from '../../server/classroom/shown/guesses.ts';
import { type ClassState, districtOf, unplaced } from '../../server/classroom/state/class-state.ts';
import { evolveClass } from '../../server/classroom/state/evolve-class.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { expectTold } from '../support/told.ts';
import { ClassStorm, plain } from './class-storm.ts';

const A = { name: 'A' };
const B = { name: 'B', talk: false };
const KINDS: Readonly<Record<string, OpenRequest>> = {
  bots: { research: true, showNames: true },
  mirrors: { leftovers: 'mirror', treatments: [A, B] },
  observers: { leftovers: 'observe', roles: 'random', treatments: [A, B], assignment: 'random', seatsPerDistrict: 5 },
  homework: { homework: { due: 2_000_000, late: 'refuse' } },
  roster: { roster: ['Gu', 'Ho', 'Io', 'Ju'], listOnly: true, treatments: [A, B], assignment: 'hand' },
};
/** Former players, known by a device or a roster entry. */
const EXPECTED = [0, 1, 2].map(
  (seat) =>
    ({
      type: 'PlayerExpected',
      player: `p-old-${seat}`,
      district: 1 + (seat % 2),
      seat,
      tokenHashes: [],
      entry: seat,
    }) as const,
);

function seen({ state, district, isOnline }: ClassStorm): unknown {
  const districts = state.districts.flatMap(({ number }) => {
    const there = district(number);
    return there === undefined ? [] : [{ number, state: there }];
  });
  const people = state.players.slice(0, 5).map(({ id }) => {
    const kind = kindOf(state, id);
    return [id, districtOf(state, id), kind && questionsMessage(state, id, kind), pollsFor(state, id)];
  });
  return {
    gathered: gathered(state),
    names: districts.map(({ number }) => seatedNames(state, number)),
    finale: finaleIn(
      state,
      districts.map((each) => each.state),
    ),
    guesses: [guessesOf(state, districts), districts.map((each) => guessesIn(state, each))],
    polls: [lastPoll(state), state.polls.slice(-2).map((poll) => shownPoll(state, poll, true))],
    waiting: [unplaced(state).length, state.players.filter(({ id }) => isOnline(id)).length],
    places: placesIn(state),
    people,
  };
}

function placesIn(state: ClassState): unknown {
  const dealing = dealingOf(state);
  const late = [() => false, (number: number) => number === 1].map((isOver) => lateSeat(state, dealing, isOver));
  const inTurn = [1, 2, 6].map((number) => seatInTurn(number, dealing));
  return { count: districtsFor(state.players.length, dealing), late, beside: besidesSeat(state, dealing), inTurn };
}

describe('a class', () => {
  test.for(Object.keys(KINDS))('of %s decides and tells the same', async (kind) => {
    const before = kind === 'roster' ? EXPECTED : [];
    const told: unknown[] = [];
    for (const each of [1, 2]) {
      const luck = 10 * Object.keys(KINDS).indexOf(kind) + each;
      const storm = new ClassStorm(luck, KINDS[kind] ?? {}, before);
      for (let part = 0; part < 4; part += 1) {
        storm.go(45);
        told.push(seen(storm));
      }
      told.push(storm.tried, storm.state);
    }
    await expectTold(`server/class-${kind}`, plain(told));
  });
});

test('what was guessed is told once every district is over, and not while one has yet to hear of its end', () => {
  const storm = new ClassStorm(1, { seatsPerDistrict: 4 });
  const players = [0, 1].map(
    (seat) => ({ type: 'PlayerSeated', player: `p${seat}`, district: 1 + seat, seat: 0 }) as const,
  );
  const guessed = { type: 'PredictionMade', player: 'p0', figure: '3', income: [] } as const;
  const state = [...players, guessed].reduce(evolveClass, storm.state);
  const at = (number: number, phase: 'reveal' | 'ended') => {
    const { settings } = state.opened;
    const seats = [{ control: 'human', player: `p${number - 1}` }];
    return {
      number,
      state: { settings, phase, round: 12, seats, parameters: { rounds: 12 } } as unknown as DistrictState,
    };
  };
  const counted = { made: 1, asked: 2 };
  expect(guessesOf(state, [at(1, 'ended'), at(2, 'reveal')])).toEqual(counted);
  expect(guessesOf(state, [at(1, 'ended'), at(2, 'ended')])).toEqual({ ...counted, figures: { 2: 0, 3: 1, 4: 0 } });
  const step = (to: 'count' | 'guesses') => evolveClass(state, { type: 'FinaleStepped', to });
  expect(guessesOf(step('count'), [at(1, 'ended'), at(2, 'ended')])).toEqual(counted);
  expect(guessesOf(step('guesses'), [at(1, 'reveal')])).toMatchObject({ figures: { 3: 1 } });
});

test('a no that was said in what is played on is one here, unless here is a yes', () => {
  const of = (players: readonly string[]) =>
    players.map((player) => ({ type: 'PlayerJoined', player, name: player, tokenHash: player }) as const);
  const said = (player: string, research: boolean) => ({ type: 'ConsentSaid', player, research }) as const;
  const { state: here } = new ClassStorm(1, { research: true }, [...of(['p1', 'p2', 'p3']), said('p2', true)]);
  const { state: past } = new ClassStorm(1, { research: true }, [
    ...of(['p1', 'p2', 'p3']),
    said('p1', false),
    said('p2', false),
    said('p3', true),
  ]);
  expect([...withLaterConsent(here, past).consents]).toEqual([
    ['p2', true],
    ['p1', false],
  ]);
});

test('who joined a class that plays on is asked there, and who only sat in its past was asked before', () => {
  const joined = ['p1', 'p2'].map(
    (player) => ({ type: 'PlayerJoined', player, name: player, tokenHash: player }) as const,
  );
  const { state } = new ClassStorm(1, { research: true }, joined);
  const playsOn = { classId: 'k0' } as NonNullable<ClassState['opened']['playsOn']>;
  const later = { ...state, opened: { ...state.opened, playsOn } };
  expect(['p1', 'p2', 'p-old'].map((player) => consentOf(later, player))).toEqual([
    'unanswered',
    'unanswered',
    'not-asked',
  ]);
});
