/** The plan on a phone: one screen, one tap per point, a confirmation for a risky plan, and the card of a house. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStreet, type Street } from '../../scripts/pictures/street.ts';
import type { SeatAction } from '../../shared/engine/commands.ts';
import type { Tab } from '../support/player.ts';
import { LAPTOP, openShell, PHONE, person } from './support/browser.ts';
import { courts, OWN_SEAT, openNeighbours } from './support/neighbours.ts';
import { planHand } from './support/plan.ts';
import { words } from './support/words.ts';

const says = words('en');

let browser: Browser;
let street: Street;

beforeAll(async () => {
  street = await openStreet(join(import.meta.dirname, '../../dist/client'));
  browser = await openShell();
});

afterAll(async () => {
  await browser?.close();
  await street?.close();
});

async function planning(
  viewport: typeof PHONE,
  role = /^North Star/,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const { page, complaints } = await person(browser, { locale: 'en-GB', viewport });
  await page.goto(`${street.url}/practice`);
  const firm = page.getByRole('radio', { name: role });
  await firm.evaluate((input) => (input as HTMLInputElement).click());
  await page.getByRole('button', { name: says('practice.start'), exact: true }).click();
  await page.getByRole('button', { name: says('play.toPlan'), exact: true }).click();
  await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
  return { page, complaints };
}

/** Parts of a usual year's form below the edge or the sticky footer. */
function outOfSight(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const box = (element: Element) => element.getBoundingClientRect();
    const edge = window.innerHeight + 0.5;
    const foot = document.querySelector('.plan-foot');
    const top = foot === null ? edge : box(foot).top + 0.5;
    const shown = [
      ...[...document.querySelectorAll('.asked, .more-offers, .verb, .chip')].map((element) => [element, top] as const),
      ...[...document.querySelectorAll('.plan-foot button')].map((element) => [element, edge] as const),
    ];
    const hidden = shown
      .filter(([element, limit]) => box(element).bottom > limit)
      .map(([element, limit]) => `${element.textContent}: ${Math.round(box(element).bottom - limit)} px too low`);
    const { scrollHeight } = document.documentElement;
    return scrollHeight > window.innerHeight ? [...hidden, `the page is ${scrollHeight} px high`] : hidden;
  });
}

function chip(page: Page, use: string) {
  const face = page.locator('.chip', { hasText: says(`plan.use-${use}`) });
  return {
    more: face.locator('.chip-more'),
    less: face.locator('.chip-less'),
    points: async () => Number(await face.locator('.chip-points').textContent()),
  };
}

test('a tap adds a point, a long press half, a stroke and the minus take one back; six and no more', async () => {
  const { page, complaints } = await planning(PHONE);
  const trade = chip(page, 'trade');
  const hand = await page.context().newCDPSession(page);
  /** One event after the other without a wait, each with its own time, because events may arrive late. */
  const press = async (ms: number, end: 'there' | 'left' = 'there') => {
    const box = await trade.more.boundingBox();
    if (box === null) throw new Error('the chip is on the page');
    const now = Date.now();
    const at = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', share: number, x: number) =>
      hand.send('Input.dispatchMouseEvent', {
        ...{ type, x, y: box.y + 20, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 },
        timestamp: (now + ms * share) / 1_000,
      });
    const [from, to] = [box.x + 70, box.x + (end === 'left' ? 20 : 70)];
    await Promise.all([at('mousePressed', 0, from), at('mouseMoved', 0.5, to), at('mouseReleased', 1, to)]);
  };
  await expect.poll(trade.points).toBe(0);
  await press(50);
  await expect.poll(trade.points).toBe(1);
  await press(700);
  await expect.poll(trade.points).toBe(1.5);
  await trade.less.click();
  await expect.poll(trade.points).toBe(0.5);
  await trade.more.click({ delay: 700 });
  await expect.poll(trade.points).toBe(1);
  for (let tap = 0; tap < 7; tap += 1) await press(50);
  await expect.poll(trade.points).toBe(6);
  await press(50, 'left');
  await expect.poll(trade.points).toBe(5);
  expect(complaints).toEqual([]);
});

