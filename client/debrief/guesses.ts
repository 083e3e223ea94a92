/**
 * What the class believed before it looked: handed in on students' own devices, or on this screen. A class opened from
 * the server is followed until the reveal, since some are still drawing while the page is already on the wall.
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

/** The class on the server that is shown, if it is one. */
export const followed = signal<Followed | undefined>(undefined);
const fromDevices = signal<readonly Prediction[]>([]);
/** By district. */
const onScreen = signal<ReadonlyMap<string, readonly Guess[]>>(new Map());

function shownKey(): string {
  return district.value === undefined ? '' : keyOf(district.value);
}

const ofDevices = computed<readonly Guess[]>(() =>
  fromDevices.value
    .filter((prediction) => String(prediction.district) === shownKey())
    .map(({ player, figure, income }) => ({ name: player, figure, curve: income })),
);
/** Those handed in on this screen for the district shown. */
export const handedIn = computed<readonly Guess[]>(() => onScreen.value.get(shownKey()) ?? []);

/** All of the district shown. */
export const guesses = computed<readonly Guess[]>(() => [...ofDevices.value, ...handedIn.value]);

/** How many people of the district shown have predicted; only for a class on the server. */
export const predicted = computed(() => {
  const shown = district.value;
  if (followed.value === undefined || shown === undefined || shown.modelled) return undefined;
  const asked = shown.chronicle.final.seats.filter(({ player }) => player !== undefined).length;
  return asked === 0 ? undefined : { made: ofDevices.value.length, asked };
});

/** How many people of the whole class have predicted; only for a class on the server. */
export const predictedInClass = computed(() => {
  if (followed.value === undefined) return undefined;
  const asked = played.value.reduce(
    (sum, { chronicle }) => sum + chronicle.final.seats.filter(({ player }) => player !== undefined).length,
    0,
  );
  return asked === 0 ? undefined : { made: fromDevices.value.length, asked };
});

/** Which figure how many of the class chose on their devices. */
export const chosenInClass = computed(() => fromDevices.value.map(({ figure }) => figure));

export function addGuess(guess: Guess): void {
  const name = shownKey();
  onScreen.value = new Map(onScreen.value).set(name, [...handedIn.value, guess]);
}

/** What students handed in on their own devices stays theirs. */
export function clearHandedIn(): void {
  onScreen.value = new Map(onScreen.value).set(shownKey(), []);
}

/** In place of all there were: another record is open. Without a class it is a file's, and nobody predicts any more. */
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

/** Until the answer's function is called, which asks once more: what students hand in meanwhile comes in by itself. */
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
