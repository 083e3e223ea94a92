/**
 * Lets the instructor through by `Authorization: Bearer <key>`; wrong keys count as guesses. The right key skips the
 * queue unless it is short, when only the queue protects it.
 */
import type { NextFunction, Request, Response } from 'express';
import { problem } from '../problem.ts';
import type { GuessBrake } from './guess-brake.ts';
import { canBeGuessed, sameSecret } from './secrets.ts';

export function bearerOf(request: Pick<Request, 'get'>): string {
  return /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
}

/** `opens`: another secret that lets through, checked only in the queue of guesses. */
export function instructorOnly<Params = unknown>(
  key: string,
  brake: GuessBrake,
  opens: (bearer: string, request: Request<Params>) => Promise<boolean> = () => Promise.resolve(false),
) {
  return async (request: Request<Params>, response: Response, next: NextFunction): Promise<void> => {
    const address = request.ip ?? '';
    const bearer = bearerOf(request);
    const right = sameSecret(bearer, key);
    if (right && !canBeGuessed(key)) return next();
    if (!(await brake.turn(address))) return problem(response, 'too-fast');
    if (right || (await opens(bearer, request))) return next();
    brake.miss(address);
    problem(response, 'key-wrong');
  };
}
