/** The server's clock, and a signal that ticks with it. Countdowns never use the device's clock, which may be wrong. */
import { signal } from '@preact/signals';

/** Server time minus device time, in milliseconds. */
const offset = signal(0);
const device = signal(Date.now());

/**
 * Updates the offset from a message's server time. The latest is the best estimate, since clocks drift by seconds a
 * day.
 */
export function syncClock(serverNow: number): void {
  offset.value = serverNow - Date.now();
  device.value = Date.now();
}

export function serverNow(): number {
  return device.value + offset.value;
}

/** Milliseconds to a deadline, never below 0. A component that reads it is updated every tick. */
export function leftUntil(deadline: number): number {
  return Math.max(0, deadline - serverNow());
}

/** Ticks while somebody watches a countdown; returns a disposer. */
export function runClock(): () => void {
  const timer = setInterval(() => {
    device.value = Date.now();
  }, 250);
  return () => clearInterval(timer);
}

const PRESSING_MS = 15_000;

/** Whether so little time is left that the clock is red. */
export function isPressing(left: number): boolean {
  return left <= PRESSING_MS;
}

/** `1:05` */
export function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
