/**
 * The server's clock as this page knows it, and a signal that moves with it. Countdowns follow the server, never the
 * device: a phone an hour wrong must still show the right number of seconds.
 */
import { signal } from '@preact/signals';

/** Server time less device time, in milliseconds. */
const offset = signal(0);
const device = signal(Date.now());

/** A message from the server carried its time. The latest is the best guess: drift is seconds a day at most. */
export function heard(serverNow: number): void {
  offset.value = serverNow - Date.now();
  device.value = Date.now();
}

export function serverNow(): number {
  return device.value + offset.value;
}

/** Milliseconds to a deadline, never below 0. Reading it inside a component keeps that component up to date. */
export function leftUntil(deadline: number): number {
  return Math.max(0, deadline - serverNow());
}

/** While somebody watches a countdown, time moves. Answers how to stop it. */
export function runClock(): () => void {
  const timer = setInterval(() => {
    device.value = Date.now();
  }, 250);
  return () => clearInterval(timer);
}

/** `1:05` */
export function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
