/** Structured logs: one JSON object a line. Names, tokens and keys are never logged, only opaque ids. */
import { type Logger, pino } from 'pino';

export type { Logger };

/** What waits for a full disk, in characters; later lines are dropped. */
const MOST_WAITING = 65_536;

export function makeLogger(level: string): Logger {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MOST_WAITING });
  // Where no line can be written the game goes on without its log.
  output.on('error', () => undefined);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['token', 'key', 'authorization', '*.token', '*.key', '*.authorization'],
    },
    // Without its flush: that would hold everything up until the disk has room.
    { write: (line) => output.write(line) },
  );
}
