/** Every bad input of the specification: a clear refusal from the closed list, and the room goes on. */
import { randomUUID } from 'node:crypto';
import { Client } from 'colyseus.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ALL_REFUSAL_CODES } from '../../shared/protocol/refusals.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { advanceTo, nth, playing, type Table } from '../support/district.ts';
import { ask, joinClass, newToken, openClass, post } from '../support/http.ts';
import { openTab, plainPlan, sitAtDesk } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { PATIENCE_MS, pause, until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

describe('a class to be opened', () => {
  test.each([
    [{ rounds: 10 }, 'not-understood', 'rounds'],
    [{ planMs: 1 }, 'settings-out-of-range', 'planMs'],
    [{ seatsPerDistrict: 3 }, 'settings-out-of-range', 'seatsPerDistrict: 4 to 16'],
    [{ scenario: 'elsewhere' }, 'no-such-scenario', 'zhongguancun'],
    [{ parameters: { gravity: 9.81 } }, 'no-such-parameter', 'gravity'],
    [{ parameters: { rounds: 13 } }, 'settings-out-of-range', 'parameters.rounds: 1 to 12'],
    [{ parameters: { effort: -1 } }, 'settings-out-of-range', 'parameters.effort: 0.1 to 10000'],
    [{ parameters: { commonsFull: 0 } }, 'settings-out-of-range', 'parameters.commonsFull: 0.1 to 10000'],
    [{ roster: ['Ada', 'Ada'] }, 'roster-twice', 'Ada'],
  ])('with %o is refused, and the problem names the setting', async (settings, code, named) => {
    const { status, body } = await post(`${server.url}/api/classes`, settings, KEY);
    expect({ status, body }).toMatchObject({ status: 400, body: { code, detail: expect.stringContaining(named) } });
    expect(body.title).not.toBe(code);
  });

  test('as homework that is due already is refused', async () => {
    const homework = { due: Date.now() - 1, late: 'mark' };
    const { status, body } = await post(`${server.url}/api/classes`, { homework }, KEY);
    expect({ status, body }).toMatchObject({ status: 410, body: { code: 'homework-over', detail: 'homework.due' } });
  });

  test('with settings that do not say they are JSON is refused, not opened without them', async () => {
    const authorization = `Bearer ${KEY}`;
    const asForm = await ask(`${server.url}/api/classes`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: '{"seed":7}',
    });
    expect(asForm).toMatchObject({ status: 400, body: { detail: expect.stringContaining('application/json') } });
    const withNothing = await ask(`${server.url}/api/classes`, { method: 'POST', headers: { authorization } });
    expect(withNothing.status).toBe(201);
  });
});

