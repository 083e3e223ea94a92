/**
 * What one's trust was before it moved. A view carries trust as it is now; to show that a promise kept or broken
 * moved it, the page remembers it round by round, in the tab's own memory.
 */
import type { SeatView } from '../../shared/engine/view.ts';
import { readJson, session } from './storage.ts';

const KEY = 'trust';
type ByRound = Readonly<Record<number, readonly number[]>>;

interface Kept {
  readonly table: string;
  readonly rounds: ByRound;
}

function kept(table: string): ByRound {
  const stored = readJson(session, KEY) as Partial<Kept> | undefined;
  return stored?.table === table ? (stored.rounds ?? {}) : {};
}

let memory: Kept = { table: '', rounds: {} };

/** During news and plan of round r trust is what round r−1 left; in its reveal, what round r left. */
export function rememberTrust(table: string, view: SeatView): void {
  if (memory.table !== table) memory = { table, rounds: kept(table) };
  const { phase, round } = view.public;
  const after = phase === 'reveal' || phase === 'ended' ? round : round - 1;
  memory = { table, rounds: { ...memory.rounds, [after]: view.trust } };
  session.set(KEY, JSON.stringify(memory));
}

/** Trust as it stood before this round resolved; undefined when this tab was not there. */
export function trustBefore(round: number): readonly number[] | undefined {
  return memory.rounds[round - 1];
}
