/** Every closed list has its texts: refusals, terms, roles, figures. And texts that quote a number quote the rules'. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, messages } from '../../shared/i18n/messages.ts';
import { FIGURE_PARTS, FIGURE_TEXTS, figureTextOf, ROLE_PARTS, ROLES, roleOf, TERMS } from '../../shared/i18n/terms.ts';
import { CHOICES, QUESTION_IDS } from '../../shared/protocol/comprehension.ts';
import { ALL_REFUSAL_CODES } from '../../shared/protocol/refusals.ts';
import { zhongguancunParameters as numbers } from '../../shared/scenarios/zhongguancun/parameters.ts';
import { roster } from '../../shared/scenarios/zhongguancun/roster.ts';
import { placeholders } from './texts.ts';

describe.each(LANGUAGES)('closed lists in %s', (language) => {
  const texts = messages[language];

  test('refusals: one sentence a code, and no sentence without a code', () => {
    expect(Object.keys(texts.refusals).sort()).toEqual([...ALL_REFUSAL_CODES].sort());
    const end = language === 'en' ? '.' : '。';
    expect(Object.values(texts.refusals).filter((text) => !text.endsWith(end) || text.length > 120)).toEqual([]);
  });

  test('refusals take only what a refusal carries', () => {
    const known = ['name', 'value', 'limit'];
    const odd = Object.entries(texts.refusals).filter(([, text]) => placeholders(text).some((p) => !known.includes(p)));
    expect(odd).toEqual([]);
  });

  test('glossary: each term has a name and a meaning', () => {
    expect(Object.keys(texts.glossary).sort()).toEqual(TERMS.flatMap((term) => [term, `${term}Meaning`]).sort());
  });

  test('glossary fits a card', () => {
    const [name, meaning] = language === 'en' ? [30, 190] : [12, 75];
    expect(TERMS.filter((term) => texts.glossary[term].length > name)).toEqual([]);
    expect(TERMS.filter((term) => texts.glossary[`${term}Meaning`].length > meaning)).toEqual([]);
  });

  test('roles: every part of every card', () => {
    expect(Object.keys(texts.roles).sort()).toEqual(ROLES.flatMap((role) => ROLE_PARTS.map((p) => role + p)).sort());
    expect(new Set(roster.map(roleOf))).toEqual(new Set(ROLES));
  });

  test('comprehension questions: what is asked, three choices that differ, and why', () => {
    const parts = ['', ...CHOICES, 'Why'];
    expect(Object.keys(texts.questions).sort()).toEqual(
      QUESTION_IDS.flatMap((id) => parts.map((part) => id + part)).sort(),
    );
    for (const id of QUESTION_IDS)
      expect(new Set(CHOICES.map((choice) => texts.questions[`${id}${choice}`])).size).toBe(3);
    const limit = language === 'en' ? 260 : 90;
    expect(QUESTION_IDS.filter((id) => texts.questions[`${id}Why`].length > limit)).toEqual([]);
  });

  test('figures: every part of every figure', () => {
    expect(Object.keys(texts.figures).sort()).toEqual(
      FIGURE_TEXTS.flatMap((figure) => FIGURE_PARTS.map((part) => figure + part)).sort(),
    );
    expect(figureTextOf({ figure: '3', isolated: true })).toBe('isolated');
    expect(figureTextOf({ figure: '3', isolated: false })).toBe('figure3');
    expect(figureTextOf({ figure: '4', isolated: false })).toBe('figure4');
  });

  test('hints are short enough for a phone', () => {
    const limit = language === 'en' ? 190 : 70;
    expect(Object.values(texts.coaching).filter((text) => text.length > limit)).toEqual([]);
  });
});

describe('numbers in the texts are the rules’ own', () => {
  const { glossary, coaching } = messages.en;
  const { glossary: terms } = messages.zh;
  const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const word = (value: number) => words[value] ?? String(value);

  test('effort, pacts and the half point that keeps one', () => {
    expect(glossary.pointsMeaning).toContain(`${word(numbers.effort)} points`);
    expect(coaching.points).toContain(`all ${word(numbers.effort)} points`);
    expect(glossary.pactMeaning).toContain(`${word(numbers.pactLimit)} in the standard game`);
    expect(numbers.keptShare).toBe(0.5);
    expect(glossary.keptMeaning).toContain('half a point');
  });

  test('capital', () => {
    expect(glossary.loanMeaning.toLowerCase()).toContain(`${word(numbers.loanCash)} cash`);
    expect(glossary.loanMeaning).toContain(`${word(numbers.loanInstalments)} years`);
    expect(glossary.ventureCapitalMeaning.toLowerCase()).toContain(`${word(numbers.ventureCash)} cash`);
    expect(glossary.ventureFundMeaning).toContain(`With ${word(numbers.ventureFundNeeded)} in it`);
    expect(terms.loanMeaning).toContain(`${numbers.loanCash} 现金`);
    expect(terms.ventureFundMeaning).toContain(`${numbers.ventureFundNeeded} 以上`);
  });

  test('failure, disarray, tax and tribute', () => {
    expect(glossary.failureMeaning).toContain(`${word(numbers.failureCash)} in cash`);
    expect(glossary.failureMeaning).toContain(`${word(numbers.scoreFailure)} points less`);
    expect(terms.failureMeaning).toContain(`只剩 ${numbers.failureCash}`);
    expect(terms.failureMeaning).toContain(`扣 ${numbers.scoreFailure} 分`);
    expect(glossary.disarrayMeaning).toContain(
      `${word(numbers.disarrayEffort)} points of effort instead of ${word(numbers.effort)}, for ${word(numbers.disarrayRounds)} years`,
    );
    expect(glossary.taxMeaning.toLowerCase()).toContain(`${word(numbers.taxRate * 100)} percent`);
    expect(numbers.tribute).toBe(1 / 5);
    expect(coaching.merge).toContain('a fifth of your income');
  });
});
