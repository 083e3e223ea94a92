/** A desk that is sent changes alone shows what a desk shows that is sent everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_ALARMS, type DeskDistrict, type DeskMessage, type DeskPlayer } from '../../shared/protocol/class-room.ts';
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
    waiting: fc.array(fc.nat(3), { maxLength: 3 }),
    away: fc.array(fc.nat(3), { maxLength: 2 }),
    alarms: fc.array(fc.constantFrom(...DESK_ALARMS), { maxLength: 2 }),
  },
  { requiredKeys: ['phase', 'round', 'paused', 'waiting'] },
);
const reflection = fc.record({
  question: fc.string({ maxLength: 3 }),
  open: fc.boolean(),
  districts: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
  answers: fc.dictionary(fc.constantFrom('p1', 'p2', 'p3'), fc.string({ maxLength: 4 })),
});

type Drawn<Value> = Value extends fc.Arbitrary<infer Inner> ? Inner : never;

/** No seat has two people. */
function seatedOnce(players: readonly DeskPlayer[]): readonly DeskPlayer[] {
  const taken = new Set<string>();
  return players.map((player) => {
    const { districtNumber, seat, ...rest } = player;
    if (districtNumber === undefined || seat === undefined || taken.has(`${districtNumber} ${seat}`)) return rest;
    taken.add(`${districtNumber} ${seat}`);
    return player;
  });
}

/** The desk names whom it waits for as they sit there. */
function named(
  players: readonly DeskPlayer[],
  number: number,
  { waiting, ...rest }: Drawn<typeof district>,
): DeskDistrict {
  const nameAt = (seat: number) =>
    players.findLast((player) => player.districtNumber === number && player.seat === seat)?.name ?? '';
  const waitingFor = waiting.map((seat) => ({ seat, name: nameAt(seat) }));
  return { id: `d${number}`, number, rounds: 12, humans: 1, bots: 1, waitingFor, ...rest } as DeskDistrict;
}

const message = fc
  .record({
    now: fc.nat(),
    stage: fc.constantFrom('gathering', 'game', undefined),
    people: fc.dictionary(fc.constantFrom('p1', 'p2', 'p3', 'p4'), player),
    rows: fc.array(district, { minLength: 2, maxLength: 2 }),
    reflections: fc.option(fc.array(reflection, { maxLength: 2 }), { nil: undefined }),
    labels: fc.option(fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ now, stage, people, rows, reflections, labels }): DeskMessage => {
    const players = seatedOnce(Object.entries(people).map(([id, rest]) => ({ id, ...rest }) as DeskPlayer));
    return {
      now,
      phase: 'playing',
      code: 'ABCDEF',
      ...(stage === undefined ? {} : { stage }),
      players,
      districts: rows.map((rest, index) => named(players, index + 1, rest)),
      ...(reflections === undefined
        ? {}
        : {
            reflections: reflections.map(({ answers, ...rest }, index) => ({
              id: `r${index}`,
              ...rest,
              answers: Object.entries(answers).map(([who, text]) => ({ player: who, text })),
            })),
          }),
      ...(labels === undefined ? {} : { roster: labels.map((label) => ({ label })) }),
    };
  });

/** Lists whose order says nothing. */
const sorted = ({ players, reflections, ...rest }: DeskMessage) => ({
  ...rest,
  players: players.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  reflections: reflections
    ?.map((each) => ({ ...each, answers: each.answers.toSorted((a, b) => (a.player < b.player ? -1 : 1)) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
});

describe('patches', () => {
  it('lead from any message to any later one of the same class', () => {
    fc.assert(
      fc.property(message, message, (before, after) => {
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
