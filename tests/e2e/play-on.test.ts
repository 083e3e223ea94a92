/**
 * An instructor plays a file on in two branches, then plays a round of that class on, and sees the branches as a tree.
 */
import { expect, test } from 'vitest';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from '../debrief/districts.ts';
import { ask } from '../support/http.ts';
import { KEY } from '../support/server.ts';
import { LAPTOP, PHONE } from './support/browser.ts';
import { instructorAt } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';

const log = serialise(recorded({ firms: ['cooperate', 'merger', 'trader'], seed: 11 }));
const stage = serverAndBrowser();

test('a file is played on from the scrubber’s moment, and its class from a round', async () => {
  const teacher = await instructorAt(stage.browser, `${stage.server.url}/debrief`);
  const { page, says, button, complaints } = teacher;
  const file = { name: 'ours.jsonl', mimeType: 'text/plain', buffer: Buffer.from(log) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('slider', { name: says('debrief.scrubber') }).fill('11');
  await button('playOn.title').click();
  await page.getByText(says('playOn.from', { round: 4, phase: says('play.phase-plan') })).waitFor();
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await page.getByLabel(says('playOn.change', { number: 1 })).selectOption('talkOff');
  await button('playOn.add').click();
  await page.getByLabel(says('playOn.change', { number: 2 })).selectOption('number');
  await page.getByLabel(says('playOn.number')).selectOption('taxRate');
  await button('playOn.open').click();
  await page.getByText(says('playOn.valueWrong')).waitFor();
  await page.getByLabel(says('playOn.value')).fill('0.3');
  // In a narrow window the form moves, and keeps its input.
  await page.setViewportSize(PHONE);
  await page.locator('.record ~ div .play-on').waitFor();
  await expect.poll(() => page.getByLabel(says('playOn.value')).inputValue()).toBe('0.3');
  await expect.poll(() => page.getByLabel(says('teach.key'), { exact: true }).inputValue()).toBe(KEY);
  await page.setViewportSize(LAPTOP);
  await page.locator('.replay .play-on').waitFor();
  await button('playOn.open').click();
  await page.waitForURL(/\/teach$/);
  await page.getByText(says('playOn.playsOn', { round: 4 })).waitFor();
  expect(await button('desk.startPractice').count()).toBe(0);
  const code = ((await page.getByText(/^[A-Z0-9]{6}$/).textContent()) ?? '').trim();
  await button('teach.start').click();
  await teacher.row(2).waitFor();

  await teacher.tab('desk.panel-tools');
  await page.getByLabel(says('playOn.round'), { exact: true }).selectOption('4');
  await page.getByLabel(says('playOn.which')).selectOption('2');
  await page.getByLabel(says('playOn.change', { number: 1 })).selectOption('reputations');
  await button('playOn.open').click();
  await page.getByText(says('playOn.playsOn', { round: 4 })).waitFor();
  await expect.poll(async () => ((await page.getByText(/^[A-Z0-9]{6}$/).textContent()) ?? '').trim()).not.toBe(code);

  // The first class, beside the file it came from.
  const bearer = { headers: { authorization: `Bearer ${KEY}` } };
  const { classId } = (await ask(`${stage.server.url}/api/classes/${code}`)).body;
  const { text } = await ask(`${stage.server.url}/api/classes/${classId}/export/events.jsonl`, bearer);
  await page.goto(`${stage.server.url}/debrief`);
  const both = { name: 'branches.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles([file, both]);
  await page.locator('[data-tab="sides"]').click();
  await page.getByRole('button', { name: says('debrief.revealAll'), exact: true }).click();
  const tree = page.getByRole('region', { name: says('playOn.treeTitle') });
  await tree.getByText(says('playOn.treeOriginal')).waitFor();
  await expect.poll(() => tree.getByText(says('playOn.treeFrom', { round: 4 })).count()).toBe(2);
  expect(complaints).toEqual([]);
});
