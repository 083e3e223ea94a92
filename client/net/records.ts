/** What is kept of a class, over HTTP with the instructor's key: its data as one file, and its deletion. */
import type {
  ClassEnds,
  DeleteClassAnswer,
  ErasePersonAnswer,
  RepairAnswer,
} from '../../shared/protocol/class-http.ts';
import { bearer } from './bearer.ts';
import { type Answer, failureIn, once, patiently } from './http.ts';

function withKey(key: string, method: 'GET' | 'POST' | 'DELETE' = 'GET'): RequestInit {
  return { method, headers: { authorization: bearer(key) } };
}

const PATHS = { data: 'all.zip', named: 'all.zip?names=1', gradebook: 'gradebook.csv' } as const;
export type Saved = keyof typeof PATHS;

export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

/** As the server calls it; a name that is not plain ASCII stands in the second form (RFC 6266). */
function nameIn(disposition: string): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  return encoded === undefined ? plain : decodeURIComponent(encoded);
}

/** Everything in one zip, with names or without, or who did the work. */
export async function fetchExport(classId: string, key: string, file: Saved): Promise<Answer<SavedFile>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/export/${PATHS[file]}`;
  try {
    const response = await fetch(path, withKey(key));
    if (!response.ok) return failureIn(response);
    const name = nameIn(response.headers.get('content-disposition') ?? '') ?? file;
    return { ok: true, value: { name, content: await response.blob() } };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

/** By the desk's id of the person. Safe to repeat. */
export function erasePerson(classId: string, person: string, key: string): Promise<Answer<ErasePersonAnswer>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/people/${encodeURIComponent(person)}`;
  return patiently(path, withKey(key, 'DELETE'));
}

export function classEnds(classId: string, key: string): Promise<Answer<ClassEnds>> {
  return once(`/api/classes/${encodeURIComponent(classId)}/links`, withKey(key));
}

/** It goes on from its last whole record. Safe to repeat. */
export function repairDistrict(classId: string, district: number, key: string): Promise<Answer<RepairAnswer>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/districts/${district}/repair`;
  return patiently(path, withKey(key, 'POST'));
}

export function deleteClass(classId: string, key: string): Promise<Answer<DeleteClassAnswer>> {
  return once(`/api/classes/${encodeURIComponent(classId)}`, withKey(key, 'DELETE'));
}
