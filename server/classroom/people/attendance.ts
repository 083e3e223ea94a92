/** Who is connected, and who joined without ever connecting: names left by programs at the door. */

/** A page connects within a second or two of joining. */
const AWAITED_MS = 30_000;

export class Attendance {
  readonly #now: () => number;
  /** Number of open pages by person. */
  readonly #pages = new Map<string, number>();
  /**
   * Time of joining of people who have not connected, oldest first. Kept in memory only, so nobody is awaited after a
   * restart.
   */
  readonly #awaited = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get anybody(): boolean {
    return this.#pages.size > 0;
  }

  has(player: string): boolean {
    return this.#pages.has(player);
  }

  joined(player: string): void {
    if (!this.has(player)) this.#awaited.set(player, this.#now());
  }

  arrive(player: string): void {
    this.#awaited.delete(player);
    this.#pages.set(player, (this.#pages.get(player) ?? 0) + 1);
  }

  leave(player: string): void {
    const pages = (this.#pages.get(player) ?? 0) - 1;
    if (pages > 0) this.#pages.set(player, pages);
    else this.#pages.delete(player);
  }

  /** The first of these people to have joined and missed the time for connecting. */
  neverCame(players: readonly { readonly id: string }[]): string | undefined {
    const before = this.#now() - AWAITED_MS;
    const found = players.find(({ id }) => (this.#awaited.get(id) ?? Number.POSITIVE_INFINITY) <= before);
    return found?.id;
  }
}
