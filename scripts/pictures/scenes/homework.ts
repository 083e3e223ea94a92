/** Homework from its set-up form to the student's end and the due time. */
import type { Page } from 'playwright-core';
import { serialise } from '../../../shared/log/jsonl.ts';
import { recorded } from '../../../tests/debrief/districts.ts';
import { button, draftNetwork, file, guess, newPage, onward, playRound, says, tick, toPlan } from '../player.ts';
import { takeUp } from './classroom.ts';
import type { Scene } from './scene.ts';

const DAY_MS = 86_400_000;
/** Duration of a homework about to be due: a multiple of the time the last one took, plus this. */
const SHORT_MS = 10_000;
const TIMES_AS_LONG = 6;
const ROUNDS = 2;

async function begin(page: Page, url: string, code: string, name: string): Promise<void> {
  await page.goto(`${url}/?code=${code}`);
  await page.getByLabel(says('join.name'), { exact: true }).fill(name);
  await button(page, 'join.join').click();
  await button(page, 'play.toPlan').waitFor();
}

export const homework: Scene = async ({ browser, street, look }) => {
  const log = serialise(recorded({ firms: ['cooperate', 'trader'], parameters: { rounds: ROUNDS } }));
  const { code } = await street.openClass({
    title: 'Economic Geography 2',
    playOn: { log, round: 1, phase: 'news' },
    homework: { due: Date.now() + DAY_MS, late: 'mark', seat: 0 },
  });
  const desk = await newPage(browser);
  await desk.goto(`${street.url}/teach`);
  await tick(desk.getByRole('radio', { name: new RegExp(`^${says('teach.how-homework')}`) }));
  await desk.getByLabel(says('playOn.due'), { exact: true }).waitFor();
  await look(desk, 'desk-homework-form');

  const ada = await newPage(browser);
  await ada.goto(`${street.url}/?code=${code}`);
  await ada.getByLabel(says('join.name'), { exact: true }).waitFor();
  await look(ada, 'homework-door');
  const began = Date.now();
  await begin(ada, street.url, code, 'Ada');
  const tookMs = Date.now() - began;
  await look(ada, 'homework-news');
  await ada.locator('.homework summary').click();
  await button(ada, 'classroom.homeworkCode').click();
  await ada.getByText(/It works once/).waitFor();
  await look(ada, 'homework-code');
  await toPlan(ada);
  await look(ada, 'homework-plan');
  await draftNetwork(ada);
  await file(ada);
  await look(ada, 'homework-result');
  await onward(ada).click();
  await takeUp(desk, street, code);
  await desk.getByRole('heading', { name: says('desk.homework'), exact: true }).waitFor();
  await look(desk, 'desk-homework');
  await playRound(ada);
  if (await guess(ada).isVisible()) await guess(ada).click();
  await onward(ada).click();
  await ada.getByRole('region', { name: says('ending.beside') }).waitFor();
  await look(ada, 'homework-ended');
  await desk.getByText(says('desk.homeworkDone', { done: 1, count: 1 })).waitFor();
  await look(desk, 'desk-homework-done');

  const bo = await newPage(browser);
  const due = Date.now() + SHORT_MS + TIMES_AS_LONG * tookMs;
  const short = await street.openClass({ homework: { due, late: 'refuse' } });
  await begin(bo, street.url, short.code, 'Bo');
  await toPlan(bo);
  await draftNetwork(bo);
  await bo.waitForTimeout(Math.max(0, due - Date.now()) + 100);
  await bo
    .getByRole('form', { name: says('plan.title') })
    .locator('button[type="submit"]')
    .click();
  await bo.getByText(says('refusals.homework-over')).first().waitFor();
  await look(bo, 'homework-over');
  await desk.goto(`${street.url}/?code=${short.code}`);
  await desk.getByLabel(says('join.name'), { exact: true }).fill('Cy');
  await button(desk, 'join.join').click();
  await desk.getByText(says('refusals.homework-over')).first().waitFor();
  await look(desk, 'homework-over-door');
  for (const page of [desk, ada, bo]) await page.context().close();
};
