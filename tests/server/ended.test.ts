/** Ended classes: each test restarts its own server. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Classroom } from '../../server/classroom/classroom.ts';
import { advanceTo, nth, playing } from '../support/district.ts';
import { ask, newToken, openClass, post } from '../support/http.ts';
import { openTab, sitAtDesk } from '../support/player.ts';
import { startServer, stopServers } from '../support/server.ts';

const DAY = 24 * 3_600_000;

afterEach(async () => {
  vi.restoreAllMocks();
  await stopServers();
});

describe('a practice', () => {
  test('is let go of when nobody is there, found again when somebody asks, and deleted after a day', async () => {
    let ahead = 0;
    const server = await startServer({ now: () => Date.now() + ahead });
    const token = newToken();
    const { body } = await post(`${server.url}/api/practice`, { token, name: 'Ada', seat: 0 });
    const held = async () => (await server.app.registry.loadedClasses()).map(({ id }) => id);
    const tab = await openTab(server.url, String(body.districtId), token);
    await server.app.registry.sweep();
    expect(await held()).toContain(body.classId);
    await tab.close();
    await server.app.registry.sweep();
    expect(await held()).toEqual([]);
    const back = await openTab(server.url, String(body.districtId), token);
    expect(back.view()?.seat).toBe(0);
    ahead = DAY + 1_000;
    await server.app.registry.sweep();
    expect((await ask(`${server.url}/api/classes/${body.code}`)).status).toBe(404);
    expect(await server.store.read(`district:${body.districtId}`)).toEqual([]);
  });
});

describe('an ended class', () => {
  test('can still be looked at by those who were in it, after a restart too, and nothing happens in it', async () => {
    const first = await startServer();
    const table = await playing(first.url, ['Ada', 'Bo']);
    await advanceTo(table, 'reveal');
    await table.desk.ask({ type: 'endClass' });
    const length = (await first.store.read(`district:${table.districtId}`)).length;
    await first.stop();
    const second = await startServer({ folder: first.folder });
    const tab = await openTab(second.url, table.districtId, nth(table.students, 0).token);
    expect(tab.view()?.public).toMatchObject({ phase: 'reveal', round: 1 });
    expect(await tab.act({ type: 'signalReady' })).toEqual({ ok: false, refused: 'class-ended' });
    expect(await second.store.read(`district:${table.districtId}`)).toHaveLength(length);
  });
});

describe('the end of a class', () => {
  test('counts once it is on record, though the catalogue could not be told: the next start makes up for it', async () => {
    const first = await startServer();
    const { classId } = await openClass(first.url);
    const desk = await sitAtDesk(first.url, classId);
    vi.spyOn(first.store, 'endClass').mockRejectedValue(new Error('the disk is full'));
    const id = randomUUID();
    expect(await desk.ask({ type: 'endClass' }, id)).toEqual({ ok: true });
    expect(await desk.ask({ type: 'endClass' }, id)).toEqual({ ok: true });
    expect(await first.store.classById(classId)).toMatchObject({ open: true });
    await first.stop();
    vi.restoreAllMocks();
    const second = await startServer({ folder: first.folder });
    expect(await second.store.classById(classId)).toMatchObject({ open: false });
  });

  test('can be asked for again under the same id after something went wrong', async () => {
    const { url } = await startServer();
    const { classId } = await openClass(url);
    const desk = await sitAtDesk(url, classId);
    vi.spyOn(Classroom.prototype, 'desk').mockRejectedValueOnce(new Error('a bug'));
    const id = randomUUID();
    expect(await desk.ask({ type: 'endClass' }, id)).toEqual({ ok: false, refused: 'store-unavailable' });
    expect(await desk.ask({ type: 'endClass' }, id)).toEqual({ ok: true });
  });
});

describe('a class in the middle', () => {
  test('is taken up again with everybody in their seats and nothing written but what happened', async () => {
    const first = await startServer();
    const table = await playing(first.url, ['Ada', 'Bo', 'Chen'], { seatsPerDistrict: 4 });
    await advanceTo(table, 'plan');
    const seats = table.tabs.map((tab) => tab.view()?.seat);
    await first.stop();
    const second = await startServer({ folder: first.folder });
    const tabs = await Promise.all(
      table.students.map((student) => openTab(second.url, table.districtId, student.token)),
    );
    expect(tabs.map((tab) => tab.view()?.seat)).toEqual(seats);
    expect(nth(tabs, 0).view()?.public).toMatchObject({ phase: 'plan', round: 1 });
    expect(
      nth(tabs, 0)
        .view()
        ?.public.seats.filter(({ control }) => control === 'human'),
    ).toHaveLength(3);
  });
});
