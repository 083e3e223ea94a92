/** What a district does by itself, and when: bots, clock, seating, schema state. The test controls time. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Bots } from '../../server/district/bots.ts';
import type { DistrictStage } from '../../server/district/pace.ts';
import { PhaseClock } from '../../server/district/phase-clock.ts';
import { Presence } from '../../server/district/presence.ts';
import { Seating } from '../../server/district/seating.ts';
import { LiveFeed } from '../../server/rooms/live-feed.ts';
import { DistrictRoomSchema, SeatSchema } from '../../server/rooms/room-schemas.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import type { FutureRound } from '../../shared/log/future.ts';
import { CLOCK, firmPlan, SETTINGS } from '../engine/support.ts';
import { log } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { BEGAN, Street } from './heard-street.ts';

const QUICK: Settings = { ...CLOCK, newsMs: 2_000, planMs: 9_000, revealMs: 4_000 };

beforeEach(() => void vi.useFakeTimers({ now: BEGAN }));
afterEach(() => void vi.useRealTimers());

/** Who controls each seat, and whether they are online and ready. */
function shown(painted: DistrictRoomSchema): unknown {
  const { seats, ...rest } = painted.toJSON();
  return {
    ...rest,
    seats: seats.map(({ control, online, ready }) => `${control}${online ? ' here' : ''}${ready ? ' ready' : ''}`),
  };
}

async function passes(ms: number, each: () => void, everyMs = 100): Promise<void> {
  for (let passed = 0; passed < ms; passed += everyMs) {
    vi.advanceTimersByTime(everyMs);
    each();
  }
}

describe('bots', () => {
  function playing(settings: Settings, people: readonly Seat[], future?: ReadonlyMap<number, FutureRound>) {
    const street = new Street(settings);
    const bots = new Bots(
      {
        state: () => street.state,
        act: (seat, action, by = 'bot') => street.own({ by, seat, action }),
        falter: () => void street.own({ by: 'system', action: { type: 'falter' } }),
      },
      { log, botPace: 1 },
      future,
    );
    street.own({ by: 'desk', action: { type: 'openGame' } });
    for (const seat of people) street.sit(seat);
    return { street, bots };
  }

  test.for([
    ['alone', SETTINGS, [2]],
    ['beside-people', SETTINGS, [0, 2]],
    ['by-the-clock', QUICK, [0, 2, 9]],
  ] as const)('%s take their time, offer, answer and sign', async ([name, settings, people]) => {
    const { street, bots } = playing(settings, people);
    for (let round = 0; round < 3; round += 1) {
      street.advance();
      bots.look();
      await passes(800, () => bots.look());
      for (const to of [1, 3, 5]) street.own({ by: 'human', seat: 2, action: { type: 'makeOffer', kind: 'pact', to } });
      await passes(6_000, () => bots.look());
      street.advance();
      bots.look();
      street.advance();
    }
    await expectTold(`server/bots-${name}`, street.told);
  });

  test('leave what they were about to do when the phase ends, or a person comes', async () => {
    const { street, bots } = playing(SETTINGS, [0, 2]);
    street.advance();
    bots.look();
    vi.advanceTimersByTime(1_300);
    street.sit(7);
    vi.advanceTimersByTime(2_000);
    street.told.push(`${vi.getTimerCount()} have yet to act`);
    street.advance();
    bots.look();
    street.told.push(`${vi.getTimerCount()} when the phase is over`);
    vi.advanceTimersByTime(10_000);
    for (let phase = 0; phase < 2; phase += 1) street.advance();
    bots.look();
    street.told.push(`${vi.getTimerCount()} a year later`);
    bots.stop();
    street.told.push(`${vi.getTimerCount()} when they are stopped`);
    await expectTold('server/bots-stopped', street.told);
  });

  test('sign what they have filed themselves, not what a person filed before them', () => {
    const { street, bots } = playing(SETTINGS, [0, 2]);
    street.advance();
    const own = { type: 'filePlan', plan: { ...firmPlan(6, 0), deal: { kind: 'cooperate', wishes: [0], breaks: [] } } };
    street.own({ by: 'human', seat: 2, action: own as never });
    street.own({ by: 'human', seat: 0, action: { type: 'makeOffer', kind: 'pact', to: 2 } });
    street.own({ by: 'human', seat: 2, action: { type: 'answerOffer', offer: 1, accept: true } });
    street.own({ by: 'system', action: { type: 'assignSeat', seat: 2, control: 'bot' } });
    bots.look();
    vi.advanceTimersByTime(10_000);
    expect(street.state.offers.map(({ status }) => status)).toContain('accepted');
    expect(street.state.plans[2]).toMatchObject({ by: 'human', plan: own.plan });
  });

  test('say what went wrong, and file what the absent would', async () => {
    const street = new Street(SETTINGS);
    const error = ({ err, ...rest }: { readonly err?: Error }, message: string) =>
      void street.told.push(`error: ${message} ${JSON.stringify(rest)} ${err?.message ?? ''}`.trim());
    let isRefused = true;
    const bots = new Bots(
      {
        state: () => street.state,
        act: (seat, action, by = 'bot') => {
          if (seat === 4) throw new Error('by the test');
          const isFirst = seat === 5 && action.type === 'filePlan' && isRefused;
          if (isFirst) isRefused = false;
          return isFirst ? false : street.own({ by, seat, action });
        },
        falter: () => undefined,
      },
      { log: { error } as never, botPace: 1 },
    );
    street.own({ by: 'desk', action: { type: 'openGame' } });
    street.sit(0);
    const seats = street.state.seats.map((each, seat) => (seat === 3 ? { ...each, policy: 'nobody' } : each));
    street.state = { ...street.state, seats };
    street.advance();
    bots.look();
    vi.advanceTimersByTime(10_000);
    await expectTold('server/bots-failing', street.told);
  });

  test('go on as they are on record, as far as that is still possible', async () => {
    const filed = (points: number) => ({ plan: firmPlan(points, 0), by: 'human' as const });
    const plans = new Map([
      [1, filed(6)],
      [3, filed(60)],
      [4, filed(2)],
    ] as const);
    const future = new Map([[1, { plans, faltered: true }]]);
    const { street, bots } = playing(SETTINGS, [0], future);
    const seats = street.state.seats.map((each, seat) =>
      [1, 3, 5].includes(seat) ? { ...each, control: 'recorded' as const } : each,
    );
    street.state = { ...street.state, seats };
    street.advance();
    bots.look();
    await passes(3_000, () => bots.look());
    for (let step = 0; step < 3; step += 1) {
      street.advance();
      bots.look();
      bots.look();
    }
    await expectTold('server/bots-recorded', street.told);
  });
});

