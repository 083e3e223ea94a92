/** Attacks on the server without a key: codes, keys, numbers, other sites. */
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { GuessBrake } from '../../server/access/guess-brake.ts';
import { networkOf } from '../../server/access/network-of.ts';
import { isOwnOrigin } from '../../server/access/origin.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { ask, joinClass, newToken, openClass, post } from '../support/http.ts';
import { enrol, openTab } from '../support/player.ts';
import { rawRequest } from '../support/raw.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterEach(stopServers);

describe('guessing', () => {
  test('codes is slowed down after three hundred misses, and a right code still gets in', async () => {
    const { url } = await startServer();
    const { code } = await openClass(url);
    for (let guess = 0; guess < 300; guess += 1) {
      expect((await ask(`${url}/api/classes/GUESS${guess}`)).status).toBe(404);
    }
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 5 }, (_, guess) => ask(`${url}/api/classes/NOPE${guess}`)));
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(answers.every(({ status }) => status === 404)).toBe(true);
    expect((await joinClass(url, code, 'Ada')).status).toBe(200);
  });

  test('counts nothing against a class whose code is right', async () => {
    const { url } = await startServer();
    const { code } = await openClass(url);
    const miss = vi.spyOn(GuessBrake.prototype, 'miss');
    for (let time = 0; time < 40; time += 1) {
      expect((await ask(`${url}/api/classes/${code}`)).status).toBe(200);
    }
    expect(miss).not.toHaveBeenCalled();
    await ask(`${url}/api/classes/NOPE`);
    expect(miss).toHaveBeenCalledOnce();
    miss.mockRestore();
  });

  test('as fast as one can shuts nobody out who is behind the same address', async () => {
    const { url } = await startServer();
    const { code, classId } = await openClass(url);
    const ada = await enrol(url, code, 'Ada');
    for (let guess = 0; guess < 300; guess += 1) await ask(`${url}/api/classes/GUESS${guess}`);
    const ended = new AbortController();
    let answered = 0;
    const vandal = Array.from({ length: 300 }, async (_, guess) => {
      await ask(`${url}/api/classes/MORE${guess}`, { signal: ended.signal }).catch(() => undefined);
      answered += 1;
    });
    await until('a full line', () => answered > 0);
    const room = (options: object) => post(`${url}/matchmake/joinById/${classId}`, { wire: WIRE_VERSION, ...options });
    const answers = await Promise.all([
      room({ token: ada.token }),
      room({ key: KEY }),
      joinClass(url, code, 'Ben'),
      ask(`${url}/api/classes/${code}`),
      post(`${url}/api/classes`, {}, KEY),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201]);
    // They skipped the vandal's queue, which takes eight seconds to empty.
    expect(answered).toBeLessThan(vandal.length);
    ended.abort();
    await Promise.all(vandal);
  });

  test('keys is slowed down too, at the desk and at the door of a room', async () => {
    const { url } = await startServer();
    const { classId } = await openClass(url);
    const enter = (key: string) => post(`${url}/matchmake/joinById/${classId}`, { wire: WIRE_VERSION, key });
    for (let guess = 0; guess < 150; guess += 1) {
      expect((await post(`${url}/api/classes`, {}, `wrong ${guess}`)).status).toBe(401);
      expect((await enter(`wrong ${guess}`)).status).toBeGreaterThanOrEqual(400);
    }
    const began = performance.now();
    await Promise.all([post(`${url}/api/classes`, {}, 'wrong'), enter('wrong'), enter('wrong')]);
    expect(performance.now() - began).toBeGreaterThan(500);
    expect((await post(`${url}/api/classes`, {}, KEY)).status).toBe(201);
  });

  test('keys one at a time, over HTTP: each waits its turn, and is told nothing before', async () => {
    const { url } = await startServer();
    const guess = () => post(`${url}/api/classes`, {}, 'wrong');
    for (let time = 0; time < 300; time += 1) await guess();
    for (let time = 0; time < 2; time += 1) {
      const began = performance.now();
      expect((await guess()).status).toBe(401);
      expect(performance.now() - began).toBeGreaterThanOrEqual(195);
    }
  });

  test('behind one proxy is counted by the address that the proxy saw, not by those the guesser says', async () => {
    const { url } = await startServer({ trustProxy: 1 });
    const guess = (claimed: string) =>
      ask(`${url}/api/classes/NOPE-${claimed}`, { headers: { 'x-forwarded-for': `${claimed}, 10.0.0.5` } });
    for (let time = 0; time < 300; time += 1) await guess(`10.1.${time >> 8}.${time & 255}`);
    const began = performance.now();
    await Promise.all(Array.from({ length: 5 }, (_, time) => guess(`10.2.0.${time}`)));
    expect(performance.now() - began).toBeGreaterThan(900);
  });

  test('from another address is another matter, and a claimed address counts for nothing', async () => {
    // Timers are faked, so that queued requests are never answered.
    vi.useFakeTimers();
    let now = 0;
    const brake = new GuessBrake(() => now);
    for (let guess = 0; guess < 300; guess += 1) brake.miss('10.0.0.1');
    expect(await brake.turn('10.0.0.2')).toBe(true);
    now = 6 * 60_000;
    expect(await brake.turn('10.0.0.1')).toBe(true);
    vi.useRealTimers();
  });
});

