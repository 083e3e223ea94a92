/** A store hangs if nothing came for a number of seconds in which the server was awake. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Watchdog } from '../../server/aggregate/watchdog.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const lost = vi.fn();
  return { lost, patience: new Watchdog(6, lost) };
}

test('patience ends once, after the given seconds', () => {
  const { lost, patience } = watched();
  patience.start();
  vi.advanceTimersByTime(5_900);
  expect(lost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(lost).toHaveBeenCalledOnce();
});

test('patience restarts with every sign of life, and stops when nothing is awaited', () => {
  const { lost, patience } = watched();
  patience.start();
  vi.advanceTimersByTime(5_000);
  patience.start();
  vi.advanceTimersByTime(5_000);
  patience.stop();
  vi.advanceTimersByTime(60_000);
  expect(lost).not.toHaveBeenCalled();
});
