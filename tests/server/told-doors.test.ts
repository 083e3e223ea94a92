/** Layers around the routes: front door, headers, health, addresses, and missing bodies. */
import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import express, { type RequestHandler } from 'express';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isOwnAddress, lanAddresses } from '../../server/access/addresses.ts';
import { guardRequests, guardUpgrades } from '../../server/access/front-door.ts';
import { bearerOf, instructorOnly } from '../../server/access/instructor-only.ts';
import { healthRouter } from '../../server/http/health.ts';
import { preflightRouter } from '../../server/http/preflight.ts';
import { jsonOnly } from '../../server/http/problems.ts';
import { countedFor } from '../../server/http/removal.ts';
import { securityHeaders } from '../../server/http/security.ts';
import { makeMetrics } from '../../server/metrics.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { expectTold } from '../support/told.ts';

vi.mock(import('node:os'), async (original) => ({ ...(await original()), networkInterfaces: vi.fn() }));

const servers: Server[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serving(...handlers: readonly RequestHandler[]): Promise<string> {
  const app = express();
  app.set('trust proxy', true);
  for (const handler of handlers) app.use(handler);
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the front door', () => {
  interface Coming {
    readonly method?: string;
    readonly url?: string;
    readonly headers?: Record<string, string>;
    readonly from?: string;
  }

  function door() {
    const told: unknown[] = [];
    const http = new EventEmitter() as Server;
    http.on('request', ({ url, headers }) => void told.push(`    goes on: ${url} from ${headers['x-real-ip']}`));
    http.on('upgrade', ({ url }) => void told.push(`    is upgraded: ${url}`));
    guardRequests(http, {
      trusts: (address, hop) => address.startsWith('10.') && hop < 2,
      isColyseus: (method, path) => method === 'POST' && path === '/matchmake',
      setHeaders: () => void told.push('    headers are set'),
    });
    guardUpgrades(http);
    const request = ({ method = 'GET', url = '/', headers = {}, from = '192.0.2.1' }: Coming) => ({
      ...{ method, url, headers: { host: 'here', ...headers }, socket: { remoteAddress: from } },
      destroy: () => void told.push('    is hung up on'),
    });
    const response = {
      setHeader: (name: string, value: string) => void told.push(`    ${name}: ${value}`),
      writeHead: (code: number, headers: object) => void told.push([code, headers]),
      end: (text: string, done: () => void) => {
        told.push(text);
        done();
      },
    };
    return {
      told,
      comes(coming: Coming) {
        told.push(JSON.stringify(coming));
        http.emit('request', request(coming) as never, response as never);
      },
      upgrades(coming: Coming) {
        told.push(`upgrade ${JSON.stringify(coming)}`);
        const socket = { end: (text: string) => void told.push(text) };
        http.emit('upgrade', request(coming) as never, socket as never, Buffer.of());
      },
    };
  }

  test('tells what is sound from what is not, and whose word on an address counts', async () => {
    const { told, comes, upgrades } = door();
    for (const headers of [
      {},
      { 'x-forwarded-for': '198.51.100.7' },
      { 'x-forwarded-for': '198.51.100.7, 10.0.0.9' },
      { 'x-forwarded-for': ' , 10.0.0.8 , 10.0.0.9' },
    ])
      for (const from of ['192.0.2.1', '10.0.0.1']) comes({ headers, from });
    const sizes = [LIMITS.messageBytes, LIMITS.messageBytes + 1].map((bytes) => ({ 'content-length': `${bytes}` }));
    const chunked = { 'transfer-encoding': 'chunked' };
    for (const headers of [{}, ...sizes, { 'content-length': 'x' }, chunked, { ...sizes[0], ...chunked }])
      for (const [method, url] of [
        ['POST', '/matchmake?x=1'],
        ['POST', '/elsewhere'],
        ['GET', '/matchmake'],
      ] as const)
        comes({ method, url, headers });
    for (const url of ['', '*', 'x/matchmake', 'http://there/', '//x']) comes({ url });
    for (const headers of [{ host: '[' }, { host: '' }, { 'x-forwarded-proto': 'https' }, { 'x-forwarded-proto': 'x' }])
      comes({ headers });
    for (const headers of [{}, { origin: 'http://here' }, { origin: 'http://there' }, { host: '[' }])
      upgrades({ headers });
    await expectTold('server/front-door', told);
  });

  test('a whole message is small enough without a body, whatever it is called', async () => {
    const { told, comes } = door();
    const http = new EventEmitter() as Server;
    const seen: unknown[] = [];
    http.on('request', ({ headers }) => void seen.push(headers['x-real-ip']));
    const guard = { isColyseus: () => true, setHeaders: () => undefined, trusts: () => true };
    guardRequests(http, guard);
    const response = {
      setHeader: () => undefined,
      writeHead: (code: number) => void seen.push(code),
      end: () => undefined,
    };
    for (const [method, headers, socket] of [
      ['GET', {}, {}],
      ['POST', {}, {}],
      ['GET', { 'transfer-encoding': 'chunked' }, {}],
      ['GET', { 'x-forwarded-for': '192.0.2.1, 192.0.2.2' }, { remoteAddress: '192.0.2.3' }],
    ] as const)
      http.emit(
        'request',
        { method, url: '/', headers: { host: 'here', ...headers }, socket } as never,
        response as never,
      );
    // If all proxies are trusted, the farthest address counts.
    expect(seen).toEqual(['', 413, 413, '192.0.2.1']);
    comes({});
    expect(told).toHaveLength(3);
  });

  test('writes the same headers on every answer', async () => {
    const told = ([undefined, 'here:80/street', 'there'] as const).flatMap((publicAddress) =>
      ['here:80', '[::1]:2567', 'x;script-src *', ''].map((host) => {
        const headers: Record<string, unknown> = {};
        const response = {
          setHeader: (name: string, value: unknown) => {
            headers[name] = value;
          },
          removeHeader: (name: string) => {
            headers[name] = 'removed';
          },
        };
        securityHeaders(publicAddress)({ headers: { host } } as never, response as never);
        return [`${publicAddress} ${host}`, headers];
      }),
    );
    await expectTold('server/headers', told);
  });
});

