/** A desk that is sent changes alone shows what a desk shows that is sent everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_ALARMS, type DeskDistrict, type DeskMessage, type DeskPlayer } from '../../shared/protocol/desk.ts';
import { applyDeskPatch, byAttention, deskPatch } from '../../shared/protocol/desk-patch.ts';

const optional = { requiredKeys: ['name', 'online'] } as const;
const player = fc.record(
  {
    name: fc.string({ maxLength: 3 }),
    online: fc.boolean(),
    districtNumber: fc.integer({ min: 1, max: 4 }),
    seat: fc.nat(3),
    bot: fc.constant(true as const),
  },
  { ...optional, requiredKeys: [...optional.requiredKeys] },
);
const district = fc.record(
  {
    phase: fc.constantFrom('news', 'plan', 'reveal'),
    round: fc.nat(12),
    deadline: fc.nat(1_000),
    paused: fc.boolean(),
    waitingFor: fc.array(fc.record({ seat: fc.nat(3), name: fc.string({ maxLength: 2 }) }), { maxLength: 3 }),
    away: fc.array(fc.nat(3), { maxLength: 2 }),
    alarms: fc.array(fc.constantFrom(...DESK_ALARMS), { maxLength: 2 }),
  },
  { requiredKeys: ['phase', 'round', 'paused', 'waitingFor'] },
);
const message = fc
  .record({
    now: fc.nat(),
    stage: fc.constantFrom('gathering', 'game', undefined),
    players: fc.dictionary(fc.constantFrom('p1', 'p2', 'p3', 'p4'), player),
    districts: fc.array(district, { maxLength: 4 }),
  })
  .map(
    ({ now, stage, players, districts }): DeskMessage => ({
      now,
      phase: 'playing',
      code: 'ABCDEF',
      ...(stage === undefined ? {} : { stage }),
      players: Object.entries(players).map(([id, rest]) => ({ id, ...rest }) as DeskPlayer),
      districts: districts.map(
        (rest, index) =>
          ({ id: `d${index}`, number: index + 1, rounds: 12, humans: 1, bots: 1, ...rest }) as DeskDistrict,
      ),
    }),
  );

const sorted = ({ players, ...rest }: DeskMessage) => ({
  ...rest,
  players: players.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
});

describe('patches', () => {
  it('lead from any message to any later one of the same class', () => {
    fc.assert(
      fc.property(message, message, (before, drawn) => {
        const after = { ...drawn, districts: [...drawn.districts, ...before.districts.slice(drawn.districts.length)] };
        const patch = deskPatch(before, after);
        const shown = patch === undefined ? { ...before, now: after.now } : applyDeskPatch(before, patch);
        expect(sorted(shown)).toEqual(sorted(after));
        expect(sorted(applyDeskPatch(before, JSON.parse(JSON.stringify(patch ?? { now: after.now }))))).toEqual(
          sorted(after),
        );
      }),
    );
  });

  it('say nothing where nothing changed', () => {
    fc.assert(
      fc.property(message, (one) => deskPatch(one, structuredClone({ ...one, now: one.now + 5 })) === undefined),
    );
  });
});

describe('who needs attention', () => {
  it('comes first, by the most urgent alarm, however many lesser ones another has', () => {
    const row = (number: number, ...alarms: DeskDistrict['alarms'] & object): DeskDistrict => ({
      ...{ id: `d${number}`, number, phase: 'plan', round: 1, rounds: 12, paused: false, waitingFor: [] },
      ...{ humans: 1, bots: 0, alarms },
    });
    const lesser = DESK_ALARMS.slice(1);
    const rows = [row(1), row(2, ...lesser), row(3, 'store-failing'), row(4, 'firm-failed')];
    expect(byAttention(rows).map(({ number }) => number)).toEqual([3, 2, 4, 1]);
  });
});
