/** The game so far in three lines, from real rounds, in both languages. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { soFar } from '../../client/panels/news/so-far.tsx';
import { needTexts, setLanguage } from '../../client/state/language.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM, UNIVERSITY } from './district.ts';

beforeAll(() => needTexts(['play']));
afterEach(() => setLanguage('en'));

test('the summary tells the years, the ties and the seat', () => {
  const { state } = districtAt({ round: 5, policies: 'cooperate' });
  expect(soFar(viewFor(state, FIRM))).toEqual([
    '4 years are over, 1984 to 1987. The street earned 66 in the first and 57 in the last.',
    '12 pacts stand. No firm owns another.',
    'Your firm has pacts with Lotus Pond, Yannan and Zhaolan. The score of your seat so far: 14.8.',
  ]);
  expect(soFar(viewFor(state, UNIVERSITY))[2]).toMatch(/^The score of your seat so far: [\d.]+\.$/);
});

test('the summary names the largest tree, and the seat’s own', () => {
  const { state } = districtAt({ round: 8, policies: 'merger' });
  const owned = state.firms.findIndex(({ owner }) => owner !== undefined);
  const [, ties, own] = soFar(viewFor(state, owned));
  expect(ties).toMatch(/The largest group is .+’s, with \d+ firms\.$/);
  expect(own).toMatch(/^Your firm has no pact\. It belongs to .+\. The score/);
});

test('the summary says if nothing has happened yet', async () => {
  const { state } = districtAt({ round: 1 });
  expect(soFar(viewFor(state, FIRM))[0]).toBe('It is 1984, the first year: nothing has been decided yet.');
  await setLanguage('zh');
  expect(soFar(viewFor(state, FIRM))).toEqual([
    '现在是 1984 年，头一年，还什么都没定。',
    '街上还没有协议。还没有谁归谁所有。',
    '你的公司还没有协议。你这个座位目前得分：14.0。',
  ]);
});
