/**
 * Who has come, as everybody sees it while the class gathers: nicknames, if the desk shows them. No id, label or
 * secret.
 */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { SeatedName } from '../../../shared/protocol/class-room.ts';
import type { GatheredMessage } from '../../../shared/protocol/class-student.ts';
import { withDistinctNames } from '../../../shared/protocol/distinct-names.ts';
import { dealingOf, districtsFor } from '../seats/dealing.ts';
import type { ClassState } from '../state/class-state.ts';

/** Beyond this many people only the last few are named. */
const MANY = 40;
const LAST = 10;

const GATHERS: readonly ClassState['stage'][] = ['gathering', 'briefing'];

/** Undefined once the class plays, and in a practice. */
export function gathered(state: ClassState): GatheredMessage | undefined {
  const { stage, opened, players, namesShown } = state;
  if (opened.kind === 'practice' || !GATHERS.includes(stage)) return undefined;
  const shown = withDistinctNames(players).slice(players.length > MANY ? -LAST : 0);
  return omitUndefined({
    joined: players.length,
    doors: freeDoors(state),
    names: namesShown ? shown.map(({ name }) => name) : undefined,
  });
}

/** Number of free seats, now or if seats were dealt now. */
function freeDoors(state: ClassState): number {
  const { opened, players, districts, placements } = state;
  if (districts.length > 0) return districts.length * opened.seatsPerDistrict - placements.size;
  const seats = districtsFor(players.length, dealingOf(state)) * opened.seatsPerDistrict;
  return Math.max(0, seats - players.length);
}

/** Names of a district's people by seat, once seats are dealt. */
export function seatedNames(state: ClassState, district: number): readonly SeatedName[] | undefined {
  const { stage, namesShown, players, placements } = state;
  if (!namesShown || stage !== 'briefing') return undefined;
  return withDistinctNames(players).flatMap(({ id, name }) => {
    const placement = placements.get(id);
    return placement?.district === district ? [{ seat: placement.seat, name }] : [];
  });
}
