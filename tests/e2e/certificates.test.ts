/** The Commission's certificates in a browser: each firm is readable, and figures are below their heads. */
import { expect, test } from 'vitest';
import { newToken } from '../support/http.ts';
import { playedAlone, playUntil } from '../support/solo.ts';
import { breaches, tooWide } from './support/axe.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();
const COMMISSION = 11;
/** Width for a few words, in pixels. */
const READABLE = 150;

test.each([
  ['in English on a laptop', 'en', 'en-GB', LAPTOP],
  ['in Chinese on a laptop', 'zh', 'zh-CN', LAPTOP],
  ['in Chinese on a phone', 'zh', 'zh-CN', PHONE],
] as const)('the Commission’s form %s', async (_, language, locale, viewport) => {
  const says = words(language);
  const token = newToken();
  const kept = await playedAlone(stage.server.url, token, COMMISSION, (tab) =>
    playUntil(tab, 'the year of certificates', ({ public: { round, phase } }) => round === 5 && phase === 'plan'),
  );
  const { page, context } = await person(stage.browser, { locale, viewport });
  await context.addInitScript(
    ([own, member]) => {
      localStorage.setItem('electronics-street.token', own);
      localStorage.setItem('electronics-street.membership.practice', member);
    },
    [token, JSON.stringify(kept)] as const,
  );
  await page.goto(`${stage.server.url}/practice`);
  await page.getByRole('button', { name: says('practice.resume') }).click();
  const fold = page.locator('.seals-fold');
  await fold.waitFor();
  if (!(await fold.evaluate((details: HTMLDetailsElement) => details.open))) await fold.locator('summary').click();
  await page.locator('.seals .chip-figures').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const known = await page.locator('.seals .about > .block').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(known.length).toBe(8);
  expect(Math.min(...known)).toBeGreaterThan(READABLE);
  const edges = (row: string) =>
    page.locator(row).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
  const offBy = async () => {
    const heads = await edges('.seals .chips-head > :not(:first-child)');
    const figures = await edges('.seals .choice:nth-of-type(1) .chip-figures > :not(.hidden-text)');
    return heads.map((head, column) => Math.abs(head - (figures[column] ?? 0)));
  };
  const near = expect.toSatisfy((pixels: number) => pixels < 3);
  await expect.poll(offBy).toEqual([near, near, near]);
  expect(await tooWide(page)).toEqual([]);
  expect(await breaches(page)).toEqual([]);
  await context.close();
});
