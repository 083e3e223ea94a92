import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCode, sameSecret } from '../../server/access/secrets.ts';
import { cleanName } from '../../server/classroom/people/names.ts';
import { districtsFor, seatEveryone, seatOrder } from '../../server/classroom/seats/dealing.ts';
import { placeAll } from '../../server/classroom/seats/places.ts';
import { openingEvents } from '../../server/classroom/setup/opening.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { type ClassState, openedClass } from '../../server/classroom/state/class-state.ts';
import type { ClassEvent, Placement } from '../../server/classroom/state/events.ts';
import { evolveClass } from '../../server/classroom/state/evolve-class.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { DEALS_OF_ROLES, LEFTOVERS } from '../../shared/protocol/setup-choices.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';

type Opening = Extract<ClassEvent, { type: 'ClassOpened' }>;

const scenario = scenarioById('zhongguancun');
if (scenario === undefined) throw new Error('no scenario');
const roster = (seats: number) => rosterFor(scenario, seats);

/** A class under way with so many districts, in which these seats are held. */
function playing(seatsPerDistrict: number, districts: number, held: readonly Omit<Placement, 'player'>[]): ClassState {
  const choices = readChoices({ seatsPerDistrict, seed: 3 });
  if ('refused' in choices) throw new Error(choices.refused);
  const entry = { id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: 1 } as const;
  const [{ type: _, ...opened }, ...more] = openingEvents(entry, choices) as [Opening, ...ClassEvent[]];
  const founded = Array.from({ length: districts }, (_, index): ClassEvent => {
    const number = index + 1;
    return { type: 'DistrictPlanned', district: { number, id: `k1-${number}`, seed: number } };
  });
  const seated = held.map((place, index): ClassEvent => ({ type: 'PlayerSeated', player: `p${index}`, ...place }));
  return [...more, ...founded, ...seated].reduce(evolveClass, openedClass(opened, 1));
}

