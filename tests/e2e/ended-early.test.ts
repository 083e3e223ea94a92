/** A class ended in mid-round: no page is left with a dead button. */
import { expect, test } from 'vitest';
import { PHONE } from './support/browser.ts';
import { instructor, openClass } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent } from './support/student.ts';

const stage = serverAndBrowser();

test('a class ended early tells students and desk, and offers no further action', async () => {
  const teacher = await instructor(stage.browser, stage.server.url);
  const { page, says, button, row } = teacher;
  const code = await openClass(teacher);
  const ada = await joinAsStudent(stage.browser, stage.server.url, code, {
    name: 'Ada',
    language: 'en',
    viewport: PHONE,
    leaning: 'even',
  });
  await button('teach.start').click();
  await ada.page.getByRole('button', { name: says('play.toPlan'), exact: true }).waitFor();
  await button('desk.one-advance', { number: 1 }).click();
  await ada.page.getByRole('form', { name: says('plan.title') }).waitFor();
  await button('teach.pause').click();
  await ada.page.getByText(says('play.paused'), { exact: true }).waitFor();

  await button('teach.end').click();
  await button('teach.reallyEnd').click();
  await ada.page.getByText(says('plan.classOver'), { exact: true }).waitFor();
  await ada.page.getByText(says('play.ended'), { exact: true }).waitFor();
  await ada.page.getByText(says('play.paused'), { exact: true }).waitFor({ state: 'detached' });
  const file = ada.page.getByRole('button', { name: says('plan.file'), exact: true });
  await expect.poll(() => file.getAttribute('aria-disabled')).toBe('true');
  await ada.page.getByRole('link', { name: says('common.toStart') }).waitFor();

  await page.getByText(says('teach.ended'), { exact: true }).waitFor();
  await row(1).waitFor();
  await expect.poll(() => row(1).getByRole('button').count()).toBe(0);
  expect([teacher, ada].flatMap(({ complaints }) => complaints)).toEqual([]);
});
