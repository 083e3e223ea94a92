/** The game this browser plays alone: which one, and whether its player sits in it or stands before the choice. */
import { signal } from '@preact/signals';
import { given } from '../../shared/engine/given.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { forget, type Membership, membership, remember } from './membership.ts';

export const practiceGame = signal<Membership | undefined>(membership('practice'));
export const inPractice = signal(false);

export function enterPractice(
  { classId, code }: Pick<Membership, 'classId' | 'code'>,
  name: string,
  /** The game whose luck this one has, at its end. */
  last?: SeatView,
): void {
  const lastScore = last?.public.seats[last.seat]?.finalScore ?? last?.score;
  const joined = { classId, code, name, ...given({ lastScore, lastScores: last?.scores }) };
  remember('practice', joined);
  practiceGame.value = joined;
  inPractice.value = true;
}

/** How the game with the same luck stood after as many years; undefined in any other game. */
export function lastTimeAfter(years: number): number | undefined {
  return inPractice.value ? practiceGame.value?.lastScores?.[years - 1] : undefined;
}

/** Its end has been seen: from now on it is not one to be finished. */
export function practiceOver(classId: string): void {
  const game = practiceGame.peek();
  if (game?.classId !== classId || game.over === true) return;
  remember('practice', { ...game, over: true });
  practiceGame.value = { ...game, over: true };
}

export function discardPractice(): void {
  forget('practice');
  practiceGame.value = undefined;
  inPractice.value = false;
}
