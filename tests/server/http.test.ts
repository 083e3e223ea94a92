import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { request as rawRequest } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'colyseus.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkText } from '../../shared/log/check.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { advanceTo, nth, playing } from '../support/district.ts';
import { ask, joinClass, newToken, post } from '../support/http.ts';
import { openTab } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { toTheEnd } from '../support/solo.ts';
import { until } from '../support/waiting.ts';

const bearer = { headers: { authorization: `Bearer ${KEY}` } };

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

async function practise(changes: Readonly<Record<string, unknown>> = {}) {
  const token = newToken();
  const answer = await post(`${server.url}/api/practice`, { token, name: 'Ada', seat: 3, ...changes });
  return { token, ...answer };
}

describe('practice', () => {
  test('opens a district at once, the visitor in the seat asked for, marked bots in all others', async () => {
    const { token, status, body } = await practise();
    expect(status).toBe(201);
    expect(body).toMatchObject({ seat: 3, districtNumber: 1 });
    const tab = await openTab(server.url, String(body.districtId), token);
    const people = () => tab.view()?.public.seats.flatMap(({ control }, seat) => (control === 'human' ? [seat] : []));
    await until('a person in a seat', () => people()?.length === 1);
    expect(people()).toEqual([3]);
    expect(tab.view()?.public).toMatchObject({ phase: 'news', round: 1, clockMode: 'wait' });
  });

  test('is played to its end by one visitor, in every kind of seat', async () => {
    for (const seat of [0, 8, 10, 11]) {
      const { token, body } = await practise({ seat });
      const tab = await openTab(server.url, String(body.districtId), token);
      await toTheEnd(tab);
      expect(tab.view()?.public.history).toHaveLength(12);
      expect(tab.view()?.public.seats.every(({ finalScore }) => finalScore !== undefined)).toBe(true);
    }
  });

  test('gives its record to whoever played it, once it is over, and the same luck again', async () => {
    const { token, body } = await practise();
    const url = `${server.url}/api/practice/${body.classId}/record`;
    const get = (of: string) => ask(url, { headers: { authorization: `Bearer ${of}` } });
    expect(await get(token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await practise({ token, luckOf: body.classId })).status).toBe(404);
    const tab = await openTab(server.url, String(body.districtId), token);
    await toTheEnd(tab);
    expect((await get(newToken())).status).toBe(404);
    expect((await get('x')).body.code).toBe('token-malformed');
    expect((await ask(url)).body.code).toBe('token-malformed');
    const record = await get(token);
    expect(record.status).toBe(200);
    expect(record.headers.get('cache-control')).toBe('no-store');
    const { logs, findings } = checkText(record.text);
    expect(findings).toEqual([]);
    expect(nth(logs, 0).header.districtId).toBe(body.districtId);
    expect((await practise({ luckOf: body.classId })).status).toBe(404);
    const again = await practise({ token, luckOf: body.classId });
    expect(again.status).toBe(201);
    await toTheEnd(await openTab(server.url, String(again.body.districtId), token));
    const second = await ask(`${server.url}/api/practice/${again.body.classId}/record`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const [log] = checkText(second.text).logs;
    expect(log?.header.seed).toBe(nth(logs, 0).header.seed);
  });

  test('a class gives nobody a record this way', async () => {
    const table = await playing(server.url, ['Ada']);
    const url = `${server.url}/api/practice/${table.classId}/record`;
    expect((await ask(url, { headers: { authorization: `Bearer ${nth(table.students, 0).token}` } })).status).toBe(404);
  });

  test.each([
    ['no seat of that number', { seat: 12 }, 'no-such-role'],
    ['a seat below zero', { seat: -1 }, 'no-such-role'],
    ['an unknown scenario', { scenario: 'nowhere' }, 'no-such-scenario'],
    ['a blank name', { name: ' ' }, 'name-blank'],
    ['a bad token', { token: 'x' }, 'token-malformed'],
  ])('with %s is refused', async (_, changes, refused) => {
    expect((await practise(changes)).body.code).toBe(refused);
  });
});

describe('the export', () => {
  test('is for the instructor, names nobody, and is accepted by verify', async () => {
    const table = await playing(server.url, ['Ada Lovelace', 'Bo']);
    await advanceTo(table, 'reveal');
    const url = `${server.url}/api/classes/${table.classId}/export/events.jsonl`;
    expect((await ask(url)).status).toBe(401);
    const { status, text } = await ask(url, bearer);
    expect(status).toBe(200);
    expect(text).not.toContain('Ada Lovelace');
    for (const { token } of table.students) expect(text).not.toContain(token);
    const file = join(server.folder, 'events.jsonl');
    await writeFile(file, text);
    const verify = join(import.meta.dirname, '../../server/cli/verify.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [verify, file]);
    expect(stdout).toMatch(/[0-9a-f]{16}/);
    expect((await ask(`${server.url}/api/classes/knobody000/export/events.jsonl`, bearer)).body.code).toBe(
      'class-unknown',
    );
  });
});

describe('deleting a class', () => {
  test('is for the instructor, ends its connections, and leaves nothing', async () => {
    const table = await playing(server.url, ['Ada']);
    const url = `${server.url}/api/classes/${table.classId}`;
    let closed = false;
    nth(table.tabs, 0).room.onLeave(() => {
      closed = true;
    });
    expect((await ask(url, { method: 'DELETE' })).status).toBe(401);
    const gone = await ask(url, { method: 'DELETE', ...bearer });
    expect(gone.status).toBe(200);
    expect(gone.body).toMatchObject({ classId: table.classId, removed: { players: 1, districts: 1 } });
    expect((await ask(url, { method: 'DELETE', ...bearer })).status).toBe(404);
    await until('the connection to end', () => closed);
    expect(await server.store.read(`district:${table.districtId}`)).toEqual([]);
    expect(await server.store.read(`class:${table.classId}`)).toEqual([]);
    expect((await joinClass(server.url, table.code, 'Ada')).status).toBe(404);
  });
});

describe('health and numbers', () => {
  test('answers whether it is alive and ready, and counts districts, seats and acknowledgements', async () => {
    const table = await playing(server.url, ['Ada']);
    await nth(table.tabs, 0).act({ type: 'say', text: 'Hello' });
    expect((await ask(`${server.url}/healthz`)).status).toBe(200);
    expect((await ask(`${server.url}/readyz`)).status).toBe(200);
    const { text } = await ask(`${server.url}/metrics`);
    expect(Number(/^street_districts (\d+)/m.exec(text)?.[1])).toBeGreaterThan(0);
    expect(Number(/^street_seats_online (\d+)/m.exec(text)?.[1])).toBeGreaterThan(0);
    expect(Number(/^street_ack_seconds_count (\d+)/m.exec(text)?.[1])).toBeGreaterThan(0);
  });
});

describe('pages', () => {
  test.each(['/', '/play', '/teach', '/project', '/debrief', '/practice', '/play?code=ABCDEF'])(
    '%s is the one page, under a policy without inline scripts or other hosts',
    async (path) => {
      const { status, text, headers } = await ask(`${server.url}${path}`);
      expect(status).toBe(200);
      expect(text).toContain('A page for the tests');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  test('assets may be kept for ever, and what is not there is a problem document', async () => {
    const asset = await ask(`${server.url}/assets/nothing-0000.js`);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/assets/no-such.js', '/no-such-page', '/api/nothing', '/../package.json']) {
      const { status, body } = await ask(`${server.url}${path}`);
      expect([path, status, body.code]).toEqual([path, 404, 'not-found']);
    }
  });
});

describe('other sites', () => {
  test('get no permission, from Express or from the matchmaker', async () => {
    const { districtId } = await playing(server.url, ['Ada']);
    const origin = { origin: 'https://elsewhere.example' };
    const answers = [
      await ask(`${server.url}/api/classes/ABCDEF`, { headers: origin }),
      await ask(`${server.url}/matchmake/joinById/${districtId}`, { method: 'POST', body: '{}', headers: origin }),
      await ask(`${server.url}/matchmake/joinById/${districtId}`, { method: 'OPTIONS', headers: origin }),
    ];
    for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('cannot send a body without its length to the matchmaker', async () => {
    const status = await new Promise((resolve) => {
      const request = rawRequest(`${server.url}/matchmake/joinById/x`, { method: 'POST' }, ({ statusCode }) =>
        resolve(statusCode),
      );
      request.on('error', () => resolve(413));
      request.write('{');
      request.write('}');
      request.end();
    });
    expect(status).toBe(413);
  });

  test('still lets our own pages in', async () => {
    const { districtId, students } = await playing(server.url, ['Ada']);
    const room = await new Client(server.url).joinById(districtId, {
      wire: WIRE_VERSION,
      token: nth(students, 0).token,
    });
    room.onMessage('*', () => undefined);
    await room.leave();
  });
});
