/** What is kept of a class, over HTTP with the instructor's key: its data as one file, and its deletion. */
import type { DeleteClassAnswer, Problem } from '../../shared/protocol/class-http.ts';
import { bearer } from './bearer.ts';
import { type Answer, once } from './http.ts';

function withKey(key: string, method: 'GET' | 'DELETE' = 'GET'): RequestInit {
  return { method, headers: { authorization: bearer(key) } };
}

/** Everything in one zip, saved by the browser like any other file. */
export async function downloadExport(classId: string, key: string, names: boolean): Promise<Answer<undefined>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/export/all.zip${names ? '?names=1' : ''}`;
  try {
    const response = await fetch(path, withKey(key));
    if (!response.ok) return { ok: false, code: ((await response.json()) as Partial<Problem>).code ?? 'unexpected' };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `${classId}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 0);
    return { ok: true, value: undefined };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

export function deleteClass(classId: string, key: string): Promise<Answer<DeleteClassAnswer>> {
  return once(`/api/classes/${encodeURIComponent(classId)}`, withKey(key, 'DELETE'));
}
