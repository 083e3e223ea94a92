/** Teaching pages and cards agree in both languages: every question, passage and step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CARD_PHASES, debriefCards } from '../../shared/debrief/cards.ts';
import { LANGUAGES, messages } from '../../shared/i18n/messages.ts';

const TEACHING = join(import.meta.dirname, '../../docs/teaching');
const FOLDERS = { en: TEACHING, zh: join(TEACHING, 'zh') } as const;
const plain = (text: string) => text.replaceAll(/[“”‘’'"]/g, '').replaceAll(/\s+/g, ' ');
const rows = (page: string) => page.split('\n').filter((line) => line.startsWith('|')).length;

describe.each(LANGUAGES)('the twelve questions for teachers, in %s', (language) => {
  const page = readFileSync(join(FOLDERS[language], 'debrief-questions.md'), 'utf8');
  const { debrief, debriefCards: texts } = messages[language];

  test('has the three steps and the twelve questions in the order of the cards', () => {
    const headings = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading]) => heading);
    const wanted = CARD_PHASES.flatMap((phase) => [
      debrief[`phase-${phase}`],
      ...debriefCards()
        .filter((card) => card.phase === phase)
        .map(({ question }) => texts[`${question}Question`]),
    ]);
    expect(headings.slice(0, wanted.length)).toEqual(wanted);
  });

  test('quotes the passages of the cards', () => {
    const missing = debriefCards().filter(({ passage }) => !plain(page).includes(plain(passage)));
    expect(missing).toEqual([]);
  });
});

test.each(['lesson-plans.md', 'facilitator-notes.md', 'debrief-questions.md', 'mechanics.md'])(
  '%s has the same parts in Chinese',
  (name) => {
    const english = readFileSync(join(FOLDERS.en, name), 'utf8');
    const chinese = readFileSync(join(FOLDERS.zh, name), 'utf8');
    const levels = (page: string) => [...page.matchAll(/^(#+) /gm)].map(([, hashes]) => hashes);
    expect(levels(chinese)).toEqual(levels(english));
    expect(rows(chinese)).toBe(rows(english));
    for (const [, file] of chinese.matchAll(/\]\(([^)#]+\.md)\)/g)) {
      expect(() => readFileSync(join(FOLDERS.zh, file ?? ''), 'utf8')).not.toThrow();
    }
  },
);
