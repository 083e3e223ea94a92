/** What only the debrief says. In Chinese. */
import { debrief } from '../zh/debrief.ts';
import { debriefCards } from '../zh/debriefCards.ts';
import { show } from '../zh/show.ts';
import { story } from '../zh/story.ts';

export const texts = { debrief, debriefCards, show, story } as const;