describe('an address that is counted', () => {
  test('is one machine’s in IPv4, and in IPv6 all that one network may choose from', () => {
    expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf('2001:db8:1:2::7')).toBe(networkOf('2001:db8:1:2:ffff:1:2:3'));
    expect(networkOf('2001:db8:1:2::7')).not.toBe(networkOf('2001:db8:1:3::7'));
    expect(networkOf('nobody')).toBe('nobody');
  });

  test('cannot be changed within a network to go on guessing', async () => {
    const brake = new GuessBrake(() => 0);
    for (let guess = 0; guess < 300; guess += 1) brake.miss(`2001:db8:1:2::${guess.toString(16)}`);
    const began = performance.now();
    await Promise.all([brake.turn('2001:db8:1:2::a'), brake.turn('2001:db8:1:2::b')]);
    expect(performance.now() - began).toBeGreaterThan(150);
  });
});

describe('the line of an address that guesses', () => {
  const ADDRESS = '10.0.0.1';
  afterEach(() => vi.useRealTimers());

  function crowded(): GuessBrake {
    vi.useFakeTimers();
    const brake = new GuessBrake(() => 0);
    for (let guess = 0; guess < 300; guess += 1) brake.miss(ADDRESS);
    return brake;
  }

  test('is short, and moves on five times a second', async () => {
    const brake = crowded();
    const answers: boolean[] = [];
    for (let guess = 0; guess < 1_000; guess += 1) brake.turn(ADDRESS, `${guess}`).then((may) => answers.push(may));
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toEqual(Array.from({ length: 960 }, () => false));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answers.filter((may) => may)).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(answers.filter((may) => may)).toHaveLength(40);
  });

  test('has a place for who comes last', async () => {
    const brake = crowded();
    for (let guess = 0; guess < 1_000; guess += 1) void brake.turn(ADDRESS, `${guess}`);
    const honest = Promise.all(Array.from({ length: 10 }, () => brake.turn(ADDRESS, 'the code')));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await honest).toContain(true);
  });

  test('lets a class in at once that asks for one code, whatever others there try', async () => {
    const brake = crowded();
    const answers: boolean[] = [];
    const ask = () => void brake.turn(ADDRESS, 'the code').then((may) => answers.push(may));
    for (let guess = 0; guess < 1_000; guess += 1) void brake.turn(ADDRESS, `${guess}`);
    // A single request looks like a guess and may be dropped; two for the same answer are kept.
    ask();
    for (let person = 1; person < 30; person += 1) {
      ask();
      for (let guess = 0; guess < 20; guess += 1) void brake.turn(ADDRESS, `${person} ${guess}`);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answers).toEqual(Array.from({ length: 30 }, () => true));
  });

  test('holds up nobody who asks for what the address was told, before or since', async () => {
    const brake = crowded();
    const waiting = brake.turn(ADDRESS, 'the code');
    brake.told(ADDRESS, 'the code');
    expect(await waiting).toBe(true);
    expect(await brake.turn(ADDRESS, 'the code')).toBe(true);
    const other = vi.fn();
    void brake.turn(ADDRESS, 'another').then(other);
    void brake.turn(ADDRESS).then(other);
    await vi.advanceTimersByTimeAsync(100);
    expect(other).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500);
    expect(other).toHaveBeenCalledTimes(2);
  });

  test('is of no concern to another address', async () => {
    const brake = crowded();
    brake.told(ADDRESS, 'the code');
    expect(await brake.turn('10.0.0.2', 'the code')).toBe(true);
    for (let guess = 0; guess < 300; guess += 1) brake.miss('10.0.0.2');
    const there = vi.fn();
    void brake.turn('10.0.0.2', 'the code').then(there);
    await vi.advanceTimersByTimeAsync(100);
    expect(there).not.toHaveBeenCalled();
  });
});

