/** Whether a WebSocket to the server can be opened from here, and if not, whether the server can be reached at all. */
import { type LineTrouble, reportLine } from '../state/line.ts';

/** With what follows, a page says within five seconds that it cannot be opened. */
export const OPENS_WITHIN_MS = 3_000;
const ANSWERS_WITHIN_MS = 1_200;
/** Longer than a crowd at the door takes, so that nobody is told for nothing. */
const SLOW_MS = 2_000;

export function endpoint(): string {
  return location.origin;
}

/** Opens one that belongs to no room, and closes it again. */
export function socketOpens(ms = OPENS_WITHIN_MS): Promise<boolean> {
  return new Promise((told) => {
    const socket = new WebSocket(endpoint().replace(/^http/, 'ws'));
    const done = (opens: boolean) => {
      clearTimeout(patience);
      socket.close();
      told(opens);
    };
    const patience = setTimeout(() => done(false), ms);
    socket.addEventListener('open', () => done(true));
    socket.addEventListener('error', () => done(false));
  });
}

export async function whyNotOpen(): Promise<LineTrouble> {
  try {
    await fetch(`${endpoint()}/healthz`, { cache: 'no-store', signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    return 'blocked';
  } catch {
    return 'unreachable';
  }
}

/** Says that no answer comes, for as long as none does. */
export async function sayIfSlow<T>(asking: Promise<T>): Promise<T> {
  const line = {};
  let answered = false;
  const slow = setTimeout(async () => {
    reportLine(line, 'quiet');
    // Whoever answers another question is only slow with this one.
    const trouble = await whyNotOpen();
    if (!answered && trouble === 'unreachable') reportLine(line, trouble);
  }, SLOW_MS);
  try {
    return await asking;
  } finally {
    answered = true;
    clearTimeout(slow);
    reportLine(line, undefined);
  }
}

/** For a page that needs no line yet and will soon. Returns how to stop. */
export function watchForBlocks(): () => void {
  const line = {};
  let stopped = false;
  const look = async () => {
    const trouble = (await socketOpens()) ? undefined : await whyNotOpen();
    if (!stopped) reportLine(line, trouble);
  };
  look();
  return () => {
    stopped = true;
    reportLine(line, undefined);
  };
}
