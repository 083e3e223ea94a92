/** Every text exists in both languages, is not empty, and takes the same values. */
import { describe, expect, test } from 'vitest';
import { messages } from '../../shared/i18n/messages.ts';
import { leftoverEnglish, placeholders, textsOf, westernPunctuation } from './texts.ts';

const en = textsOf('en');
const zh = textsOf('zh');
/** The map's masthead has both scripts in every language. */
const MASTHEAD = ['map.titleLatin', 'map.titleHan'];
/** Separators between texts, whose spaces matter. */
const SEPARATORS = ['common.dot'];
const chinese = new Map(zh.map(({ key, text }) => [key, text]));

describe('both languages', () => {
  test('have the same namespaces', () => {
    expect(Object.keys(messages.zh).sort()).toEqual(Object.keys(messages.en).sort());
  });

  test('have the same keys, but for the singular that Chinese does without', () => {
    const wanted = en.map(({ key }) => key).filter((key) => !key.endsWith('_one'));
    expect(zh.map(({ key }) => key).sort()).toEqual(wanted.sort());
  });

  test('leave no text empty or padded', () => {
    const poor = [...en, ...zh].filter(({ text }) => text.trim() === '' || text !== text.trim());
    expect(poor.filter(({ key }) => !SEPARATORS.includes(key))).toEqual([]);
  });

  test('take the same values in each text', () => {
    const unequal = en
      .filter(({ key }) => !key.endsWith('_one'))
      .filter(({ key, text }) => placeholders(text).join() !== placeholders(chinese.get(key) ?? '').join());
    expect(unequal.map(({ key }) => key)).toEqual([]);
  });

  test('singular takes no value that the plural lacks', () => {
    const plural = new Map(en.map(({ key, text }) => [key, text]));
    const surplus = en
      .filter(({ key }) => key.endsWith('_one'))
      .filter(({ key, text }) => {
        const others = placeholders(plural.get(key.replace(/_one$/, '_other')) ?? '');
        return placeholders(text).some((name) => !others.includes(name));
      });
    expect(surplus).toEqual([]);
  });

  test('stay apart: no English sentence in the Chinese, no Chinese sentence in the English', () => {
    const mixed = [
      ...zh.filter(({ text }) => leftoverEnglish(text).length > 0),
      ...en.filter(({ text }) => /\p{Script=Han}{5,}/u.test(text)),
    ];
    expect(mixed.filter(({ key }) => !MASTHEAD.includes(key))).toEqual([]);
  });

  test('Chinese sentences use Chinese punctuation', () => {
    expect(zh.filter(({ text }) => westernPunctuation(text))).toEqual([]);
  });

  test('notice a breach', () => {
    expect(leftoverEnglish('请重新 load the page')).toEqual(['load the page']);
    expect(leftoverEnglish('{{name}} 和 {{other name}}')).toEqual([]);
    expect(placeholders('{{ b }} {{a}}')).toEqual(['a', 'b']);
    expect(['好,', '等…', '好.', '好(一)'].filter(westernPunctuation)).toHaveLength(4);
    expect(['好，', '等……', '{{value}}.5', '好（一）'].filter(westernPunctuation)).toEqual([]);
  });
});
