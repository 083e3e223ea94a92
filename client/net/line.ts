/** Checks whether a WebSocket to the server opens, and if not, whether the server is reachable. */
import { type LineTrouble, reportLine } from '../state/line.ts';

/** Together with the rest of the check, a page reports trouble within five seconds. */
export const OPENS_WITHIN_MS = 3_000;
const ANSWERS_WITHIN_MS = 1_200;
/** Longer than a crowded server needs, to avoid false reports. */
const SLOW_MS = 2_000;

export function endpoint(): string {
  return location.origin;
}

/** Opens a socket that belongs to no room, and closes it again. */
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

/** Reports while no answer comes. */
export async function sayIfSlow<T>(asking: Promise<T>): Promise<T> {
  const line = {};
  let answered = false;
  const slow = setTimeout(async () => {
    reportLine(line, 'quiet');
    // If the server answers another request, this one is only slow.
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

/** For a page that will need a connection soon; returns a disposer. */
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
