/**
 * Local and session storage under the game's prefix. If a browser forbids them (private windows, full disks), values
 * last as long as the page.
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

/** A stored JSON value; undefined if missing or unreadable. */
export function readJson(from: Memory, key: string): unknown {
  const text = from.get(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