describe('the numbers', () => {
  test('are for this machine, or for who has a token', async () => {
    const { url } = await startServer();
    const proxied = { 'x-forwarded-for': '203.0.113.9' };
    expect((await ask(`${url}/metrics`)).text).toContain('street_seats_online');
    expect((await ask(`${url}/metrics`, { headers: proxied })).status).toBe(401);
    const allowed = await ask(`${url}/metrics`, { headers: { ...proxied, authorization: `Bearer ${KEY}` } });
    expect(allowed.status).toBe(200);
    for (const name of [
      'street_districts',
      'street_ack_seconds',
      'street_append_seconds',
      'nodejs_eventloop_lag_p99',
    ]) {
      expect(allowed.text).toContain(name);
    }
    expect(allowed.text).not.toContain(KEY);
  });
});

test('the numbers are for nobody who comes by a proxy that says less, nor by another name', async () => {
  const { url } = await startServer();
  for (const header of ['Via: 1.0 proxy', 'X-Real-IP: 10.0.0.1', 'Forwarded: for=10.0.0.1', 'X-Forwarded-Host: x']) {
    const request = `GET /metrics HTTP/1.1\r\nHost: localhost\r\n${header}\r\nConnection: close\r\n\r\n`;
    expect(await rawRequest(url, [request])).toMatch(/^HTTP\/1\.1 401/);
  }
  const asked = (line: string, host: string) =>
    rawRequest(url, [`${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`]);
  expect(await asked('GET /metrics HTTP/1.1', 'street.example')).toMatch(/^HTTP\/1\.1 401/);
  expect(await asked('GET /metrics HTTP/1.0', 'localhost')).toMatch(/^HTTP\/1\.1 401/);
  expect(await asked('GET /metrics HTTP/1.1', 'localhost')).toContain('street_districts');
});

test('what a page of practice needs is not used up by somebody behind the same address', async () => {
  const { url } = await startServer({ practices: 3 });
  const practise = async () => {
    const token = newToken();
    return { token, ...(await post(`${url}/api/practice`, { token, name: 'Ada', seat: 3 })) };
  };
  const own = await practise();
  const tab = await openTab(url, String(own.body.districtId), own.token);
  for (let time = 0; time < 8; time += 1) expect((await practise()).status).toBe(201);
  expect(tab.room.connection.isOpen).toBe(true);
  expect((await ask(`${url}/api/classes/${own.body.code}`)).status).toBe(200);
});

describe('another site', () => {
  const open = (url: string, origin: string | undefined) =>
    new Promise<number | 'open'>((told) => {
      const socket = new WebSocket(url.replace('http', 'ws'), origin === undefined ? {} : { origin });
      socket.on('open', () => {
        socket.close();
        told('open');
      });
      socket.on('unexpected-response', (_request, response) => told(response.statusCode ?? 0));
      socket.on('error', () => told(0));
    });

  test('may not open a WebSocket; our own pages and programs may', async () => {
    const { url } = await startServer();
    expect(await open(url, 'https://evil.example')).toBe(403);
    expect(await open(url, 'null')).toBe(403);
    expect(await open(url, url)).not.toBe(403);
    expect(await open(url, undefined)).not.toBe(403);
  });

  test('is told nothing by name alone', () => {
    const from = (origin: string | undefined, host: string) =>
      isOwnOrigin({ headers: { host, ...(origin === undefined ? {} : { origin }) } });
    expect(from('http://street.example', 'street.example')).toBe(true);
    expect(from('http://street.example:8080', 'street.example')).toBe(false);
    expect(from('http://street.example.evil.example', 'street.example')).toBe(false);
    expect(from('nonsense', 'street.example')).toBe(false);
  });

  test('gets no permission from any answer', async () => {
    const { url } = await startServer();
    const { classId } = await openClass(url);
    for (const path of ['/', '/api/classes/X', '/healthz', `/matchmake/joinById/${classId}`]) {
      const { headers } = await ask(`${url}${path}`, { headers: { origin: 'https://evil.example' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('the pages', () => {
  test('cross the network compressed, and are the same when they arrive', async () => {
    const { url } = await startServer();
    const plain = await ask(`${url}/assets/nothing-0000.js`, { headers: { 'accept-encoding': 'identity' } });
    const packed = await ask(`${url}/assets/nothing-0000.js`, { headers: { 'accept-encoding': 'br' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    expect(packed.text).toBe(plain.text);
    for (const path of ['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/%00.js']) {
      const answer = await rawGet(url, path);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
      expect(answer).not.toContain('dependencies');
    }
  });
});

/** Sends the path unchanged, which a client would normalise. */
function rawGet(url: string, path: string): Promise<string> {
  return new Promise((told, failed) => {
    const { port, hostname } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => told(text));
    socket.on('error', failed);
  });
}
