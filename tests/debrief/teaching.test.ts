/** The page for teachers and the cards on the screen say the same: every question, every passage, every step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CARD_PHASES, debriefCards } from '../../shared/debrief/cards.ts';
import { messages } from '../../shared/i18n/messages.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/teaching/debrief-questions.md'), 'utf8');
const plain = (text: string) => text.replaceAll(/[“”‘’'"]/g, '').replaceAll(/\s+/g, ' ');
const { debrief, debriefCards: texts } = messages.en;

describe('docs/teaching/debrief-questions.md', () => {
  it('has the three steps and the twelve questions in the order of the cards', () => {
    const headings = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading]) => heading);
    const wanted = CARD_PHASES.flatMap((phase) => [
      debrief[`phase-${phase}`],
      ...debriefCards()
        .filter((card) => card.phase === phase)
        .map(({ question }) => texts[`${question}Question`]),
    ]);
    expect(headings.slice(0, wanted.length)).toEqual(wanted);
  });

  it('quotes the passages of the cards', () => {
    const missing = debriefCards().filter(({ passage }) => !plain(page).includes(plain(passage)));
    expect(missing).toEqual([]);
  });
});
