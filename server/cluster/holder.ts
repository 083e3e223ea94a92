/** Proxies a request about a class to the process that holds it. */
import { request as httpRequest } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { GuessBrake } from '../access/guess-brake.ts';
import { normalCode } from '../access/secrets.ts';
import type { Logger } from '../logging.ts';
import { problem } from '../problem.ts';
import type { Catalogue, Leases } from '../storage/port.ts';

/** Marks a proxied request, which is never passed on again, so that none circles. */
export const PROXIED_HEADER = 'x-street-handed-on';
const PATIENCE_MS = 10_000;

type Holders = Pick<Catalogue, 'classById' | 'classByCode'> & Pick<Leases, 'holder' | 'holderOf'>;

export function proxyToHolder(store: Holders, log: Logger, brake: GuessBrake): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const [, name] = /^\/([^/]+)/.exec(request.path) ?? [];
    if (store.holder.address === '' || name === undefined || request.get(PROXIED_HEADER) !== undefined) return next();
    const named = decoded(name);
    if (named === undefined) return next();
    const code = normalCode(named);
    const byId = await store.classById(named);
    const entry = byId ?? (await store.classByCode(code));
    const holder = entry === undefined ? undefined : await store.holderOf(entry.id);
    if (holder === undefined || holder.id === store.holder.id || holder.address === '') return next();
    if (byId === undefined) {
      // Invalid codes wait in the queue of guesses: a quick answer must not reveal which codes exist.
      const address = request.ip ?? '';
      if (!(await brake.turn(address, code))) return problem(response, 'too-fast');
      brake.told(address, code);
    }
    handOn(request, response, holder.address, log);
  };
}

/** Undefined for malformed escapes, which the next route refuses. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function handOn(request: Request, response: Response, address: string, log: Logger): void {
  const headers = { ...request.headers, [PROXIED_HEADER]: '1', 'x-forwarded-for': request.ip ?? '' };
  const passed = httpRequest(
    new URL(address),
    // Only the stored address decides the target, because a request line may hold a whole URL.
    { path: request.originalUrl, method: request.method, headers, timeout: PATIENCE_MS },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  passed.on('timeout', () => passed.destroy(new Error('no answer')));
  passed.on('error', (error) => {
    log.warn({ err: error }, 'the process that holds the class does not answer');
    if (response.headersSent) response.destroy();
    else problem(response, 'store-unavailable');
  });
  request.pipe(passed);
}
