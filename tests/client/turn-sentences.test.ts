/** Turning points as text: “the first” only if there are several. */
import { beforeAll, expect, test } from 'vitest';
import { sentenceOf } from '../../client/debrief/sentences.ts';
import { needTexts, setLanguage } from '../../client/state/language.ts';

beforeAll(() => needTexts(['debrief']));

test.each([
  ['en', 1, ' fails, the only failure in this game.'],
  ['en', 3, ' fails, the first of 3 failures in this game.'],
  ['zh', 3, '倒闭，本局共倒闭 3 家次，这是头一次。'],
] as const)('a turning point in %s, of %i failures', async (language, total, sentence) => {
  await setLanguage(language);
  const point: Parameters<typeof sentenceOf>[0] = {
    kind: 'firstFailure',
    round: 4,
    seats: [1],
    evidence: { total },
    further: [],
  };
  expect(sentenceOf(point)).toBe(sentence);
});
