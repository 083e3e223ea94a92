/**
 * Homework over a recorded class of twelve: one student, two sittings, two devices, and the desk that sees the result.
 */
import { expect, test } from 'vitest';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from '../debrief/districts.ts';
import { openClass } from '../support/http.ts';
import { KEY } from '../support/server.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { instructorAt } from './support/desk.ts';
import { planHand } from './support/plan.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent } from './support/student.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();

test('homework is begun on a phone, finished on a laptop by a code, and compared with the record', async () => {
  const { url } = stage.server;
  const log = serialise(recorded({ firms: ['cooperate', 'trader'], parameters: { rounds: 2 } }));
  const { code } = await openClass(url, {
    playOn: { log, round: 1, phase: 'news' },
    homework: { due: Date.now() + 86_400_000, late: 'mark', seat: 0 },
  });
  const desk = await instructorAt(stage.browser, `${url}/teach`);
  await desk.page.getByLabel(desk.says('teach.key'), { exact: true }).fill(KEY);
  await desk.button('teach.lookForClasses').click();
  await desk.button('teach.takeUpClass', { code }).click();
  await desk.page.getByText(code, { exact: true }).first().waitFor();

  const door = await person(stage.browser, { locale: 'en-GB', viewport: PHONE });
  await door.page.goto(`${url}/?code=${code}`);
  await door.page.getByText(/^Homework: you play alone/).waitFor();
  await door.context.close();
  const student = await joinAsStudent(stage.browser, url, code, {
    name: 'Ada',
    language: 'en',
    viewport: PHONE,
    leaning: 'even',
  });
  const { says } = student;
  await student.toPlan();
  await student.decide();
  await student.toNextYear();
  await student.page.getByText(/^Homework, due/).click();
  await student.page.getByRole('button', { name: says('classroom.homeworkCode') }).click();
  const told = student.page.getByText(/type [A-Z0-9]{6}\. It works once/);
  const [, own = ''] = /type ([A-Z0-9]{6})\. It works/.exec((await told.textContent()) ?? '') ?? [];
  await desk.page.getByText(desk.says('desk.homeworkAt', { round: 2, rounds: 2 }), { exact: true }).waitFor();
  expect(student.complaints).toEqual([]);
  await student.context.close();

  const tells = words('zh');
  const { page, complaints } = await person(stage.browser, { locale: 'zh-CN', viewport: LAPTOP });
  const button = (key: string) => page.getByRole('button', { name: tells(key), exact: true });
  await page.goto(`${url}/?code=${code}`);
  await page.getByText(tells('join.deviceTitle')).click();
  await page.getByLabel(tells('join.reentry'), { exact: true }).fill(own);
  await button('join.takeOver').click();
  await button('play.toPlan').click();
  const plan = planHand(page, tells);
  await plan.placeAll();
  await plan.submit();
  const guess = button('figures.figure3Name');
  await button('play.toTheEnd').or(guess).first().waitFor();
  if (await guess.isVisible()) await guess.click();
  await button('play.toTheEnd').click();
  const beside = page.getByRole('region', { name: tells('ending.beside') });
  await beside.waitFor();
  await expect.poll(() => beside.getByRole('row').count()).toBe(3);
  await page.locator('.own-cards li').first().waitFor();
  await desk.page.getByText(desk.says('desk.homeworkDone', { done: 1, count: 1 })).waitFor();
  expect(complaints).toEqual([]);
});
