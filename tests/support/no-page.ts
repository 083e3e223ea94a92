/** Minimal browser globals for page code under Node, without rendering or events. */
import { vi } from 'vitest';

export function stubPage(windowHas: object = {}): void {
  const target = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('window', { ...target, ...windowHas });
  vi.stubGlobal('document', target);
}
