/** A class's records over HTTP with the instructor's key: export as a file, and deletion. */
import type {
  ClassEnds,
  DeleteClassAnswer,
  ErasePersonAnswer,
  RepairAnswer,
} from '../../shared/protocol/class-http.ts';
import { type Answer, classPath, once, onceAs, withKey, withRetries } from './http.ts';

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
export function fetchExport(classId: string, key: string, file: Saved): Promise<Answer<SavedFile>> {
  return onceAs(classPath(classId, `/export/${PATHS[file]}`), withKey(key), async (response) => {
    const name = nameIn(response.headers.get('content-disposition') ?? '') ?? file;
    return { name, content: await response.blob() };
  });
}

/** Takes the desk's id of the person. Idempotent. */
export function erasePerson(classId: string, person: string, key: string): Promise<Answer<ErasePersonAnswer>> {
  return withRetries(classPath(classId, `/people/${encodeURIComponent(person)}`), withKey(key, 'DELETE'));
}

export function classEnds(classId: string, key: string): Promise<Answer<ClassEnds>> {
  return once(classPath(classId, '/links'), withKey(key));
}

/** The district goes on from its last whole record. Idempotent. */
export function repairDistrict(classId: string, district: number, key: string): Promise<Answer<RepairAnswer>> {
  return withRetries(classPath(classId, `/districts/${district}/repair`), withKey(key, 'POST'));
}

export function deleteClass(classId: string, key: string): Promise<Answer<DeleteClassAnswer>> {
  return once(classPath(classId), withKey(key, 'DELETE'));
}
