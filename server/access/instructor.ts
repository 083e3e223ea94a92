/**
 * Lets the instructor through, by `Authorization: Bearer <key>`; wrong keys count as guesses. The right one need not wait
 * among them, unless it is short: then the wait is what keeps it from being found.
 */
import type { NextFunction, Request, Response } from 'express';
import { problem } from '../problem.ts';
import type { GuessBrake } from './guess-brake.ts';
import { canBeGuessed, sameSecret } from './secrets.ts';

export function bearerOf(request: Request): string {
  return /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
}

export function instructorOnly(key: string, brake: GuessBrake) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const address = request.ip ?? '';
    const right = sameSecret(bearerOf(request), key);
    if (right && !canBeGuessed(key)) return next();
    if (!(await brake.turn(address))) return problem(response, 'too-fast');
    if (right) return next();
    brake.miss(address);
    problem(response, 'key-wrong');
  };
}
