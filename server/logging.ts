/** Structured logs: one JSON object a line. Names, tokens and keys are never logged, only opaque ids. */
import { type Logger, pino } from 'pino';

export type { Logger };

export function makeLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['token', 'key', 'authorization', '*.token', '*.key', '*.authorization'],
  });
}
