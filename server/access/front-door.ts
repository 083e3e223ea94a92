/**
 * Guards all routes, Colyseus's included, which would read bodies of any length, trust any header and answer any site.
 * Rejects malformed requests and sets the security headers of every answer.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { isOwnOrigin } from './origin.ts';

/** Whether to trust the machine at this address, `hop` hops away, to name a client's address. */
export type Trust = (address: string, hop: number) => boolean;

export type HeaderSetter = (request: IncomingMessage, response: ServerResponse) => void;

export interface FrontDoorOptions {
  readonly trusts: Trust;
  /** Whether Colyseus answers this path itself and reads its body. */
  readonly isColyseus: (method: string, path: string) => boolean;
  readonly setHeaders: HeaderSetter;
}

/** The nearest address in the chain of proxies that is not a trusted proxy. */
function addressOf({ headers, socket }: IncomingMessage, trusts: Trust): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  const hops = [socket.remoteAddress ?? '', ...forwarded.filter((address) => address !== '').reverse()];
  return hops.find((address, hop) => !trusts(address, hop)) ?? hops.at(-1) ?? '';
}

/** Call once the server listens, because it wraps all listeners added before. */
export function guardRequests(http: Server, { trusts, isColyseus, setHeaders }: FrontDoorOptions): void {
  const inner = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    setHeaders(request, response);
    if (!isSound(request)) return turnAway(request, response, 400, 'not-understood');
    const [path = ''] = (request.url ?? '').split('?');
    if (isColyseus(request.method ?? '', path)) {
      if (!isSmall(request)) return turnAway(request, response, 413, 'too-large');
      // Every answer here holds a secret, or what it unlocked.
      response.setHeader('Cache-Control', 'no-store');
    }
    // Colyseus trusts this header from any sender.
    request.headers['x-real-ip'] = addressOf(request, trusts);
    for (const listener of inner) listener.call(http, request, response);
  });
}

function turnAway(request: IncomingMessage, response: ServerResponse, code: number, error: string): void {
  response.writeHead(code, { 'Content-Type': 'application/json', Connection: 'close' });
  response.end(JSON.stringify({ code, error }), () => request.destroy());
}

/** Call once the server listens, like `guardRequests`. */
export function guardUpgrades(http: Server): void {
  const inner = http.listeners('upgrade');
  http.removeAllListeners('upgrade');
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const why = !isSound(request) ? '400 Bad Request' : isOwnOrigin(request) ? undefined : '403 Forbidden';
    if (why === undefined) for (const listener of inner) listener.call(http, request, socket, head);
    else socket.end(`HTTP/1.1 ${why}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
}

/**
 * Whether path, host and protocol form a valid URL. Colyseus never answers if they do not, and its router treats any
 * first segment as the root.
 */
function isSound({ url = '', headers }: IncomingMessage): boolean {
  const { host = '', 'x-forwarded-proto': protocol = 'http' } = headers;
  if (!url.startsWith('/')) return false;
  return /^https?$/.test(String(protocol)) && URL.canParse(url, `http://${host}`);
}

/** Whether the request declares its length, which Node enforces, and is small enough. */
function isSmall({ method, headers }: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers;
  if (length === undefined) return encoding === undefined && method !== 'POST';
  return encoding === undefined && Number(length) <= LIMITS.messageBytes;
}
