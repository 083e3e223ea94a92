/**
 * For what comes in a second, on a machine that does ten other things at once. How quick something has to be is a matter
 * of the benches.
 */
export const PATIENCE_MS = 90_000;

/** Waits for something to become true, and says what it waited for when it does not. */
export async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${PATIENCE_MS} ms in vain for: ${what}`);
    await pause(10);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** By how much this process was late with what was due since, in all: others had its processors. */
export function lateness(everyMs = 20): () => number {
  let late = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    late += Math.max(0, now - last - everyMs);
    last = now;
  }, everyMs);
  return () => {
    clearInterval(timer);
    return late;
  };
}
