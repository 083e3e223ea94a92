/** This person's prediction by district, stored on this device to be compared with the outcome. */
import { signal } from '@preact/signals';
import { FIGURES, type Figure } from '../../shared/engine/figure-reading.ts';
import { observing } from './classroom.ts';
import { seated } from './game.ts';
import { isFields, isNumber, isOneOf } from './guards.ts';
import { local, readJson } from './storage.ts';

interface OwnPrediction {
  readonly figure: Figure;
  /** Income of the district by round. */
  readonly income: readonly number[];
}

const isFigure = isOneOf(FIGURES);

function keyOf(what: 'prediction' | 'guess-left'): string {
  return `${what}.${seated.value?.districtId ?? observing.value?.districtId ?? ''}`;
}

function kept(): OwnPrediction | undefined {
  const value = readJson(local, keyOf('prediction'));
  if (!isFields(value)) return undefined;
  const { figure, income } = value;
  return isFigure(figure) && Array.isArray(income) ? { figure, income: income.filter(isNumber) } : undefined;
}

const changes = signal(0);

export function ownPrediction(): OwnPrediction | undefined {
  // Read as a dependency, so that components redraw after a prediction.
  return changes.value >= 0 ? kept() : undefined;
}

export function keepPrediction(prediction: OwnPrediction): void {
  local.set(keyOf('prediction'), JSON.stringify(prediction));
  changes.value += 1;
}

/** Whether this person skipped the prediction. */
export function guessLeft(): boolean {
  return changes.value >= 0 && local.get(keyOf('guess-left')) !== undefined;
}

export function leaveGuess(): void {
  local.set(keyOf('guess-left'), 'yes');
  changes.value += 1;
}
