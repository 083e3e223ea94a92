/**
 * The end of a practice: the story before the score, the bots' policies, the debrief, and a game with the same luck.
 */
import { expect, test } from 'vitest';
import { newToken } from '../support/http.ts';
import { playedAlone } from '../support/solo.ts';
import { breaches, tooWide } from './support/axe.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { planHand } from './support/plan.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();

function written(score: number, locale: string): string {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale, one).format(score).replace('-', '−');
}

test.each([
  ['a firm, in English on a phone', 'en', 'en-GB', PHONE, 0],
  ['a firm, in Chinese on a laptop', 'zh', 'zh-CN', LAPTOP, 3],
  ['a university, in Chinese on a phone', 'zh', 'zh-CN', PHONE, 8],
  ['an office, in English on a laptop', 'en', 'en-GB', LAPTOP, 10],
  ['the Commission, in Chinese on a phone', 'zh', 'zh-CN', PHONE, 11],
] as const)('the story of %s ends a practice', async (_, language, locale, viewport, seat) => {
  const says = words(language);
  const token = newToken();
  const kept = await playedAlone(stage.server.url, token, seat);
  const { page, context, complaints } = await person(stage.browser, { locale, viewport });
  await context.addInitScript(
    ([own, member]) => {
      localStorage.setItem('electronics-street.token', own);
      if (localStorage.getItem('electronics-street.membership.practice') === null)
        localStorage.setItem('electronics-street.membership.practice', member);
    },
    [token, JSON.stringify(kept)] as const,
  );
  await page.goto(`${stage.server.url}/practice`);
  await page.getByRole('button', { name: says('practice.resume') }).click();
  await page.locator('.own-cards li').first().waitFor();
  await expect.poll(() => page.locator('.own-cards li').count()).toBe(seat === 11 ? 6 : 5);
  expect(await page.locator('.own-cards').evaluate((cards) => cards.getBoundingClientRect().top)).toBeLessThan(
    await page.locator('.three-scores').evaluate((scores) => scores.getBoundingClientRect().top),
  );
  await page.getByText(says('ending.unmasked')).click();
  await expect.poll(() => page.locator('.own-bots > div').count()).toBe(11);
  expect(await breaches(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.getByRole('button', { name: says('ending.wholeDebrief') }).click();
  await page.locator('.record').waitFor();
  // Nobody leads a class here, and the title follows the language.
  const part = page.getByRole('tab', { name: says('debrief.section-turns'), exact: true });
  await part.click();
  await page.getByText(says('debrief.turnsIntroAlone'), { exact: true }).waitFor();
  expect(await page.locator('.show-start').count()).toBe(0);
  // One's own yearly score is public, and the what-if begins with one's own plan.
  await page.getByRole('tab', { name: says('debrief.section-curves'), exact: true }).click();
  await page.getByText(says('debrief.scoresSecretOthers'), { exact: true }).waitFor();
  expect(await tooWide(page)).toEqual([]);
  await page.getByRole('tab', { name: says('debrief.section-whatif'), exact: true }).click();
  await expect.poll(() => page.getByLabel(says('debrief.seat'), { exact: true }).inputValue()).toBe(String(seat));
  expect(await page.getByRole('button', { name: says('playOn.title'), exact: true }).count()).toBe(0);
  const head = page.getByRole('heading', { level: 1 });
  await head.filter({ hasText: says('ending.source') }).waitFor();
  const other = words(language === 'en' ? 'zh' : 'en');
  await page.getByRole('button', { name: other('common.languageName'), exact: true }).click();
  await head.filter({ hasText: other('ending.source') }).waitFor();
  await page.getByRole('button', { name: says('common.languageName'), exact: true }).click();
  await head.filter({ hasText: says('ending.source') }).waitFor();
  await page.goto(`${stage.server.url}/practice`);
  await page.getByText(says('practice.finished'), { exact: true }).waitFor();
  await page.getByRole('button', { name: says('practice.seeEnd') }).click();
  await page.getByRole('button', { name: says('ending.sameLuck') }).click();
  await page.locator('.front-page').waitFor();
  const again = await page.evaluate(() => localStorage.getItem('electronics-street.membership.practice'));
  expect(JSON.parse(again ?? '{}')).toEqual({
    classId: expect.not.stringMatching(kept.classId),
    code: expect.any(String),
    name: says('play.you'),
    lastScore: expect.any(Number),
    lastScores: Array.from({ length: 12 }, () => expect.any(Number)),
  });
  // Shows the first game's score year by year.
  await page.getByRole('button', { name: says('play.toPlan'), exact: true }).click();
  const plan = planHand(page, says);
  await plan.placeAll();
  await plan.submit();
  const first = JSON.parse(again ?? '{}').lastScores[0] as number;
  await page.getByText(says('reveal.lastTime', { score: written(first, locale) }), { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
