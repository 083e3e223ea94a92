/** The debrief page; its parts are in `debrief/`, in reading order. */
import { curves } from './debrief/curves.ts';
import { opening } from './debrief/opening.ts';
import { replay } from './debrief/replay.ts';
import { tables } from './debrief/tables.ts';
import { turns } from './debrief/turns.ts';
import { verdict } from './debrief/verdict.ts';
import { whatIf } from './debrief/what-if.ts';

export const debrief = {
  title: 'The debrief',
  intro: 'See again what happened on your street, find where it turned, and ask what else could have been.',

  sections: 'Parts of the debrief',
  'section-turns': 'Turning points',
  'section-street': 'Everyone',
  'section-questions': 'Questions',
  'section-curves': 'Curves',
  'section-sides': 'Side by side',
  'section-whatif': 'What if?',
  'section-tables': 'The paper’s tables',
  'section-predict': 'Predictions',

  predictIntro:
    'Before you look: which figure did we become, and how did the district’s income run? Draw it with a finger, the mouse or the arrow keys.',
  predictName: 'Whose guess (optional)',
  predictOwn: 'On their own devices, {{made}} of {{asked}} students have predicted:',
  predictCount_one: '{{count}} guess handed in',
  predictCount_other: '{{count}} guesses handed in',
  veiled_one: 'This gives away which figure was built. It opens with the reveal of {{names}}.',
  veiled_other:
    'This gives away which figures were built. It opens with the reveal of all districts; still to come: {{names}}.',
  revealAll: 'Reveal all districts',
  reveal: 'Reveal',
  hideAgain: 'Hide again',
  predictClear: 'Start over',
  predictRight: '{{right}} of {{all}} named the right figure.',
  predictNearest: 'Nearest curve: {{name}}, off by {{error}} a round on average.',
  guess: 'Guess {{number}}',
  whatHappened: 'what happened',
  ...opening,
  ...replay,
  ...turns,
  ...verdict,
  ...curves,
  ...whatIf,
  ...tables,
  wordsBefore: '(said before this branch began, and not carried over: it is in the record the branch comes from)',
  wordsDown: '(taken down by the instructor)',
  wordsElsewhere: '(not in this file: export it with names to read what was said)',
} as const;
