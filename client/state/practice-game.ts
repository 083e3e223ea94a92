/** The game this browser plays alone: which one, and whether its player sits in it or stands before the choice. */
import { signal } from '@preact/signals';
import { given } from '../../shared/engine/given.ts';
import { forget, type Membership, membership, remember } from './membership.ts';

export const practiceGame = signal<Membership | undefined>(membership('practice'));
export const inPractice = signal(false);

export function enterPractice(
  { classId, code }: Pick<Membership, 'classId' | 'code'>,
  name: string,
  lastScore?: number,
): void {
  const joined = { classId, code, name, ...given({ lastScore }) };
  remember('practice', joined);
  practiceGame.value = joined;
  inPractice.value = true;
}

export function discardPractice(): void {
  forget('practice');
  practiceGame.value = undefined;
  inPractice.value = false;
}
