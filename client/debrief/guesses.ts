/** What the class believed before it looked: handed in on students' own devices, or on this screen. */
import { computed, signal } from '@preact/signals';
import type { Figure } from '../../shared/engine/figures.ts';
import type { Prediction } from '../../shared/protocol/desk.ts';
import { district } from './state.ts';

export interface Guess {
  readonly name: string;
  readonly figure: Figure;
  /** Income by round. */
  readonly curve: readonly number[];
}

const byDistrict = signal<ReadonlyMap<string, readonly Guess[]>>(new Map());

/** Those of the district shown. */
export const guesses = computed<readonly Guess[]>(() => byDistrict.value.get(district.value?.name ?? '') ?? []);

function handIn(name: string, guess: Guess): void {
  byDistrict.value = new Map(byDistrict.value).set(name, [...(byDistrict.value.get(name) ?? []), guess]);
}

export function addGuess(guess: Guess): void {
  handIn(district.value?.name ?? '', guess);
}

/** Of the district shown. */
export function clearGuesses(): void {
  byDistrict.value = new Map(byDistrict.value).set(district.value?.name ?? '', []);
}

/** In place of all there were: another record is open. */
export function openGuesses(predictions: readonly Prediction[]): void {
  byDistrict.value = new Map();
  for (const { player, district: number, figure, income } of predictions) {
    handIn(String(number), { name: player, figure, curve: income });
  }
}
