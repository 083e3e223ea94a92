/** A student's two rooms without a server: messages reach the panels' state, and outdated state is dropped. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectStudent, type StudentConnection } from '../../client/net/student.ts';
import * as classroom from '../../client/state/classroom.ts';
import { serverNow } from '../../client/state/clock.ts';
import { draft } from '../../client/state/draft-store.ts';
import * as game from '../../client/state/game.ts';
import { telling } from '../../client/state/reveal.ts';
import { local, session } from '../../client/state/storage.ts';
import { takenBack } from '../../client/state/taken-back.ts';
import type { Phase } from '../../shared/engine/parts.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { difference } from '../../shared/protocol/patch.ts';
import { OPENED_ELSEWHERE, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { afterTheDoor, asked, beforeTheDoor, door, latest, passes, type Room, rooms } from '../support/doors.ts';
import { goldenStates } from '../support/golden.ts';

vi.mock('colyseus.js', async (original) => {
  const { Client } = await import('../support/doors.ts');
  return { ...(await original<typeof import('colyseus.js')>()), Client };
});

const SEAT = 2;
const SEATED = { classId: 'c1', districtId: 'd1', districtNumber: 1, seat: SEAT };
const PLAN = { kind: 'firm', trade: 4, research: 2, shares: [], deal: { kind: 'none' } } as const;
const TOKEN = 'T'.repeat(43);
let playing: StudentConnection;

function seen(
  phase: Exclude<Phase, 'opening' | 'ended'>,
  round: number,
  more: Partial<SeatView['public']> = {},
): SeatView {
  const [state] = goldenStates('rules-3/street', phase, [round]);
  if (state === undefined) throw new Error('it was played');
  const view = viewFor(state, SEAT);
  return { ...view, public: { ...view.public, ...more } };
}

async function begins(): Promise<void> {
  playing = connectStudent({ classId: 'c1', code: 'ABC234' });
  await passes(0);
}

async function sits(seat: object = SEATED): Promise<Room> {
  latest('c1').says('seated', seat);
  await passes(0);
  return latest();
}

beforeEach(() => {
  beforeTheDoor();
  local.set('token', TOKEN);
});
afterEach(async () => {
  playing.stop();
  for (const room of rooms) room.drop();
  await passes(60_000);
  afterTheDoor();
});

describe('a student’s page', () => {
  test('remembers each view for what looks back, tells a reveal, and sees a phase taken back', async () => {
    await begins();
    const district = await sits();
    for (const phase of ['plan', 'reveal'] as const) district.says('view', { now: 1, view: seen(phase, 3) });
    const kept = ['trust', 'dealings', 'seals', 'refusers'].map((key) => session.get(key));
    expect(kept.filter((text) => text?.includes(`"table":"d1 ${SEAT}"`))).toHaveLength(4);
    expect([telling.value?.step, takenBack.value]).toEqual([0, undefined]);
    district.says('view', { now: 1, view: seen('plan', 3) });
    expect(takenBack.value).toBeDefined();
  });

  test('begins with nothing of another class, and comes into the class by its own token', async () => {
    game.refusal.value = 'too-late';
    classroom.person.value = {} as never;
    await begins();
    expect([game.refusal.value, classroom.person.value]).toEqual([undefined, undefined]);
    expect(asked).toEqual([{ path: '/matchmake/joinById/c1', body: { wire: WIRE_VERSION, token: TOKEN } }]);
    expect(game.connection.value).toBe('open');
    latest('c1').says('state', { phase: 'gathering', joined: 4 });
    expect([game.classPhase.value, game.joinedCount.value]).toEqual(['gathering', 4]);
    latest('c1').says('a later version', {});
  });

  test('keeps what the class says beside the game', async () => {
    await begins();
    const classRoom = latest('c1');
    classRoom.says('notice', { id: 'n1', text: 'Look', at: 1 });
    for (const name of ['gathered', 'person', 'questions', 'reflection', 'finale']) classRoom.says(name, { name });
    classRoom.says('polls', { polls: ['poll'] });
    const { company, person, questions, reflection, finale, polls, notices } = classroom;
    expect([company, person, questions, reflection, finale].map(({ value }) => value)).toEqual(
      ['gathered', 'person', 'questions', 'reflection', 'finale'].map((name) => ({ name })),
    );
    expect([polls.value, notices.value.length]).toEqual([['poll'], 1]);
  });

  test('that lost the class says so, unless it sits in a district', async () => {
    await begins();
    latest('c1').drop();
    await passes(0);
    expect(game.connection.value).toBe('lost');
    await passes(600);
    expect(game.connection.value).toBe('open');
    const district = await sits();
    const classRoom = latest('c1');
    classRoom.drop();
    await passes(0);
    expect(game.connection.value).toBe('open');
    district.drop();
    await passes(0);
    expect(game.connection.value).toBe('lost');
    // The class returns first; a seat in a district waits for it.
    await passes(599);
    expect(game.connection.value).toBe('lost');
    await passes(1_000);
    expect(game.connection.value).toBe('open');
  });

  test('tells the silence of the class to whoever waits there, and not to whoever sits', async () => {
    await begins();
    await passes(1_250);
    expect(latest('c1').pings).toHaveLength(1);
    latest('c1').pings[0]?.();
    await sits();
    await passes(5_000);
    expect(latest('c1').pings).toHaveLength(1);
    expect(latest().pings).toHaveLength(1);
  });

  test('that stops leaves both rooms', async () => {
    await begins();
    const district = await sits();
    playing.stop();
    expect([latest('c1').leave.mock.calls.length, district.leave.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('a place in a district', () => {
  test('is entered once, however often it is told', async () => {
    await begins();
    const first = await sits();
    first.says('view', { now: 1, view: seen('plan', 3) });
    expect(await sits()).toBe(first);
    expect([first.leave.mock.calls.length, game.view.value?.seat]).toEqual([0, SEAT]);
    expect([game.connection.value, game.seated.value]).toEqual(['open', SEATED]);
  });

  test.each([
    ['of another district', { ...SEATED, districtId: 'd2' }],
    ['another of the same district', { ...SEATED, seat: 3 }],
    ['as somebody’s mirror', { ...SEATED, mirror: true }],
  ])('%s ends what was seen from the one before', async (_, next) => {
    await begins();
    const first = await sits();
    first.says('view', { now: 1, view: seen('plan', 3) });
    const second = await sits(next);
    expect(second).not.toBe(first);
    expect([first.leave.mock.calls.length, game.view.value, game.live.value]).toEqual([1, undefined, undefined]);
  });

  test('that was kept for this page is taken without asking', async () => {
    await begins();
    const district = await sits({ ...SEATED, place: { name: 'kept', roomId: 'd1' } });
    expect([district.place, asked.length]).toEqual([{ name: 'kept', roomId: 'd1' }, 1]);
  });

  test('may be one to watch from', async () => {
    await begins();
    const district = await sits();
    district.says('view', { now: 1, view: seen('plan', 3) });
    latest('c1').says('observing', { districtId: 'd1' });
    await passes(0);
    expect([game.seated.value, game.view.value, classroom.observing.value]).toEqual([
      undefined,
      undefined,
      { districtId: 'd1' },
    ]);
    expect(latest()).toBe(district);
    const shown = seen('news', 4).public;
    district.says('publicView', { now: 7_000_000, view: shown });
    expect([classroom.observed.value, game.live.value?.round, serverNow()]).toEqual([shown, 4, 7_000_000]);
    latest('c1').says('observing', { districtId: 'd1' });
    expect(game.live.value?.round).toBe(4);
    await sits();
    expect(classroom.observing.value).toBeUndefined();
  });

  test('shows each view, and what changed in it', async () => {
    await begins();
    const district = await sits();
    const [before, after] = [seen('news', 3), seen('plan', 3)];
    district.says('viewPatch', { now: 1, patches: [difference(before, after)] });
    expect(game.view.value).toBeUndefined();
    district.says('view', { now: 9_000_000, view: before });
    expect([game.view.value, game.live.value?.phase, serverNow()]).toEqual([before, 'news', 9_000_000]);
    expect(draft.value?.kind).toBe('firm');
    district.says('viewPatch', { now: 1, patches: [difference(before, after)] });
    expect([game.view.value, game.live.value?.phase]).toEqual([after, 'plan']);
    const seats = [{ control: 'human', online: false, ready: true }];
    district.says('state', { phase: 'plan', round: 3, paused: true, storeAway: false, held: true, seats, deadline: 5 });
    expect([game.clock.value, game.held.value, game.presence(0)]).toEqual([
      { deadline: 5, paused: true },
      true,
      seats[0],
    ]);
    district.says('a later version', {});
  });

  test('keeps what was remembered of a practice apart', async () => {
    await begins();
    const district = await sits();
    district.says('view', { now: 1, view: seen('plan', 3, { practice: true }) });
    const first = draft.value;
    district.says('view', { now: 1, view: seen('plan', 3) });
    expect(draft.value).not.toBe(first);
    const second = draft.value;
    district.says('view', { now: 1, view: seen('plan', 3) });
    expect(draft.value).toBe(second);
  });

  test('hears plans, words and offers between two views', async () => {
    await begins();
    const district = await sits();
    district.says('view', { now: 1, view: { ...seen('plan', 3), talk: [], plan: undefined } });
    district.says('filed', { plan: PLAN });
    expect([game.filed.value, draft.value?.uses]).toEqual([PLAN, { trade: 4, research: 2 }]);
    for (const id of [1, 2, 3]) district.says('talk', { line: { id, from: id, text: `${id}` } });
    district.says('talk', { line: { id: 2, from: 2 } });
    expect(game.talk.value.map(({ id, text }) => [id, text])).toEqual([
      [1, '1'],
      [2, undefined],
      [3, '3'],
    ]);
    district.says('talk', { line: { id: 1, from: 1 } });
    expect(game.talk.value.map(({ text }) => text)).toEqual([undefined, undefined, '3']);
    district.says('offers', { offers: [{ id: 9 }] });
    expect(game.offers.value).toEqual([{ id: 9 }]);
  });
});

describe('an act', () => {
  async function acts(view: SeatView, type: 'filePlan' | 'signalReady' | 'say' = 'signalReady') {
    await begins();
    const district = await sits();
    district.says('view', { now: 1, view });
    let answers: (answer: object) => void = () => undefined;
    district.request.mockReturnValueOnce(
      new Promise((told) => {
        answers = told;
      }),
    );
    const action = type === 'filePlan' ? { type, plan: PLAN } : type === 'say' ? { type, text: 'Hi' } : { type };
    const answer = playing.act(action);
    await passes(0);
    return { district, answer, answers };
  }

  test('says from where it was made, and is done once it is acknowledged', async () => {
    const { district, answer, answers } = await acts(seen('plan', 3), 'filePlan');
    expect(district.request).toHaveBeenCalledExactlyOnceWith(
      'act',
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        round: 3,
        practice: false,
        districtId: 'd1',
        seat: SEAT,
        action: { type: 'filePlan', plan: PLAN },
      },
      { timeout: 8_000 },
    );
    game.live.value = {
      ...(game.live.value as NonNullable<typeof game.live.value>),
      seats: Array(5).fill({ ready: false }),
    };
    answers({ ok: true, filed: PLAN });
    expect(await answer).toEqual({ ok: true, filed: PLAN });
    expect(game.filed.value).toEqual(PLAN);
    expect(game.live.value?.seats.map(({ ready }) => ready)).toEqual([false, false, true, false, false]);
  });

  test.each([
    ['refused', { ok: false, refused: 'too-late' }, 'signalReady', {}],
    ['of another kind', { ok: true }, 'say', {}],
    ['of the phase before', { ok: true, filed: PLAN }, 'filePlan', { phase: 'news' }],
    ['of the round before', { ok: true, filed: PLAN }, 'filePlan', { round: 4 }],
    ['of the practice', { ok: true, filed: PLAN }, 'filePlan', { practice: true }],
  ] as const)('that was %s changes nothing here', async (_, said, type, now) => {
    const { district, answer, answers } = await acts(seen('plan', 3), type);
    district.says('view', { now: 1, view: seen('plan', 3, now) });
    const { filed } = game;
    const before = filed.value;
    game.live.value = {
      ...(game.live.value as NonNullable<typeof game.live.value>),
      seats: Array(5).fill({ ready: false }),
    };
    answers(said);
    expect(await answer).toEqual(said);
    expect(filed.value).toBe(before);
    expect(game.live.value?.seats.some(({ ready }) => ready)).toBe(false);
  });

  test('before there is a view is one of no round; after a lost line it goes out over the next', async () => {
    await begins();
    const district = await sits();
    district.drop();
    await passes(0);
    const answer = playing.act({ type: 'signalReady' });
    await passes(0);
    expect(district.request).not.toHaveBeenCalled();
    await passes(599);
    expect(rooms).toHaveLength(2);
    await passes(1);
    expect(latest().request.mock.calls[0]?.[1]).toMatchObject({ round: 0, practice: false, districtId: 'd1' });
    latest().request.mockResolvedValue({ ok: true });
    playing.stop();
    void answer;
  });

  test('to the class is asked eight times, and each time for eight seconds', async () => {
    await begins();
    const classRoom = latest('c1');
    classRoom.request.mockResolvedValueOnce({ ok: true });
    expect(await playing.sendRequest({ type: 'raiseHand' })).toEqual({ ok: true });
    expect(classRoom.request).toHaveBeenCalledExactlyOnceWith(
      'student',
      { id: expect.stringMatching(/^[0-9a-f]{24}$/), action: { type: 'raiseHand' } },
      { timeout: 8_000 },
    );
    classRoom.request.mockReset().mockRejectedValue(new Error('closed'));
    const told = vi.fn();
    void playing.sendRequest({ type: 'raiseHand' }).then(told);
    await passes(0);
    for (const wait of [600, 1_200, 2_400, 4_000, 4_000, 4_000, 4_000]) await passes(wait);
    expect(classRoom.request).toHaveBeenCalledTimes(8);
    expect(new Set(classRoom.request.mock.calls.map(([, request]) => JSON.stringify(request))).size).toBe(1);
    expect(told).toHaveBeenCalledExactlyOnceWith({ ok: false, refused: 'store-unavailable' });
    classRoom.drop();
    await passes(0);
    classRoom.request.mockClear();
    void playing.sendRequest({ type: 'raiseHand' });
    await passes(0);
    expect(classRoom.request).not.toHaveBeenCalled();
  });
});

describe('whoever is not let in', () => {
  const refusing = (code: string) => () => Response.json({ error: `no: ${code}` }, { status: 400 });

  test.each(['token-unknown', 'token-malformed', 'player-removed', 'wire-version', 'opened-elsewhere'])(
    'because of %s is told so, and asks no more',
    async (code) => {
      door.answers = refusing(code);
      await begins();
      await passes(60_000);
      expect([game.connection.value, game.refusal.value, asked.length]).toEqual(['refused', code, 1]);
    },
  );

  test('because another page took the seat leaves the class as well', async () => {
    await begins();
    const district = await sits();
    district.drop(OPENED_ELSEWHERE);
    await passes(0);
    expect([game.connection.value, game.refusal.value]).toEqual(['refused', 'opened-elsewhere']);
    expect(latest('c1').leave).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['is gone', () => Response.json({ code: 'class-unknown' }, { status: 404 }), 'refused'],
    ['cannot be asked', () => new Error('no network'), 'lost'],
    ['is there', () => Response.json({ code: 'ABC234' }), 'lost'],
    ['may not be seen', () => Response.json({ code: 'too-fast' }, { status: 404 }), 'lost'],
  ])('again and again asks after the class, which %s', async (_, answers, connection) => {
    await begins();
    const district = await sits();
    door.answers = (path) => (path.startsWith('/api') ? answers() : refusing('class-closed')());
    latest('c1').drop();
    await passes(0);
    expect(game.connection.value).toBe('open');
    await passes(600);
    expect(game.connection.value).toBe('lost');
    await passes(600 + 1_199);
    const inquiries = () => asked.filter(({ path }) => path === '/api/classes/ABC234').length;
    expect(inquiries()).toBe(0);
    await passes(1);
    expect(inquiries()).toBe(1);
    const isGone = connection === 'refused';
    expect([game.connection.value, game.refusal.value]).toEqual([connection, isGone ? 'class-unknown' : undefined]);
    expect(district.leave).toHaveBeenCalledTimes(isGone ? 1 : 0);
  });

  test('and never was in is not said to be lost', async () => {
    door.answers = refusing('class-closed');
    await begins();
    expect(game.connection.value).toBe('connecting');
  });
});
