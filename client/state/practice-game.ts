/** This browser's practice: which game, and whether the player is in it or choosing. */
import { signal } from '@preact/signals';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { forget, type Membership, membership, remember } from './membership.ts';

export const practiceGame = signal<Membership | undefined>(membership('practice'));
export const inPractice = signal(false);

export function enterPractice(
  { classId, code }: Pick<Membership, 'classId' | 'code'>,
  name: string,
  /** End of the earlier game whose luck this one repeats. */
  last?: SeatView,
): void {
  const lastScore = last?.public.seats[last.seat]?.finalScore ?? last?.score;
  const joined = { classId, code, name, ...omitUndefined({ lastScore, lastScores: last?.scores }) };
  remember('practice', joined);
  practiceGame.value = joined;
  inPractice.value = true;
}

/** Score in the earlier game after as many years; undefined without one. */
export function lastTimeAfter(years: number): number | undefined {
  return inPractice.value ? practiceGame.value?.lastScores?.[years - 1] : undefined;
}

/** Marks the game as finished once its end was seen. */
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
