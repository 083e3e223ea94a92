/** A class's records over HTTP with the instructor's key: export as a file, and deletion. */
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

/** File name from the header; names beyond ASCII are in its second form (RFC 6266). */
function nameIn(disposition: string): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  return encoded === undefined ? plain : decodeURIComponent(encoded);
}

/** An export: everything as a zip, with or without names, or the gradebook. */
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

/** Takes the desk's id of the person. Idempotent. */
export function erasePerson(classId: string, person: string, key: string): Promise<Answer<ErasePersonAnswer>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/people/${encodeURIComponent(person)}`;
  return patiently(path, withKey(key, 'DELETE'));
}

export function classEnds(classId: string, key: string): Promise<Answer<ClassEnds>> {
  return once(`/api/classes/${encodeURIComponent(classId)}/links`, withKey(key));
}

/** The district goes on from its last whole record. Idempotent. */
export function repairDistrict(classId: string, district: number, key: string): Promise<Answer<RepairAnswer>> {
  const path = `/api/classes/${encodeURIComponent(classId)}/districts/${district}/repair`;
  return patiently(path, withKey(key, 'POST'));
}

export function deleteClass(classId: string, key: string): Promise<Answer<DeleteClassAnswer>> {
  return once(`/api/classes/${encodeURIComponent(classId)}`, withKey(key, 'DELETE'));
}
