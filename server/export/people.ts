/** Names in an export: P001, P002, … in order of joining, or real names on request. */

import { consentOf } from '../classroom/people/consent.ts';
import { pseudonym } from '../classroom/people/pseudonyms.ts';
import type { ClassState, Player } from '../classroom/state/class-state.ts';
import { type Column, column, KEYS } from './column.ts';

export function nameOf(state: ClassState, player: string | undefined): string | undefined {
  return state.everyone.find(({ id }) => id === player)?.name;
}

interface Participant {
  readonly state: ClassState;
  readonly player: Player;
}

/** Columns of `participants.csv`, which exists only if names were requested. */
export const PARTICIPANT_COLUMNS: readonly Column<Participant>[] = [
  column('class_id', 'text', '', KEYS.class, ({ state }) => state.opened.classId),
  column('player', 'text', '', KEYS.player, ({ state, player }) => pseudonym(state, player.id)),
  column(
    'player_id',
    'text',
    '',
    { en: 'opaque id, as in events.jsonl', zh: '系统标识（本身没有含义），与 events.jsonl 里的相同' },
    ({ player }) => player.id,
  ),
  column('name', 'text', '', { en: 'the name the person gave', zh: '本人填的姓名' }, ({ player }) => player.name),
  column(
    'research',
    'text',
    '',
    {
      en: 'whether their part may be used for research: yes, no, unanswered, not-asked, or erased; only yes and not-asked are in an export without names',
      zh: '数据可否用于研究：yes（可以）、no（不可以）、unanswered（没有回答）、not-asked（没有问）或 erased（已删除）；不带姓名的导出只含可以的和没有问的',
    },
    ({ state, player }) => consentOf(state, player.id),
  ),
  column('district', 'integer', '', KEYS.district, ({ state, player }) => state.placements.get(player.id)?.district),
  column(
    'seat',
    'integer',
    '',
    { en: 'seat, from 0', zh: '座位号，从 0 起' },
    ({ state, player }) => state.placements.get(player.id)?.seat,
  ),
];
