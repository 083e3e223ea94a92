/**
 * What a class is asked on everybody's device at once: bets, votes, a reason, one sentence. Topics are a closed list,
 * each with the facts its text needs. To add one, write a schema in `poll-schemas.ts`, its texts in `i18n/…/polls.ts`,
 * and a button. The schemas are in a file of their own, because student pages do not need them.
 */
import type { Poll } from './poll-schemas.ts';
import { INSTITUTIONS, OUTCOMES, REASONS } from './poll-topics.ts';

export type { Poll } from './poll-schemas.ts';

const CONSENT = ['yes', 'no'] as const;

/** The possible answers; undefined for free text. */
export function optionsOf(poll: Poll): readonly string[] | undefined {
  switch (poll.topic) {
    case 'betrayal':
      return Array.from({ length: poll.years + 1 }, (_, years) => String(years));
    case 'naming':
      return CONSENT;
    case 'reason':
      return REASONS;
    case 'whatIf':
      return poll.options;
    case 'whatIfBet':
      return OUTCOMES;
    case 'institution':
      return INSTITUTIONS;
    case 'sentence':
      return undefined;
  }
}
