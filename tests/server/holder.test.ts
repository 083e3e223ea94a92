/** One of several processes by itself. Colyseus allows one server per process, so it has a file of its own. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { GuessBrake } from '../../server/access/guess-brake.ts';
import { PROXIED_HEADER, proxyToHolder } from '../../server/cluster/holder.ts';
import { reserveAtHolder } from '../../server/cluster/reserve-at-holder.ts';
import type { EventStore, Holder } from '../../server/storage/port.ts';
import { ask } from '../support/http.ts';
import { rawRequest } from '../support/raw.ts';
import { KEY, log, startServer, stopServers } from '../support/server.ts';

afterAll(stopServers);

describe('one of several processes', () => {
  test('refuses an address that is not well encoded, and does not stumble over it', async () => {
    const wrap = (store: EventStore) =>
      new Proxy(store, {
        get(target, name) {
          if (name === 'holder') return { ...target.holder, address: 'http://127.0.0.1:1' };
          const member: unknown = Reflect.get(target, name, target);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
    const { url } = await startServer({ wrap });
    for (const path of ['/api/classes/%zz', '/api/classes/%E0%A4/players', '/api/dry-runs/%']) {
      const answer = await ask(`${url}${path}`, { headers: { authorization: `Bearer ${KEY}` } });
      expect([path, answer.status, answer.body.code]).toEqual([path, 400, 'not-understood']);
    }
  });

  test('hands a request to the holder, whatever host the request names', async () => {
    const heard: string[] = [];
    const answering = (name: string) =>
      listening(
        createServer((request, response) => {
          heard.push(`${name} ${request.url}`);
          response.end(name);
        }),
      );
    const [holder, internal] = [await answering('holder'), await answering('internal')];
    const entry = { id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: 1 } as const;
    const store = {
      holder: { id: 'here', address: 'http://127.0.0.1:1' },
      classById: () => Promise.resolve(entry),
      classByCode: () => Promise.resolve(undefined),
      holderOf: () => Promise.resolve({ id: 'there', address: holder.url }),
    } satisfies Parameters<typeof proxyToHolder>[0];
    const app = express();
    app.use('/api/classes', proxyToHolder(store, log, new GuessBrake(Date.now)));
    const here = await listening(createServer(app));
    const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    expect(await rawRequest(here.url, [request(`${internal.url}/api/classes/k1`)])).not.toContain('internal');
    expect(await rawRequest(here.url, [request('/api/classes/k1?a=b')])).toContain('holder');
    expect(heard.filter((each) => each.startsWith('internal'))).toEqual([]);
    expect(heard).toContain('holder /api/classes/k1?a=b');
    for (const { server } of [holder, internal, here]) server.close();
  });
});

test('a request goes on only to another process that holds the class, and comes back where that one is gone', async () => {
  const entry = { id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: 1 } as const;
  const there = await listening(
    createServer((request, response) => response.end(`there ${request.headers[PROXIED_HEADER]}`)),
  );
  let holder: Holder | undefined;
  const store = {
    holder: { id: 'here', address: 'http://127.0.0.1:1' },
    classById: (id: string) => Promise.resolve(id === 'k1' ? entry : undefined),
    classByCode: (code: string) => Promise.resolve(code === 'CODE' ? entry : undefined),
    holderOf: () => Promise.resolve(holder),
  };
  const brake = new GuessBrake(Date.now);
  const knows = vi.spyOn(brake, 'told');
  const app = express();
  app.use('/api/classes', proxyToHolder(store, log, brake), (_request, response) => void response.end('here'));
  const alone = express();
  const single = { ...store, holder: { id: 'here', address: '' } };
  alone.use(proxyToHolder(single, log, brake), (_request, response) => void response.end('here'));
  const [here, only] = [await listening(createServer(app)), await listening(createServer(alone))];
  const from = async (path: string, headers: Record<string, string> = {}) =>
    (await ask(`${here.url}/api/classes${path}`, { headers })).text;
  expect(await from('/k1')).toBe('here');
  for (const held of [store.holder, { id: 'there', address: '' }]) {
    holder = held;
    expect(await from('/k1')).toBe('here');
  }
  holder = { id: 'there', address: there.url };
  expect(await from('/k1/players')).toBe('there 1');
  expect(knows).not.toHaveBeenCalled();
  expect(await from('/%20code/players')).toBe('there 1');
  expect(knows).toHaveBeenCalledOnce();
  expect(await from('/k1', { [PROXIED_HEADER]: '1' })).toBe('here');
  expect([await from('/k2'), await from('')]).toEqual(['here', 'here']);
  expect((await ask(`${only.url}/k1`)).text).toBe('here');
  there.server.close();
  there.server.closeAllConnections();
  const gone = await ask(`${here.url}/api/classes/k1`);
  expect([gone.status, gone.body.code]).toEqual([503, 'store-unavailable']);
  for (const { server } of [here, only]) server.close();
});

test('a place in a room of another process is asked for there, and its refusal is the answer', async () => {
  const place = { name: 'class', sessionId: 's', roomId: 'k1', processId: 'p' };
  let answer: unknown;
  const heard: unknown[] = [];
  const there = await listening(
    createServer((request, response) => {
      const { headers, method, url } = request;
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        heard.push([method, url, headers['content-type'], headers['x-forwarded-for'], headers[PROXIED_HEADER], body]);
        response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      });
    }),
  );
  const enter = (options?: unknown) => reserveAtHolder(there.url, 'k1-2', options, '10.0.0.7');
  answer = { ...place, publicAddress: 'street.example/p', more: 1 };
  expect(await enter({ token: 't' })).toEqual({ ...place, publicAddress: 'street.example/p' });
  await enter();
  expect(heard).toEqual(
    ['{"token":"t"}', '{}'].map((body) => [
      'POST',
      '/matchmake/joinById/k1-2',
      'application/json',
      '10.0.0.7',
      '1',
      body,
    ]),
  );
  answer = { code: 525, error: 'not-seated' };
  await expect(enter()).rejects.toMatchObject({ code: 525, message: 'not-seated' });
  answer = place;
  await expect(enter()).rejects.toMatchObject({ message: 'PUBLIC_ADDRESS is not set' });
  for (const nonsense of ['not JSON', { name: 'class' }, { code: 'no number', error: 'x' }]) {
    answer = nonsense;
    await expect(enter()).rejects.toMatchObject({ message: 'store-unavailable' });
  }
  there.server.close();
  there.server.closeAllConnections();
  await expect(enter()).rejects.toMatchObject({ message: 'store-unavailable' });
});

async function listening(server: Server): Promise<{ readonly server: Server; readonly url: string }> {
  await new Promise<void>((told) => server.listen(0, '127.0.0.1', told));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
