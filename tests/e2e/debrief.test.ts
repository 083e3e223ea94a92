/**
 * Robots play a class of two districts to its end. An instructor goes through the whole debrief in a browser, and the
 * exported file is opened on a phone in Chinese.
 */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { still } from '../../scripts/pictures/camera.ts';
import { openClass, sendDeskRequest } from '../../server/robots/classroom.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { checkText } from '../../shared/log/check.ts';
import { robotsIn } from '../support/robots.ts';
import { KEY } from '../support/server.ts';
import { LAPTOP, type Person, person } from './support/browser.ts';
import { withFile } from './support/record-file.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const ROBOTS = 10;
const PARTS = ['predict', 'turns', 'street', 'questions', 'curves', 'sides', 'whatif', 'tables'] as const;
const says = words('en');

const stage = serverAndBrowser();
let code: string;
let log: string;

beforeAll(async () => {
  const opened = await openClass(stage.server.url, KEY, { clockMode: 'wait', seatsPerDistrict: 6, seed: 11 });
  code = opened.code;
  const robots = await robotsIn(stage.server.url, code, ROBOTS, 10);
  await sendDeskRequest(stage.server.url, KEY, opened.classId, { type: 'startClass' });
  await Promise.all(robots.map((robot) => robot.play()));
  const exported = await fetch(`${stage.server.url}/api/classes/${opened.classId}/export/events.jsonl`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  log = await exported.text();
});

function part(page: Page, name: (typeof PARTS)[number]) {
  return page.getByRole('tab', { name: says(`debrief.section-${name}`), exact: true });
}
function button(page: Page, key: string) {
  return page.getByRole('button', { name: says(key), exact: true });
}
function hash(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

async function openedClass(): Promise<Person> {
  const teacher = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  await teacher.page.goto(`${stage.server.url}/debrief#class=${code}`);
  await teacher.page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await button(teacher.page, 'debrief.openButton').click();
  await teacher.page.getByRole('region', { name: says('debrief.scrubber') }).waitFor();
  return teacher;
}

describe('an instructor', () => {
  test('opens the class, predicts, replays, asks, compares and reads the tables', async () => {
    const { page, complaints } = await openedClass();
    const place = page.getByLabel(says('debrief.districtLabel'), { exact: true });
    await expect.poll(() => place.locator('option').count()).toBe(2);

    // Predictions come first: nothing reveals the outcome before.
    expect(
      await page
        .getByRole('list', { name: says('debrief.turnsHere') })
        .locator('li')
        .count(),
    ).toBe(0);
    expect(await page.locator('.strip').count()).toBe(0);
    for (const [name, which] of [
      ['turns', 'reveal'],
      ['questions', 'reveal'],
      ['curves', 'reveal'],
      ['whatif', 'reveal'],
      ['sides', 'revealAll'],
      ['tables', 'revealAll'],
    ] as const) {
      await part(page, name).click();
      const open = page.getByRole('tabpanel');
      await open.getByRole('button', { name: says(`debrief.${which}`), exact: true }).waitFor();
      expect([name, await open.locator('table, .card, .question, .chart, form').count()]).toEqual([name, 0]);
    }
    await part(page, 'predict').click();
    const first = page.locator('.sliders input').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    const box = await page.locator('.sketch svg').boundingBox();
    if (box === null) throw new Error('no sheet to draw on');
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.2, { steps: 15 });
    await page.mouse.up();
    const rise = () =>
      page
        .locator('.sliders input')
        .evaluateAll((all) => all.map((each) => Number((each as HTMLInputElement).value)))
        .then((drawn) => (drawn.at(-1) ?? 0) - (drawn[2] ?? 0));
    await expect.poll(rise).toBeGreaterThan(0);
    // A prediction without a figure is refused.
    await button(page, 'prediction.add').click();
    await page.getByText(says('debrief.predictCount_other', { count: 0 })).waitFor();
    await page.getByRole('radio', { name: says('glossary.figure3') }).check();
    await button(page, 'prediction.add').click();
    await page.getByText(says('debrief.predictCount_one', { count: 1 })).waitFor();
    await button(page, 'debrief.reveal').click();
    await page
      .getByText(
        says('debrief.predictNearest', { name: says('debrief.guess', { number: 1 }), error: '' }).split(',')[0] ?? '',
      )
      .waitFor();

    // Figure and reasons: each condition with its bound and result.
    const why = page.getByRole('table').filter({ hasText: says('debrief.whyFour') });
    await expect.poll(() => why.getByRole('row').count()).toBe(5);
    await page.getByRole('heading', { name: says('story.nearTitle') }).waitFor();
    await page.getByText(/^Of \d+ plans, people filed \d+(, bots|; ) ?\d+/).waitFor();
    const strip = page.getByRole('list', { name: says('story.stripTitle') });
    await expect.poll(() => strip.locator('li').count()).toBe(12);

    // A card and its moment are visible together.
    await part(page, 'turns').click();
    await page.locator('.cards .card').last().scrollIntoViewIfNeeded();
    // A fraction of a pixel does not count.
    const mapTop = async () => Math.round((await page.locator('.map-frame').boundingBox())?.y ?? -1);
    await expect.poll(mapTop).toBeGreaterThanOrEqual(0);
    const bar = async () => page.locator('.scrubber').boundingBox();
    const barEnd = async () => bar().then((box) => (box?.y ?? LAPTOP.height) + (box?.height ?? 0));
    await expect.poll(barEnd).toBeLessThanOrEqual(LAPTOP.height);

    // Turning points link to their moment, and each moment has an address.
    await part(page, 'turns').click();
    const cards = page.locator('.cards .card');
    await expect.poll(() => cards.count()).toBeGreaterThan(2);
    const shock = cards.filter({ hasText: says('debrief.rule-shock') });
    await shock.getByRole('button', { name: new RegExp(`^${says('debrief.showCard')}`) }).click();
    await page.getByRole('dialog').getByText(says('debriefCards.bigTreeLimits')).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: says('debrief.closePresent'), exact: true })
      .click();
    await shock.getByRole('button', { name: new RegExp(`^${says('debrief.goThere')}`) }).click();
    await page.waitForFunction(() => location.hash.includes('round=8') && location.hash.includes('phase=reveal'));
    await page.locator('h1').click();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => location.hash.includes('phase=plan'));
    await page.keyboard.press('Home');
    await page.waitForFunction(() => location.hash.includes('phase=opening'));
    await page.getByLabel(says('debrief.speed')).selectOption('8');
    await button(page, 'debrief.play').click();
    // It plays on until the pause, so the moment of the pause is read from the address below.
    await page.waitForFunction(() => Number(new URLSearchParams(location.hash.slice(1)).get('round')) >= 3);
    await button(page, 'debrief.pause').click();

    // Secrets stay hidden until the books are opened.
    await part(page, 'street').click();
    const street = page.getByRole('table', { name: says('debrief.streetTitle') });
    expect(await street.getByRole('columnheader', { name: says('debrief.colPlan') }).count()).toBe(0);
    await page.getByLabel(says('debrief.books')).check();
    await street.getByRole('columnheader', { name: says('debrief.colPlan') }).waitFor();
    await page.getByLabel(says('debrief.viewLabel'), { exact: true }).selectOption('1');
    await page.waitForFunction(() => location.hash.includes('seat=1'));
    await page.getByLabel(says('debrief.books')).uncheck();
    await page.waitForFunction(() => !location.hash.includes('seat='));
    const paused = hash(page).get('round');

    // Bookmarks with notes survive a reload of the record.
    await page.getByText(says('debrief.bookmarks')).click();
    await page.getByLabel(says('debrief.bookmarkNote'), { exact: true }).fill('Here it turned');
    await button(page, 'debrief.bookmark').click();
    // The keys of the replay work outside of controls.
    await page.locator('h1').click();
    await page.keyboard.press('End');
    await page.waitForFunction(() => location.hash.includes('phase=ended'));
    await page.getByRole('button', { name: /Here it turned/ }).click();
    await expect.poll(() => hash(page).get('round')).toBe(paused);

    // Twelve questions are chosen and presented one at a time.
    await part(page, 'questions').click();
    await expect.poll(() => page.locator('.question').count()).toBe(12);
    // Plans and incomes of single firms need open books.
    const secret = page.getByText(says('story.closedFinding'));
    await expect.poll(() => secret.count()).toBeGreaterThan(0);
    await page.getByLabel(says('debrief.books')).check();
    await secret.first().waitFor({ state: 'detached' });
    await page.getByLabel(says('debrief.books')).uncheck();
    // Questions without an answer in the record are not chosen by default.
    const boxes = page.locator('.question input');
    const count = (await page.locator('.question input:checked').count()) - 1;
    expect(count).toBeGreaterThan(5);
    await boxes.first().uncheck();
    await button(page, 'debrief.present').click();
    const card = page.getByRole('dialog');
    await card.getByText(says('debrief.cardOf', { number: 1, count })).waitFor();
    await page.keyboard.press('ArrowRight');
    await card.getByText(says('debrief.cardOf', { number: 2, count })).waitFor();
    await card.getByText(says('debriefCards.defectorLimits')).waitFor();
    await card.getByRole('button', { name: says('debrief.closePresent'), exact: true }).click();
    await card.waitFor({ state: 'detached' });

    // Curves have a description and a table.
    await part(page, 'curves').click();
    const income = page
      .getByRole('figure')
      .filter({ hasText: says('debrief.metric-income') })
      .first();
    expect(await income.getByRole('img').getAttribute('aria-label')).toMatch(/^District income: [\d.]+ in round 1/);
    await income.getByText(says('debrief.chartData')).click();
    await expect.poll(() => income.getByRole('row').count()).toBe(13);
    // Scrubbing moves the line of the present round without redrawing charts.
    const plots = await page.locator('.plot svg').elementHandles();
    const line = income.locator('.now-line');
    const before = await line.boundingBox();
    await page.locator('h1').click();
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await line.boundingBox())?.x ?? 0).toBeGreaterThan(before?.x ?? 0);
    expect(plots.length).toBeGreaterThan(10);
    expect(await Promise.all(plots.map((svg) => svg.evaluate((node) => node.isConnected)))).not.toContain(false);

    // Verdicts, then both districts beside three references, once both are revealed; the class has seen the first only.
    await part(page, 'sides').click();
    expect(await page.getByRole('rowheader').count()).toBe(0);
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: says('debrief.reveal'), exact: true })
      .click();
    await page.getByRole('heading', { name: says('story.sidesTitle') }).waitFor();
    for (const name of ['cooperate', 'merger', 'trader']) {
      await page
        .getByRole('rowheader', { name: says(`debrief.reference-${name}`) })
        .first()
        .waitFor();
    }
    await page
      .getByRole('rowheader')
      .getByRole('button', { name: says('debrief.district', { number: 2 }), exact: true })
      .click();
    await page.waitForFunction(() => location.hash.includes('district=2'));

    // The paper's tables.
    await part(page, 'tables').click();
    for (const title of ['tableOneTitle', 'tableTwoTitle', 'tableThreeTitle']) {
      await page.getByRole('table', { name: says(`debrief.${title}`) }).waitFor();
    }
    const second = page.getByRole('table', { name: says('debrief.tableTwoTitle') });
    await expect.poll(() => second.getByRole('row').count()).toBe(11);

    // In print each district comes first with its figure and reasons, not only the one on screen.
    await page.emulateMedia({ media: 'print' });
    for (const number of [1, 2]) {
      await page.getByRole('heading', { level: 2, name: says('debrief.district', { number }), exact: true }).waitFor();
    }
    await expect.poll(() => page.getByRole('heading', { name: says('debrief.whyTitle') }).count()).toBe(2);
    await expect.poll(() => page.locator('.on-paper .chart svg:visible').count()).toBeGreaterThanOrEqual(12);
    await page.locator('.verdict').waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: 'screen' });

    // A reload restores class and moment without the key; another record replaces it.
    const there = hash(page).get('round');
    await page.reload();
    await page.getByRole('region', { name: says('debrief.scrubber') }).waitFor();
    await expect.poll(() => hash(page).get('round')).toBe(there);
    await button(page, 'debrief.another').click();
    await page.reload();
    await page.getByLabel(says('teach.key'), { exact: true }).waitFor();
    expect(await page.getByLabel(says('teach.key'), { exact: true }).inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('asks the model, with an interval, replays the answer beside the record, and sends the question on', async () => {
    const { page, complaints, context } = await openedClass();
    await button(page, 'debrief.reveal').click();
    await part(page, 'whatif').click();
    expect(await page.getByLabel(says('debrief.fromRound'), { exact: true }).inputValue()).toBe('2');
    await page.getByLabel(says('debrief.fromRound'), { exact: true }).selectOption('3');
    // An illegal plan is refused with its reason.
    await page.getByLabel(says('debrief.planLabel'), { exact: true }).selectOption('own');
    await page.getByLabel(says('debrief.points-trade'), { exact: true }).fill('5');
    await page.getByLabel(says('debrief.points-research'), { exact: true }).fill('4');
    await button(page, 'debrief.run').click();
    await page
      .getByRole('alert')
      .filter({ hasText: /cannot file that plan in that round\. .+/ })
      .waitFor();
    await page.getByLabel(says('debrief.changeLabel'), { exact: true }).selectOption('noShock');
    await page.getByLabel(says('debrief.interval', { count: 200 })).check();
    await button(page, 'debrief.run').click();
    const answer = page.getByRole('region', { name: says('debrief.modelsAnswer') });
    await answer.waitFor();
    await answer.getByText(/^Over 200 draws of luck/).waitFor({ timeout: 120_000 });

    // The answer names its question, and says that the form has changed.
    await answer.getByText(`from round 3 on · ${says('debrief.change-noShock')}`).waitFor();
    const outdated = answer.getByText(says('debrief.outdated'), { exact: true });
    expect(await outdated.count()).toBe(0);
    const from = page.getByLabel(says('debrief.fromRound'), { exact: true });
    await from.selectOption('4');
    await outdated.waitFor();
    await answer.getByText(`from round 3 on · ${says('debrief.change-noShock')}`).waitFor();
    await from.selectOption('3');
    await outdated.waitFor({ state: 'detached' });

    // Question and answer survive a visit to another part.
    await part(page, 'curves').click();
    await answer.waitFor({ state: 'detached' });
    await part(page, 'whatif').click();
    await answer.getByText(/^Over 200 draws of luck/).waitFor();
    await expect.poll(() => from.inputValue()).toBe('3');
    await expect.poll(() => page.getByLabel(says('debrief.interval', { count: 200 })).isChecked()).toBe(true);
    expect(await outdated.count()).toBe(0);

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // It says so for two seconds, hence the wait begins before the press.
    await Promise.all([button(page, 'common.copied').waitFor(), button(page, 'debrief.linkToQuestion').click()]);
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(JSON.parse(new URLSearchParams(link.hash.slice(1)).get('ask') ?? '')).toMatchObject({
      from: 3,
      change: 'noShock',
    });

    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'debrief.download').click()]);
    const saved = await download.createReadStream();
    let text = '';
    for await (const chunk of saved) text += String(chunk);
    const { logs, findings } = checkText(text);
    expect(findings).toEqual([]);
    expect(logs.map((log) => chronicleOf(log).final.phase)).toEqual(['ended']);

    // Also when replayed beside the record, the answer is compared with the real game.
    const table = answer.getByRole('table').last();
    const compared = await table.textContent();
    await button(page, 'debrief.addDistrict').click();
    await expect.poll(() => page.locator('.stage.double .scene').count()).toBe(2);
    await expect.poll(() => table.textContent()).toBe(compared);
    await expect
      .poll(() => page.locator('.stage').evaluate((stage) => stage.getBoundingClientRect().top))
      .toBeGreaterThanOrEqual(0);
    await expect.poll(() => hash(page).get('district')).not.toBeNull();
    expect(complaints).toEqual([]);
  });
});

describe('the file that was exported', () => {
  test('shows every part of it on a phone, in Chinese, without scrolling sideways', async () => {
    const { page, complaints } = await withFile(stage.browser, stage.server.url);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.jsonl', mimeType: 'text/plain', buffer: Buffer.from(log) });
    await page.getByRole('region', { name: words('zh')('debrief.scrubber') }).waitFor();
    await page.locator('[data-tab="tables"]').click();
    await page.getByRole('button', { name: words('zh')('debrief.revealAll'), exact: true }).click();
    for (const name of PARTS) {
      await page.locator(`[data-tab="${name}"]`).click();
      await page.locator(`[data-tab="${name}"][aria-selected="true"]`).waitFor();
      await still(page);
      const surplus = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(async () => [name, await surplus()]).toEqual([name, 0]);
      // The bar of parts is at the top of the screen, so the chosen part needs no scrolling.
      const top = async () => Math.round((await page.locator('.record .tabs').boundingBox())?.y ?? Number.NaN);
      await expect.poll(async () => [name, await top()]).toEqual([name, 8]);
    }
    expect(complaints).toEqual([]);
  });
});
