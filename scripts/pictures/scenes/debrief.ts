/** The example's debrief, part by part. */
import type { Page } from 'playwright-core';
import { button, newPage, openTab, says, tick } from '../player.ts';
import type { Scene } from './scene.ts';

const PARTS = ['predict', 'turns', 'street', 'questions', 'curves', 'sides', 'whatif', 'tables'] as const;

/** Goes to the last marked moment, the demand shift, when the street has its shape. */
export async function goToTheTurn(page: Page): Promise<void> {
  await page.locator('.mark').last().click();
}

export const debrief: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/debrief`);
  await button(page, 'debrief.exampleButton').waitFor();
  await look(page, 'debrief-open');
  await page.locator('input[type="file"]').setInputFiles({ name: 'a.jsonl', mimeType: '', buffer: Buffer.from('{}') });
  await page.getByText(says('debrief.trouble')).waitFor();
  await look(page, 'debrief-trouble');
  await button(page, 'debrief.exampleButton').click();
  await page.getByRole('region', { name: says('debrief.scrubber') }).waitFor();
  for (const part of PARTS) {
    await openTab(page, `debrief.section-${part}`);
    if (part === 'turns') await page.locator('.card summary').first().click();
    await look(page, `debrief-${part}`);
    if (part !== 'predict') continue;
    await button(page, 'debrief.reveal').click();
    await goToTheTurn(page);
    await look(page, 'debrief-revealed');
  }
  await openTab(page, 'debrief.section-questions');
  await button(page, 'debrief.present').click();
  await look(page, 'debrief-presented');
  await button(page, 'debrief.closePresent').click();
  await tick(page.getByRole('checkbox', { name: says('debrief.books') }));
  await page.getByLabel(says('debrief.viewLabel'), { exact: true }).selectOption({ index: 1 });
  await page.locator('.bookmarks summary').click();
  await page.getByLabel(says('debrief.bookmarkNote')).fill('The turn');
  await button(page, 'debrief.bookmark').click();
  await look(page, 'debrief-seat');
  await openTab(page, 'debrief.section-whatif');
  await button(page, 'debrief.run').click();
  await page.getByRole('region', { name: says('debrief.modelsAnswer') }).waitFor();
  await look(page, 'debrief-answered');
  await page.context().close();
};

/** The example's guided show slide by slide, with the presenter's window. */
export const show: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/debrief`);
  await button(page, 'debrief.exampleButton').click();
  await button(page, 'show.start').click();
  const stage = page.getByRole('dialog', { name: says('show.title') });
  await stage.waitFor();
  const popup = page.waitForEvent('popup');
  await stage.getByRole('button', { name: says('show.presenter'), exact: true }).click();
  const presenter = await popup;
  const next = stage.getByRole('button', { name: says('show.next'), exact: true });
  await look(presenter, 'debrief-show-presenter', ['laptop']);
  for (let number = 1; ; number += 1) {
    await look(page, `debrief-show-${number}`, ['laptop']);
    if (await next.isDisabled()) break;
    await next.click();
  }
  await page.context().close();
};
