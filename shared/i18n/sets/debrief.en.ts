/** What only the debrief says. In English. */
import { debrief } from '../en/debrief.ts';
import { debriefCards } from '../en/debriefCards.ts';
import { story } from '../en/story.ts';

export const texts = { debrief, debriefCards, story } as const;
