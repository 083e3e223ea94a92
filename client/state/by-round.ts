/** What a view no longer carries once the next round has come, remembered round by round in the tab's own memory. */
import type { PublicView } from '../../shared/engine/public-view.ts';
import { readJson, session } from './storage.ts';

interface Kept<T> {
  readonly table: string;
  readonly rounds: Readonly<Record<number, T>>;
}

export class ByRound<T> {
  readonly #key: string;
  #memory: Kept<T> = { table: '', rounds: {} };

  constructor(key: string) {
    this.#key = key;
  }

  /** During news and plan of round r a view holds what round r−1 left; in its reveal, what round r left. */
  remember(table: string, { phase, round }: PublicView, value: T): void {
    if (this.#memory.table !== table) this.#memory = { table, rounds: this.#kept(table) };
    const after = phase === 'reveal' || phase === 'ended' ? round : round - 1;
    this.#memory = { table, rounds: { ...this.#memory.rounds, [after]: value } };
    session.set(this.#key, JSON.stringify(this.#memory));
  }

  /** As it stood before this round resolved; undefined when this tab was not there. */
  before(round: number): T | undefined {
    return this.#memory.rounds[round - 1];
  }

  #kept(table: string): Kept<T>['rounds'] {
    const stored = readJson(session, this.#key) as Partial<Kept<T>> | undefined;
    return stored?.table === table ? (stored.rounds ?? {}) : {};
  }
}
