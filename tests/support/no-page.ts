/** A browser's globals for code of a page that runs under Node: nothing is seen and nothing happens by itself. */
import { vi } from 'vitest';

export function stubPage(windowHas: object = {}): void {
  const target = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('window', { ...target, ...windowHas });
  vi.stubGlobal('document', target);
}
