/**
 * What students said apart from their plans: comprehension questions, reflections, predictions before the debrief, and
 * what they would have done in a seat they mirrored.
 */
import type { Prediction } from '../../shared/protocol/desk.ts';
import { RIGHT } from '../classroom/questions.ts';
import { type ClassState, districtOf } from '../classroom/state.ts';
import { type Cell, type Column, column } from './column.ts';
import { pseudonym } from './people.ts';

export interface Response {
  readonly state: ClassState;
  readonly player: string;
  readonly kind: 'question' | 'reflection' | 'prediction' | 'mirror';
  readonly about: string;
  readonly answer: Cell;
  readonly right?: boolean;
}

/** Long: one row an answer. A prediction is a row for the figure and one for each round of the sketched curve. */
export function responsesOf(state: ClassState): readonly Response[] {
  const questions = [...state.answers].flatMap(([player, given]) =>
    [...given].map(([question, choice]): Response => {
      return { state, player, kind: 'question', about: question, answer: choice, right: RIGHT[question] === choice };
    }),
  );
  const reflections = state.reflections.flatMap(({ question, answers }) =>
    [...answers].map(([player, answer]): Response => ({ state, player, kind: 'reflection', about: question, answer })),
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
  return [...questions, ...reflections, ...predictions, ...mirrored];
}

export const RESPONSE_COLUMNS: readonly Column<Response>[] = [
  column('player', 'text', '', 'pseudonym, by order of joining', ({ state, player }) => pseudonym(state, player)),
  column('district', 'integer', '', 'district, from 1', ({ state, player }) => districtOf(state, player)),
  column(
    'kind',
    'text',
    '',
    'question (of comprehension), reflection, prediction, or mirror (a plan that was not carried out)',
    ({ kind }) => kind,
  ),
  column('about', 'text', '', 'which question, the reflection’s own text, or what was predicted', ({ about }) => about),
  column('answer', 'text', '', 'the first choice, the last text, the figure, or an income', ({ answer }) => answer),
  column('right', 'logical', '', 'of a comprehension question: answered rightly', ({ right }) => right),
];

/** For the debrief: the class's sketches, to be laid over what happened. */
export function predictionsOf(state: ClassState): readonly Prediction[] {
  return [...state.predictions.values()].flatMap(({ player, figure, income }) => {
    const district = districtOf(state, player);
    return district === undefined ? [] : [{ player: pseudonym(state, player) ?? '', district, figure, income }];
  });
}
