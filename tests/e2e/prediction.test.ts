/**
 * A student alone with bots predicts the last year's outcome and sees the result. The debrief lays the prediction over
 * the curve without a name; desk and debrief count predictions live.
 */
import { expect, test } from 'vitest';
import { openClass, sendDeskRequest } from '../../server/robots/classroom.ts';
import { enter } from '../support/class-room.ts';
import { joinClass } from '../support/http.ts';
import { KEY } from '../support/server.ts';
import { until } from '../support/waiting.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent } from './support/student.ts';
import { words } from './support/words.ts';

const ROUNDS = 8;
const NAME = '小陈';

const stage = serverAndBrowser();

test('a prediction goes from the student’s phone to the reveal', async () => {
  const opened = await openClass(stage.server.url, KEY, {
    clockMode: 'wait',
    seatsPerDistrict: 4,
    scenario: 'zhongguancun-8',
  });
  const chen = await joinAsStudent(stage.browser, stage.server.url, opened.code, {
    name: NAME,
    language: 'zh',
    viewport: PHONE,
    leaning: 'even',
  });
  await sendDeskRequest(stage.server.url, KEY, opened.classId, { type: 'startClass' });
  const { page, says } = chen;
  for (let round = 1; round <= ROUNDS; round++) {
    await chen.toPlan();
    await chen.decide();
    if (round < ROUNDS) await chen.toNextYear();
  }

  const english = words('en');
  const teacher = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  await teacher.page.goto(`${stage.server.url}/debrief#class=${opened.code}`);
  await teacher.page.getByLabel(english('teach.key'), { exact: true }).fill(KEY);
  await teacher.page.getByRole('button', { name: english('debrief.openButton'), exact: true }).click();
  await teacher.page.getByText(english('debrief.predictOwn', { made: 0, asked: 1 })).waitFor();
  const desk = await person(stage.browser, { locale: 'zh-CN', viewport: LAPTOP });
  await desk.page.goto(`${stage.server.url}/teach#code=${opened.code}&link=${opened.assistantLink}`);
  await desk.page.getByText(says('desk.predicted', { made: 0, asked: 1 })).waitFor();

  await page.getByRole('heading', { name: says('prediction.guess') }).waitFor();
  expect(await page.getByText(says('play.resultTitle')).count()).toBe(0);
  await page.getByRole('button', { name: says('figures.figure2Name'), exact: true }).click();
  await page.getByText(says('prediction.invite')).click();
  const slider = page.locator('.sliders input').nth(3);
  const flat = await slider.inputValue();
  await slider.press('ArrowUp');
  await expect.poll(() => slider.inputValue()).not.toBe(flat);
  await page.getByRole('button', { name: says('prediction.add'), exact: true }).click();
  await page.getByText(says('prediction.thanks')).waitFor();
  await desk.page.getByText(says('desk.predicted', { made: 1, asked: 1 })).waitFor();
  await desk.page.getByRole('cell', { name: says('desk.predictedHere', { made: 1, asked: 1 }) }).waitFor();
  expect(desk.complaints).toEqual([]);
  await teacher.page.getByText(english('debrief.predictOwn', { made: 1, asked: 1 })).waitFor();
  await teacher.page.getByText(english('debrief.predictCount_one', { count: 1 })).waitFor();
  await chen.toNextYear();
  await page.getByRole('heading', { name: says('prediction.beside') }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(chen.complaints).toEqual([]);

  await teacher.page.getByRole('button', { name: english('debrief.reveal'), exact: true }).click();
  await teacher.page.getByText(/^Nearest curve: P001/).waitFor();
  expect(await teacher.page.getByText(NAME).count()).toBe(0);
  expect(teacher.complaints).toEqual([]);
});

test('a student may skip the prediction', async () => {
  const request = { clockMode: 'desk', seatsPerDistrict: 4, parameters: { rounds: 1 } } as const;
  const opened = await openClass(stage.server.url, KEY, request);
  const ada = await joinAsStudent(stage.browser, stage.server.url, opened.code, {
    name: 'Ada',
    language: 'en',
    viewport: PHONE,
    leaning: 'even',
  });
  const { page, says } = ada;
  await sendDeskRequest(stage.server.url, KEY, opened.classId, { type: 'startClass' });
  for (const type of ['advance', 'closeRound'] as const)
    await sendDeskRequest(stage.server.url, KEY, opened.classId, { type });
  await page.getByRole('button', { name: says('prediction.guessNot'), exact: true }).click();
  await page.getByRole('heading', { name: says('play.resultTitle') }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: says('play.resultTitle') }).waitFor();
  expect(await page.getByText(says('prediction.invite')).count()).toBe(0);
  expect(ada.complaints).toEqual([]);
});

test('observers predict too, and are counted', async () => {
  const request = { clockMode: 'desk', seatsPerDistrict: 4, leftovers: 'observe', parameters: { rounds: 1 } } as const;
  const { classId, code } = await openClass(stage.server.url, KEY, request);
  for (const name of ['Ada', 'Bo', 'Cy', 'Di']) await joinClass(stage.server.url, code, name);
  await sendDeskRequest(stage.server.url, KEY, classId, { type: 'startClass' });
  const says = words('en');
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: PHONE });
  await page.goto(`${stage.server.url}/?code=${code}`);
  await page.getByLabel(says('join.name'), { exact: true }).fill('Eva');
  await page.getByRole('button', { name: says('join.join'), exact: true }).click();
  await page.getByRole('heading', { name: says('classroom.observeTitle', { number: 1 }) }).waitFor();
  for (const type of ['advance', 'closeRound'] as const)
    await sendDeskRequest(stage.server.url, KEY, classId, { type });
  await page.getByRole('heading', { name: says('prediction.guess') }).waitFor();
  const desk = await enter(stage.server.url, classId, { key: KEY });
  await until('the count', () => desk.desk()?.districts[0]?.predictions?.asked === 5);
  await page.getByRole('button', { name: says('figures.figure4Name'), exact: true }).click();
  await until('the guess', () => desk.desk()?.districts[0]?.predictions?.made === 1);
  await page.getByRole('heading', { name: says('prediction.guess') }).waitFor({ state: 'hidden' });
  await expect.poll(() => desk.desk()?.districts[0]?.reading).toMatch(/^[234]$/);
  expect(complaints).toEqual([]);
  await desk.close();
});