describe('the instructor', () => {
  test.each([
    ['a long key', 'k'.repeat(20)],
    ['a short key', 'short'],
  ])('is let through by %s, others wait their turn and are counted', async (_, key) => {
    const told: unknown[] = [];
    let mayGoOn = true;
    const brake = {
      turn: (from: string) => {
        told.push(['turn', from]);
        return Promise.resolve(mayGoOn);
      },
      miss: (from: string) => void told.push(['miss', from]),
    };
    const opens = (bearer: string) => Promise.resolve(bearer === 'helper');
    const url = await serving(
      instructorOnly(key, brake as never, opens) as RequestHandler,
      (_request, response) => void response.send('in'),
    );
    for (const bearer of [key, 'helper', 'wrong', '']) {
      for (const turn of [true, false]) {
        mayGoOn = turn;
        const headers = { authorization: `bearer ${bearer}`, 'x-forwarded-for': '192.0.2.1' };
        const response = await fetch(url, { headers });
        told.push([bearer.length > 6 ? 'key' : bearer, turn, response.status, (await response.text()).slice(0, 60)]);
      }
    }
    await expectTold(`server/instructor-${key.length}`, told);
    expect(bearerOf({ get: () => 'Basic x' } as never)).toBe('');
    expect(bearerOf({ get: () => undefined } as never)).toBe('');
    expect((await (await fetch(await serving(instructorOnly(key, brake as never) as never))).json()).code).toBe(
      'too-fast',
    );
  });
});

describe('health', () => {
  test('asks the store four times a second at most, and is not ready while it fails or stops', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    vi.advanceTimersByTime(1);
    let healthy = true;
    let stopping = false;
    let asked = 0;
    const store = {
      healthy: () => {
        asked += 1;
        return Promise.resolve(healthy);
      },
    };
    const options = { store, metrics: makeMetrics(), metricsTokens: ['one', 'two'], metricsOpenHere: true };
    const url = await serving(healthRouter({ ...options, stopping: () => stopping }));
    const ready = async () => {
      const response = await fetch(`${url}/readyz`);
      return `${response.status} ${(await response.json()).status}, asked ${asked}`;
    };
    expect(await ready()).toBe('200 ready, asked 1');
    healthy = false;
    vi.advanceTimersByTime(250);
    expect(await ready()).toBe('200 ready, asked 1');
    vi.advanceTimersByTime(1);
    expect(await ready()).toBe('503 not ready, asked 2');
    healthy = true;
    vi.advanceTimersByTime(251);
    stopping = true;
    expect(await ready()).toBe('503 not ready, asked 2');
    stopping = false;
    expect(await ready()).toBe('200 ready, asked 3');
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  });

  test('tells numbers here, and elsewhere to who has one of the tokens', async () => {
    const store = { healthy: () => Promise.resolve(true) };
    const status = async (open: boolean, headers: Record<string, string>) => {
      const options = { store, metrics: makeMetrics(), stopping: () => false, metricsTokens: ['one', 'two'] };
      const url = await serving(healthRouter({ ...options, metricsOpenHere: open }));
      const response = await fetch(`${url}/metrics`, { headers });
      return `${response.status} ${response.headers.get('content-type')?.split(';')[0]}`;
    };
    const proxied = { via: '1.0 proxy' };
    const bearers = ['one', 'two', 'three'].map((token) => ({ authorization: `Bearer ${token}` }));
    const [TOLD, REFUSED] = ['200 text/plain', '401 application/problem+json'];
    expect(await Promise.all([{}, proxied].map((headers) => status(true, headers)))).toEqual([TOLD, REFUSED]);
    expect(await status(false, {})).toBe(REFUSED);
    for (const open of [true, false])
      expect(await Promise.all(bearers.map((bearer) => status(open, { ...proxied, ...bearer })))).toEqual([
        ...[TOLD, TOLD, REFUSED],
      ]);
  });
});

