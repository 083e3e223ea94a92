/** The desk on an ordinary laptop, for a class opened by another program: title, action bar, links. */
import { expect, test } from 'vitest';
import { openClass, sendDeskRequest } from '../../server/robots/classroom.ts';
import { joinClass } from '../support/http.ts';
import { KEY } from '../support/server.ts';
import { person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const ORDINARY = { width: 1366, height: 768 };
const TITLE = 'Innovation 101 · 创新导论';

const stage = serverAndBrowser();

test('the desk shows the class’s title, keeps its buttons in a line, and links to pages and debrief', async () => {
  const opened = await openClass(stage.server.url, KEY, {
    title: TITLE,
    seatsPerDistrict: 4,
    firstByHand: true,
    parameters: { rounds: 1 },
  });
  await joinClass(stage.server.url, opened.code, 'Ada');
  await sendDeskRequest(stage.server.url, KEY, opened.classId, { type: 'startClass' });
  for (const language of ['en', 'zh'] as const) {
    const says = words(language);
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const { page, complaints, context } = await person(stage.browser, { locale, viewport: ORDINARY });
    await page.goto(`${stage.server.url}/teach#code=${opened.code}&link=${opened.assistantLink}`);
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await expect.poll(() => page.title()).toContain(TITLE);
    expect(await page.title()).not.toContain(opened.code);
    await page.getByText(says('desk.yourTurnAll'), { exact: true }).waitFor();
    const tops = async () => {
      const buttons = page
        .getByRole('region', { name: says('desk.actions') })
        .locator('.row')
        .last()
        .getByRole('button');
      return new Set(await buttons.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top)));
    };
    await expect.poll(async () => (await tops()).size).toBe(1);
    await page.getByRole('tab', { name: says('desk.panel-tools') }).click();
    const link = page.getByRole('link', { name: says('teach.teaching-lesson-plans'), exact: true });
    // A co-instructor's link opens the same desk.
    await page.getByRole('button', { name: says('desk.openDebrief'), exact: true }).waitFor();
    await page.getByRole('button', { name: says('desk.saveData'), exact: true }).waitFor();
    const notes = await context.newPage();
    await notes.goto(new URL((await link.getAttribute('href')) ?? '', stage.server.url).href);
    await notes.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => notes.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-Hans' : 'en');
    const between = notes.locator('a[href^="/teaching/"]');
    expect(await between.count()).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await context.close();
  }

  for (const type of ['advance', 'closeRound', 'advance'] as const)
    await sendDeskRequest(stage.server.url, KEY, opened.classId, { type });
  await sendDeskRequest(stage.server.url, KEY, opened.classId, { type: 'endClass' });
  const says = words('en');
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: ORDINARY });
  await page.goto(`${stage.server.url}/debrief#class=${opened.code}`);
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await page.getByRole('button', { name: says('debrief.openButton'), exact: true }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: TITLE }).waitFor();
  await expect.poll(() => page.title()).toContain(TITLE);
  expect(complaints).toEqual([]);
});

test('a dry run links to its debrief', async () => {
  const says = words('en');
  const { page, complaints, context } = await person(stage.browser, { locale: 'en-GB', viewport: ORDINARY });
  await page.goto(`${stage.server.url}/teach`);
  await page.getByText(says('teach.rules'), { exact: true }).click();
  await page.getByLabel(says('teach.numbers'), { exact: true }).first().fill('rounds = 2');
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await page.getByRole('button', { name: says('teach.open'), exact: true }).click();
  await page.getByRole('tab', { name: says('desk.panel-tools') }).click();
  await page.getByLabel(says('desk.robots'), { exact: true }).fill('4');
  await page.getByRole('button', { name: says('desk.dryRunStart'), exact: true }).click();
  const link = page.getByRole('link', { name: says('desk.dryRunDebrief'), exact: true });
  await link.waitFor();
  const [debrief] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await debrief.getByRole('button', { name: says('debrief.openButton'), exact: true }).waitFor();
  expect(debrief.url()).toMatch(/\/debrief#class=[A-Z0-9]{6}$/);
  expect(complaints).toEqual([]);
});

test.each(['en', 'zh'] as const)('a treatment’s options fit on screen in %s', async (language) => {
  const says = words(language);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const { page, context } = await person(stage.browser, { locale, viewport: ORDINARY });
  await page.goto(`${stage.server.url}/teach`);
  await page.getByText(says('teach.treatments'), { exact: true }).click();
  await page.getByRole('button', { name: says('teach.compare'), exact: true }).click();
  await page.locator('.treatment select').first().waitFor();
  const cut = await page.locator('.treatment select').evaluateAll((all) => {
    const pen = document.createElement('canvas').getContext('2d');
    return all.flatMap((select) => {
      const style = getComputedStyle(select);
      if (!(select instanceof HTMLSelectElement) || pen === null) return ['not a choice'];
      pen.font = style.font;
      const arrow = 20;
      const room =
        select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - arrow;
      return [...select.options].map(({ text }) => text).filter((text) => pen.measureText(text).width > room);
    });
  });
  expect(cut).toEqual([]);
  await context.close();
});
