/** What only the debrief says. In English. */
import { debrief } from '../en/debrief.ts';
import { debriefCards } from '../en/debriefCards.ts';

export const texts = { debrief, debriefCards } as const;
