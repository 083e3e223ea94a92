/**
 * The class's predictions, from students' devices or made on this screen. While a class of the server has not seen the
 * reveal they are polled, since some are still drawing.
 */
import { computed, signal } from '@preact/signals';
import type { Figure } from '../../shared/engine/figure-reading.ts';
import type { Prediction } from '../../shared/protocol/class-student.ts';
import { classPredictions } from '../net/predictions.ts';
import { district, keyOf, played } from './debrief-signals.ts';

export interface Guess {
  readonly name: string;
  readonly figure: Figure;
  /** Income by round. */
  readonly curve: readonly number[];
}

interface Followed {
  readonly classId: string;
  readonly key: string;
}

const EVERY_MS = 3_000;

/** The class of the server that is shown, if any. */
export const followed = signal<Followed | undefined>(undefined);
const fromDevices = signal<readonly Prediction[]>([]);
/** Predictions made on this screen, by district. */
const onScreen = signal<ReadonlyMap<string, readonly Guess[]>>(new Map());

function shownKey(): string {
  return district.value === undefined ? '' : keyOf(district.value);
}

const ofDevices = computed<readonly Guess[]>(() =>
  fromDevices.value
    .filter((prediction) => String(prediction.district) === shownKey())
    .map(({ player, figure, income }) => ({ name: player, figure, curve: income })),
);
/** Predictions made on this screen for the district shown. */
export const handedIn = computed<readonly Guess[]>(() => onScreen.value.get(shownKey()) ?? []);

/** All predictions for the district shown. */
export const guesses = computed<readonly Guess[]>(() => [...ofDevices.value, ...handedIn.value]);

/** How many people of the district shown have predicted; only for a class of the server. */
export const predicted = computed(() => {
  const shown = district.value;
  if (followed.value === undefined || shown === undefined || shown.modelled) return undefined;
  const asked = shown.chronicle.final.seats.filter(({ player }) => player !== undefined).length;
  return asked === 0 ? undefined : { made: ofDevices.value.length, asked };
});

/** How many people of the whole class have predicted; only for a class of the server. */
export const predictedInClass = computed(() => {
  if (followed.value === undefined) return undefined;
  const asked = played.value.reduce(
    (sum, { chronicle }) => sum + chronicle.final.seats.filter(({ player }) => player !== undefined).length,
    0,
  );
  return asked === 0 ? undefined : { made: fromDevices.value.length, asked };
});

/** Figures that the class predicted on its devices. */
export const chosenInClass = computed(() => fromDevices.value.map(({ figure }) => figure));

export function addGuess(guess: Guess): void {
  const name = shownKey();
  onScreen.value = new Map(onScreen.value).set(name, [...handedIn.value, guess]);
}

/** Clears predictions made on this screen only. */
export function clearHandedIn(): void {
  onScreen.value = new Map(onScreen.value).set(shownKey(), []);
}

/** Replaces all predictions when another record is opened. Without a class it is a file, and nothing is polled. */
export async function openGuesses(from?: Followed): Promise<void> {
  onScreen.value = new Map();
  fromDevices.value = [];
  followed.value = from;
  if (from !== undefined) await askAgain(from);
}

async function askAgain(from: Followed): Promise<void> {
  const told = await classPredictions(from.classId, from.key);
  if (told !== undefined && followed.peek() === from) fromDevices.value = told;
}

/** Polls for predictions until the returned disposer is called, which fetches once more. */
export function followGuesses(): () => void {
  const look = () => {
    const from = followed.peek();
    if (from !== undefined && document.visibilityState === 'visible') askAgain(from);
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    look();
  };
}
