/** What a desk does after a class: opens the debrief, saves the data, deletes the class. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openClass } from '../../server/robots/classroom.ts';
import { KEY } from '../support/server.ts';
import { LAPTOP, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const says = words('en');
const stage = serverAndBrowser();

function button(page: Page, key: string) {
  return page.getByRole('button', { name: says(key), exact: true });
}

test('an ended class’s desk opens the debrief without the key, saves the data, and reports a deletion', async () => {
  const request = { clockMode: 'wait', seatsPerDistrict: 4, scenario: 'zhongguancun-8' } as const;
  const { page, complaints, context } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  const opened = await openClass(stage.server.url, KEY, request);
  await page.goto(`${stage.server.url}/teach`);
  await page.evaluate(
    ([classId, code, key]) => {
      const led = { classId, code, opener: { key }, links: {} };
      sessionStorage.setItem('electronics-street.desk', JSON.stringify(led));
    },
    [opened.classId, opened.code, KEY],
  );
  await page.reload();
  await page.getByRole('tab', { name: says('desk.panel-tools') }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'desk.saveData').click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^electronics-street_[\\d-]{10}_${opened.code}\\.zip$`));
  const [debrief] = await Promise.all([context.waitForEvent('page'), button(page, 'desk.openDebrief').click()]);
  await debrief.getByLabel(says('debrief.classCode'), { exact: true }).waitFor();
  await expect.poll(() => debrief.getByLabel(says('teach.key'), { exact: true }).inputValue()).toBe(KEY);
  await debrief.close();
  await button(page, 'desk.deleteClass').click();
  await button(page, 'desk.deleteYes').click();
  await page.getByText(/^Deleted: 0 people with their names, 0 districts, \d+ records/).waitFor();
  await page.waitForTimeout(2_000);
  expect(await page.getByText(says('desk.reconnecting')).count()).toBe(0);
  await button(page, 'teach.leave').waitFor();
  await page.reload();
  await page.getByLabel(says('teach.key'), { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
