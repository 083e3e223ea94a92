/** Orders of the bench to a process of load, and its answers. */

export const SERVER_KINDS = ['bare', 'colyseus', 'street'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

export type LoadOrder =
  | {
      readonly do: 'make';
      readonly kind: ServerKind;
      readonly url: string;
      readonly seats: number;
      readonly groups: readonly string[];
      readonly code: string;
    }
  | { readonly do: 'join'; readonly rampMs: number }
  | { readonly do: 'sit' }
  | { readonly do: 'ready' }
  /** `at`: on the machine's monotonic clock, so that all processes begin together. */
  | { readonly do: 'plan'; readonly spreadMs: number; readonly at: number }
  /** Nobody acts; each seat pings at an interval, or never. */
  | { readonly do: 'idle'; readonly forMs: number; readonly signMs?: number }
  | { readonly do: 'state' };

export interface LoadAnswer {
  /** In milliseconds. */
  readonly samples: readonly number[];
  readonly failed?: string;
  readonly lastSent?: readonly (readonly [string, number])[];
  readonly views?: readonly { readonly group: string; readonly at: number }[];
  /** Message bytes received so far. */
  readonly received?: number;
  readonly sent?: number;
  readonly viewBytes?: readonly number[];
  readonly groups?: readonly string[];
}
