/** A class as the fold of its events. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { ClassPhase } from '../../shared/protocol/wire.ts';
import type { ClassEvent, DistrictPlan, Placement } from './events.ts';

export interface Player {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
}

export type Opened = Omit<Extract<ClassEvent, { type: 'ClassOpened' }>, 'type'>;

export interface ClassState {
  readonly opened: Opened;
  readonly openedAt: number;
  readonly phase: ClassPhase;
  /** In the order they joined. */
  readonly players: readonly Player[];
  readonly byToken: ReadonlyMap<string, Player>;
  readonly districts: readonly DistrictPlan[];
  readonly placements: ReadonlyMap<string, Placement>;
}

export function openedClass(opened: Opened, openedAt: number): ClassState {
  return {
    opened,
    openedAt,
    phase: 'gathering',
    players: [],
    byToken: new Map(),
    districts: [],
    placements: new Map(),
  };
}

export function evolveClass(state: ClassState, event: ClassEvent): ClassState {
  switch (event.type) {
    case 'ClassOpened':
      return state;
    case 'PlayerJoined': {
      const player = { id: event.player, name: event.name, tokenHash: event.tokenHash };
      return {
        ...state,
        players: [...state.players, player],
        byToken: new Map(state.byToken).set(event.tokenHash, player),
      };
    }
    case 'ClassStarted':
      return { ...state, phase: 'playing' };
    case 'DistrictPlanned':
      return { ...state, districts: [...state.districts, event.district] };
    case 'PlayerSeated': {
      const { player, district, seat } = event;
      return { ...state, placements: new Map(state.placements).set(player, { player, district, seat }) };
    }
    case 'ClassEnded':
      return { ...state, phase: 'ended' };
  }
}

/** Seats people hold in a district. */
export function takenSeats(state: ClassState, district: number): ReadonlySet<Seat> {
  return new Set([...state.placements.values()].filter((at) => at.district === district).map((at) => at.seat));
}
