/** The trial years of a newcomer on a phone in Chinese by keyboard alone, up to the first plan. */
import { expect, test } from 'vitest';
import { readerOf } from '../../scripts/measure/reader.ts';
import { STANDARD } from '../../shared/scenarios/index.ts';
import { PHONE, person } from './support/browser.ts';
import { keyboardOf } from './support/keys.ts';
import { streetAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const says = words('zh');
/** Most words before the first plan. */
const MOST_WORDS = 80;
const stage = streetAndBrowser();

test('a newcomer sells, shares, meets a broken promise, and reaches the first plan', async () => {
  const { page, complaints, context } = await person(stage.browser, {
    locale: 'zh-CN',
    viewport: PHONE,
    newcomer: true,
  });
  const keys = keyboardOf(page);
  const reader = readerOf(page, 'zh');
  const told = page.locator('.trial-words [role="status"]');
  const act = async (key: string, values?: Readonly<Record<string, number>>) => {
    await reader.read();
    await page.getByRole('button', { name: says(key, values), exact: true }).waitFor();
    await expect.poll(() => keys.here()).toMatchObject({ name: says(key, values), lost: false });
    await keys.press('Enter');
  };
  await page.goto(stage.street.url);
  await keys.tabTo('湖光电子', 'radio');
  await keys.press('ArrowRight');
  await expect.poll(() => keys.here()).toMatchObject({ name: '北星电子', checked: true });
  await keys.press('ArrowLeft');
  await page.getByText(says('join.lineSpinOff', { parent: '北京大学' }), { exact: true }).waitFor();
  await keys.press('Enter');
  await act('trial.sell');
  await page.getByText(says('trial.sold'), { exact: true }).waitFor();
  await expect.poll(() => told.textContent()).toBe('现金 15.8，多了 3.8。知识 3.6，少了 0.4。');
  await act('trial.onward');
  await act('trial.share', { n: 3 });
  await page.getByText(says('trial.shared'), { exact: true }).waitFor();
  await act('trial.onward');
  // With two answers neither has the focus.
  await page.getByText(says('trial.promiseSay', { year: 1985 }), { exact: true }).waitFor();
  await expect.poll(async () => (await keys.here()).role).not.toBe('button');
  await keys.tabTo(says('trial.share', { n: 3 }), 'button');
  await keys.press('Enter');
  await page.getByText(says('trial.alone', { theirs: '4.0', own: '0.1' }), { exact: true }).waitFor();
  await expect.poll(() => told.textContent()).toContain('荷塘技术：现金 16.2，知识 5.9。');
  await act('trial.onward');
  await act('trial.begin', { year: 1984 });
  await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
  expect(reader.words).toBeLessThanOrEqual(MOST_WORDS);
  await expect.poll(async () => (await keys.here()).lost).toBe(false);
  await keys.tabTo(says('play.moreOfYear'));
  await keys.press('Enter');
  await page.getByText(STANDARD.calendar[0]?.body.zh ?? '', { exact: true }).waitFor();

  // Once seen, it does not come again by itself.
  await page.goto(`${stage.street.url}/practice`);
  await page.getByRole('button', { name: says('practice.start'), exact: true }).click();
  await page.getByRole('button', { name: says('play.toPlan'), exact: true }).waitFor();
  expect([...keys.faults, ...complaints]).toEqual([]);
  await context.close();
});

test.each([
  ['Peking University', 'lineUniversity'],
  ['Industrial Bureau', 'lineBureau'],
  ['Zone Commission', 'lineCommission'],
] as const)('%s plays the trial years as a firm, and begins as what it is', async (house, line) => {
  const tells = words('en');
  const { page, complaints, context } = await person(stage.browser, {
    locale: 'en-GB',
    viewport: PHONE,
    newcomer: true,
  });
  const press = (key: string, values?: Readonly<Record<string, number>>) =>
    page.getByRole('button', { name: tells(key, values), exact: true }).click();
  await page.goto(stage.street.url);
  await page.getByRole('radio', { name: house, exact: true }).click();
  await page.getByText(tells(`join.${line}`), { exact: true }).waitFor();
  await press('join.begin');
  await page.getByRole('heading', { name: tells('trial.asFirm') }).waitFor();
  await press('trial.sell');
  await page.getByRole('row', { name: tells('trial.you') }).waitFor();
  await press('trial.onward');
  await press('trial.share', { n: 3 });
  await press('trial.onward');
  await press('trial.give');
  await page.getByText(tells('trial.nobody'), { exact: true }).waitFor();
  await press('trial.onward');
  await press('trial.begin', { year: 1984 });
  await page.getByRole('form', { name: tells('plan.title'), exact: true }).waitFor();
  await page.getByText(tells('play.moreOfYear'), { exact: true }).click();
  await page.getByRole('heading', { name: house }).waitFor();
  await expect.poll(() => page.locator('.own .who').textContent()).toContain(house);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the trial years run while a class gathers, and end with its first year', async () => {
  const { classId, code } = await stage.street.openClass({ clockMode: 'wait', showNames: true });
  const { page, complaints, context } = await person(stage.browser, {
    locale: 'zh-CN',
    viewport: PHONE,
    newcomer: true,
  });
  await page.goto(`${stage.street.url}/?code=${code}`);
  await page.getByLabel(says('join.name'), { exact: true }).fill('李娜');
  await page.getByRole('button', { name: says('join.join'), exact: true }).click();
  await page.getByRole('button', { name: says('trial.sell'), exact: true }).click();
  // The first Escape closes the glossary card, the second skips.
  await page.getByRole('button', { name: says('play.whatMeans', { term: says('glossary.knowledge') }) }).click();
  await page.locator(':popover-open').waitFor();
  await page.keyboard.press('Escape');
  await page.locator(':popover-open').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: says('trial.onward'), exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: says('play.seatKept', { name: '李娜' }) }).waitFor();
  await page
    .getByText(says('play.company_other', { count: 1, doors: 11 }), { exact: true })
    .first()
    .waitFor();
  await page.getByRole('listitem').filter({ hasText: '李娜' }).waitFor();
  await page.getByRole('button', { name: says('trial.replay') }).click();
  await page.getByRole('button', { name: says('trial.sell'), exact: true }).waitFor();
  await stage.street.ask(classId, { type: 'startClass' });
  await page.getByRole('button', { name: says('play.toPlan'), exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
