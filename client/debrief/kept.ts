/** The class this tab has open, remembered over a reload as the desk remembers its own: with its key, until another record. */
import { type Memory, readJson, session } from '../state/storage.ts';

interface OpenedClass {
  readonly code: string;
  readonly key: string;
}

const KEY = 'debrief';

export function keptOpened(memory: Memory = session): OpenedClass | undefined {
  const { code, key } = (readJson(memory, KEY) as Partial<OpenedClass> | undefined) ?? {};
  return code === undefined || key === undefined ? undefined : { code, key };
}

export function keepOpened(opened: OpenedClass, memory: Memory = session): void {
  memory.set(KEY, JSON.stringify(opened));
}

export function forgetOpened(memory: Memory = session): void {
  memory.remove(KEY);
}
