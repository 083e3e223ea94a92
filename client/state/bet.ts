/** A bet on a partner's promise, kept on this device only. */
import { signal } from '@preact/signals';
import type { Seat } from '../../shared/engine/actors.ts';
import { isFlag, isLike, isNumber, isText } from './guards.ts';
import { readJson, session } from './storage.ts';

export interface Bet {
  /** District and round of the bet. */
  readonly year: string;
  readonly seat: Seat;
  readonly keeps: boolean;
}

const KEY = 'bet';

const isBet = isLike<Bet>({ year: isText, seat: isNumber, keeps: isFlag });

function kept(): Bet | undefined {
  const stored = readJson(session, KEY);
  return isBet(stored) ? stored : undefined;
}

const bet = signal<Bet | undefined>(undefined);

export function betIn(year: string): Bet | undefined {
  const known = bet.value ?? kept();
  return known?.year === year ? known : undefined;
}

export function keepBet(made: Bet): void {
  bet.value = made;
  session.set(KEY, JSON.stringify(made));
}
