/** What the load generator drives: one connection to one seat of one group, whatever the server is. */

export interface Seat {
  /** Known once the seat is taken. */
  readonly group: string;
  /** By the front door, as a student comes. */
  join(): Promise<void>;
  /** Into the seat, up to its first view. */
  sit(): Promise<void>;
  /** Resolves when the server can take this round's plan. */
  ready(): Promise<void>;
  /** Sends the plan; resolves when it is acknowledged. */
  plan(): Promise<void>;
  /** Asks for a sign of life, where there is such a question; resolves when it comes. */
  sign?(): Promise<void>;
  /** Milliseconds on the machine's clock when this round's reveal arrived. */
  revealed(): Promise<number>;
  /** Size of the last view as JSON. */
  readonly viewBytes: number;
}

/** Something that happens again and again, and can be waited for before or after it did. */
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

  /** From here on, the next time. */
  reset(): void {
    this.#given = undefined;
  }
}
