/** Who is connected to which seat, by how many tabs. */
import type { Seat } from '../../shared/engine/actors.ts';

export class Presence {
  #changes = 0;
  readonly #tabs = new Map<Seat, { readonly player: string; readonly count: number }>();

  /** Grows whenever somebody comes or goes. */
  get changes(): number {
    return this.#changes;
  }

  arrive(seat: Seat, player: string): void {
    this.#changes += 1;
    const held = this.#tabs.get(seat);
    this.#tabs.set(seat, { player, count: held?.player === player ? held.count + 1 : 1 });
  }

  leave(seat: Seat, player: string): void {
    this.#changes += 1;
    const held = this.#tabs.get(seat);
    if (held?.player !== player) return;
    if (held.count > 1) this.#tabs.set(seat, { player, count: held.count - 1 });
    else this.#tabs.delete(seat);
  }

  readonly isOnline = (seat: Seat): boolean => this.#tabs.has(seat);

  /** Everybody online with their seats. */
  get players(): readonly (readonly [Seat, string])[] {
    return [...this.#tabs].map(([seat, { player }]) => [seat, player]);
  }
}
