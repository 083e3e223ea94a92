/** Problems by RFC 9457, with a stable `code` of the closed list. */

import type { Response } from 'express';
import { omitUndefined } from '../shared/engine/omit-undefined.ts';
import type { Problem } from '../shared/protocol/class-http.ts';
import type { WireRefusal } from '../shared/protocol/refusals.ts';

type ProblemCode = Problem['code'];

const STATUS: Partial<Record<ProblemCode, number>> = {
  'not-found': 404,
  'class-unknown': 404,
  'class-ended': 410,
  'class-full': 409,
  'class-closed': 409,
  'player-removed': 403,
  'no-such-player': 404,
  'link-wrong': 401,
  'reentry-wrong': 404,
  'invite-wrong': 404,
  'list-only': 403,
  'record-damaged': 409,
  'rules-older': 409,
  'record-forged': 409,
  'moment-unknown': 409,
  'homework-over': 410,
  'game-over': 409,
  'too-many-dry-runs': 409,
  'dry-run-gone': 410,
  'key-wrong': 401,
  'token-unknown': 401,
  'too-large': 413,
  'too-fast': 429,
  'store-unavailable': 503,
  unexpected: 500,
};

/** Titles for readers of logs; screens have texts for each code. */
const TITLE: Partial<Record<ProblemCode, string>> = {
  'not-found': 'There is nothing at this address',
  'class-unknown': 'No class has this code',
  'class-ended': 'The class has ended',
  'class-full': 'The class is full',
  'class-closed': 'The instructor lets nobody new in just now',
  'record-damaged': 'The record is damaged: it can be exported and deleted, and not played on',
  'record-forged': 'The record is not as it was written: it cannot be played on',
  'homework-over': 'The homework was due before now',
  'no-such-district': 'The class has no such district',
  'no-such-player': 'Nobody in the class is called that',
  'no-such-role': 'There is no such seat in the scenario',
  'player-removed': 'The instructor has removed this person from the class',
  'list-only': 'Nobody joins this class but those on its roster',
  'invite-wrong': 'The link is none of this class',
  'reentry-wrong': 'The re-entry code is wrong, used up or too old',
  'roster-twice': 'Two labels of the roster are the same',
  'too-many-dry-runs': 'Another dry run is still going',
  'moment-unknown': 'The record does not come to this round and phase',
  'game-over': 'The game is over there: nothing follows that could be played',
  'parameter-not-open': 'A number that only the start reads cannot change in mid-game',
  'pasts-differ': 'Districts that are played on together must have the same seats and as many rounds',
  'no-such-population': 'There is no bot of this name for a firm',
  'rules-older': 'It was played by older rules: it can be looked at, and not played on',
  'dry-run-gone': 'The process that played this dry run is gone, or it was over long ago',
  'key-wrong': 'The instructor key is wrong or missing',
  'too-large': 'The request is too large',
  'no-such-scenario': 'There is no such scenario',
  'no-such-parameter': 'The scenario has no such parameter',
  'settings-out-of-range': 'A setting is out of its range',
  'treatments-alike': 'Two treatments differ in nothing but their names',
  'treatments-two': 'Treatments are none, or two and more with different names',
  'too-fast': 'Too many requests from this address',
  'name-blank': 'The name is blank',
  'name-too-long': 'The name is too long',
  'token-malformed': 'The token is malformed',
  'not-understood': 'The request could not be understood',
  'store-unavailable': 'The store cannot be reached just now; nothing was changed',
  unexpected: 'Something went wrong on the server',
};

/** `detail`: what is wrong in this request, for the author of the client. */
export function problem(response: Response, code: ProblemCode, detail?: string): void {
  const status = STATUS[code] ?? 400;
  const type = `urn:electronics-street:problem:${code}`;
  const body: Problem = { type, title: TITLE[code] ?? code, status, code, ...omitUndefined({ detail }) };
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

export function refusal(response: Response, { refused }: WireRefusal): void {
  problem(response, refused);
}