describe('seating', () => {
  const dealings = fc.record({
    people: fc.integer({ min: 0, max: 500 }),
    seats: fc.integer({ min: 4, max: 16 }),
    seed: fc.nat(),
    roles: fc.constantFrom(...DEALS_OF_ROLES),
    leftovers: fc.constantFrom(...LEFTOVERS),
  });
  const names = (people: number) => Array.from({ length: people }, (_, index) => `p${index}`);

  test('gives any number of people seats of their own, districts filled evenly, whatever the size', () => {
    fc.assert(
      fc.property(dealings, ({ people, seats, ...rest }) => {
        const dealing = { roster: roster(seats), ...rest };
        const districts = districtsFor(people, dealing);
        const { placements, left } = seatEveryone(names(people), districts, dealing);
        const everyone = [...placements.map(({ player }) => player), ...left];
        expect(everyone.toSorted()).toEqual(names(people).toSorted());
        expect(new Set(placements.map(({ district, seat }) => `${district} ${seat}`)).size).toBe(placements.length);
        expect(placements.every(({ district, seat }) => district <= districts && seat < seats)).toBe(true);
        const sizes = Array.from(
          { length: districts },
          (_, index) => placements.filter(({ district }) => district === index + 1).length,
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(left.length).toBe(rest.leftovers === 'bots' ? 0 : people < seats ? 0 : people % seats);
      }),
    );
  });

  test('leaves the places of those who are awaited to them, and still finds one for everybody', () => {
    const place = fc.record({ district: fc.integer({ min: 1, max: 4 }), seat: fc.nat(3) });
    const awaited = fc.uniqueArray(place, { maxLength: 12, selector: ({ district, seat }) => `${district} ${seat}` });
    fc.assert(
      fc.property(dealings, awaited, ({ people, seats, ...rest }, places) => {
        const kept = places.map((at, index) => ({ player: `away${index}`, ...at }));
        const dealing = { roster: roster(seats), ...rest, leftovers: 'bots' as const, kept, least: 4 };
        const { placements, left } = seatEveryone(names(people), districtsFor(people, dealing), dealing);
        expect(left).toEqual([]);
        const taken = new Set(placements.map(({ district, seat }) => `${district} ${seat}`));
        expect(taken.size).toBe(people);
        expect(places.filter(({ district, seat }) => taken.has(`${district} ${seat}`))).toEqual([]);
      }),
    );
  });

  test('keeps every place that was asked for first, and seats the others around it', () => {
    const wish = fc.record({ player: fc.nat({ max: 40 }), district: fc.integer({ min: 1, max: 5 }), seat: fc.nat(15) });
    fc.assert(
      fc.property(dealings, fc.array(wish, { maxLength: 12 }), ({ people, seats, ...rest }, wished) => {
        const wishes = new Map<string, Placement>(
          wished.map(({ player, ...at }) => [`p${player}`, { player: `p${player}`, ...at }] as const),
        );
        const dealing = { roster: roster(seats), wishes, ...rest };
        const districts = districtsFor(people, dealing);
        const { placements, left } = seatEveryone(names(people), districts, dealing);
        expect([...placements.map(({ player }) => player), ...left].toSorted()).toEqual(names(people).toSorted());
        expect(new Set(placements.map(({ district, seat }) => `${district} ${seat}`)).size).toBe(placements.length);
        const taken = new Set<string>();
        for (const player of names(people)) {
          const asked = wishes.get(player);
          if (asked === undefined || asked.seat >= seats || taken.has(`${asked.district} ${asked.seat}`)) continue;
          taken.add(`${asked.district} ${asked.seat}`);
          expect(placements).toContainEqual(asked);
        }
      }),
    );
  });

  test('fills the first districts first where they cannot all be alike', () => {
    const dealing = { roster: roster(6), seed: 3, roles: 'balanced', leftovers: 'bots' } as const;
    const { placements } = seatEveryone(names(8), 3, dealing);
    const sizes = [1, 2, 3].map((number) => placements.filter(({ district }) => district === number).length);
    expect(sizes).toEqual([3, 3, 2]);
  });

  test('is the same again for the same class', () => {
    const players = ['a', 'b', 'c', 'd'];
    const dealt = (seed: number) => seatEveryone(players, 2, { roster: roster(6), seed });
    expect(dealt(7)).toEqual(dealt(7));
    expect(dealt(7)).not.toEqual(dealt(8));
  });

  test('deals roles at random where that is wished: everybody may be a bureau', () => {
    const kinds = Array.from({ length: 60 }, (_, seed) => {
      const { placements } = seatEveryone(['a'], 1, { roster: roster(12), seed, roles: 'random' });
      return roster(12)[placements[0]?.seat ?? 0]?.kind;
    });
    expect(new Set(kinds)).toEqual(new Set(['firm', 'university', 'bureau', 'commission']));
  });

  test('gives firms first, state and non-state in turn, then a university, later the offices', () => {
    const seats = roster(12);
    const kinds = seatOrder(seats).map((seat) => {
      const entry = seats[seat];
      if (entry?.kind !== 'firm') return entry?.kind;
      return entry.parent === undefined ? 'non-state' : 'state';
    });
    expect(kinds.slice(0, 5)).toEqual(['non-state', 'state', 'non-state', 'state', 'university']);
    expect(kinds.indexOf('bureau')).toBeLessThan(8);
    expect(new Set(seatOrder(seats))).toEqual(new Set(seats.keys()));
  });
});

describe('a latecomer', () => {
  const SEATS = 4;
  const at = fc.record({ district: fc.integer({ min: 1, max: 4 }), seat: fc.nat(SEATS - 1) });
  const classes = fc.record({
    districts: fc.integer({ min: 1, max: 3 }),
    held: fc.uniqueArray(at, { maxLength: 12, selector: ({ district, seat }) => `${district} ${seat}` }),
    over: fc.subarray([1, 2, 3]),
    wish: fc.option(at, { nil: undefined }),
  });

  test('gets the seat they asked for, else a bot’s in the first district with most of them, else one of their own', () => {
    fc.assert(
      fc.property(classes, ({ districts, held, over, wish }) => {
        const taken = held.filter(({ district }) => district <= districts);
        const state = playing(SEATS, districts, taken);
        const wishes = new Map(wish === undefined ? [] : [['late', { player: 'late', ...wish }]]);
        const isOver = (district: number) => over.includes(district);
        const playedIn = (district: number) => (isOver(district) ? ({ phase: 'ended' } as DistrictState) : undefined);
        const [event, own] = placeAll({ ...state, wishes }, ['late'], playedIn);

        const isHeld = (district: number, seat: number) =>
          taken.some((place) => place.district === district && place.seat === seat);
        const numbers = Array.from({ length: districts }, (_, index) => index + 1);
        const bots = (district: number) => SEATS - taken.filter((place) => place.district === district).length;
        const open = numbers.filter((district) => !isOver(district));
        const most = Math.max(0, ...open.map(bots));
        if (wish !== undefined && open.includes(wish.district) && !isHeld(wish.district, wish.seat))
          expect(event).toEqual({ type: 'PlayerSeated', player: 'late', ...wish });
        else if (most > 0) {
          const district = open.find((number) => bots(number) === most);
          expect(event).toMatchObject({ type: 'PlayerSeated', player: 'late', district });
          expect(event?.type === 'PlayerSeated' && !isHeld(event.district, event.seat)).toBe(true);
        } else if (open.length === 0) expect(event).toEqual({ type: 'PlayerObserves', player: 'late', district: 1 });
        else {
          expect(event).toMatchObject({ type: 'DistrictPlanned', district: { number: districts + 1 } });
          expect(own).toMatchObject({ type: 'PlayerSeated', player: 'late', district: districts + 1 });
        }
      }),
    );
  });
});

describe('codes and secrets', () => {
  test('are six letters and digits nobody mistakes for another, and hardly ever the same twice', () => {
    const codes = Array.from({ length: 2_000 }, newCode);
    expect(codes.every((code) => /^[ACDEFGHJKMNPQRTWXY34679]{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1_990);
  });

  test('are compared whole', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    for (const other of ['', 'ab', 'abcd', 'abd']) expect(sameSecret('abc', other)).toBe(false);
  });
});

describe('names', () => {
  test('are one clean line, whatever was typed', () => {
    expect(cleanName('  Ada \n  Lovelace ')).toBe('Ada Lovelace');
    expect(cleanName('陈\u200b静\u202e')).toBe('陈静');
    expect(cleanName('e\u0301')).toBe('é');
    for (const unseen of ['\u3164', '\u2800', '\u115f\u1160', '\ufe0f', '\u{e0100}', '\uffa0'])
      expect(cleanName(`${unseen} `)).toEqual({ refused: 'name-blank' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const name = cleanName(raw);
        if (typeof name !== 'string') return;
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(24);
        expect(/[\p{Cc}\n\u200b\u202e]/u.test(name)).toBe(false);
      }),
    );
  });
});
