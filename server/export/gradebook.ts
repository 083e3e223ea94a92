/**
 * `gradebook.csv`: who did the work, as Moodle and Canvas import it; never the score, which is luck and the others' doing
 * as well. Canvas matches people by the columns it exports, Moodle by the one that is mapped to an identity. There is no
 * row of points possible: Moodle would take it for somebody it does not know, and refuse the file.
 */
import { ownRounds } from '../../shared/debrief/chronicle.ts';
import type { ClassState, Player } from '../classroom/class-state.ts';
import { RIGHT } from '../classroom/comprehension.ts';
import { type Column, column } from './column.ts';
import { toCsv } from './csv.ts';
import { decisionsOf } from './decisions.ts';
import type { ExportSource } from './source.ts';

interface Work {
  readonly label: string;
  readonly rounds: number;
  readonly right: number;
  readonly reflections: number;
  readonly done: boolean;
}

/** Done is who filed at least this share of the rounds of their district themselves. */
const DONE_SHARE = 0.5;

const GRADEBOOK_COLUMNS: readonly Column<Work>[] = [
  column(
    'Student',
    'text',
    '',
    { en: 'label of the roster, else the name', zh: '名单上的名字，没有名单则为本人填的姓名' },
    ({ label }) => label,
  ),
  column('ID', 'text', '', { en: 'for Canvas to fill', zh: '留给 Canvas' }, () => undefined),
  column('SIS User ID', 'text', '', { en: 'for Canvas to fill', zh: '留给 Canvas' }, () => undefined),
  column('SIS Login ID', 'text', '', { en: 'for Canvas to fill', zh: '留给 Canvas' }, () => undefined),
  column('Section', 'text', '', { en: 'for Canvas to fill', zh: '留给 Canvas' }, () => undefined),
  column(
    'Rounds filed',
    'integer',
    '',
    { en: 'rounds filed by oneself', zh: '自己定方案的回合数' },
    ({ rounds }) => rounds,
  ),
  column(
    'Questions right',
    'integer',
    '',
    { en: 'comprehension questions answered rightly', zh: '答对的小题数' },
    ({ right }) => right,
  ),
  column(
    'Reflections',
    'integer',
    '',
    { en: 'reflections written', zh: '写下的思考数' },
    ({ reflections }) => reflections,
  ),
  column(
    'Done',
    'integer',
    '',
    { en: '1 for at least half of the rounds filed by oneself, else 0', zh: '自己定方案的回合至少一半为 1，否则为 0' },
    ({ done }) => Number(done),
  ),
];

export function gradebook(source: ExportSource): string {
  const filed = roundsFiled(source);
  const { state } = source;
  return toCsv(
    GRADEBOOK_COLUMNS,
    state.players.map((player) => workOf(state, player, filed.get(player.id) ?? 0, roundsOf(source, player.id))),
    false,
  );
}

function workOf(state: ClassState, { id, name, entry }: Player, rounds: number, played: number): Work {
  const label = entry === undefined ? undefined : state.opened.roster?.[entry]?.label;
  const answers = [...(state.answers.get(id) ?? [])];
  return {
    label: label ?? name,
    rounds,
    right: answers.filter(([question, choice]) => RIGHT[question] === choice).length,
    reflections: state.reflections.filter((reflection) => reflection.answers.has(id)).length,
    done: played > 0 && rounds >= played * DONE_SHARE,
  };
}

/** By player: plans a person filed, and those of a mirror. */
function roundsFiled(source: ExportSource): ReadonlyMap<string, number> {
  const filed = new Map<string, number>();
  for (const { player, by } of decisionsOf(source)) {
    if (player !== undefined && by === 'human') filed.set(player, (filed.get(player) ?? 0) + 1);
  }
  return filed;
}

function roundsOf({ state, districts }: ExportSource, player: string): number {
  const place = state.placements.get(player) ?? state.mirrors.get(player);
  const district = districts.find(({ number }) => number === place?.district);
  return district === undefined ? 0 : ownRounds(district.chronicle).length;
}
