/** Texts and numbers in the reader's language, each created once. */
import { expect, test, vi } from 'vitest';
import { language, list, needTexts, num, percent, setLanguage, short, signed, t } from '../../client/state/language.ts';

test('a text is available once loaded, in the present language, even if looked up before', async () => {
  expect(t('debrief.title')).toBe('debrief.title');
  await needTexts(['debrief']);
  expect(t('debrief.title')).toBe('The debrief');
  await setLanguage('zh');
  expect(language.peek()).toBe('zh');
  expect(t('debrief.title')).toBe('复盘');
  await setLanguage('en');
  expect(t('debrief.title')).toBe('The debrief');
});

test('a name stands in a text as it was written', () => {
  expect(t('join.seatKept', { code: 'A&B', name: '<O’Neil & "Co">' })).toBe(
    'Your seat in class A&B is kept, <O’Neil & "Co">.',
  );
});

test('numbers and lists follow the present language, despite caches', async () => {
  const written = () => [num(-0), num(1234.56), short(0.126, 2), signed(-2), percent(0.256), list(['a', 'b', 'c'])];
  expect(written()).toEqual(['0.0', '1,234.6', '0.13', '−2.0', '26%', 'a, b and c']);
  await setLanguage('zh');
  expect(written()).toEqual(['0.0', '1,234.6', '0.13', '−2.0', '26%', 'a、b和c']);
  expect([num(2, 3), num(2, 0)]).toEqual(['2.000', '2']);
  await setLanguage('en');
});

test('a number format is created once for a language and its decimals', async () => {
  const made = vi.spyOn(Intl, 'NumberFormat');
  for (const spoken of ['zh', 'en', 'zh', 'en'] as const) {
    await setLanguage(spoken);
    for (const digits of [7, 8]) num(1.5, digits);
  }
  expect(made).toHaveBeenCalledTimes(4);
  made.mockRestore();
});
