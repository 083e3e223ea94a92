/** How a page interprets HTTP answers, with a real server that sends what the test wants. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { classInfo, once } from '../../client/net/http.ts';
import { stubPage } from '../support/no-page.ts';

interface Said {
  readonly status: number;
  readonly body: string;
}

let server: Server;
let url: string;
let says: Said[];
let asked: number;
beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1;
    const { status, body } = says.length > 1 ? (says.shift() ?? OK) : (says[0] ?? OK);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const { fetch: real } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(new URL(path, url), init));
  stubPage();
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});
beforeEach(() => {
  asked = 0;
});

const OK: Said = { status: 200, body: '{"joined":3}' };
const AWAY: Said = { status: 503, body: '{"code":"store-unavailable"}' };

test.each([
  ['what was asked for', OK, { ok: true, value: { joined: 3 } }],
  ['nothing, and that is well', { status: 204, body: '' }, { ok: true, value: undefined }],
  ['a refusal, with its code', { status: 404, body: '{"code":"class-unknown"}' }, { ok: false, code: 'class-unknown' }],
  ['a refusal without a code', { status: 400, body: '{}' }, { ok: false, code: 'unexpected' }],
  ['a fault without JSON', { status: 500, body: '<html>' }, { ok: false, code: 'unexpected' }],
  ['a proxy without a server behind it', { status: 502, body: '<html>' }, { ok: false, code: 'unreachable' }],
])('a page reads %s', async (_, said, answer) => {
  says = [said];
  expect(await once('/anything', {})).toEqual(answer);
});

test('a server that is away for a moment is asked again, and not once more than needed', async () => {
  says = [AWAY, { status: 502, body: '' }, OK];
  expect(await classInfo('ABC234')).toMatchObject({ ok: true });
  expect(asked).toBe(3);
});

test('a refusal that stays is not asked again', async () => {
  says = [{ status: 404, body: '{"code":"class-unknown"}' }];
  expect(await classInfo('ABC234')).toEqual({ ok: false, code: 'class-unknown' });
  expect(asked).toBe(1);
});
