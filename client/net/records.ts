/** What is kept of a class, over HTTP with the instructor's key: its data as one file, and its deletion. */
import type { DeleteClassAnswer, Problem } from '../../shared/protocol/class-http.ts';
import { bearer } from './bearer.ts';
import { type Answer, once } from './http.ts';

function withKey(key: string, method: 'GET' | 'DELETE' = 'GET'): RequestInit {
  return { method, headers: { authorization: bearer(key) } };
}

/** Everything in one zip. */
export async function fetchExport(classId: string, key: string, names: boolean): Promise<Answer<Blob>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/export/all.zip${names ? '?names=1' : ''}`;
  try {
    const response = await fetch(path, withKey(key));
    if (!response.ok) return { ok: false, code: ((await response.json()) as Partial<Problem>).code ?? 'unexpected' };
    return { ok: true, value: await response.blob() };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

export function deleteClass(classId: string, key: string): Promise<Answer<DeleteClassAnswer>> {
  return once(`/api/classes/${encodeURIComponent(classId)}`, withKey(key, 'DELETE'));
}