describe('a clock', () => {
  interface World {
    stage: DistrictStage;
    held: boolean;
    endWaits: boolean;
    resting: boolean;
    online: readonly Seat[];
    relaxed: readonly string[];
  }

  function running(settings: Settings, people: readonly Seat[]) {
    const street = new Street(settings);
    const world: World = { stage: 'game', held: false, endWaits: false, resting: false, online: people, relaxed: [] };
    let goesOn = 0;
    const callbacks = {
      state: () => street.state,
      own: street.own,
      resting: () => world.resting,
      isOnline: (seat: Seat) => world.online.includes(seat),
      recordedAt: () => BEGAN - 2_000,
      onAdvance: () => {
        goesOn += 1;
      },
      onWaiting: () => void street.told.push(`${Date.now() - BEGAN} is held up`),
    };
    const origin = {
      stage: () => world.stage,
      mustWait: () => world.held,
      endWaits: () => world.endWaits,
      relaxed: (player: string) => world.relaxed.includes(player),
    };
    const clock = new PhaseClock(callbacks, origin, { now: () => Date.now(), log });
    street.followed = () => clock.follow();
    for (const seat of people) street.sit(seat);
    clock.begin();
    const tell = (what: string) =>
      void street.told.push(
        `${what}: ${clock.done ? 'done' : 'under way'}${clock.waitsForOthers ? ', held' : ''}, ${goesOn}`,
      );
    return { street, world, clock, tell };
  }

  const filing = (street: Street, seat: Seat) =>
    street.own({ by: 'human', seat, action: { type: 'filePlan', plan: firmPlan(6, 0) } });

  test('ends phases by time, waits for others, for who is given more time, and for the desk', async () => {
    const { street, world, clock, tell } = running(QUICK, [0, 2]);
    vi.advanceTimersByTime(2_500);
    tell('news are over');
    world.relaxed = ['p2'];
    vi.advanceTimersByTime(9_000);
    tell('somebody is given more time');
    filing(street, 2);
    vi.advanceTimersByTime(2_000);
    tell('and needs it no longer');
    world.held = true;
    vi.advanceTimersByTime(6_000);
    tell('others are not done');
    world.held = false;
    clock.follow();
    vi.advanceTimersByTime(3_000);
    world.resting = true;
    vi.advanceTimersByTime(5_000);
    tell('the store fails');
    world.resting = false;
    clock.giveBackSince(Date.now() - 4_000);
    vi.advanceTimersByTime(4_500);
    world.endWaits = true;
    vi.advanceTimersByTime(30_000);
    tell('the desk has the word');
    world.endWaits = false;
    clock.follow();
    tell('no longer');
    clock.close();
    vi.advanceTimersByTime(60_000);
    await expectTold('server/clock', street.told);
  });

  test('goes on when everybody is in where nothing runs, and gives nothing back there', async () => {
    const { street, world, clock, tell } = running(SETTINGS, [0]);
    clock.giveBackSince(BEGAN - 5_000);
    street.own({ by: 'human', seat: 0, action: { type: 'signalReady' } });
    tell('said "go on"');
    for (let seat = 0; seat < 12; seat += 1) {
      const bot = street.state.seats[seat]?.control === 'bot';
      if (bot) street.own({ by: 'bot', seat, action: { type: 'filePlan', plan: firmPlan(6, 0) } });
    }
    filing(street, 0);
    tell('one has filed');
    world.online = [];
    clock.follow();
    vi.advanceTimersByTime(600_000);
    tell('nobody is here');
    await expectTold('server/clock-waits', street.told);
  });

  test('takes a district to the stage of its class, and gives back what was lost', async () => {
    const { street, world, clock, tell } = running(QUICK, [0]);
    street.told.length = 0;
    const later = running(QUICK, []);
    later.world.stage = 'practice';
    tell('began at once');
    vi.advanceTimersByTime(500);
    for (const ago of [0, -100, 100, 1_000, 90_000]) clock.giveBackSince(Date.now() - ago);
    clock.giveBackSince(undefined);
    world.relaxed = ['p0'];
    world.online = [];
    vi.advanceTimersByTime(150_000);
    later.clock.follow();
    await expectTold('server/clock-stages', [street.told, later.street.told]);
  });
});

