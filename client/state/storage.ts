/**
 * The browser's two memories, under the game's own prefix. A browser that forbids them (private windows, full disks)
 * still plays: what could not be kept is kept for as long as the page lives.
 */
const PREFIX = 'electronics-street.';

export interface Memory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

function memory(kind: 'localStorage' | 'sessionStorage'): Memory {
  const spare = new Map<string, string>();
  const guard = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(window[kind]);
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => guard((storage) => storage.getItem(PREFIX + key), null) ?? spare.get(key),
    set: (key, value) => {
      spare.set(key, value);
      guard((storage) => storage.setItem(PREFIX + key, value), undefined);
    },
    remove: (key) => {
      spare.delete(key);
      guard((storage) => storage.removeItem(PREFIX + key), undefined);
    },
  };
}

export const local = memory('localStorage');
export const session = memory('sessionStorage');

/** A value kept as JSON, or undefined when there is none or it cannot be read any more. */
export function readJson(from: Memory, key: string): unknown {
  const text = from.get(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
