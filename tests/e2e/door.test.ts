/** The first page is light: all that a phone downloads to join, fonts included. */
import { expect, test } from 'vitest';
import { charactersOfTheGame } from '../../scripts/typeface.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import { PHONE, person } from './support/browser.ts';
import { streetAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const MOST = 120 * 1024;

const stage = streetAndBrowser();

test.each(LANGUAGES)('the first page costs less than 120 KB in %s, all from this host', async (language) => {
  const { page, context } = await person(stage.browser, {
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: PHONE,
  });
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const urls: string[] = [];
  let bytes = 0;
  network.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(stage.street.url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: words(language)('join.join'), exact: true }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(MOST);
  expect(urls.filter((url) => !url.startsWith(stage.street.url) && !url.startsWith('data:'))).toEqual([]);
  await context.close();
});

test('the first page’s picture moves for half a minute, and again on request', async () => {
  const { page, context } = await person(stage.browser, { locale: 'en-GB', viewport: PHONE, moves: true });
  // Only the picture's animations, since its button changes colours too.
  const motion = () =>
    page.evaluate(() => {
      const ofPicture = [...document.querySelectorAll('.life *')].flatMap((part) => part.getAnimations());
      return [...new Set(ofPicture.map(({ playState }) => playState))];
    });
  const hold = page.getByRole('button', { name: words('en')('common.holdStill'), exact: true });
  const letMove = page.getByRole('button', { name: words('en')('common.letMove'), exact: true });
  await page.clock.install();
  await page.goto(stage.street.url);
  await hold.waitFor();
  await expect.poll(motion).toEqual(['running']);
  await page.clock.fastForward(30_000);
  await letMove.waitFor();
  await expect.poll(motion).toEqual(['paused']);
  await letMove.click();
  await hold.waitFor();
  await expect.poll(motion).toEqual(['running']);
  await context.close();
});

test('Chinese headings use the bundled face', async () => {
  const { page, context } = await person(stage.browser, { locale: 'zh-CN', viewport: PHONE });
  await page.goto(`${stage.street.url}/practice`);
  await page.getByRole('heading', { name: words('zh')('practice.title'), exact: true }).waitFor();
  const loaded = () =>
    page.evaluate(async () => {
      const song = [...document.fonts].filter(({ family }) => family.includes('Street Song'));
      return song.map(({ status }) => status);
    });
  await expect.poll(loaded).toEqual(['loaded', 'loaded']);
  await context.close();
});

test('the bundled face has nearly every character; `npm run typeface` adds others', async () => {
  const { page, context } = await person(stage.browser, { locale: 'zh-CN', viewport: PHONE });
  await page.goto(`${stage.street.url}/practice`);
  await page.getByRole('heading', { name: words('zh')('practice.title'), exact: true }).waitFor();
  const { door, rest } = charactersOfTheGame();
  const all = [...door, ...rest];
  const covered = await page.evaluate((characters) => {
    const ranges = [...document.fonts]
      .filter(({ family }) => family.includes('Street Song'))
      .flatMap(({ unicodeRange }) => unicodeRange.split(','))
      .map((range) => range.trim().slice(2).split('-'))
      .map(([first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const);
    return characters.filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      return ranges.some(([first, last]) => first <= point && point <= last);
    }).length;
  }, all);
  expect(covered / all.length).toBeGreaterThan(0.97);
  await context.close();
});

test('a language that cannot be loaded is reported, and applied later', async () => {
  const [says, sagt] = [words('en'), words('zh')];
  const { page, context, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: PHONE });
  await page.goto(`${stage.street.url}/practice`);
  await page.getByRole('heading', { name: says('practice.title'), exact: true }).waitFor();
  const chinese = page.getByRole('button', { name: sagt('common.languageName'), exact: true });
  const english = page.getByRole('button', { name: says('common.languageName'), exact: true });
  const told = page.getByText(sagt('common.languageAwaited'), { exact: true });
  await stage.street.without(async () => {
    await chinese.click();
    await told.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
    // A cancelled choice has no later effect.
    await english.click();
    await told.waitFor({ state: 'hidden' });
    await chinese.click();
    await told.waitFor();
  });
  await page.getByRole('heading', { name: sagt('practice.title'), exact: true }).waitFor();
  await told.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
  await context.close();
});
