/** Lets the instructor through, by `Authorization: Bearer <key>`; wrong keys count as guesses. */
import type { NextFunction, Request, Response } from 'express';
import { sameSecret } from '../classroom/secrets.ts';
import type { GuessBrake } from './guess-brake.ts';
import { problem } from './problems.ts';

export function bearerOf(request: Request): string {
  return /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
}

export function instructorOnly(key: string, brake: GuessBrake) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const address = request.ip ?? '';
    if (!(await brake.turn(address))) {
      problem(response, 'too-fast');
      return;
    }
    if (sameSecret(bearerOf(request), key)) {
      next();
      return;
    }
    brake.miss(address);
    problem(response, 'key-wrong');
  };
}
