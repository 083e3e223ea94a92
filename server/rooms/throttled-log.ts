/**
 * Limits a library's log, which has a stack trace for each forged frame: a few first lines per window, and the count of
 * the others.
 */
import type { Logger } from '../logging.ts';

const WHILE_MS = 10_000;
const MOST = 10;
const LONGEST = 200;

type Write = (message: unknown) => void;

export function throttledLog(log: Logger, now: () => number = () => performance.now()) {
  let began = now();
  let written = 0;
  const sparing = (write: Write): Write => {
    return (message) => {
      if (now() - began > WHILE_MS) {
        if (written > MOST) log.warn({ more: written - MOST }, 'more of the rooms’ errors were not written');
        began = now();
        written = 0;
      }
      written += 1;
      if (written <= MOST) write(firstLine(message));
    };
  };
  return {
    trace: (message: unknown) => log.trace(firstLine(message)),
    debug: (message: unknown) => log.debug(firstLine(message)),
    info: (message: unknown) => log.info(firstLine(message)),
    warn: sparing((message) => log.warn(message)),
    error: sparing((message) => log.error(message)),
  };
}

function firstLine(message: unknown): string {
  const text = message instanceof Error ? message.message : String(message);
  return (text.split('\n')[0] ?? '').slice(0, LONGEST);
}
