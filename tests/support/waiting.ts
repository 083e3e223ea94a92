/** For what takes a second on a busy machine. Speed is measured by the benches. */
export const PATIENCE_MS = 90_000;

/** A promise is always there, so it is no condition: use `expect.poll`. */
type Seen<T> = T extends PromiseLike<unknown> ? never : T;

/** Waits for a condition, and names it on timeout. */
export async function until<T>(what: string, look: () => Seen<T> | undefined | false): Promise<T> {
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

/** Total delay of this process's timers since the call, in milliseconds: a measure of other load. */
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
