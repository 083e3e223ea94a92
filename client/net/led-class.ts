/** The class this tab leads, remembered over a reload, with the secrets that are shown only once. */
import type { ClassLinks } from '../../shared/protocol/class-http.ts';
import { type Memory, readJson, session } from '../state/storage.ts';
import type { Opener } from './desk-room.ts';

export interface LedClass {
  readonly classId: string;
  readonly code: string;
  readonly opener: Opener;
  readonly links: Partial<ClassLinks>;
}

/** What opens the class's record: the instructor's key, or a co-instructor's link. */
export function secretOf(opener: Opener): string {
  return 'key' in opener ? opener.key : opener.link;
}

const KEY = 'desk';

export function keptClass(memory: Memory = session): LedClass | undefined {
  const kept = readJson(memory, KEY) as Partial<LedClass> | undefined;
  const { classId, code, opener, links = {} } = kept ?? {};
  return classId === undefined || code === undefined || opener === undefined
    ? undefined
    : { classId, code, opener, links };
}

export function keepClass(led: LedClass, memory: Memory = session): void {
  memory.set(KEY, JSON.stringify(led));
}

export function forgetClass(memory: Memory = session): void {
  memory.remove(KEY);
}
