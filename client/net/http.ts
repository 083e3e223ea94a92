/**
 * The HTTP client. An answer is a value: the result, or a failure. Idempotent requests are retried if the server cannot
 * be reached.
 */

import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type {
  ClassInfo,
  JoinClassAnswer,
  JoinClassRequest,
  OpenClassAnswer,
  PracticeAnswer,
  PracticeRequest,
  Problem,
  ReentryRequest,
} from '../../shared/protocol/class-http.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { askUntilAnswered } from './ask.ts';
import { bearer } from './bearer.ts';
import { holdPlace } from './places.ts';

export type FailureCode = Problem['code'] | 'unreachable';
export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | Failure;

const ATTEMPTS = 6;
const TIMEOUT_MS = 10_000;
/** Longer, because a log to play on from is sent and checked first. */
const OPENING_MS = 60_000;

export function once<T>(path: string, init: RequestInit, patienceMs = TIMEOUT_MS): Promise<Answer<T>> {
  return onceAs(path, { ...init, signal: AbortSignal.timeout(patienceMs) }, (response) =>
    response.status === 204 ? (undefined as T) : response.json(),
  );
}

/** The same for an answer of any form and size, with no limit of time but the request's own. */
export async function onceAs<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => T | Promise<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, init);
    return response.ok ? { ok: true, value: await read(response) } : await failureIn(response);
  } catch (error) {
    return { ok: false, code: error instanceof SyntaxError ? 'unexpected' : 'unreachable' };
  }
}

/** The failure the server states; a proxy without a server behind it states none. */
async function failureIn(response: Response): Promise<Failure> {
  try {
    const { code = 'unexpected' }: Partial<Problem> = await response.json();
    return { ok: false, code };
  } catch {
    return { ok: false, code: response.status >= 502 ? 'unreachable' : 'unexpected' };
  }
}

const WORTH_REPEATING: readonly FailureCode[] = ['unreachable', 'store-unavailable', 'too-fast'];

/** With retries; for idempotent requests only. */
export async function withRetries<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let last: Answer<T> = { ok: false, code: 'unreachable' };
  await askUntilAnswered(
    async () => {
      last = await once<T>(path, init);
      return last.ok || !WORTH_REPEATING.includes(last.code) ? last : undefined;
    },
    (asked) => asked < ATTEMPTS,
  );
  return last;
}

export function withKey(key: string, method: 'GET' | 'POST' | 'DELETE' = 'GET'): RequestInit {
  return { method, headers: { authorization: bearer(key) } };
}

/** `of`: a class's id, or its code where that is enough. */
export function classPath(of: string, rest = ''): string {
  return `/api/classes/${encodeURIComponent(of)}${rest}`;
}

export function post(body: unknown, key?: string): RequestInit {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (key !== undefined) headers.authorization = bearer(key);
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

/** Idempotent: the same token is the same player. */
export async function joinClass(code: string, request: JoinClassRequest): Promise<Answer<JoinClassAnswer>> {
  const answer = await withRetries<JoinClassAnswer>(
    classPath(code, '/players'),
    post({ ...request, wire: WIRE_VERSION }),
  );
  if (answer.ok) holdPlace(answer.value.place);
  return answer;
}

/** Takes over the seat of a re-entry code. Idempotent: the device that has the seat is let in again. */
export function reenterClass(code: string, request: ReentryRequest): Promise<Answer<JoinClassAnswer>> {
  return withRetries(classPath(code, '/reentry'), post(request));
}

export function classInfo(code: string): Promise<Answer<ClassInfo>> {
  return withRetries(classPath(code), {});
}

/** Without retries, since a second request would open a second class. */
export function openClass(request: OpenRequest, key: string): Promise<Answer<OpenClassAnswer>> {
  return once('/api/classes', post(request, key), OPENING_MS);
}

export function openPractice(request: PracticeRequest): Promise<Answer<PracticeAnswer>> {
  return once('/api/practice', post(request));
}

/** The logs of all districts of a class with their texts, for a debrief by the holder of the key. */
export async function classEvents(
  code: string,
  key: string,
): Promise<Answer<{ readonly events: string; readonly title?: string; readonly told?: true }>> {
  const info = await classInfo(code);
  if (!info.ok) return info;
  const { classId, title, told } = info.value;
  return onceAs(classPath(classId, '/export/events.jsonl?names=1'), withKey(key), async (response) => {
    return { events: await response.text(), ...omitUndefined({ title, told }) };
  });
}
