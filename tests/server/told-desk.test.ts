/** The desk's rows for districts in which people come, go, file and miss deadlines at random. */
import { expect, test } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { deskView } from '../../server/classroom/shown/desk-view.ts';
import { projectorView } from '../../server/classroom/shown/projector-view.ts';
import { waitedFor } from '../../server/district/pace.ts';
import { draw } from '../../shared/engine/random.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { goldenStates } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';
import { ClassStorm, plain } from './class-storm.ts';

const KINDS: readonly OpenRequest[] = [
  { roster: ['Gu', 'Ho', 'Io'], treatments: [{ name: 'A' }, { name: 'B', clockMode: 'clock' }], research: true },
  { homework: { due: 2_000_000, late: 'mark' } },
  {},
  { homework: { due: 2_000_000, late: 'refuse' }, title: 'Evenings', language: 'zh' },
];

/** People in some seats: some online, some with plans, some with missed deadlines. */
function crowded(state: DistrictState, luck: number) {
  const chance = (what: string, seat: number) => draw(luck, what, state.round, state.phase, seat);
  const people = chance('people', 0);
  const seats = state.seats.map((held, seat) => {
    if (chance('person', seat) > people) return held;
    const control = chance('control', seat) < 0.8 ? ('human' as const) : ('bot' as const);
    return { ...held, control, player: `p${seat}`, missed: Math.floor(chance('missed', seat) * 2.2) };
  });
  const filed = chance('filed', 0);
  const plans = state.plans.map((plan, seat) => (chance('plan', seat) < filed ? plan : undefined));
  const ready = state.ready.map((_, seat) => chance('ready', seat) < filed);
  const here = chance('here', 0);
  const isOnline = (seat: number) => seats[seat]?.player !== undefined && chance('online', seat) < here;
  return { state: { ...state, seats, plans, ready }, isOnline };
}

function sessionOf(played: DistrictState, luck: number, number: number) {
  const crowd = crowded(played, luck);
  const flag = (name: string) => draw(luck, name, number) < 0.2;
  const failed = { type: 'FirmFailed', seat: 1 } as unknown as DistrictState['lastRound'][number];
  const state = {
    ...crowd.state,
    settings: { ...crowd.state.settings, showFigure: luck === 2 },
    lastRound: luck % 3 === 0 ? [failed, ...crowd.state.lastRound] : crowd.state.lastRound,
  };
  return {
    id: `d${number}`,
    state,
    presence: { isOnline: crowd.isOnline, changes: 1, players: [] },
    broken: flag('broken'),
    waitsForOthers: flag('held'),
    endWaits: flag('endWaits'),
    undoable: flag('undoable'),
    deadline: 7,
    outlook: undefined,
    records: [{ at: 0 }, { at: 1_000_000 * (1 + number) }],
    waitingFor: () => waitedFor(crowd.state, crowd.isOnline),
    talkTexts: { withText: (line: unknown) => line },
  };
}

function classOf(states: readonly DistrictState[], luck: number): Classroom {
  const storm = new ClassStorm(luck, KINDS[luck % KINDS.length] ?? {});
  storm.go(60);
  const districts = states.map((_, place) => ({ number: place + 1, id: `d${place + 1}`, seed: 1 }));
  const placements = new Map(
    storm.state.players.slice(0, 6).map(({ id }, seat) => [id, { district: 1 + (seat % 4), seat, firstRound: seat }]),
  );
  const late = [0, 3, 5, 9].map((firstRound, seat) => [`p${seat}`, { district: 1, seat, firstRound }] as const);
  const state = { ...storm.state, districts, placements: new Map([...placements, ...late]) };
  const sessions = states.map((each, place) => sessionOf(each, luck, place + 1));
  return {
    id: 'k1',
    state,
    sessions,
    session: (number: number) => sessions[number - 1],
    isOnline: storm.isOnline,
    damageOf: (number: number) => (number === 2 ? { line: 9 } : undefined),
    openCount: sessions.length,
  } as unknown as Classroom;
}

test('districts, people and alarms', async () => {
  const told: unknown[] = [];
  for (let luck = 1; luck <= 8; luck += 1) {
    const states = (['news', 'plan', 'plan', 'reveal'] as const).flatMap((phase, place) =>
      goldenStates(place % 2 === 0 ? 'rules-3/merger' : 'rules-3/street', phase, [1 + ((luck * 3 + place) % 12)]),
    );
    const [first] = states;
    const ended = first === undefined ? [] : [{ ...first, phase: 'ended' as const, round: 12 }];
    const classroom = classOf([...states, ...ended], luck);
    const { players, ...view } = deskView(classroom);
    told.push(plain({ luck, ...view, people: players.slice(0, 6) }));
    const { names: _, ...wall } = projectorView(classroom);
    told.push(wall);
  }
  await expectTold('server/desk', told);
});

test('few hold up the rest when they are one, or no more than a quarter of the people, and not when nobody else is there', () => {
  const [golden] = goldenStates('rules-3/street', 'plan', [3]);
  if (golden === undefined) throw new Error('it was played');
  const alarms = (people: number, missing: number, phase: DistrictState['phase'] = 'plan') => {
    const seats = golden.seats.map((held, seat) =>
      seat < people ? { ...held, control: 'human' as const, player: `p${seat}` } : held,
    );
    const plans = golden.plans.map((plan, seat) => (seat < missing ? undefined : plan));
    const classroom = classOf([golden], 2);
    const state = { ...golden, phase, seats, plans };
    const waitingFor = () => (phase === 'plan' ? waitedFor(state, () => true) : [0]);
    const presence = { isOnline: () => true, changes: 0, players: [] };
    Object.assign(classroom.session(1) ?? {}, { state, waitingFor, presence, broken: false });
    return (deskView(classroom).districts[0]?.alarms ?? []).includes('few-hold-up');
  };
  expect([alarms(1, 1), alarms(2, 1), alarms(7, 1), alarms(7, 2), alarms(8, 2), alarms(8, 3), alarms(4, 0)]).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
  expect(alarms(8, 1, 'reveal')).toBe(false);
});

test('the wall shows what was asked and told last, of what is still open and for all', () => {
  const classroom = classOf(goldenStates('rules-3/street', 'plan', [3]), 2);
  const asked = (id: string, openIn: readonly number[], answered: number) => ({
    id,
    question: id,
    districts: [1],
    paused: [],
    openIn,
    answers: new Map(Array.from({ length: answered }, (_, place) => [`p${place}`, 'because'])),
  });
  const reflections = [asked('first', [1], 1), asked('second', [1], 2), asked('closed', [], 3)];
  const notices = [
    { id: 'n1', text: 'one' },
    { id: 'n2', text: 'two' },
    { id: 'n3', text: 'to Ada', player: 'p0' },
    { id: 'n4', text: 'to one district', districts: [1] },
  ];
  const state = { ...classroom.state, reflections, notices };
  const shown = projectorView(Object.assign(classroom, { state }));
  expect(shown.reflection).toEqual({ question: 'second', answers: 2 });
  expect(shown.notice).toBe('two');
});
