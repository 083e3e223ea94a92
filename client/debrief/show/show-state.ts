/** State of the show: its slides, the present one, counted hands, and start times. */
import { computed, signal } from '@preact/signals';
import { type Lesson, minutesOf, type Slide, showOf } from '../../../shared/debrief/show.ts';
import type { Figure } from '../../../shared/engine/figure-reading.ts';
import { desk } from '../../state/desk.ts';
import { chooseDistrict, districts, played, reveal } from '../debrief-signals.ts';

/** Lesson length that the presenter chose; undefined: the one that fits the number of rounds. */
export const chosenLesson = signal<Lesson | undefined>(undefined);
const SHORT_GAME = 8;
/** Index of the slide; undefined while no show is on. */
export const slideAt = signal<number | undefined>(undefined);
/** Hands counted for each figure before the reveal. */
export const hands = signal<Readonly<Record<Figure, number>>>({ '2': 0, '3': 0, '4': 0 });
/** Start times in milliseconds since the epoch. */
export const began = signal({ show: 0, slide: 0 });

/** Closes this slide's poll. The next step calls it before it turns the slide. */
export const gate = signal<(() => void) | undefined>(undefined);

export const chronicles = computed(() => played.value.map(({ chronicle }) => chronicle));
export const lesson = computed<Lesson>(
  () => chosenLesson.value ?? (chronicles.value.every(({ rounds }) => rounds.length <= SHORT_GAME) ? 50 : 80),
);
/** Whether the desk's finale has already revealed the end to the class. */
const wasTold = computed(() => {
  const step = desk.value?.finale;
  return step !== undefined && step !== 'count' && step !== 'guesses';
});
export const slides = computed<readonly Slide[]>(() => {
  if (chronicles.value.length === 0) return [];
  const all = showOf(chronicles.value);
  return wasTold.value ? all.filter(({ kind }) => kind !== 'guess') : all;
});
export const minutes = computed(() => minutesOf(slides.value, lesson.value));
export const slide = computed(() => (slideAt.value === undefined ? undefined : slides.value[slideAt.value]));

export function startShow(): void {
  const now = Date.now();
  began.value = { show: now, slide: now };
  hands.value = { '2': 0, '3': 0, '4': 0 };
  enter(0);
}

export function endShow(): void {
  slideAt.value = undefined;
}

export function step(by: number): void {
  if (slideAt.value === undefined) return;
  if (by > 0 && gate.value !== undefined) {
    gate.value();
    return;
  }
  enter(Math.min(slides.value.length - 1, Math.max(0, slideAt.value + by)));
}

/** Shows the slide's district, and marks as revealed what the slide gives away. */
function enter(at: number): void {
  slideAt.value = at;
  began.value = { ...began.value, slide: Date.now() };
  const shown = slides.value[at];
  if (shown === undefined || shown.kind === 'guess') return;
  reveal('all');
  const about = districtOf(shown);
  const target = about === undefined ? undefined : played.value[about];
  if (target !== undefined) chooseDistrict(districts.value.indexOf(target));
}

/** Index among the recorded districts. */
function districtOf(shown: Slide): number | undefined {
  if (shown.kind === 'turn' || shown.kind === 'betrayal') return shown.district;
  return shown.kind === 'contradiction' ? shown.found.districts[0] : undefined;
}

export function countHand(figure: Figure): void {
  hands.value = { ...hands.value, [figure]: hands.value[figure] + 1 };
}
