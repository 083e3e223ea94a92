import type { Logger } from '../logging.ts';

/** Calls every listener, even if another fails. */
export function callAll<Told extends readonly unknown[]>(
  listeners: ReadonlySet<(...told: Told) => void>,
  log: Logger,
  ...told: Told
): void {
  for (const listener of listeners) {
    try {
      listener(...told);
    } catch (error) {
      log.error({ err: error }, 'a listener failed');
    }
  }
}