describe('at the door', () => {
  test('an unknown code is refused', async () => {
    const answer = await joinClass(server.url, 'NOSUCH', 'Ada');
    expect(answer).toMatchObject({ status: 404, body: { code: 'class-unknown' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((await ask(`${server.url}/api/classes/NOSUCH`)).body.code).toBe('class-unknown');
  });

  test('the code of an ended class is refused, except to those who were in it', async () => {
    const { classId, code } = await openClass(server.url);
    const token = newToken();
    expect((await joinClass(server.url, code, 'Ada', token)).status).toBe(200);
    const desk = await sitAtDesk(server.url, classId);
    expect(await desk.ask({ type: 'endClass' })).toEqual({ ok: true });
    expect(await joinClass(server.url, code, 'Bo')).toMatchObject({ status: 410, body: { code: 'class-ended' } });
    expect((await joinClass(server.url, code, 'Ada', token)).status).toBe(200);
    expect((await ask(`${server.url}/api/classes/${code}`)).body).toMatchObject({ phase: 'ended', joined: 1 });
  });

  test.each([
    ['of 10,000 letters', 'a'.repeat(10_000), 'name-too-long'],
    ['of 10,000 Chinese characters', '街'.repeat(10_000), 'name-too-long'],
    ['of 25 characters', '街'.repeat(25), 'name-too-long'],
    ['that is empty', '', 'name-blank'],
    ['of blanks', '  \t\n　', 'name-blank'],
    ['of characters nobody sees', '\u200b\u200d\u202e\u0007', 'name-blank'],
  ])('a name %s is refused', async (_, name, refused) => {
    const { code } = await openClass(server.url);
    expect((await joinClass(server.url, code, name)).body.code).toBe(refused);
    expect((await ask(`${server.url}/api/classes/${code}`)).body.joined).toBe(0);
  });

  test('a name of 24 characters, a family of emoji among them, is welcome', async () => {
    const { code } = await openClass(server.url);
    expect((await joinClass(server.url, code, '街'.repeat(24))).status).toBe(200);
  });

  test.each([
    ['no JSON', '{"name":', 'not-understood'],
    ['no object', '[]', 'not-understood'],
    ['a number for a name', { name: 7, token: newToken() }, 'not-understood'],
    ['a short token', { name: 'Ada', token: 'abc' }, 'token-malformed'],
    ['a token of odd characters', { name: 'Ada', token: `${newToken().slice(0, 42)}!` }, 'token-malformed'],
    ['1 MB', { name: 'a'.repeat(1_000_000), token: newToken() }, 'too-large'],
  ])('a request to join with %s is refused', async (_, body, refused) => {
    const { code } = await openClass(server.url);
    expect((await post(`${server.url}/api/classes/${code}/players`, body)).body.code).toBe(refused);
  });

  test.each([
    ['an unknown scenario', { scenario: 'nowhere' }, 'no-such-scenario'],
    ['districts of 3', { seatsPerDistrict: 3 }, 'settings-out-of-range'],
    ['a plan phase of a year', { planMs: 3e10 }, 'settings-out-of-range'],
    ['an unknown clock', { clockMode: 'sundial' }, 'settings-out-of-range'],
    ['a setting nobody knows', { colour: 'red' }, 'not-understood'],
  ])('a class with %s is refused', async (_, body, refused) => {
    expect((await post(`${server.url}/api/classes`, body, KEY)).body.code).toBe(refused);
  });

  test('a wrong key is refused, over HTTP and at the desk', async () => {
    const { classId } = await openClass(server.url);
    for (const key of [undefined, '', 'wrong', `${KEY}x`]) {
      const answer = await post(`${server.url}/api/classes`, {}, key);
      expect(answer).toMatchObject({ status: 401, body: { code: 'key-wrong' } });
    }
    const client = new Client(server.url);
    await expect(client.joinById(classId, { wire: WIRE_VERSION, key: 'wrong' })).rejects.toThrow('key-wrong');
  });
});

describe('entering a room', () => {
  test('a forged, a stale or a malformed token, an old client, and a stranger to the district are refused', async () => {
    const table = await playing(server.url, ['Ada']);
    const elsewhere = await playing(server.url, ['Bo']);
    const client = new Client(server.url);
    const enter = (options: object) => client.joinById(table.districtId, options);
    await expect(enter({ wire: WIRE_VERSION, token: newToken() })).rejects.toThrow('token-unknown');
    await expect(enter({ wire: WIRE_VERSION, token: 'x' })).rejects.toThrow('token-malformed');
    await expect(enter({ wire: WIRE_VERSION })).rejects.toThrow('token-malformed');
    await expect(enter({ wire: 99, token: nth(table.students, 0).token })).rejects.toThrow('wire-version');
    await expect(enter({ token: nth(table.students, 0).token })).rejects.toThrow('not-understood');
    await expect(enter({ wire: WIRE_VERSION, token: nth(elsewhere.students, 0).token })).rejects.toThrow(
      'token-unknown',
    );
    expect((await nth(table.tabs, 0).raw({})).ok).toBe(false);
  });

  test('a token of a class that was deleted opens nothing any more', async () => {
    const table = await playing(server.url, ['Ada']);
    const gone = await ask(`${server.url}/api/classes/${table.classId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${KEY}` },
    });
    expect(gone.status).toBe(200);
    const client = new Client(server.url);
    const { token } = nth(table.students, 0);
    await expect(client.joinById(table.districtId, { wire: WIRE_VERSION, token })).rejects.toThrow('class-unknown');
    expect((await joinClass(server.url, table.code, 'Ada', token)).body.code).toBe('class-unknown');
  });

  test('nobody makes rooms from outside', async () => {
    const client = new Client(server.url);
    for (const name of ['class', 'district']) {
      await expect(client.joinOrCreate(name, {})).rejects.toThrow('not-understood');
      await expect(client.create(name, { id: 'mine' })).rejects.toThrow('not-understood');
    }
    await expect(client.joinById('kabcdefghijklmn', {})).rejects.toThrow('class-unknown');
  });
});

describe('at the table', () => {
  let table: Table;
  beforeAll(async () => {
    table = await playing(server.url, ['Ada', 'Bo']);
    await advanceTo(table, 'plan');
  });
  afterEach(async () => {
    const tab = nth(table.tabs, 1);
    const view = tab.view();
    if (view === undefined) throw new Error('no view');
    expect(await tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
  });

  const firm = { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'none' } } as const;
  test.each([
    ['NaN', { ...firm, trade: Number.NaN }, 'points-not-numbers'],
    ['infinite points', { ...firm, trade: Number.POSITIVE_INFINITY }, 'points-not-numbers'],
    ['words for points', { ...firm, trade: 'three' }, 'points-not-numbers'],
    ['negative points', { ...firm, trade: -1, research: 7 }, 'points-negative'],
    ['points finer than a tenth', { ...firm, trade: 2.95, research: 3.05 }, 'points-finer-than-a-tenth'],
    ['too many points', { ...firm, trade: 6, research: 6 }, 'points-too-many'],
    ['too few points', { ...firm, trade: 1, research: 1 }, 'points-too-few'],
    ['a partner who is not one', { ...firm, research: 2, shares: [{ to: 2, points: 1 }] }, 'share-with-stranger'],
    ['a partner who does not exist', { ...firm, research: 2, shares: [{ to: 15, points: 1 }] }, 'unknown-seat'],
    ['a partner of no number', { ...firm, research: 2, shares: [{ to: 99, points: 1 }] }, 'not-understood'],
    ['a field nobody knows', { ...firm, luck: 6 }, 'not-understood'],
    [
      'another kind of plan',
      { kind: 'government', command: 1, law: 1, reform: 0, fund: 0, training: 0 },
      'wrong-kind-of-plan',
    ],
  ])('a plan with %s is refused', async (_, plan, refused) => {
    const tab = nth(table.tabs, 0);
    const filed = tab.view()?.plan;
    const answer = await tab.raw({ id: randomUUID(), round: 1, action: { type: 'filePlan', plan } });
    expect(answer).toMatchObject({ ok: false, refused });
    expect(tab.view()?.plan).toEqual(filed);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 42],
    ['no id', { round: 1, action: { type: 'signalReady' } }],
    ['a short id', { id: 'x', round: 1, action: { type: 'signalReady' } }],
    ['an act of the desk', { id: randomUUID(), round: 1, action: { type: 'advancePhase' } }],
    ['a plan for someone else', { id: randomUUID(), round: 1, action: { type: 'filePlan', seat: 3, plan: firm } }],
    ['a prototype', JSON.parse('{"id":"12345678","round":1,"action":{"type":"signalReady","__proto__":{"a":1}}}')],
  ])('an act of %s is not understood', async (_, payload) => {
    expect(await nth(table.tabs, 0).raw(payload)).toEqual({ ok: false, refused: 'not-understood' });
  });

  test('an act of a seat of its own choosing is refused', async () => {
    const payload = { id: randomUUID(), round: 1, seat: 3, action: { type: 'signalReady' } };
    expect(await nth(table.tabs, 0).raw(payload)).toEqual({ ok: false, refused: 'not-your-seat' });
  });

  test("an instructor may look on, but acts in nobody's seat", async () => {
    const room = await new Client(server.url).joinById(table.districtId, { wire: WIRE_VERSION, key: KEY });
    room.onMessage('*', () => undefined);
    const request = { id: randomUUID(), round: 1, action: { type: 'filePlan', plan: firm } };
    const answer = await room.request('act', request, { timeout: PATIENCE_MS });
    expect(answer).toEqual({ ok: false, refused: 'not-your-seat' });
    await room.leave();
  });

  test('a student asks nothing of the desk', async () => {
    const room = await new Client(server.url).joinById(table.classId, {
      wire: WIRE_VERSION,
      token: nth(table.students, 0).token,
    });
    room.onMessage('*', () => undefined);
    const request = { id: randomUUID(), action: { type: 'endClass' } };
    const answer = await room.request('desk', request, { timeout: PATIENCE_MS });
    expect(answer).toEqual({ ok: false, refused: 'key-wrong' });
    await room.leave();
  });

  test('talk of 10,000 characters, of blanks, and an offer to nobody are refused', async () => {
    const tab = nth(table.tabs, 0);
    expect(await tab.act({ type: 'say', text: 'a'.repeat(10_000) })).toMatchObject({ refused: 'not-understood' });
    expect(await tab.act({ type: 'say', text: 'a'.repeat(281) })).toMatchObject({ refused: 'talk-too-long' });
    expect(await tab.act({ type: 'say', text: ' \n ' })).toMatchObject({ refused: 'talk-empty' });
    const offer = await tab.act({ type: 'makeOffer', kind: 'pact', to: 14 });
    expect(offer.ok).toBe(false);
    expect(ALL_REFUSAL_CODES).toContain('refused' in offer ? offer.refused : '');
  });

  test('a message of 1 MB ends that connection and nothing else; the student comes back', async () => {
    const { token } = nth(table.students, 0);
    const tab = await openTab(server.url, table.districtId, token);
    let closed: number | undefined;
    tab.room.onLeave((code) => {
      closed = code;
    });
    tab.room.send('act', { id: randomUUID(), round: 1, action: { type: 'say', text: 'a'.repeat(1_000_000) } });
    await until('the connection to be closed', () => closed);
    const back = await openTab(server.url, table.districtId, token);
    expect(back.view()?.seat).toBe(nth(table.tabs, 0).view()?.seat);
    await back.close();
  });

  test('a request of 1 MB to enter a room is not read', async () => {
    const body = JSON.stringify({ wire: WIRE_VERSION, token: 'a'.repeat(1_000_000) });
    const answer = await fetch(`${server.url}/matchmake/joinById/${table.districtId}`, { method: 'POST', body }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(answer);
  });

  test('1,000 messages a second are answered too-fast, then end that connection and nothing else', async () => {
    const { token } = nth(table.students, 0);
    const tab = await openTab(server.url, table.districtId, token);
    const neighbour = nth(table.tabs, 1);
    let closed: number | undefined;
    tab.room.onLeave((code) => {
      closed = code;
    });
    const refused = new Map<string, number>();
    const asked = [];
    for (let sent = 0; sent < 1_000 && closed === undefined; sent += 1) {
      if (sent % 10 === 9) await pause(10);
      const answer = tab.act({ type: 'signalReady' }, { round: 1 });
      asked.push(
        answer.then(
          (given) => {
            const code = given.ok ? 'ok' : given.refused;
            refused.set(code, (refused.get(code) ?? 0) + 1);
          },
          () => undefined,
        ),
      );
    }
    await until('the connection to be closed', () => closed);
    await Promise.all(asked);
    expect(refused.get('too-fast')).toBeGreaterThan(0);
    const view = neighbour.view();
    expect(view).toBeDefined();
    if (view !== undefined) {
      expect(await neighbour.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
    }
    const back = await openTab(server.url, table.districtId, token);
    expect(back.view()?.seat).toBe(nth(table.tabs, 0).view()?.seat);
    await back.close();
  });

  test('bytes that are no message at all end that connection and nothing else', async () => {
    const entered = await post(`${server.url}/matchmake/joinById/${table.districtId}`, {
      wire: WIRE_VERSION,
      token: nth(table.students, 0).token,
    });
    const { processId, sessionId } = entered.body;
    const address = server.url.replace('http', 'ws');
    const socket = new WebSocket(`${address}/${processId}/${table.districtId}?sessionId=${sessionId}`);
    socket.binaryType = 'arraybuffer';
    let entries = 0;
    socket.addEventListener('message', () => {
      entries += 1;
    });
    await until('the room to answer', () => entries > 0);
    socket.send(Buffer.from([10]));
    for (let kind = 0; kind < 40; kind += 1) socket.send(Buffer.from([kind, 0xc1, 0xff, 0x00, 0xde, 0xad]));
    await until('the connection to be closed', () => socket.readyState === WebSocket.CLOSED);
    expect((await ask(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('too late', () => {
  test('a plan after the deadline is refused, and so is one for a round that is over', async () => {
    const table = await playing(server.url, ['Ada', 'Bo'], {
      clockMode: 'clock',
      newsMs: 200,
      planMs: 600,
      revealMs: 60_000,
    });
    const tab = nth(table.tabs, 0);
    const view = await until('a view', () => tab.view());
    await until('the reveal', () => tab.view()?.public.phase === 'reveal');
    const late = await tab.act({ type: 'filePlan', plan: plainPlan(view) });
    expect(late).toEqual({ ok: false, refused: 'wrong-phase' });
    expect(tab.view()?.result?.by).toBe('timeout');
    await table.desk.ask({ type: 'advance' });
    await until('the next round', () => tab.view()?.public.round === 2);
    const later = await tab.act({ type: 'filePlan', plan: plainPlan(view) }, { round: 1 });
    expect(later).toEqual({ ok: false, refused: 'too-late' });
  });
});
