import { Client } from 'colyseus.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { advanceTo, nth, playing } from '../support/district.ts';
import { joinClass, newToken, openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk } from '../support/player.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

describe('joining', () => {
  test('is safe to repeat: the same token is the same player, one after the other and at once', async () => {
    const { code } = await openClass(server.url);
    const token = newToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => joinClass(server.url, code, 'Ada', token)));
    answers.push(await joinClass(server.url, code.toLowerCase(), 'Another name', token));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.playerId}`)).size).toBe(1);
    const { body } = await joinClass(server.url, code, 'Bo');
    expect(body.playerId).not.toBe(answers[0]?.body.playerId);
  });

  test('seats 60 who come at one moment, nobody twice, the districts filled evenly', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'desk' });
    const students = await Promise.all(Array.from({ length: 60 }, (_, n) => enrol(server.url, code, `Student ${n}`)));
    const desk = await sitAtDesk(server.url, classId);
    await desk.ask({ type: 'startClass' });
    const seats = await Promise.all(students.map((student) => seatOf(server.url, student)));
    expect(new Set(seats.map(({ districtId, seat }) => `${districtId} ${seat}`)).size).toBe(60);
    const sizes = [1, 2, 3, 4, 5].map((number) => seats.filter((seat) => seat.districtNumber === number).length);
    expect(sizes).toEqual([12, 12, 12, 12, 12]);
    await desk.close();
  });

  test('seats those who join while the class is being started, too', async () => {
    const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 6 });
    const desk = await sitAtDesk(server.url, classId);
    const early = Array.from({ length: 7 }, (_, n) => enrol(server.url, code, `Early ${n}`));
    await Promise.all(early.slice(0, 3));
    const start = desk.ask({ type: 'startClass' });
    const late = Array.from({ length: 9 }, (_, n) => enrol(server.url, code, `Late ${n}`));
    const students = await Promise.all([...early, ...late]);
    expect(await start).toEqual({ ok: true });
    const seats = await Promise.all(students.map((student) => seatOf(server.url, student)));
    expect(new Set(seats.map(({ districtId, seat }) => `${districtId} ${seat}`)).size).toBe(16);
    await desk.close();
  });

  test('gives a latecomer a bot seat in the middle of a round, in the district with most bots', async () => {
    const table = await playing(server.url, ['Ada', 'Bo', 'Chen', 'Dai', 'Eva'], { seatsPerDistrict: 4 });
    await advanceTo(table, 'plan');
    const before = await until('the five on the desk', () => {
      const districts = table.desk.latest()?.districts ?? [];
      return districts.reduce((sum, { humans }) => sum + humans, 0) === 5 ? districts : undefined;
    });
    const most = Math.max(...before.map(({ bots }) => bots));
    const late = await enrol(server.url, table.code, 'Late');
    const seat = await seatOf(server.url, late);
    expect(before.find(({ id }) => id === seat.districtId)?.bots).toBe(most);
    const tab = await openTab(server.url, seat.districtId, late.token);
    const view = await until('the plan phase', () => tab.view());
    expect(view.public).toMatchObject({ phase: 'plan', round: 1 });
    expect(view.public.seats[seat.seat]?.control).toBe('bot');
    await advanceTo(table, 'reveal');
    await advanceTo(table, 'news');
    await until('their seat', () => tab.view()?.public.seats[seat.seat]?.control === 'human');
  });

  test('founds another district for whoever finds every seat taken', async () => {
    const table = await playing(server.url, ['Ada', 'Bo', 'Chen', 'Dai'], { seatsPerDistrict: 4 });
    const late = await enrol(server.url, table.code, 'Late');
    const seat = await seatOf(server.url, late);
    expect(seat.districtNumber).toBe(2);
    const tab = await openTab(server.url, seat.districtId, late.token);
    expect(tab.view()?.public.seats).toHaveLength(4);
  });

  test('starts with nobody there, and with one', async () => {
    for (const names of [[], ['Ada']]) {
      const { classId, code } = await openClass(server.url, { clockMode: 'desk' });
      for (const name of names) await enrol(server.url, code, name);
      const desk = await sitAtDesk(server.url, classId);
      expect(await desk.ask({ type: 'startClass' })).toEqual({ ok: true });
      expect(await desk.ask({ type: 'startClass' })).toEqual({ ok: true });
      const row = await until('a district with its people', () =>
        desk.latest()?.districts.find(({ humans }) => humans === names.length),
      );
      expect(row).toMatchObject({ number: 1, bots: 12 - names.length });
      await desk.close();
    }
  });
});

describe('one seat, several tabs', () => {
  test('a second tab is the same seat; both live, and each sees what the other did', async () => {
    const table = await playing(server.url, ['Ada', 'Bo']);
    await advanceTo(table, 'plan');
    const first = nth(table.tabs, 0);
    const second = await openTab(server.url, table.districtId, nth(table.students, 0).token);
    const view = await until('a view', () => second.view());
    expect(view.seat).toBe(first.view()?.seat);
    const plan = plainPlan(view);
    expect(await second.act({ type: 'filePlan', plan })).toMatchObject({ ok: true });
    await until('the plan in the first tab', () => first.view()?.plan !== undefined);
    expect(first.view()?.plan).toEqual(plan);
    await second.close();
    await pause(50);
    const district = await server.app.registry.byId(table.classId);
    expect(district?.sessions[0]?.presence.isOnline(view.seat)).toBe(true);
    expect(await first.act({ type: 'say', text: 'Still here' })).toMatchObject({ ok: true });
  });

  test('a reload comes back to the same seat, its plan and its talk', async () => {
    const table = await playing(server.url, ['Ada', 'Bo']);
    await advanceTo(table, 'plan');
    const before = nth(table.tabs, 0);
    const view = before.view();
    if (view === undefined) throw new Error('no view');
    await before.act({ type: 'filePlan', plan: plainPlan(view) });
    await before.act({ type: 'say', text: '我们合作吧' });
    before.room.connection.close();
    const after = await openTab(server.url, table.districtId, nth(table.students, 0).token);
    expect(after.view()).toMatchObject({ seat: view.seat, plan: plainPlan(view) });
    expect(after.view()?.talk.map(({ text }) => text)).toEqual(['我们合作吧']);
  });

  test('shows who is online, and only while they are', async () => {
    const table = await playing(server.url, ['Ada', 'Bo']);
    const seat = nth(table.tabs, 1).view()?.seat ?? -1;
    const online = () => {
      const states = nth(table.tabs, 0).received.filter(({ type }) => type === 'state');
      const last = states.at(-1)?.message as { readonly seats: readonly { readonly online: boolean }[] } | undefined;
      return last?.seats[seat]?.online;
    };
    await until('Bo online', () => online() === true);
    await nth(table.tabs, 1).close();
    await until('Bo offline', () => online() === false);
    const rows = await until('the desk', () => table.desk.latest());
    expect(rows.players.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  });
});

describe('the desk', () => {
  test('says whom it waits for, pauses, extends, advances one or all, and ends', async () => {
    const table = await playing(server.url, ['Ada', 'Bo', 'Chen', 'Dai', 'Eva'], {
      clockMode: 'clock',
      seatsPerDistrict: 4,
      newsMs: 60_000,
      planMs: 60_000,
    });
    const { desk } = table;
    const row = (number: number) => desk.latest()?.districts.find((district) => district.number === number);
    expect(await desk.ask({ type: 'advance', district: 1 })).toMatchObject({ ok: true });
    await until('district 1 in plan', () => row(1)?.phase === 'plan' && row(2)?.phase === 'news');
    await until('the names', () => row(1)?.waitingFor.length === 3);
    expect(new Set(row(1)?.waitingFor).size).toBe(3);
    expect(await desk.ask({ type: 'pause' })).toMatchObject({ ok: true });
    await until('both paused', () => row(1)?.paused === true && row(2)?.paused === true);
    expect(row(1)?.deadline).toBeUndefined();
    expect(await desk.ask({ type: 'resume' })).toMatchObject({ ok: true });
    const before = await until('a deadline', () => row(1)?.deadline);
    expect(await desk.ask({ type: 'extend', ms: 30_000, district: 1 })).toMatchObject({ ok: true });
    await until('more time', () => row(1)?.deadline === before + 30_000);
    expect(await desk.ask({ type: 'advance', district: 9 })).toEqual({ ok: false, refused: 'no-such-district' });
    expect(await desk.ask({ type: 'endClass' })).toEqual({ ok: true });
    await until('the end', () => desk.latest()?.phase === 'ended');
    expect(await desk.ask({ type: 'advance' })).toEqual({ ok: false, refused: 'class-ended' });
    expect(await nth(table.tabs, 0).act({ type: 'say', text: 'Hello?' })).toEqual({
      ok: false,
      refused: 'class-ended',
    });
  });

  test('counts a request once, however often it is sent', async () => {
    const table = await playing(server.url, ['Ada']);
    const answers = await Promise.all([1, 2, 3].map(() => table.desk.ask({ type: 'advance' }, 'advance-once')));
    const done = { districts: [{ district: 1, ok: true }] };
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, done })));
    await until('the plan phase', () => nth(table.tabs, 0).view()?.public.phase === 'plan');
    await pause(50);
    expect(nth(table.tabs, 0).view()?.public.phase).toBe('plan');
  });

  test('is told at most four times a second', async () => {
    const { classId, code } = await openClass(server.url);
    const desk = await sitAtDesk(server.url, classId);
    const began = performance.now();
    await Promise.all(Array.from({ length: 40 }, (_, n) => enrol(server.url, code, `Student ${n}`)));
    await until('everybody', () => desk.latest()?.players.length === 40);
    await pause(300);
    const seconds = (performance.now() - began) / 1_000;
    expect(desk.messages.length).toBeLessThanOrEqual(1 + 4 * seconds);
  });

  test('lets the instructor look at a district as the public sees it', async () => {
    const table = await playing(server.url, ['Ada']);
    const { desk, ...rest } = table;
    const room = await new Client(server.url).joinById(rest.districtId, {
      wire: WIRE_VERSION,
      key: 'the-key-of-the-tests',
    });
    let seen: Readonly<Record<string, unknown>> | undefined;
    room.onMessage('publicView', (message) => {
      seen = message;
    });
    room.onMessage('*', () => undefined);
    const message = await until('a public view', () => seen);
    expect(Object.keys(message).toSorted()).toEqual(['now', 'view']);
    await room.leave();
    await desk.close();
  });
});
