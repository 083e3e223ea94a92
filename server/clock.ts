/**
 * The time by which phases end: the wall clock as it was when the process began, and from there on a clock that cannot
 * jump. A wall clock set back an hour would otherwise hold a phase open for an hour.
 */
export function steadyClock(wall: () => number = Date.now): () => number {
  const began = wall() - performance.now();
  return () => Math.round(began + performance.now());
}
