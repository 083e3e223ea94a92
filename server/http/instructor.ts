/** Lets the instructor through, by `Authorization: Bearer <key>`. */
import type { NextFunction, Request, Response } from 'express';
import { sameSecret } from '../classroom/secrets.ts';
import { problem } from './problems.ts';

export function instructorOnly(key: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
    if (sameSecret(given, key)) next();
    else problem(response, 'key-wrong');
  };
}
