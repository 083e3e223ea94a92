/** The debrief of the example, part by part. */
import type { Page } from 'playwright-core';
import { button, newPage, openTab, says } from '../player.ts';
import type { Scene } from './scene.ts';

const PARTS = ['predict', 'turns', 'questions', 'curves', 'sides', 'whatif', 'tables'] as const;

/** The last marked moment, when demand turns and the street has its shape. */
export async function goToTheTurn(page: Page): Promise<void> {
  await page.locator('.mark').last().click();
}

export const debrief: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/debrief`);
  await button(page, 'debrief.exampleButton').waitFor();
  await look(page, 'debrief-open');
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
  await page.context().close();
};
