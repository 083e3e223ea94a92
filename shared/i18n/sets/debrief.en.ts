/** English texts used only by the debrief. */
import { debrief } from '../en/debrief.ts';
import { debriefCards } from '../en/debriefCards.ts';
import { show } from '../en/show.ts';
import { story } from '../en/story.ts';

export const texts = { debrief, debriefCards, show, story } as const;