test('on a phone nothing of a usual year has to be scrolled to; the year after is two taps', async () => {
  const { page, complaints } = await planning(PHONE);
  const plan = planHand(page, says);
  await plan.tap(says('plan.use-trade'), 6);
  await plan.submit();
  for (const key of ['play.toNextYear', 'play.toPlan']) {
    await page.getByRole('button', { name: says(key), exact: true }).click();
  }
  const again = page.getByRole('button', { name: says('plan.sameAsLastYear'), exact: true });
  await again.waitFor();
  await expect.poll(() => outOfSight(page)).toEqual([]);
  await again.click();
  await expect.poll(chip(page, 'trade').points).toBe(6);
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: says('play.toNextYear'), exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

/** Every neighbour makes the phone every legal offer. */
async function askAll(tabs: readonly Tab[], to: number): Promise<void> {
  for (const tab of tabs) {
    const asked: readonly SeatAction[] = [
      { type: 'makeOffer', kind: 'pact', to, promise: 2 },
      { type: 'makeOffer', kind: 'share', to, promise: 2 },
      { type: 'makeOffer', kind: 'buy', to },
      { type: 'makeOffer', kind: 'sell', to },
    ];
    for (const action of asked) await tab.act(action);
  }
}

test.each(['en', 'zh'] as const)(
  'a phone shows the whole plan with 0, 1 and 3 partners, whatever is offered: %s',
  async (language) => {
    const { student, tabs, advance, closeRound, leave } = await openNeighbours(street, browser, { language });
    const { page, complaints } = student;
    const inbox = page.locator('.asked');
    const hand = planHand(page, student.says);
    const seen: number[] = [];
    for (const partners of [0, 1, 3]) {
      await advance();
      await page.getByRole('form', { name: student.says('plan.title'), exact: true }).waitFor();
      await expect.poll(() => page.locator('.chip.with-partner').count()).toBe(partners);
      await expect.poll(() => outOfSight(page)).toEqual([]);
      const chipTop = () =>
        page
          .locator('.chip')
          .first()
          .evaluate((chip) => Math.round(chip.getBoundingClientRect().top));
      const before = await chipTop();
      await askAll(tabs, OWN_SEAT);
      await inbox.nth(1).waitFor();
      // Late content moves nothing that is about to be tapped.
      if (partners === 0) await expect.poll(chipTop).toBe(before);
      seen.push(await inbox.count());
      await expect.poll(() => outOfSight(page)).toEqual([]);
      // The university signs at once, the firms a year later.
      for (const tab of partners === 0 ? tabs.slice(2) : tabs) await courts(tab);
      await hand.open('cooperate');
      await hand.wishFor(3);
      await hand.placeAll();
      await hand.submit();
      await closeRound();
      await advance();
    }
    expect(seen).toEqual([2, 2, 2]);
    expect(complaints).toEqual([]);
    await leave();
  },
);

test('a box ticked for whoever asks is a yes they hear of, and an offer made is in the plan', async () => {
  const { student, tabs, advance, leave } = await openNeighbours(street, browser, { language: 'en' });
  const { page } = student;
  await advance();
  const hand = planHand(page, says);
  await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
  const [asking, asked] = tabs;
  if (asking === undefined || asked === undefined) throw new Error('there are three neighbours');
  await asking.act({ type: 'makeOffer', kind: 'pact', to: OWN_SEAT, promise: 1 });
  await page.locator('.asked').waitFor();
  await hand.open('cooperate');
  const box = page.locator('.choice', { hasText: says('plan.offered-pact') });
  await box.locator('input').check();
  await page.locator('.choice', { hasText: says('plan.saidYes') }).waitFor();
  const heard = () => asking.received.findLast(({ type }) => type === 'offers')?.message;
  await expect.poll(() => JSON.stringify(heard())).toContain('"status":"accepted"');

  const other = asked.view()?.public.seats[asked.view()?.seat ?? -1]?.name.en ?? '';
  await page.getByRole('tab', { name: says('play.tab-talk') }).click();
  await page.getByLabel(says('play.offerTo'), { exact: true }).selectOption({ label: other });
  await page.getByRole('button', { name: says('play.sendOffer'), exact: true }).click();
  await page.getByText(says('play.writtenIntoDraft'), { exact: true }).waitFor();
  await page.getByRole('tab', { name: says('play.tab-plan') }).click();
  await page.locator('.chip', { hasText: other }).waitFor();
  await leave();
});

test('a plan that may fail the firm is asked about first, and can be changed', async () => {
  const { page } = await planning(PHONE);
  let asked = false;
  for (let year = 1; year <= 7 && !asked; year += 1) {
    const plan = planHand(page, says);
    // Two loans are easily taken, and repaid later.
    if (year <= 2) {
      await plan.open('capital');
      await plan.seek('loan');
    }
    await plan.tap(says('plan.use-research'), 6);
    await page.locator('button[type="submit"]').click();
    const question = page.getByRole('alertdialog');
    const next = page.getByRole('button', { name: says('play.toNextYear'), exact: true });
    await question.or(next).first().waitFor();
    asked = await question.isVisible();
    if (asked) break;
    await next.click();
    await page.getByRole('button', { name: says('play.toPlan'), exact: true }).click();
    await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
  }
  expect(asked).toBe(true);
  const change = page.getByRole('button', { name: says('plan.change'), exact: true });
  await expect.poll(() => change.evaluate((button) => button === document.activeElement)).toBe(true);
  await change.click();
  await page.locator('button[type="submit"]').waitFor();
});

test('the open forecast leaves the points in sight on a phone, and moves with them', async () => {
  const { page } = await planning(PHONE);
  const line = page.locator('.outlook-line');
  await line.click();
  const box = page.locator('.outlook-box');
  const before = await box.textContent();
  const chips = page.locator('.chip');
  await expect.poll(() => outOfSight(page)).toEqual([]);
  await chips.first().locator('.chip-more').click();
  await expect.poll(() => box.textContent()).not.toBe(before);
});

test('a house that is looked at has a card with what can be done, on a laptop too', async () => {
  const { page, complaints } = await planning(LAPTOP);
  await page.getByRole('tab', { name: says('play.tab-street'), exact: true }).click();
  await page.getByRole('button', { name: 'Yannan', exact: true }).click();
  const card = page.getByRole('region', { name: 'Yannan', exact: true });
  await card.getByRole('button', { name: says('plan.offerPact'), exact: true }).click();
  const answers = ['open', 'accepted', 'declined'].map((answer) => says(`plan.offered-${answer}`));
  await card.getByRole('button', { name: new RegExp(`^(${answers.join('|')})$`) }).waitFor();
  await page.getByRole('tab', { name: says('play.tab-plan'), exact: true }).click();
  await page.locator('.chip', { hasText: 'Yannan' }).waitFor();
  expect(complaints).toEqual([]);
});

test('closing one hint leaves the others, and answering an offer leaves the focus beside it', async () => {
  const { page } = await planning(LAPTOP);
  const plan = planHand(page, says);
  await plan.open('capital');
  await page.getByText(says('coaching.capital')).waitFor();
  await page.getByRole('button', { name: says('play.closeHint'), exact: true }).click();
  await page.getByText(says('coaching.capital')).waitFor({ state: 'detached' });
  await plan.open('merge');
  await page.getByText(says('coaching.merge')).waitFor();
});

test('a university’s pacts stand above its points, and a fund says what it still lacks', async () => {
  const { page } = await planning(LAPTOP, /^Peking University/);
  const topOf = async (part: string) => (await page.locator(part).boundingBox())?.y ?? Number.NaN;
  await expect.poll(async () => (await topOf('.deal')) < (await topOf('.chips'))).toBe(true);

  const firm = await planning(LAPTOP);
  await planHand(firm.page, says).open('capital');
  const venture = firm.page.locator('.choice', { hasText: says('plan.venture') });
  const chance = /The chance is 6\s?%: the street’s fund holds 0\. From 10 on it is 90\s?%\./;
  await expect.poll(() => venture.textContent()).toMatch(chance);
});

test('in the dark the sheet lies under less light', async () => {
  const { page } = await planning(LAPTOP);
  const canvas = page.locator('canvas');
  await canvas.waitFor();
  const light = () => canvas.evaluate((sheet) => getComputedStyle(sheet).filter);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(light).toBe('none');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(light).toContain('brightness');
});
