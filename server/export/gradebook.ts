/**
 * `gradebook.csv`: participation, for import into Moodle and Canvas. Never the score, which is luck and other people's
 * doing as well. Canvas matches people by its own exported columns, Moodle by a column mapped to an identity. There is
 * no row of possible points, because Moodle would refuse it as an unknown person.
 */
import { ownRounds } from '../../shared/debrief/chronicle.ts';
import type { Sis } from '../../shared/protocol/setup.ts';
import { countRight } from '../classroom/asked/comprehension.ts';
import { type ClassState, type Player, placeOf } from '../classroom/state/class-state.ts';
import { type Column, column } from './column.ts';
import { toCsv } from './csv.ts';
import { decisionsOf } from './decisions.ts';
import type { ExportSource } from './source.ts';

interface Work {
  readonly label: string;
  readonly sis: Sis;
  readonly rounds: number;
  readonly right: number;
  readonly reflections: number;
  readonly done: boolean;
}

/** Least share of rounds that a person must file themselves to count as done. */
const DONE_SHARE = 0.5;

/** A column with a platform's own heading, by which it finds its people. */
function sisColumn(head: string, key: keyof Sis, platform: string): Column<Work> {
  const meaning = { en: `as the roster from ${platform} has it`, zh: `与 ${platform}（学习平台）名单上的相同` };
  return column(head, 'text', '', meaning, ({ sis }) => sis[key]);
}

const STUDENT: Column<Work> = column(
  'Student',
  'text',
  '',
  { en: 'as the roster has it, else the name', zh: '名单上的名字，没有名单则为本人填的姓名' },
  ({ label, sis }) => sis.student ?? label,
);
const CANVAS = [
  STUDENT,
  sisColumn('ID', 'id', 'Canvas'),
  sisColumn('SIS User ID', 'userId', 'Canvas'),
  sisColumn('SIS Login ID', 'loginId', 'Canvas'),
  sisColumn('Section', 'section', 'Canvas'),
];
/** Left out for Canvas, which would take these for assignments. */
const MOODLE = [
  STUDENT,
  sisColumn('Username', 'username', 'Moodle'),
  sisColumn('ID number', 'idNumber', 'Moodle'),
  sisColumn('Email address', 'email', 'Moodle'),
];
const OF_MOODLE: readonly (keyof Sis)[] = ['username', 'idNumber', 'email'];

const WORK_COLUMNS: readonly Column<Work>[] = [
  column(
    'Rounds filed',
    'integer',
    '',
    { en: 'rounds filed by oneself', zh: '自己定方案的年数' },
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
    { en: '1 for at least half of the rounds filed by oneself, else 0', zh: '自己定方案的年份至少一半为 1，否则为 0' },
    ({ done }) => Number(done),
  ),
];

export function gradebook(source: ExportSource): string {
  const filed = roundsFiled(source);
  const { state } = source;
  const work = state.players.map((player) =>
    workOf(state, player, filed.get(player.id) ?? 0, roundsOf(source, player.id)),
  );
  const moodle = work.some(({ sis }) => OF_MOODLE.some((key) => sis[key] !== undefined));
  return toCsv([...(moodle ? MOODLE : CANVAS), ...WORK_COLUMNS], work, false);
}

function workOf(state: ClassState, { id, name, entry }: Player, rounds: number, played: number): Work {
  const { label, sis = {} } = state.opened.roster?.[entry ?? -1] ?? {};
  return {
    label: label ?? name,
    sis,
    rounds,
    right: countRight(state.answers.get(id) ?? new Map()),
    reflections: state.reflections.filter((reflection) => reflection.answers.has(id)).length,
    done: played > 0 && rounds >= played * DONE_SHARE,
  };
}

/** Rounds filed per person, as a seat's holder or as a mirror. */
function roundsFiled(source: ExportSource): ReadonlyMap<string, number> {
  const filed = new Map<string, number>();
  for (const { player, by } of decisionsOf(source)) {
    if (player !== undefined && by === 'human') filed.set(player, (filed.get(player) ?? 0) + 1);
  }
  return filed;
}

function roundsOf({ state, districts }: ExportSource, player: string): number {
  const place = placeOf(state, player);
  const district = districts.find(({ number }) => number === place?.district);
  return district === undefined ? 0 : ownRounds(district.chronicle).length;
}
