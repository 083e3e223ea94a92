/** What happens to a class, as it is kept. Districts have streams of their own; this one says who sits where. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Settings } from '../../shared/engine/state.ts';
import type { ClassKind } from '../storage/port.ts';

export interface Placement {
  readonly player: string;
  readonly district: number;
  readonly seat: Seat;
}

/** All that founds a district, so that it can be founded again from the class's log alone. */
export interface DistrictPlan {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  readonly seed: number;
}

export type ClassEvent =
  | {
      readonly type: 'ClassOpened';
      readonly classId: string;
      readonly code: string;
      readonly kind: ClassKind;
      readonly scenario: string;
      readonly seatsPerDistrict: number;
      readonly settings: Settings;
      readonly seed: number;
      readonly title?: string;
    }
  /** The token is not kept, only its SHA-256. */
  | { readonly type: 'PlayerJoined'; readonly player: string; readonly name: string; readonly tokenHash: string }
  | { readonly type: 'ClassStarted' }
  | { readonly type: 'DistrictPlanned'; readonly district: DistrictPlan }
  | ({ readonly type: 'PlayerSeated' } & Placement)
  | { readonly type: 'ClassEnded' };

export interface ClassRecord {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly events: readonly ClassEvent[];
}
