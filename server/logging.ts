/** Structured logs, one JSON object a line. They have opaque ids but never names, tokens or keys. */
import { type Logger, pino } from 'pino';

export type { Logger };

/** Log characters that wait for a full disk; later lines are dropped. */
const MOST_WAITING = 65_536;

export function makeLogger(level: string): Logger {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MOST_WAITING });
  // If no line can be written, the game goes on without its log.
  output.on('error', () => undefined);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['token', 'key', 'authorization', '*.token', '*.key', '*.authorization'],
    },
    // Never flushes synchronously, which would block everything on a full disk.
    { write: (line) => output.write(line) },
  );
}
