/** The class open in this tab with its key, kept over a reload until another record is opened. */
import { keptClass, secretOf } from '../net/led-class.ts';
import { isFields } from '../state/guards.ts';
import { type Memory, readJson, session } from '../state/storage.ts';

interface OpenedClass {
  readonly code: string;
  readonly key: string;
}

const KEY = 'debrief';

export function keptOpened(memory: Memory = session): OpenedClass | undefined {
  const kept = readJson(memory, KEY);
  if (!isFields(kept)) return undefined;
  const { code, key } = kept;
  return typeof code === 'string' && typeof key === 'string' ? { code, key } : undefined;
}

export function keepOpened(opened: OpenedClass, memory: Memory = session): void {
  memory.set(KEY, JSON.stringify(opened));
}

export function forgetOpened(memory: Memory = session): void {
  memory.remove(KEY);
}

/** The key of that class, or of the desk that this tab leads; empty without either. */
export function knownKey(): string {
  const led = keptClass();
  return keptOpened()?.key ?? (led === undefined ? '' : secretOf(led.opener));
}
