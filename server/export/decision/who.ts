/** Columns of `decisions.csv`: who decided, where and when. */
import { isState } from '../../../shared/engine/actors.ts';
import { scenarioById } from '../../../shared/scenarios/index.ts';
import { pseudonym } from '../../classroom/people/pseudonyms.ts';
import { type Column, column, KEYS } from '../column.ts';
import { nameOf } from '../people.ts';
import { type Row, text, whole } from './kinds.ts';

export const WHO: readonly Column<Row>[] = [
  text('class_id', KEYS.class, ({ source }) => source.classId),
  whole(
    'district',
    '',
    { en: 'number of the district within the class, from 1', zh: '街区在这堂课里的序号，从 1 起' },
    ({ district }) => district.number,
  ),
  whole('round', '', KEYS.round, ({ played }) => played.round),
  whole('year', '', { en: 'year of the scenario', zh: '剧本里的年份' }, ({ district, played }) => {
    return scenarioById(district.chronicle.log.header.scenario)?.calendar[played.round - 1]?.year;
  }),
  whole(
    'seat',
    '',
    { en: 'seat, from 0, in the order of the roster', zh: '座位号，从 0 起，依各家在街区里的排列次序' },
    ({ seat }) => seat,
  ),
  text('actor', { en: 'name of the actor in English', zh: '行为主体的英文名称' }, ({ actor }) => actor.name.en),
  text('actor_zh', { en: 'name of the actor in Chinese', zh: '行为主体的中文名称' }, ({ actor }) => actor.name.zh),
  text(
    'kind',
    {
      en: 'firm, university, bureau or commission',
      zh: '行为主体的类型：firm（公司）、university（大学）、bureau（市工业局）或 commission（试验区管委会）',
    },
    ({ actor }) => actor.kind,
  ),
  column(
    'state',
    'logical',
    '',
    { en: 'belongs to the state: every actor but a non-state firm', zh: '是否国有：除民营公司以外，都算国有' },
    ({ actor }) => isState(actor),
  ),
  whole(
    'parent',
    '',
    { en: 'seat of the university a state spin-off belongs to', zh: '校办企业所属大学的座位号' },
    ({ actor }) => actor.parent,
  ),
  whole(
    'field',
    '',
    { en: 'technology field, 0 to 5 on a ring', zh: '技术领域，0 到 5，首尾相接，排成一圈' },
    ({ actor }) => actor.field,
  ),
  text(
    'player',
    {
      en: 'pseudonym of the person who planned for the seat; empty when a bot has it for good',
      zh: '为该座位定方案的人的匿名编号；座位固定由机器人代打的，留空',
    },
    (row) => pseudonym(row.source.state, row.player),
  ),
  text(
    'player_id',
    {
      en: 'opaque id of that person, as in events.jsonl',
      zh: '此人的系统标识（本身没有含义），与 events.jsonl 里的相同',
    },
    ({ player }) => player,
  ),
  text(
    'player_name',
    {
      en: 'name the person gave; only when the export was made with names',
      zh: '此人自己填的姓名；选择带姓名导出时才有',
    },
    (row) => (row.source.named ? nameOf(row.source.state, row.player) : undefined),
  ),
];
