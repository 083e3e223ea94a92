/** The two trial years: whether this device has seen them, and whether they are on the screen. */
import { signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';
import { local } from './storage.ts';

const KEY = 'trial';
const SEEN = 'seen';

/** The house they are played from; an empty one stands for any. */
interface Trial {
  readonly seat?: Seat;
}

export const trial = signal<Trial | undefined>(undefined);

/** Begins them for somebody who has not seen them on this device. */
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
