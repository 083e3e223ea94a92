/** `npm run measure`: what a student meets, measured on real pages. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { table } from '../bench/table.ts';
import { run } from '../server/cli/terminal.ts';
import { LANGUAGES, type Language } from '../shared/i18n/languages.ts';
import { zhongguancun } from '../shared/scenarios/zhongguancun/index.ts';
import { openBrowser, PHONE, person } from '../tests/e2e/support/browser.ts';
import { words } from '../tests/e2e/support/words.ts';
import { failedWishes } from './measure/failed-wishes.ts';
import { readerOf } from './measure/reader.ts';
import { formHeights, tapsOfAYear } from './measure/usual-year.ts';
import { openStreet, type Street } from './pictures/street.ts';

const HELP = `npm run measure

Counts what a student meets on a phone, in both languages: words and seconds from the front page to the first decision,
the taps of a year, the room its form needs, and the failed wishes that get a line.
`;

interface Stage {
  readonly street: Street;
  readonly browser: Browser;
}

/** A non-state firm. */
const HOUSE = zhongguancun.roster[1]?.name ?? { en: '', zh: '' };

/** Words on screen up to the first choice in the trial years, and up to the first plan with and without them. */
async function newcomer(
  { street, browser }: Stage,
  language: Language,
  skips: boolean,
): Promise<readonly (readonly string[])[]> {
  const says = words(language);
  const { page, context } = await person(browser, {
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: PHONE,
    newcomer: true,
  });
  const reader = readerOf(page, language);
  const button = (key: string, values?: Readonly<Record<string, number>>) =>
    page.getByRole('button', { name: says(key, values), exact: true });
  const row = (what: string) => [language, what, `${reader.words}`, reader.seconds.toFixed(0)];
  const rows: (readonly string[])[] = [];

  await page.goto(street.url);
  const house = page.getByRole('radio', { name: HOUSE[language], exact: true });
  await house.waitFor();
  await reader.act(() => house.click());
  await reader.act(() => button('join.begin').click());
  await button('trial.sell').waitFor();
  if (skips) await page.keyboard.press('Escape');
  else {
    await reader.act(() => button('trial.sell').click());
    await reader.act(() => button('trial.onward').click());
    await reader.act(() => button('trial.share', { n: 3 }).click());
    await reader.act(() => button('trial.onward').click());
    await reader.read();
    rows.push(row('first choice, in the trial years'));
    await reader.act(() => button('trial.share', { n: 3 }).click());
    await reader.act(() => button('trial.onward').click());
    await reader.act(() => button('trial.begin', { year: 1984 }).click());
  }
  await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
  const apart = skips ? ', trial years skipped' : ', after the trial years';
  rows.push(row(`first plan${apart}`));
  await reader.read();
  rows.push(row(`first plan, all of its page read${apart}`));
  await context.close();
  return rows;
}

async function measure(stage: Stage): Promise<void> {
  const { street, browser } = stage;
  const rows: (readonly string[])[] = [];
  for (const language of LANGUAGES)
    for (const skips of [false, true]) rows.push(...(await newcomer(stage, language, skips)));
  process.stdout.write(`${table(['language', 'up to the', 'words', 'seconds'], rows)}\n`);
  const taps: (readonly string[])[] = [];
  const heights: (readonly string[])[] = [];
  const lines: (readonly string[])[] = [];
  for (const language of LANGUAGES) {
    taps.push(...(await tapsOfAYear(street, browser, language)));
    heights.push(...(await formHeights(street, browser, language)));
    const { wishes, told, silent } = await failedWishes(street.url, browser, language);
    lines.push([language, `${wishes}`, `${told}`]);
    for (const one of silent) process.stdout.write(`no line: ${one}\n`);
  }
  process.stdout.write(`\n${table(['language', 'a year', 'taps'], taps)}\n`);
  const parts = ['language', 'partners', 'form px', 'map px', `out of sight of ${PHONE.height}`];
  process.stdout.write(`\n${table(parts, heights)}\n`);
  process.stdout.write(`\n${table(['language', 'failed wishes', 'with a line'], lines)}\n`);
}

await run(HELP, async () => {
  const street = await openStreet(join(import.meta.dirname, '..', 'dist', 'client'));
  const browser = await openBrowser();
  try {
    await measure({ street, browser });
    return 0;
  } finally {
    await browser.close();
    await street.close();
  }
});
