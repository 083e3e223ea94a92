/** What a player gets after a game: the record of a practice; in a class their story, and what the desk opens. */
import { type Answer, classPath, onceAs, withKey } from './http.ts';
import { ownToken } from './token.ts';

const TIMEOUT_MS = 20_000;

function ownEnd<T>(path: string, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
  return onceAs(path, { ...withKey(ownToken()), signal: AbortSignal.timeout(TIMEOUT_MS) }, read);
}

export function ownRecord(classId: string): Promise<Answer<string>> {
  return ownEnd(`/api/practice/${encodeURIComponent(classId)}/record`, (response) => response.text());
}

export function storyInClass<Told>(classId: string): Promise<Answer<Told>> {
  return ownEnd<Told>(classPath(classId, '/own/story'), (response) => response.json());
}

export function recordInClass(classId: string): Promise<Answer<string>> {
  return ownEnd(classPath(classId, '/own/record'), (response) => response.text());
}
