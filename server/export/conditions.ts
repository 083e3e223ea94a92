/** Columns of `rounds.csv` with the conditions of a district, for comparing classes. */
import { conditionsOf } from '../../shared/debrief/treatments.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import { type Column, column } from './column.ts';
import type { ExportedDistrict } from './source.ts';

interface Conditioned {
  readonly district: ExportedDistrict;
}

type Switch = 'talk' | 'sentences' | 'reputations' | 'showFigure';

function settings({ district }: Conditioned): Settings {
  return conditionsOf(district.chronicle).settings;
}

function isOn(of: Switch): (row: Conditioned) => boolean {
  return (row) => settings(row)[of] === true;
}

export const CONDITIONS: readonly Column<Conditioned>[] = [
  column(
    'rules',
    'integer',
    '',
    { en: 'version of the rules', zh: '规则的版本' },
    ({ district }) => district.chronicle.log.header.rulesVersion,
  ),
  column(
    'changed',
    'text',
    '',
    {
      en: 'numbers of the rules that differ from the scenario’s: name=value, separated by spaces',
      zh: '与剧本不同的规则参数：参数名=数值，以空格隔开',
    },
    ({ district }) =>
      Object.entries(district.chronicle.final.changed ?? {})
        .map(([name, value]) => `${name}=${value}`)
        .toSorted()
        .join(' '),
  ),
  column(
    'clock',
    'text',
    '',
    {
      en: 'what ends a phase: clock (time, or all are in), wait (all are in) or desk (the instructor)',
      zh: '一个阶段何时结束：clock（到时或全部交齐）、wait（全部交齐）或 desk（由教师操作）',
    },
    (row) => settings(row).clockMode,
  ),
  column('talk', 'logical', '', { en: 'seats could talk', zh: '是否可以商谈' }, isOn('talk')),
  column(
    'sentences',
    'logical',
    '',
    { en: 'talk was by ready-made sentences alone', zh: '商谈是否只用现成的句子' },
    isOn('sentences'),
  ),
  column(
    'reputations',
    'logical',
    '',
    { en: 'everybody saw how often everybody else kept their pacts', zh: '信誉是否公开：谁守约几回，人人看得见' },
    isOn('reputations'),
  ),
  column(
    'figure_shown',
    'logical',
    '',
    { en: 'everybody saw during the game which figure the district had become', zh: '游戏中是否公布像哪幅图' },
    isOn('showFigure'),
  ),
];