test('seats go to those who hold them, latecomers wait for their first round', async () => {
  const street = new Street(SETTINGS);
  const firstRounds = new Map([
    ['late', 2],
    ['later', 3],
  ]);
  const seating = new Seating({ state: () => street.state, own: street.own }, (player) => firstRounds.get(player));
  const waiting = () => [1, 2, 3].map((seat) => [seating.waits(seat, 'late'), seating.waits(seat, 'ada')]);
  seating.reseat(
    new Map([
      [0, 'ada'],
      [1, 'bo'],
    ]),
  );
  seating.seat(0, 'ada');
  street.own({ by: 'desk', action: { type: 'openGame' } });
  seating.reseat(
    new Map([
      [0, 'bo'],
      [1, 'ada'],
      [2, 'late'],
      [3, 'later'],
    ]),
  );
  seating.seat(2, 'late');
  street.told.push(waiting());
  street.advance();
  street.advance();
  street.advance();
  seating.welcome([{ type: 'PhaseBegan', phase: 'plan', round: 2 }]);
  seating.welcome([{ type: 'PhaseBegan', phase: 'news', round: 2 }]);
  street.told.push(waiting());
  seating.catchUp(
    new Map([
      [1, 'ada'],
      [2, 'late'],
      [4, 'chen'],
    ]),
    [
      [4, 'chen'],
      [5, 'dai'],
    ],
  );
  seating.catchUp(undefined, [[5, 'dai']]);
  street.state = { ...street.state, phase: 'ended' };
  seating.seat(6, 'eva');
  await expectTold('server/seats', [street.told, street.state.seats.map(({ control, player }) => [control, player])]);
});

test('who is here is counted by their tabs', async () => {
  const presence = new Presence();
  const told: unknown[] = [];
  const steps = [
    ['arrive', 1, 'ada'],
    ['arrive', 1, 'ada'],
    ['leave', 1, 'ada'],
    ['leave', 1, 'bo'],
    ['arrive', 1, 'bo'],
    ['leave', 1, 'ada'],
    ['leave', 1, 'bo'],
    ['arrive', 2, 'bo'],
    ['leave', 3, 'bo'],
  ] as const;
  for (const [step, seat, player] of steps) {
    presence[step](seat, player);
    told.push([step, seat, player, presence.changes, presence.isOnline(seat), presence.players]);
  }
  await expectTold('server/presence', told);
});

test('what everybody may see is patched soon where it matters, and late where views tell it', async () => {
  const told: unknown[] = [];
  for (const settings of [SETTINGS, CLOCK, { ...CLOCK, planMs: 20_000 }, { ...CLOCK, planMs: 600_000 }]) {
    const street = new Street(settings);
    const session = {
      state: street.state,
      broken: false,
      waitsForOthers: false,
      presence: new Presence(),
      deadline: 7,
    };
    const painted = new DistrictRoomSchema();
    for (const _ of street.state.actors) painted.seats.push(new SeatSchema());
    const began = Date.now();
    let sent: unknown[] = [];
    const feed = new LiveFeed(session as never, painted, () => void sent.push([Date.now() - began, shown(painted)]));
    const step = (what: string, change: () => void, seen = false, ms = 7_000) => {
      change();
      session.state = street.state;
      feed.changed(street.state, seen);
      vi.advanceTimersByTime(ms);
      told.push([what, sent]);
      sent = [];
    };
    step('nothing', () => undefined);
    step('somebody comes', () => session.presence.arrive(2, 'ada'), false, 1_000);
    step('and goes again', () => session.presence.leave(2, 'ada'));
    step('comes', () => session.presence.arrive(2, 'ada'), false, 1_000);
    step('another comes', () => session.presence.arrive(3, 'bo'));
    step('the game opens', () => street.own({ by: 'desk', action: { type: 'openGame' } }), true);
    step('held', () => Object.assign(session, { waitsForOthers: true }), false, 10);
    step('a new phase', () => street.advance(), true, 10);
    step('not held', () => Object.assign(session, { waitsForOthers: false }), false, 10);
    step('a seat changes', () => street.sit(5), false);
    step('the store fails', () => Object.assign(session, { broken: true }), false, 10);
    step('and is there again', () => Object.assign(session, { broken: false }), true, 10);
    step('stopped', () => feed.stop());
  }
  await expectTold('server/live', told);
});
