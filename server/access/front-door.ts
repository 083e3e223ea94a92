/**
 * Stands before Colyseus's own HTTP routes, which read a body of any length and answer every other site: a request to
 * enter a room is small and says its length, and a page of another origin gets no permission from us, nor a WebSocket.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { matchMaker } from '@colyseus/core';
import { LIMITS } from '../../shared/protocol/wire.ts';
import { isOwnOrigin } from './origin.ts';

const MATCHMAKING = `/${matchMaker.controller.matchmakeRoute}/`;

/** Whether the word of the machine at this address, so many hops away, counts. */
export type Trust = (address: string, hop: number) => boolean;

/** The nearest address that nobody we trust speaks for. */
function addressOf({ headers, socket }: IncomingMessage, trusts: Trust): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  const hops = [socket.remoteAddress ?? '', ...forwarded.filter((address) => address !== '').reverse()];
  return hops.find((address, hop) => !trusts(address, hop)) ?? hops.at(-1) ?? '';
}

/** Call once the server listens: by then all others have hung up their listeners. */
export function guardRequests(http: Server, trusts: Trust): void {
  const inner = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith(MATCHMAKING) && !isSmall(request)) {
      response.writeHead(413, { 'Content-Type': 'application/json', Connection: 'close' });
      response.end(JSON.stringify({ code: 413, error: 'too-large' }));
      request.destroy();
      return;
    }
    // Colyseus believes this header whoever sent it.
    request.headers['x-real-ip'] = addressOf(request, trusts);
    for (const listener of inner) listener.call(http, request, response);
  });
}

/** Call once the server listens, like `guardRequests`. */
export function guardUpgrades(http: Server): void {
  const inner = http.listeners('upgrade');
  http.removeAllListeners('upgrade');
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isOwnOrigin(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    for (const listener of inner) listener.call(http, request, socket, head);
  });
}

function isSmall(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return length === undefined ? request.method !== 'POST' : Number(length) <= LIMITS.messageBytes;
}
