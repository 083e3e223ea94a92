/** Who is called what in an export: P001, P002, … in the order they joined, or their names when that was asked for. */
import type { ClassState, Player } from '../classroom/state.ts';
import { type Column, column } from './column.ts';

const DIGITS = 3;

export function pseudonym(state: ClassState, player: string | undefined): string | undefined {
  const place = state.everyone.findIndex(({ id }) => id === player);
  return place < 0 ? undefined : `P${String(place + 1).padStart(DIGITS, '0')}`;
}

export function nameOf(state: ClassState, player: string | undefined): string | undefined {
  return state.everyone.find(({ id }) => id === player)?.name;
}

interface Participant {
  readonly state: ClassState;
  readonly player: Player;
}

/** In `participants.csv`, which is only made when names were asked for. */
export const PARTICIPANT_COLUMNS: readonly Column<Participant>[] = [
  column('player', 'text', '', 'pseudonym, by order of joining', ({ state, player }) => pseudonym(state, player.id)),
  column('player_id', 'text', '', 'opaque id, as in events.jsonl', ({ player }) => player.id),
  column('name', 'text', '', 'the name the person gave', ({ player }) => player.name),
  column(
    'district',
    'integer',
    '',
    'district, from 1',
    ({ state, player }) => state.placements.get(player.id)?.district,
  ),
  column('seat', 'integer', '', 'seat, from 0', ({ state, player }) => state.placements.get(player.id)?.seat),
];
