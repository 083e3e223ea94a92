/** A change of language also translates what was said before: notices, refusals and titles. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sendDeskRequest } from '../../server/robots/classroom.ts';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from '../debrief/districts.ts';
import { openClass } from '../support/http.ts';
import { KEY } from '../support/server.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent } from './support/student.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();
const en = words('en');
const zh = words('zh');

async function change(page: Page, to: 'zh' | 'en'): Promise<void> {
  await page.getByRole('button', { name: words(to)('common.languageName'), exact: true }).click();
}

test('a language change translates the example’s title and a form’s error', async () => {
  const { page, complaints, context } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  await page.goto(`${stage.server.url}/debrief`);
  await page.getByRole('button', { name: en('debrief.exampleButton'), exact: true }).click();
  const head = page.getByRole('heading', { level: 1 });
  await head.filter({ hasText: en('debrief.exampleTitle') }).waitFor();
  await page.getByRole('button', { name: en('playOn.title'), exact: true }).click();
  await page.getByLabel(en('teach.key'), { exact: true }).fill('not the key');
  await page.getByRole('button', { name: en('playOn.open'), exact: true }).click();
  await page.getByText(en('refusals.key-wrong'), { exact: true }).waitFor();
  await change(page, 'zh');
  await page.getByText(zh('refusals.key-wrong'), { exact: true }).waitFor();
  await head.filter({ hasText: zh('debrief.exampleTitle') }).waitFor();
  await expect.poll(() => page.title()).toContain(zh('debrief.exampleTitle'));
  expect(complaints).toEqual([]);
  await context.close();
});

test('a language change translates the result of a set-up', async () => {
  const { page, complaints, context } = await person(stage.browser, { locale: 'zh-CN', viewport: LAPTOP });
  await page.goto(`${stage.server.url}/teach`);
  await page.getByLabel(zh('teach.setupName'), { exact: true }).fill('Monday');
  await page.getByRole('button', { name: zh('teach.keepSetup'), exact: true }).click();
  await page.getByText(zh('teach.setupKept', { name: 'Monday' }), { exact: true }).waitFor();
  await change(page, 'en');
  await page.getByText(en('teach.setupKept', { name: 'Monday' }), { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a language change translates why a student got no re-entry code', async () => {
  const { url } = stage.server;
  const log = serialise(recorded({ firms: ['cooperate', 'trader'], parameters: { rounds: 2 } }));
  const { classId, code } = await openClass(url, {
    playOn: { log, round: 1, phase: 'news' },
    homework: { due: Date.now() + 86_400_000, late: 'mark', seat: 0 },
  });
  const { page, complaints, context } = await joinAsStudent(stage.browser, url, code, {
    name: 'Ada',
    language: 'en',
    viewport: PHONE,
    leaning: 'even',
  });
  await page.getByText(/^Homework, due/).click();
  await sendDeskRequest(url, KEY, classId, { type: 'endClass' });
  await page.getByText(en('play.classEnded')).first().waitFor();
  await page.getByRole('button', { name: en('classroom.homeworkCode'), exact: true }).click();
  await page.getByText(en('refusals.class-ended'), { exact: true }).first().waitFor();
  await change(page, 'zh');
  await page.getByText(zh('refusals.class-ended'), { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
