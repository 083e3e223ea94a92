/** What only the debrief says. In Chinese. */
import { debrief } from '../zh/debrief.ts';
import { debriefCards } from '../zh/debriefCards.ts';

export const texts = { debrief, debriefCards } as const;
