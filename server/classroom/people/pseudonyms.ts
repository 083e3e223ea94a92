/** Pseudonyms P001, P002, … in order of joining, which never change. */
import type { ClassState, Player } from '../state/class-state.ts';

const DIGITS = 3;

export function pseudonym(state: ClassState, player: string | undefined): string | undefined {
  const place = state.everyone.findIndex(({ id }) => id === player);
  return place < 0 ? undefined : `P${String(place + 1).padStart(DIGITS, '0')}`;
}

/** Finds a person by pseudonym or id. */
export function personCalled(state: ClassState, wanted: string): Player | undefined {
  return state.everyone.find(({ id }) => id === wanted || pseudonym(state, id) === wanted.trim().toUpperCase());
}
