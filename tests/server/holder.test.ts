/** One of several processes, looked at alone: Colyseus knows one server in a process, so that this one has its own file. */
import { afterAll, describe, expect, it } from 'vitest';
import type { EventStore } from '../../server/storage/port.ts';
import { ask } from '../support/http.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';

afterAll(stopServers);

describe('one of several processes', () => {
  it('refuses an address that is not well encoded, and does not stumble over it', async () => {
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
});
