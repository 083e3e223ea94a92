/** Arrivals from other devices, as the instructor sees them before a class. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/http.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';

const MINUTE_MS = 60_000;
const PHONE = '203.0.113.7';

let server: TestServer;
let now = 1_800_000_000_000;
beforeAll(async () => {
  server = await startServer({ now: () => now, trustProxy: 1 });
});
afterAll(stopServers);

const arrive = (from: string) => ask(`${server.url}/api/echo`, { headers: { 'x-forwarded-for': from } });
const arrivals = async () =>
  (await ask(`${server.url}/api/preflight`, { headers: { authorization: `Bearer ${KEY}` } })).body.arrivals;

test('an arrival is listed for an hour: after 59 minutes still, after 61 no more', async () => {
  const at = now;
  expect((await arrive(PHONE)).body).toEqual({ now });
  now = at + 59 * MINUTE_MS;
  expect(await arrivals()).toEqual([{ address: PHONE, at }]);
  now = at + 61 * MINUTE_MS;
  expect(await arrivals()).toEqual([]);
});

test('whoever comes again is listed once, as of then; this machine is not listed at all', async () => {
  await arrive(PHONE);
  now += MINUTE_MS;
  await arrive(PHONE);
  await arrive('127.0.0.1');
  expect(await arrivals()).toEqual([{ address: PHONE, at: now }]);
});

test('five hundred are remembered and no more, and those who are known still count anew', async () => {
  for (let phone = 0; phone < 520; phone += 1) await arrive(`198.51.${100 + (phone >> 8)}.${phone & 255}`);
  expect(await arrivals()).toHaveLength(500);
  now += MINUTE_MS;
  await arrive(PHONE);
  expect(await arrivals()).toContainEqual({ address: PHONE, at: now });
});

test('the echo page opens a WebSocket, and the desk hears whether it could', async () => {
  const page = await ask(`${server.url}/api/echo`, { headers: { accept: 'text/html' } });
  expect(page.text).toContain('src="/api/echo.js"');
  expect((await ask(`${server.url}/api/echo.js`)).text).toContain('new WebSocket');
  expect(page.text).not.toMatch(/<style|style=/);
  await ask(`${server.url}/api/echo?socket=closed`, { headers: { 'x-forwarded-for': PHONE } });
  await arrive(PHONE);
  expect(await arrivals()).toContainEqual({ address: PHONE, at: now, socket: false });
});
