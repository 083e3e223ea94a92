/**
 * A monotonic clock for phases: the wall clock at the start of the process, then time that cannot jump. A wall clock
 * set back by an hour would hold a phase open for an hour.
 */
export function steadyClock(wall: () => number = Date.now): () => number {
  const began = wall() - performance.now();
  return () => Math.round(began + performance.now());
}
