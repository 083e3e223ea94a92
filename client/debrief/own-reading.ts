/** Loaded at the end of a game: reads its record, tells one's own story, and opens it in the debrief. */
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { sourceFrom } from '../../shared/debrief/open.ts';
import { type OwnTold, ownTold } from '../../shared/debrief/own-story.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { navigate } from '../state/route.ts';
import { viewer } from './debrief-signals.ts';
import { forgetOpened } from './kept.ts';
import { addSources, closeAll } from './opened.ts';

export function readOwn(text: string, seat: Seat): OwnTold | undefined {
  const [log] = sourceFrom('', text).logs;
  return log === undefined ? undefined : ownTold(chronicleOf(log), seat);
}

export function openOwn(text: string, name: string, seat: Seat): void {
  forgetOpened();
  closeAll();
  addSources([sourceFrom(name, text)]);
  viewer.value = seat;
  navigate('/debrief');
}
