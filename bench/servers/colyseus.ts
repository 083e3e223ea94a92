/** A minimal Colyseus room for our work: acknowledges plans, and reveals once the group is complete. No disk. */
import { createServer } from 'node:http';
import { type Client, matchMaker, Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { GROUP_SIZE, viewOf } from '../shape.ts';

const [, , viewBytes = '3000', ...groups] = process.argv;
const view = viewOf(Number(viewBytes));

class GroupRoom extends Room {
  override autoDispose = false;
  override maxClients = GROUP_SIZE;
  #plans = 0;

  override onCreate({ group }: { readonly group: string }): void {
    this.roomId = group;
    this.onMessage('plan', (_client: Client, { id }: { readonly id: string }) => {
      this.#plans += 1;
      if (this.#plans === GROUP_SIZE) {
        this.#plans = 0;
        for (const client of this.clients) client.send('view', { view });
      }
      return { ok: true, id };
    });
  }

  override onJoin(client: Client): void {
    client.send('view', { view });
  }
}

const http = createServer();
const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false });
server.define('group', GroupRoom);
await server.listen(0, '127.0.0.1');
for (const group of groups) await matchMaker.createRoom('group', { group });
const address = http.address();
if (typeof address === 'object' && address !== null) process.send?.(address.port);
