/** Texts of polls and answers, shared by phone, wall, desk and slides. */
import { INSTITUTIONS, OUTCOMES, REASONS, WHAT_IFS, type WhatIf } from '../../../shared/protocol/poll-topics.ts';
import type { Poll } from '../../../shared/protocol/polls.ts';
import { short, t } from '../../state/language.ts';

export function whatIfText(question: WhatIf, year: number, name = t('polls.firmA')): string {
  return t(`polls.question-${question}`, { year, name });
}

/** `names`: of the two firms, if they may be shown. */
export function pollText(poll: Poll, names: readonly string[] = []): string {
  const [a = t('polls.firmA'), b = t('polls.firmB')] = names;
  switch (poll.topic) {
    case 'betrayal':
      return t('polls.ask-betrayal', { year: poll.year, gave: short(poll.gave), got: short(poll.got) });
    case 'naming':
      return t('polls.ask-naming', { year: poll.year, a, b });
    case 'whatIfBet':
      return t('polls.ask-whatIfBet', { question: whatIfText(poll.question, poll.year) });
    case 'reason':
    case 'whatIf':
    case 'institution':
    case 'sentence':
      return t(`polls.ask-${poll.topic}`);
  }
}

export function pollAnswerText(poll: Poll, answer: string): string {
  switch (poll.topic) {
    case 'betrayal': {
      const years = Number(answer);
      if (years === 0) return t('polls.never');
      return years === poll.years ? t('polls.toTheEnd') : t('polls.years', { count: years });
    }
    case 'naming':
      return t(answer === 'yes' ? 'polls.naming-yes' : 'polls.naming-no');
    case 'reason':
      return known(REASONS, answer, (each) => t(`polls.reason-${each}`));
    case 'whatIf':
      return known(WHAT_IFS, answer, (each) => whatIfText(each, poll.year));
    case 'whatIfBet':
      return known(OUTCOMES, answer, (each) => t(`polls.outcome-${each}`));
    case 'institution':
      return known(INSTITUTIONS, answer, (each) => t(`polls.institution-${each}`));
    case 'sentence':
      return answer;
  }
}

function known<Each extends string>(all: readonly Each[], answer: string, text: (each: Each) => string): string {
  const found = all.find((each) => each === answer);
  return found === undefined ? answer : text(found);
}
