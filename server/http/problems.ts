/** Fallback handlers: bodies that are no JSON, and all errors. */
import type { NextFunction, Request, Response } from 'express';
import { DamagedClass, HeldElsewhere } from '../classroom/stored/on-record.ts';
import type { Logger } from '../logging.ts';
import { problem } from '../problem.ts';
import type { EventLog } from '../storage/port.ts';

/** Refuses bodies not declared as JSON, which Express would ignore: a class would open without any of its choices. */
export function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  const empty = request.get('content-length') === '0';
  if (empty || request.is('json') !== false) next();
  else problem(response, 'not-understood', 'Send JSON, with Content-Type: application/json.');
}

/** The last handler: unreadable bodies, a failing store, and bugs. */
export function catchAll(log: Logger, store: Pick<EventLog, 'healthy'>) {
  return async (error: unknown, request: Request, response: Response, _next: NextFunction): Promise<void> => {
    if (error instanceof HeldElsewhere) {
      problem(response, 'store-unavailable');
      return;
    }
    if (error instanceof DamagedClass) {
      problem(response, 'record-damaged');
      return;
    }
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    const theirs = typeof status === 'number' && status >= 400 && status < 500;
    if (!theirs) log.error({ err: error, method: request.method, path: request.path }, 'a request failed');
    if (status === 404) problem(response, 'not-found');
    else if (status === 413) problem(response, 'too-large');
    else if (theirs) problem(response, 'not-understood');
    else problem(response, (await store.healthy()) ? 'unexpected' : 'store-unavailable');
  };
}
