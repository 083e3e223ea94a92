/**
 * Whatever a desk and a crowd do in any order: nobody holds two seats, no seat has two people, and everyone has a place
 * once seats are dealt. Districts agree with the class. Uses the real shell over a real store.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { districtOf, holdersIn } from '../../server/classroom/state/class-state.ts';
import { readClass } from '../../server/classroom/stored/stream.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { DEALS_OF_ROLES, LEFTOVERS } from '../../shared/protocol/setup-choices.ts';
import { newToken } from '../support/http.ts';
import { log, newFolder } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const KEPT_MS = 86_400_000;

let store: EventStore;
let registry: ClassRegistry;
beforeAll(async () => {
  store = await openSqliteStore(join(await newFolder(), 'street.db'), log);
  registry = new ClassRegistry({ store, log, now: Date.now, botPace: 1 }, KEPT_MS);
});
afterAll(async () => {
  await registry.close();
  await store.close();
});

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      many: fc.integer({ min: 1, max: 6 }),
      come: fc.integer({ min: 0, max: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('removeAbsent' as const) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      who: fc.nat(40),
      district: fc.integer({ min: 1, max: 5 }),
      seat: fc.nat(6),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), who: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('handToBot' as const), who: fc.nat(40) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('relax' as const), who: fc.nat(40), on: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('seatClass', 'startPractice', 'startClass', 'advance', 'undo') }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let requests = 0;
async function take(classroom: Classroom, one: Step): Promise<unknown> {
  requests += 1;
  const id = `request-${requests}`;
  if (one.do === 'join') {
    const joined = await Promise.all(Array.from({ length: one.many }, () => classroom.join('Somebody', newToken())));
    const come = joined.slice(0, one.come).flatMap((outcome) => (outcome.ok ? outcome.player.id : []));
    for (const player of come) classroom.arrive(player);
    const { phase } = classroom.state;
    return phase === 'playing' && until('a place', () => come.every((id) => districtOf(classroom.state, id)));
  }
  if ('district' in one) {
    const player = nobodyOr(classroom, one.who);
    return classroom.desk({ type: 'move', player, district: one.district, seat: one.seat }, id);
  }
  if ('on' in one) return classroom.desk({ type: one.do, player: nobodyOr(classroom, one.who), on: one.on }, id);
  if ('who' in one) return classroom.desk({ type: one.do, player: nobodyOr(classroom, one.who) }, id);
  return classroom.desk({ type: one.do }, id);
}

function nobodyOr({ state }: Classroom, who: number): string {
  return state.players[who]?.id ?? 'p-nobody';
}

/** Everybody online has a seat; others have one or get it later. */
function everyoneHasOnePlace({ state, isOnline }: Classroom): void {
  const seats = [...state.placements.values()].map(({ district, seat }) => `${district} ${seat}`);
  expect(new Set(seats).size).toBe(seats.length);
  const { placements, mirrors, observers } = state;
  for (const { id } of state.players) {
    const places = [placements.has(id), mirrors.has(id), observers.has(id)].filter((has) => has).length;
    const due = state.stage === 'gathering' ? 0 : 1;
    if (isOnline(id)) expect(places).toBe(due);
    else expect(places).toBeLessThanOrEqual(due);
    if (places > 0) expect(state.districts.map(({ number }) => number)).toContain(districtOf(state, id));
  }
  const here = new Set(state.players.map(({ id }) => id));
  for (const place of [placements, mirrors, observers, state.relaxed]) {
    expect([...place.keys()].filter((player) => !here.has(player))).toEqual([]);
  }
}

function districtsAgree({ state, sessions }: Classroom): boolean {
  return sessions.every((session, index) => {
    const holders = holdersIn(state, index + 1);
    return session.state.seats.every(({ player }, seat) => player === holders.get(seat));
  });
}

test('everyone has one place, and the districts know it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 4, max: 7 }),
      fc.constantFrom(...LEFTOVERS),
      fc.constantFrom(...DEALS_OF_ROLES),
      fc.array(step, { minLength: 5, maxLength: 25 }),
      async (seatsPerDistrict, leftovers, roles, steps) => {
        const choices = readChoices({ seatsPerDistrict, leftovers, roles, clockMode: 'desk' });
        if ('refused' in choices) throw new Error(choices.refused);
        const classroom = await registry.openClass(choices);
        if (classroom === undefined) throw new Error('no class');
        for (const one of steps) {
          await take(classroom, one);
          everyoneHasOnePlace(classroom);
        }
        await until('the districts to agree', () => districtsAgree(classroom));
        const again = await readClass(store, classroom.id);
        expect(again.log?.state).toEqual(classroom.state);
        await registry.deleteClass(classroom.id);
      },
    ),
    { numRuns: 40 },
  );
});

test('two at once for one seat: one has it, the other keeps theirs', async () => {
  const choices = readChoices({ seatsPerDistrict: 4, clockMode: 'desk' });
  if ('refused' in choices) throw new Error(choices.refused);
  const classroom = await registry.openClass(choices);
  if (classroom === undefined) throw new Error('no class');
  for (let person = 0; person < 3; person += 1) await classroom.join(`Student ${person}`, newToken());
  await classroom.desk({ type: 'seatClass' }, 'seat-the-class');
  const [one, two] = classroom.state.players;
  const taken = [...holdersIn(classroom.state, 1).keys()];
  const free = [0, 1, 2, 3].find((seat) => !taken.includes(seat)) ?? 0;
  await Promise.all(
    [one, two].map((player, index) =>
      classroom.desk({ type: 'move', player: player?.id ?? '', district: 1, seat: free }, `move-at-once-${index}`),
    ),
  );
  everyoneHasOnePlace(classroom);
  await until('the district to agree', () => districtsAgree(classroom));
});
