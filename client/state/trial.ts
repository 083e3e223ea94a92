/** The trial years: whether this device has seen them, and whether they are on screen. */
import { signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';
import { local } from './storage.ts';

const KEY = 'trial';
const SEEN = 'seen';

/** The house to play from; absent: any. */
interface Trial {
  readonly seat?: Seat;
}

export const trial = signal<Trial | undefined>(undefined);

/** Starts them unless this device has seen them. */
export function offerTrial(from: Trial = {}): void {
  if (local.get(KEY) !== SEEN) trial.value = from;
}

export function replayTrial(from: Trial = {}): void {
  trial.value = from;
}

export function endTrial(): void {
  local.set(KEY, SEEN);
  trial.value = undefined;
}
