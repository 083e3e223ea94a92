/**
 * What students said beside their plans: comprehension questions, reflections, predictions, poll answers, and mirrors'
 * plans.
 */
import type { Prediction } from '../../shared/protocol/class-student.ts';
import { optionsOf } from '../../shared/protocol/polls.ts';
import { isRight } from '../classroom/asked/comprehension.ts';
import { pseudonym } from '../classroom/people/pseudonyms.ts';
import { type ClassState, districtOf } from '../classroom/state/class-state.ts';
import { type Cell, type Column, column, KEYS } from './column.ts';

export interface Response {
  readonly state: ClassState;
  readonly player: string;
  readonly kind: 'question' | 'reflection' | 'prediction' | 'mirror' | 'poll';
  readonly about: string;
  readonly answer: Cell;
  readonly right?: boolean;
}

/**
 * Long format: one row per answer. A prediction has a row for the figure and one per round of the curve. Free text is
 * left out unless names were requested, since it may reveal its author.
 */
export function responsesOf(state: ClassState, named: boolean): readonly Response[] {
  const written = (text: string) => (named ? text : undefined);
  const questions = [...state.answers].flatMap(([player, given]) =>
    [...given].map(([question, choice]): Response => {
      return { state, player, kind: 'question', about: question, answer: choice, right: isRight(question, choice) };
    }),
  );
  const reflections = state.reflections.flatMap(({ question, answers }) =>
    [...answers].map(([player, text]): Response => {
      return { state, player, kind: 'reflection', about: question, answer: written(text) };
    }),
  );
  const predictions = [...state.predictions.values()].flatMap(({ player, figure, income }): readonly Response[] => [
    { state, player, kind: 'prediction', about: 'figure', answer: figure },
    ...income.map((answer, index): Response => {
      return { state, player, kind: 'prediction', about: `income in round ${index + 1}`, answer };
    }),
  ]);
  const mirrored = state.mirrorPlans.map(({ player, seat, round, plan }): Response => {
    const about = `plan for seat ${seat} in round ${round}`;
    return { state, player, kind: 'mirror', about, answer: JSON.stringify(plan) };
  });
  const polled = state.polls.flatMap(({ poll, answers }) =>
    [...answers].flatMap(([player, text]): readonly Response[] => {
      if (text === '') return [];
      const answer = optionsOf(poll) === undefined ? written(text) : text;
      return [{ state, player, kind: 'poll', about: JSON.stringify(poll), answer }];
    }),
  );
  return [...questions, ...reflections, ...predictions, ...mirrored, ...polled];
}

export const RESPONSE_COLUMNS: readonly Column<Response>[] = [
  column('class_id', 'text', '', KEYS.class, ({ state }) => state.opened.classId),
  column('player', 'text', '', KEYS.player, ({ state, player }) => pseudonym(state, player)),
  column(
    'player_id',
    'text',
    '',
    {
      en: 'opaque id of that person, as in decisions.csv',
      zh: '此人的系统标识（本身没有含义），与 decisions.csv 里的相同',
    },
    ({ player }) => player,
  ),
  column('district', 'integer', '', KEYS.district, ({ state, player }) => districtOf(state, player)),
  column(
    'kind',
    'text',
    '',
    {
      en: 'question (of comprehension), reflection, prediction, mirror (a plan that was not carried out), or poll (asked of the whole class)',
      zh: '回答的种类：question（关于角色的小题）、reflection（思考）、prediction（猜测）、mirror（影子的方案，没有执行）或 poll（向全班提的问题）',
    },
    ({ kind }) => kind,
  ),
  column(
    'about',
    'text',
    '',
    {
      en: 'which question, the reflection’s own text, what was predicted, or of a poll what was asked, as JSON',
      zh: '哪一道小题，思考题的原文，或猜测的内容，如 figure（成为哪幅图）、income in round 3（第 3 年的街区收入）；影子的方案写明座位与年份，如 plan for seat 4 in round 3（第 3 年为 4 号座位定的方案）；向全班提的问题写明所问',
    },
    ({ about }) => about,
  ),
  column(
    'answer',
    'text',
    '',
    {
      en: 'the first choice, the last text (only where names were asked for), the figure, an income, or the last answer to a poll',
      zh: '小题首次选的选项，思考最后交的文字（只在带姓名的导出里），所猜的图或收入，影子的整份方案，或对全班提问最后的回答',
    },
    ({ answer }) => answer,
  ),
  column(
    'right',
    'logical',
    '',
    { en: 'of a comprehension question: answered rightly', zh: '小题是否答对' },
    ({ right }) => right,
  ),
];

/** The class's predicted curves, shown in the debrief over what happened. */
export function predictionsOf(state: ClassState): readonly Prediction[] {
  return [...state.predictions.values()].flatMap(({ player, figure, income }) => {
    const district = districtOf(state, player);
    return district === undefined ? [] : [{ player: pseudonym(state, player) ?? '', district, figure, income }];
  });
}
