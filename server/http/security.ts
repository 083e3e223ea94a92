/**
 * Security headers: only our own scripts and styles, no foreign resources, no other site's requests. HTTPS is not
 * forced, because in a classroom the server is an address on the local network.
 */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { HeaderSetter } from '../access/front-door.ts';

/** Device features that our pages never use. */
const NOT_USED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer'];
const NOT_USED_EITHER = ['microphone', 'midi', 'payment', 'publickey-credentials-get', 'usb', 'xr-spatial-tracking'];
const PERMISSIONS = [...NOT_USED, ...NOT_USED_EITHER].map((feature) => `${feature}=()`).join(', ');

/** `publicAddress`: with several processes, the name under which rooms of this one are reached. */
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
        // Not every browser counts a page's own WebSocket as `'self'`.
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

/** A valid host for the policy, so that a client's header cannot inject directives. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

function socketsOf({ headers }: IncomingMessage, publicAddress: string | undefined): string {
  const { host = '' } = headers;
  if (publicAddress !== undefined && publicAddress.split('/')[0] !== host) return 'ws: wss:';
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** Names, keys and links must not be cached by browsers or proxies. */
export const neverKept: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
