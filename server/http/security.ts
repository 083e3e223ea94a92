/**
 * Headers that keep the pages to themselves: no scripts or styles but our own, nothing fetched from elsewhere, no other
 * site's page may ask. HTTPS is not forced: in a classroom the server is an address on the local network.
 */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { HeaderSetter } from '../access/front-door.ts';

/** What a page of ours never asks a device for. */
const NOT_USED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer'];
const NOT_USED_EITHER = ['microphone', 'midi', 'payment', 'publickey-credentials-get', 'usb', 'xr-spatial-tracking'];
const PERMISSIONS = [...NOT_USED, ...NOT_USED_EITHER].map((feature) => `${feature}=()`).join(', ');

/** `publicAddress`: of several processes, whose rooms may be reached under names of their own. */
export function securityHeaders(publicAddress?: string): HeaderSetter {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // Not every browser counts a page's own WebSocket among `'self'`.
        connectSrc: ["'self'", (request) => socketsOf(request, publicAddress)],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        mediaSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  return (request, response) => {
    response.setHeader('Permissions-Policy', PERMISSIONS);
    set(request, response, (error) => {
      if (error !== undefined) throw error;
    });
  };
}

/** A host as it may stand in a policy; what a client claims must not write one. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

function socketsOf({ headers }: IncomingMessage, publicAddress: string | undefined): string {
  const { host = '' } = headers;
  if (publicAddress !== undefined && publicAddress.split('/')[0] !== host) return 'ws: wss:';
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** Names, keys and links are in no cache, neither a browser's nor one on the way. */
export const neverKept: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
