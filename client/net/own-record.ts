/** What a player gets after a game: the record of a practice; in a class their story, and what the desk opens. */
import { bearer } from './bearer.ts';
import type { Answer } from './http.ts';
import { ownToken } from './token.ts';

const TIMEOUT_MS = 20_000;

async function ownEnd<T>(path: string, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      headers: { authorization: bearer(ownToken()) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { ok: true, value: await read(response) };
    return { ok: false, code: response.status === 404 ? 'not-found' : 'unexpected' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

export function ownRecord(classId: string): Promise<Answer<string>> {
  return ownEnd(`/api/practice/${encodeURIComponent(classId)}/record`, (response) => response.text());
}

export function storyInClass<Told>(classId: string): Promise<Answer<Told>> {
  return ownEnd<Told>(`/api/classes/${encodeURIComponent(classId)}/own/story`, (response) => response.json());
}

export function recordInClass(classId: string): Promise<Answer<string>> {
  return ownEnd(`/api/classes/${encodeURIComponent(classId)}/own/record`, (response) => response.text());
}
