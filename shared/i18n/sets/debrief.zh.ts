/** Chinese texts used only by the debrief. */
import { debrief } from '../zh/debrief.ts';
import { debriefCards } from '../zh/debriefCards.ts';
import { show } from '../zh/show.ts';
import { story } from '../zh/story.ts';

export const texts = { debrief, debriefCards, show, story } as const;
