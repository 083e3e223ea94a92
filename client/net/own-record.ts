/** The record of a game played alone, for the one who played it, once it is over. */
import { bearer } from './bearer.ts';
import type { Answer } from './http.ts';
import { ownToken } from './token.ts';

const TIMEOUT_MS = 20_000;

export async function ownRecord(classId: string): Promise<Answer<string>> {
  try {
    const response = await fetch(`/api/practice/${encodeURIComponent(classId)}/record`, {
      headers: { authorization: bearer(ownToken()) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { ok: true, value: await response.text() };
    return { ok: false, code: response.status === 404 ? 'not-found' : 'unexpected' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
