/** The debrief of the example, part by part. */
import { button, newPage, openTab, says } from '../player.ts';
import type { Scene } from './scene.ts';

const PARTS = ['predict', 'turns', 'questions', 'curves', 'sides', 'whatif', 'tables'] as const;

export const debrief: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/debrief`);
  await button(page, 'debrief.exampleButton').waitFor();
  await look(page, 'debrief-open');
  await button(page, 'debrief.exampleButton').click();
  await page.getByRole('region', { name: says('debrief.scrubber') }).waitFor();
  for (const part of PARTS) {
    await openTab(page, `debrief.section-${part}`);
    await look(page, `debrief-${part}`);
  }
  await page.context().close();
};
