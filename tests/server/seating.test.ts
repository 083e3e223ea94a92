import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../server/classroom/names.ts';
import { districtsFor, seatEveryone, seatOrder } from '../../server/classroom/seating.ts';
import { newCode, sameSecret } from '../../server/classroom/secrets.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';

const scenario = scenarioById('zhongguancun');
if (scenario === undefined) throw new Error('no scenario');
const roster = (seats: number) => rosterFor(scenario, seats);

describe('seating', () => {
  it('gives any number of people seats of their own, districts filled evenly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 4, max: 16 }),
        fc.nat(),
        (people, seats, seed) => {
          const districts = districtsFor(people, seats);
          const players = Array.from({ length: people }, (_, index) => `p${index}`);
          const placements = seatEveryone(players, districts, roster(seats), seed);
          expect(placements.map(({ player }) => player).toSorted()).toEqual(players.toSorted());
          expect(new Set(placements.map(({ district, seat }) => `${district} ${seat}`)).size).toBe(people);
          expect(placements.every(({ district, seat }) => district <= districts && seat < seats)).toBe(true);
          const sizes = Array.from(
            { length: districts },
            (_, index) => placements.filter(({ district }) => district === index + 1).length,
          );
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is the same again for the same class', () => {
    const players = ['a', 'b', 'c', 'd'];
    expect(seatEveryone(players, 2, roster(6), 7)).toEqual(seatEveryone(players, 2, roster(6), 7));
    expect(seatEveryone(players, 2, roster(6), 7)).not.toEqual(seatEveryone(players, 2, roster(6), 8));
  });

  it('gives firms first, state and non-state in turn, then a university, later the offices', () => {
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

describe('codes and secrets', () => {
  it('are six letters and digits nobody mistakes for another, and hardly ever the same twice', () => {
    const codes = Array.from({ length: 2_000 }, newCode);
    expect(codes.every((code) => /^[ACDEFGHJKMNPQRTWXY34679]{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1_990);
  });

  it('are compared whole', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    for (const other of ['', 'ab', 'abcd', 'abd']) expect(sameSecret('abc', other)).toBe(false);
  });
});

describe('names', () => {
  it('are one clean line, whatever was typed', () => {
    expect(cleanName('  Ada \n  Lovelace ')).toBe('Ada Lovelace');
    expect(cleanName('陈\u200b静\u202e')).toBe('陈静');
    expect(cleanName('e\u0301')).toBe('é');
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
