/** The front door at socket level: malformed requests, and headers on every answer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { newToken, openClass, post } from '../support/http.ts';
import { rawRequest } from '../support/raw.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause } from '../support/waiting.ts';

let server: TestServer;
let classId: string;
let code: string;
beforeAll(async () => {
  server = await startServer();
  ({ classId, code } = await openClass(server.url));
});
afterAll(stopServers);

const head = (line: string, ...headers: readonly string[]) =>
  `${[`${line} HTTP/1.1`, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
const JSON_TYPE = 'Content-Type: application/json';
const MEGABYTE = 'x'.repeat(1_000_000);

/** CPU time of server and client together, independent of other load. */
async function processorMs(during: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await during();
  await pause(50);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('a request that nobody would send by mistake', () => {
  test.each([
    ['whose address has no slash before it', '*/matchmake/joinById/x'],
    ['whose address names a host', 'http://internal.example/matchmake/joinById/x'],
    ['whose address names a segment before the route', 'x/matchmake/joinById/x'],
    ['whose address is the server as a whole', '*'],
  ])('%s is refused before its body is read', async (_, path) => {
    const request = head(`POST ${path}`, 'Host: x', JSON_TYPE, 'Content-Length: 40000000');
    expect(await rawRequest(server.url, [request])).toMatch(/^HTTP\/1\.1 400 /);
  });

  test.each([
    ['says so', [`Content-Length: ${LIMITS.messageBytes + 1}`]],
    ['does not say so', ['Transfer-Encoding: chunked']],
    ['says both', ['Transfer-Encoding: chunked', 'Content-Length: 2']],
  ])('to the matchmaker with a long body that %s is refused', async (_, headers) => {
    const answer = await rawRequest(server.url, [head('POST /matchmake/joinById/x', 'Host: x', JSON_TYPE, ...headers)]);
    expect(answer).toMatch(/^HTTP\/1\.1 4(13|00) /);
  });

  test('is held to the length that it says', async () => {
    const body = JSON.stringify({ wire: WIRE_VERSION, token: newToken() });
    const request = head(`POST /matchmake/joinById/${classId}`, 'Host: x', JSON_TYPE, `Content-Length: ${body.length}`);
    const took = await processorMs(() => rawRequest(server.url, [`${request}${body}`, ...Array(20).fill(MEGABYTE)]));
    expect(took).toBeLessThan(1_000);
  });

  test.each(['[', 'x y', 'x:99999', '%', '<script>', ''])('for the host %j is answered', async (host) => {
    const answer = await rawRequest(server.url, [
      head('POST /matchmake/joinById/x', `Host: ${host}`, JSON_TYPE, 'Content-Length: 2'),
      '{}',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test('by a protocol that is none is answered', async () => {
    const answer = await rawRequest(server.url, [
      head('POST /matchmake/joinById/x', 'Host: x', 'X-Forwarded-Proto: [', JSON_TYPE, 'Content-Length: 2'),
      '{}',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('for a WebSocket at no address of ours ends at once', async () => {
    const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    for (const [path, host] of [
      ['*', 'x'],
      ['/', '['],
    ]) {
      const request = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: Upgrade', ...upgrade].join('\r\n');
      expect(await rawRequest(server.url, [`${request}\r\n\r\n`])).toMatch(/^HTTP\/1\.1 400 /);
    }
  });
});

describe('every answer', () => {
  const routes = (): readonly (readonly [string, string, RequestInit?])[] => {
    const bearer = { authorization: `Bearer ${KEY}` };
    const json = { 'content-type': 'application/json' };
    const secret = newToken();
    return [
      ...['/', '/play', '/teach', '/project', '/debrief', '/practice', '/components'].map(
        (path) => ['page', path] as const,
      ),
      ['asset', '/assets/nothing-0000.js'],
      ['nothing', '/assets/no-such.js'],
      ['nothing', '/no-such-page'],
      ['health', '/healthz'],
      ['health', '/readyz'],
      ['health', '/metrics'],
      ['health', '/__healthcheck'],
      ['secret', '/api/preflight', { headers: bearer }],
      ['secret', '/api/preflight'],
      ['secret', '/api/echo'],
      ['secret', '/api/classes', { headers: bearer }],
      ['secret', '/api/classes', { method: 'POST', headers: { ...bearer, ...json }, body: '{}' }],
      ['secret', '/api/classes', { method: 'POST', headers: json, body: '{"' }],
      ['secret', `/api/classes/${code}`],
      ['secret', `/api/classes/${classId}/mirrors`, { headers: bearer }],
      ['secret', `/api/classes/${classId}/export/events.jsonl`, { headers: bearer }],
      ['secret', `/api/classes/${classId}/export/decisions.csv`, { headers: bearer }],
      [
        'secret',
        `/api/classes/${code}/players`,
        { method: 'POST', headers: json, body: JSON.stringify({ name: 'Ada', token: secret }) },
      ],
      ['secret', `/api/classes/${code}/reentry`, { method: 'POST', headers: json, body: '{}' }],
      ['secret', '/api/practice', { method: 'POST', headers: json, body: '{}' }],
      ['secret', '/api/dry-runs/none', { headers: bearer }],
      [
        'secret',
        `/matchmake/joinById/${classId}`,
        { method: 'POST', headers: json, body: JSON.stringify({ wire: WIRE_VERSION, token: secret }) },
      ],
      ['secret', `/matchmake/create/class`, { method: 'POST', headers: json, body: '{}' }],
      ['nothing', `/matchmake/joinById/${classId}`, { method: 'OPTIONS' }],
      ['nothing', `/matchmake/joinById/${classId}`],
    ];
  };

  test('keeps the pages to themselves, and what is secret out of every cache', async () => {
    for (const [kind, path, init] of routes()) {
      const { headers, status } = await fetch(`${server.url}${path}`, init);
      const about = `${init?.method ?? 'GET'} ${path} (${status})`;
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, about).toContain("default-src 'none'");
      expect(policy, about).toContain("frame-ancestors 'none'");
      expect(policy, about).not.toMatch(/unsafe|\*|https?:/);
      expect(policy, about).toContain(`connect-src 'self' ${server.url.replace('http', 'ws')} `);
      expect(headers.get('permissions-policy'), about).toContain('camera=()');
      expect(headers.get('x-content-type-options'), about).toBe('nosniff');
      expect(headers.get('x-frame-options'), about).toMatch(/DENY|SAMEORIGIN/);
      expect(headers.get('referrer-policy'), about).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy'), about).toBe('same-origin');
      expect(headers.get('x-powered-by'), about).toBeNull();
      expect(headers.get('access-control-allow-origin'), about).toBeNull();
      if (kind === 'secret') expect(headers.get('cache-control'), about).toBe('no-store');
    }
  });

  test('that ends a request at the door has them too', async () => {
    const answer = await rawRequest(server.url, [head('GET *', 'Host: x')]);
    expect(answer.toLowerCase()).toContain('content-security-policy');
    expect(answer.toLowerCase()).toContain('permissions-policy');
  });

  test('lets no host that a client claims write into the policy', async () => {
    const answer = await rawRequest(server.url, [head('GET /healthz', "Host: x;script-src'unsafe-inline'")]);
    expect(answer).not.toContain('unsafe-inline');
  });

  test('to a person who joins is the same as before', async () => {
    const token = newToken();
    expect((await post(`${server.url}/api/classes/${code}/players`, { name: 'Bo', token })).status).toBe(200);
    const place = await post(`${server.url}/matchmake/joinById/${classId}`, { wire: WIRE_VERSION, token });
    expect(place.status).toBe(200);
    expect(place.text).toContain('sessionId');
  });
});
