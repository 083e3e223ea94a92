/** A person in English on a laptop who plays for the camera. */
import type { Browser, Locator, Page } from 'playwright-core';
import { person } from '../../tests/e2e/support/browser.ts';
import { planHand } from '../../tests/e2e/support/plan.ts';
import { words } from '../../tests/e2e/support/words.ts';
import { SIZES } from './camera.ts';

export const says = words('en');

export async function newPage(browser: Browser): Promise<Page> {
  const { page } = await person(browser, { locale: 'en-GB', viewport: SIZES.laptop });
  return page;
}

export function button(page: Page, key: string) {
  return page.getByRole('button', { name: says(key), exact: true });
}

/** Ticks boxes and radio buttons, wherever the page is scrolled to. */
export function tick(choice: Locator): Promise<void> {
  return choice.evaluate((input) => (input as HTMLInputElement).click());
}

export async function openPractice(page: Page, url: string, role: RegExp): Promise<void> {
  await page.goto(`${url}/practice`);
  await tick(page.getByRole('radio', { name: role }));
  await button(page, 'practice.start').click();
  await button(page, 'play.toPlan').waitFor();
}

export async function join(page: Page, url: string, code: string, name: string): Promise<void> {
  await page.goto(`${url}/?code=${code}`);
  await page.getByLabel(says('join.name'), { exact: true }).fill(name);
  await button(page, 'join.join').click();
  await page.getByRole('heading', { name: says('play.seatKept', { name }) }).waitFor();
}

export async function toPlan(page: Page): Promise<void> {
  await button(page, 'play.toPlan').click();
  await page.getByRole('form', { name: says('plan.title') }).waitFor();
}

export function chooseVerb(page: Page, verb: 'cooperate' | 'merge' | 'capital'): Promise<void> {
  return planHand(page, says).open(verb);
}

/** Wishes for pacts with the best fits, and places every point. */
export async function draftNetwork(page: Page): Promise<void> {
  const plan = planHand(page, says);
  if ((await button(page, 'plan.verb-cooperate').count()) > 0) {
    await plan.open('cooperate');
    await plan.wishFor(2);
  }
  await plan.placeAll();
}

/** The button after a reveal: to the next year, or to the end. */
export function onward(page: Page): Locator {
  return button(page, 'play.toNextYear').or(button(page, 'play.toTheEnd'));
}

/** The drawings to choose from in the last reveal. */
export function guess(page: Page): Locator {
  return page.locator('.three-figures.guess button').first();
}

export async function file(page: Page): Promise<void> {
  await planHand(page, says).submit();
  await onward(page).or(button(page, 'plan.filed')).or(guess(page)).first().waitFor();
}

/** From a round's news to its result. */
export async function playRound(page: Page): Promise<void> {
  await toPlan(page);
  await draftNetwork(page);
  await file(page);
  await onward(page).or(guess(page)).first().waitFor();
}

export async function openTab(page: Page, key: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${says(key)}`) }).click();
}
