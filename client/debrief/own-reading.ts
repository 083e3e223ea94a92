/** Loaded at the end of a game alone: reads its record, tells its story, and opens it in the debrief. */
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { sourceFrom } from '../../shared/debrief/open.ts';
import { type OwnStory, ownStory } from '../../shared/debrief/own-story.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { navigate } from '../state/route.ts';
import { viewer } from './debrief-signals.ts';
import { forgetOpened } from './kept.ts';
import { addSources, closeAll } from './opened.ts';

export interface OwnReading {
  readonly story: OwnStory;
  /** By seat: the policy of the bot that plays where nobody sits. */
  readonly policies: readonly string[];
}

export function readOwn(text: string, seat: Seat): OwnReading | undefined {
  const [log] = sourceFrom('', text).logs;
  if (log === undefined) return undefined;
  const chronicle = chronicleOf(log);
  return { story: ownStory(chronicle, seat), policies: chronicle.final.seats.map(({ policy }) => policy) };
}

export function openOwn(text: string, name: string, seat: Seat): void {
  forgetOpened();
  closeAll();
  addSources([sourceFrom(name, text)]);
  viewer.value = seat;
  navigate('/debrief');
}
