/** Loaded at the end of a game: reads its record, makes the player's story, and opens it in the debrief. */
import { chronicleOf, ownRounds, type PlayedRound } from '../../../shared/debrief/chronicle.ts';
import { sourceFrom } from '../../../shared/debrief/open.ts';
import { type SeatEnding, seatEnding } from '../../../shared/debrief/own-story.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import { navigate } from '../../state/route.ts';
import { reveal, viewer } from '../debrief-signals.ts';
import type { OwnTitle } from '../district-title.ts';
import { forgetOpened } from '../kept.ts';
import { addSources, closeAll } from '../records/opened.ts';

/** Homework: the rounds of the player's own game, and of the game it was played against. */
export interface Beside {
  readonly own: readonly PlayedRound[];
  readonly recorded: readonly PlayedRound[];
}

export function readOwn(text: string, seat: Seat): { readonly told: SeatEnding; readonly beside?: Beside } | undefined {
  const [log, record] = sourceFrom('', text).logs;
  if (log === undefined) return undefined;
  const chronicle = chronicleOf(log);
  const told = seatEnding(chronicle, seat);
  if (record === undefined) return { told };
  return { told, beside: { own: ownRounds(chronicle), recorded: chronicleOf(record).rounds } };
}

export function openOwn(text: string, title: OwnTitle, seat: Seat): void {
  forgetOpened();
  closeAll();
  addSources([sourceFrom(title, text)]);
  viewer.value = seat;
  // The player has seen the end, so nothing is hidden.
  reveal('all');
  navigate('/debrief');
}