describe('addresses', () => {
  const address = (text: string, family = 'IPv4', internal = false) => ({ address: text, family, internal });
  const machine = () =>
    vi.mocked(networkInterfaces).mockReturnValue({
      lo: [address('127.0.0.1', 'IPv4', true)],
      nothing: undefined,
      all: [
        address('203.0.113.5'),
        address('172.31.0.1'),
        address('172.32.0.1'),
        address('10.1.2.3'),
        address('fe80::1', 'IPv6'),
        address('192.168.7.7'),
      ],
    } as never);

  test('of homes come before those of campuses, and public ones last', () => {
    machine();
    expect(lanAddresses()).toEqual(['192.168.7.7', '10.1.2.3', '172.31.0.1', '203.0.113.5', '172.32.0.1']);
    const asked = ['::1', '127.0.0.9', '::ffff:127.0.0.1', '::ffff:10.1.2.3', '10.1.2.4', '128.0.0.1', 'fe80::1'];
    expect(asked.map(isOwnAddress)).toEqual([true, true, true, true, false, false, false]);
  });

  test('that the instructor is told are those that the server listens on', async () => {
    machine();
    let host = '';
    let now = 10_000_000;
    const right = { turn: () => Promise.resolve(true), miss: () => undefined };
    const key = 'k'.repeat(20);
    const url = await serving(
      preflightRouter({
        ...{
          instructorKey: key,
          brake: right as never,
          now: () => now,
          store: { healthy: () => Promise.resolve(true) },
        },
        whereabouts: () => ({ port: 80, host }),
      }),
    );
    const headers = { authorization: `Bearer ${key}` };
    const told: unknown[] = [];
    for (host of ['0.0.0.0', '::', '', 'localhost', '::1', '127.0.0.1', '192.168.7.7', 'street.example'])
      told.push([host, await (await fetch(`${url}/preflight`, { headers })).json()]);
    const comes = async (from: string, query = '') => {
      const answer = await fetch(`${url}/echo${query}`, { headers: { 'x-forwarded-for': from } });
      told.push([from, query, await answer.json()]);
    };
    await comes('203.0.113.7', '?socket=open');
    await comes('203.0.113.8', '?socket=closed');
    await comes('203.0.113.9', '?socket=other');
    for (const own of ['10.1.2.3', '127.0.0.1']) await comes(own);
    now += 3_600_000;
    await comes('203.0.113.7');
    for (const ms of [0, 1]) {
      now += ms;
      told.push((await (await fetch(`${url}/preflight`, { headers })).json()).arrivals);
    }
    await expectTold('server/preflight', told);
  });
});

test('a body is JSON, or there is none', async () => {
  const url = await serving(
    express.raw({ type: () => false }),
    jsonOnly,
    (_request, response) => void response.send('in'),
  );
  const post = async (body: string | undefined, type?: string) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const response = await fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
    return response.status;
  };
  expect(await Promise.all([post(undefined), post(undefined, 'text/plain'), post('')])).toEqual([200, 200, 200]);
  expect(await Promise.all([post('{}', 'application/json'), post('{}', 'text/plain'), post('{}')])).toEqual([
    ...[200, 400, 400],
  ]);
});

test('what goes with a class is counted to the last record', async () => {
  const lengths: Record<string, number> = { class: 5, district: 3, past: 2 };
  const asked: string[] = [];
  const store = {
    read: (stream: string) => {
      asked.push(stream);
      const kind = stream.includes('past') ? 'past' : stream.includes('-1') ? 'district' : 'class';
      return Promise.resolve(Array.from({ length: lengths[kind] ?? 0 }, () => ({ line: '' })));
    },
  };
  const state = {
    players: [{}, {}],
    districts: [{ id: 'k1-1' }],
    opened: { playsOn: { districts: [{ stream: 'past' }] } },
  };
  expect(await countedFor(store as never, 'k1', state as never)).toEqual({ players: 2, districts: 1, records: 10 });
  expect(asked).toHaveLength(3);
  expect(await countedFor(store as never, 'k1', undefined)).toEqual({ players: 0, districts: 0, records: 5 });
});
