/** The poll of each slide, with the facts for its text. */

import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import type { Slide } from '../../../shared/debrief/show.ts';
import type { Poll } from '../../../shared/protocol/polls.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { played } from '../debrief-signals.ts';
import { asked } from './phones.ts';
import { chronicles } from './show-state.ts';

type BetrayalSlide = Extract<Slide, { readonly kind: 'betrayal' }>;

export const SENTENCE: Poll = { topic: 'sentence' };
export const REASON: Poll = { topic: 'reason' };

export function yearOf(chronicle: Chronicle | undefined, round: number): string {
  return String(newsOf(chronicle?.log.header.scenario ?? '', round)?.year ?? round);
}

/** Bet: for how many years did the betrayal pay? */
export function betOn({ district, round, gave, got }: BetrayalSlide): Poll {
  const chronicle = chronicles.value[district];
  const years = Math.max(1, (chronicle?.final.history.length ?? round) - round + 1);
  return { topic: 'betrayal', year: Number(yearOf(chronicle, round)), gave, got, years };
}

function namingOf({ district, round, by, against }: BetrayalSlide): Poll {
  const number = Number(played.value[district]?.number ?? district + 1);
  return {
    topic: 'naming',
    year: Number(yearOf(chronicles.value[district], round)),
    district: number,
    seats: [by, against],
  };
}

/** Undefined if only bots sit there. */
export function namesToAsk(slide: BetrayalSlide): Poll | undefined {
  const seats = chronicles.value[slide.district]?.final.seats ?? [];
  const people = [slide.by, slide.against].some((seat) => seats[seat]?.player !== undefined);
  return people ? namingOf(slide) : undefined;
}

/** Whether both sides agreed to be named; bots always do. */
export function mayBeNamed(slide: BetrayalSlide): boolean {
  const poll = namesToAsk(slide);
  if (poll === undefined) return true;
  const shown = asked(poll);
  const agreed = shown?.spread?.find(({ answer }) => answer === 'yes')?.count ?? 0;
  return shown !== undefined && shown.asked > 0 && agreed === shown.asked;
}
