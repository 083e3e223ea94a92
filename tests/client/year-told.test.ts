/** How a reveal tells the street: by what became of the year's news, the rarest first, and in no more lines than before. */
import { beforeAll, expect, test } from 'vitest';
import { streetSentences } from '../../client/panels/reveal/happenings.ts';
import { yearSentences } from '../../client/panels/reveal/year-told.ts';
import { needTexts, setLanguage } from '../../client/state/language.ts';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { type Happening, type PublicView, publicView } from '../../shared/engine/public-view.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { Match } from '../../shared/simulation/match.ts';
import { SCENARIO } from './district.ts';

beforeAll(() => needTexts(['play']));

/** A street's twelve reveals. */
function reveals(seed: number): readonly PublicView[] {
  const match = new Match({ scenario: SCENARIO, seed, policies: mixedPolicies(SCENARIO.roster, seed) });
  const views: PublicView[] = [];
  for (let round = 1; round <= 12; round++) {
    match.playRound();
    const revealed: DistrictState = { ...match.state, round, phase: 'reveal' };
    views.push(publicView(revealed));
  }
  return views;
}

test('the late years begin each with its own news', () => {
  const first = (seed: number) => reveals(seed).map((view) => yearSentences(view)[0] ?? '');
  for (const seed of [1, 2, 3]) {
    const openings = first(seed).slice(7);
    expect(openings[0]).toMatch(/^Demand turned: income \d+ \(\d+ before\)\./);
    expect(openings[1]).toMatch(/^Everybody a founder: trade \d+/);
    expect(openings[2]).toMatch(/^Credit called in/);
    expect(openings[4]).toMatch(/^The last year: income \d+/);
    expect(new Set(openings).size).toBe(5);
  }
});

test('on the whole it is no longer than a list in order, neither in lines nor in letters', () => {
  const all = [1, 2, 3, 4, 5, 6].flatMap(reveals);
  const lines = (tell: (view: PublicView) => readonly string[]) => all.flatMap((view) => tell(view));
  const [now, inOrder] = [lines(yearSentences), lines(streetSentences)];
  expect(now.length).toBeLessThanOrEqual(inOrder.length);
  expect(now.join('').length).toBeLessThanOrEqual(inOrder.join('').length);
});

test('what is rare stands before what offices do every year, and pacts stand in one line', () => {
  const [view] = reveals(1);
  if (view === undefined) throw new Error('no reveal');
  const pact = (a: number, b: number): Happening => ({ type: 'PactFormed', a, b });
  const told = yearSentences({
    ...view,
    happenings: [
      ...view.happenings.filter(({ type }) => type === 'PolicyMade'),
      pact(0, 1),
      pact(2, 3),
      { type: 'FirmFailed', firm: 4 },
    ],
  });
  expect(told[0]).toMatch(/ran out of cash and failed/);
  expect(told[1]).toMatch(/^New pacts: .+–.+–/);
  expect(yearSentences({ ...view, happenings: [] })).toEqual([]);
});

test('a year that calls in credit names who failed, and says when nobody did', async () => {
  const view = reveals(1)[9];
  if (view === undefined) throw new Error('no reveal');
  const failed = yearSentences({ ...view, happenings: [{ type: 'FirmFailed', firm: 4 }] });
  expect(failed).toHaveLength(1);
  expect(failed[0]).toMatch(/^Credit called in\. Failed: /);
  expect(yearSentences({ ...view, happenings: [] })).toEqual(['Credit called in: nobody failed.']);
  await setLanguage('zh');
  expect(yearSentences({ ...view, happenings: [] })).toEqual(['银行催款，没有一家倒闭。']);
  await setLanguage('en');
});
