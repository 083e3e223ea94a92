/**
 * What a class is asked on everybody's own device, all at once: bets, votes, a reason, one sentence. The topics are closed,
 * each with the facts its words need. A new one is a line in `poll-schemas.ts`, its words in `i18n/…/polls.ts`, and a button
 * that asks it. Apart from the schemas, which no page of a student needs.
 */
import type { Poll } from './poll-schemas.ts';
import { INSTITUTIONS, OUTCOMES, REASONS } from './poll-topics.ts';

export type { Poll } from './poll-schemas.ts';

const CONSENT = ['yes', 'no'] as const;

/** What may be answered; undefined: one's own words. */
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
