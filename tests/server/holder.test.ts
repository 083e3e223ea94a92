/** One of several processes, looked at alone: Colyseus knows one server in a process, so that this one has its own file. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { GuessBrake } from '../../server/access/guess-brake.ts';
import { toHolder } from '../../server/cluster/holder.ts';
import type { EventStore } from '../../server/storage/port.ts';
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
    } satisfies Parameters<typeof toHolder>[0];
    const app = express();
    app.use('/api/classes', toHolder(store, log, new GuessBrake(Date.now)));
    const here = await listening(createServer(app));
    const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    expect(await rawRequest(here.url, [request(`${internal.url}/api/classes/k1`)])).not.toContain('internal');
    expect(await rawRequest(here.url, [request('/api/classes/k1?a=b')])).toContain('holder');
    expect(heard.filter((each) => each.startsWith('internal'))).toEqual([]);
    expect(heard).toContain('holder /api/classes/k1?a=b');
    for (const { server } of [holder, internal, here]) server.close();
  });
});

async function listening(server: Server): Promise<{ readonly server: Server; readonly url: string }> {
  await new Promise<void>((told) => server.listen(0, '127.0.0.1', told));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
