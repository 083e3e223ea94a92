/**
 * Stands before Colyseus's own HTTP routes, which read a body of any length and answer every other site: a request to
 * enter a room is small and says its length, and a page of another origin gets no permission from us.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { matchMaker } from '@colyseus/core';
import { LIMITS } from '../../shared/protocol/wire.ts';

const MATCHMAKING = `/${matchMaker.controller.matchmakeRoute}/`;

/** Call once the server listens: by then all others have hung up their listeners. */
export function guardRequests(http: Server): void {
  const inner = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith(MATCHMAKING) && !isSmall(request)) {
      response.writeHead(413, { 'Content-Type': 'application/json', Connection: 'close' });
      response.end(JSON.stringify({ code: 413, error: 'too-large' }));
      request.destroy();
      return;
    }
    for (const listener of inner) listener.call(http, request, response);
  });
}

function isSmall(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return length === undefined ? request.method !== 'POST' : Number(length) <= LIMITS.messageBytes;
}
