/** A seat as the load generator drives it, on any of the servers. */

export interface Seat {
  /** Known once seated. */
  readonly group: string;
  /** Joins as a student does. */
  join(): Promise<void>;
  /** Takes the seat, and waits for its first view. */
  sit(): Promise<void>;
  /** Resolves when the server accepts this round's plan. */
  ready(): Promise<void>;
  /** Sends the plan; resolves when it is acknowledged. */
  plan(): Promise<void>;
  /** Pings, if the server has pings; resolves with the answer. */
  sign?(): Promise<void>;
  /** Time on the machine's clock, in milliseconds, at which this round's reveal arrived. */
  revealed(): Promise<number>;
  /** Size of the last view as JSON. */
  readonly viewBytes: number;
}

/** A repeated event that can be awaited before or after it happens. */
export class Signal<T> {
  #given: { readonly value: T } | undefined;
  #waiting: ((value: T) => void)[] = [];

  give(value: T): void {
    this.#given ??= { value };
    for (const resolve of this.#waiting.splice(0)) resolve(value);
  }

  get(): Promise<T> {
    if (this.#given !== undefined) return Promise.resolve(this.#given.value);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Forgets the last event, so that the next one is awaited. */
  reset(): void {
    this.#given = undefined;
  }
}
