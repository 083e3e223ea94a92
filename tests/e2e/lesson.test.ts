/**
 * The lesson of fifty minutes, taught in one: 31 people in three districts at their own pace, a raised hand, a wrong name,
 * a latecomer, the end told from the desk, and the guided show with bets on phones. Pictures of each slide, in both
 * languages, are in `test-results/lesson`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openClass } from '../../server/robots/classroom.ts';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import { KEY } from '../support/server.ts';
import { type Person, PHONE, person } from './support/browser.ts';
import { type Instructor, instructorAt } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent, type Student } from './support/student.ts';

const ROBOTS = 28;
const EVERYBODY = 31;
const ROUNDS = 8;
const WALL = { width: 1920, height: 1080 };
const PICTURES = join(import.meta.dirname, '../../test-results/lesson');

const stage = serverAndBrowser();

function robotsFor(code: string): readonly Robot[] {
  const manner = { policy: 'mixed', latency: 0, drop: 0, think: 10, opinions: true };
  const samples = emptySamples();
  return Array.from(
    { length: ROBOTS },
    (_, index) => new Robot({ url: stage.server.url, code, number: index + 1, samples, ...manner }),
  );
}

function student(code: string, name: string, language: Language): Promise<Student> {
  return joinAsStudent(stage.browser, stage.server.url, code, { name, language, viewport: PHONE, leaning: 'even' });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

test('teaches the lesson of fifty minutes from the door to the last sentence', async () => {
  await mkdir(PICTURES, { recursive: true });
  const opened = await openClass(stage.server.url, KEY, {
    clockMode: 'desk',
    pace: 'own',
    scenario: 'zhongguancun-8',
    seatsPerDistrict: 12,
    title: 'Innovation, Saturday',
    language: 'en',
    seed: 7,
  });
  const { code } = opened;
  const robots = robotsFor(code);
  const [ada, li] = [await student(code, 'Ada', 'en'), await student(code, '李娜', 'zh')];
  await Promise.all(robots.map((robot) => robot.join()));
  const teacher = await instructorAt(
    stage.browser,
    `${stage.server.url}/teach#code=${code}&link=${opened.assistantLink}`,
  );
  const wall = await wallOf(code, opened.projectorLink);

  await atTheDoor(teacher, ada);
  const bo = await playedToTheEnd(teacher, code);
  await finale(teacher, wall, [ada, li, bo]);

  // A round that is closed cuts off who was still bargaining.
  const refusals = robots.flatMap((robot) => robot.refusals.filter((refusal) => !refusal.endsWith('wrong-phase')));
  expect([robots.every(({ finished }) => finished), refusals]).toEqual([true, []]);
  expect([teacher, wall, ada, li, bo].flatMap(({ complaints }) => complaints)).toEqual([]);
});

async function wallOf(code: string, link: string): Promise<Person> {
  const wall = await person(stage.browser, { locale: 'en-GB', viewport: WALL });
  await wall.page.goto(`${stage.server.url}/project#code=${code}&link=${link}`);
  return wall;
}

/** A hand with words, answered by name; and the name is put right. */
async function atTheDoor({ page, says, button, did }: Instructor, ada: Student): Promise<void> {
  const raise = ada.page.getByRole('button', { name: ada.says('classroom.raiseHand'), exact: true });
  await raise.first().click();
  await ada.page
    .getByRole('textbox', { name: ada.says('classroom.handWords'), exact: true })
    .fill('Who is in which street?');
  await raise.last().click();
  await page.getByText('Who is in which street?').waitFor();
  await page.getByRole('button', { name: 'Ada', exact: true }).first().click();
  await button('desk.rename').click();
  const form = page.locator('form').filter({ has: page.getByLabel(says('desk.newName'), { exact: true }) });
  await form.getByLabel(says('desk.newName'), { exact: true }).fill('Ada Lovelace');
  await form.getByRole('button', { name: says('desk.rename'), exact: true }).click();
  await ada.page.getByRole('heading', { name: ada.says('play.seatKept', { name: 'Ada Lovelace' }) }).waitFor();
  await page.getByRole('button', { name: says('desk.takeDown', { name: 'Ada Lovelace' }), exact: true }).click();
  await did('answerHand', 'Ada Lovelace');
  await button('teach.start').click();
  await did('startClass', says('desk.wholeClass'));
}

/** One district is a year ahead of the others, until all are in the last reveal. */
async function playedToTheEnd({ page, says, button, row }: Instructor, code: string): Promise<Student> {
  const at = (numbers: readonly number[], round: number, phase: string) =>
    Promise.all(
      numbers.map((number) =>
        row(number)
          .filter({ hasText: `${says(`play.phase-${phase}`)}${says('play.roundOf', { round, rounds: ROUNDS })}` })
          .waitFor(),
      ),
    );
  const aYear = async (
    press: (phase: 'news' | 'plan') => Promise<unknown>,
    numbers: readonly number[],
    round: number,
  ) => {
    await at(numbers, round, 'news');
    await press('news');
    await at(numbers, round, 'plan');
    await press('plan');
    await at(numbers, round, 'reveal');
  };
  const alone = (numbers: readonly number[]) => async (phase: 'news' | 'plan' | 'reveal') => {
    const key = phase === 'plan' ? 'desk.one-closeRound' : 'desk.one-advance';
    for (const number of numbers) await button(key, { number }).click();
  };
  const together = () => button('teach.advance').click();
  await row(3).waitFor();
  await aYear(alone([2]), [2], 1);
  await alone([2])('reveal');
  let bo: Student | undefined;
  for (let round = 1; round < ROUNDS; round += 1) {
    await at([2], round + 1, 'news');
    await aYear(together, [1, 3], round);
    if (round === 2) bo = await latecomer(code);
    if (round < ROUNDS - 1) await together();
  }
  // Told too early, it would be told to streets that still play.
  expect(await button('desk.finale-count').count()).toBe(0);
  await alone([1, 3])('reveal');
  await aYear(alone([1, 3]), [1, 3], ROUNDS);
  await page.getByText(says('desk.predictedHint')).waitFor();
  if (bo === undefined) throw new Error('nobody came late');
  return bo;
}

async function latecomer(code: string): Promise<Student> {
  const bo = await student(code, 'Bo', 'en');
  await bo.page.getByRole('heading', { name: bo.says('classroom.lateTitle') }).waitFor();
  return bo;
}

/** The wall, phones and observers show the step that the desk is at, and nothing before it. */
async function finale({ page, says, button }: Instructor, wall: Person, students: readonly Student[]): Promise<void> {
  await picture(page, 'desk-finale');
  await button('desk.finale-count').click();
  for (const { page: phone, says: said } of students) {
    await phone.getByRole('button', { name: said('figures.figure4Drawing'), exact: true }).click();
    await phone.getByText(said('polls.wallFinale'), { exact: true }).waitFor();
  }
  await wall.page.getByText(says('polls.guessed', { made: EVERYBODY, asked: EVERYBODY }), { exact: true }).waitFor();
  expect(await wall.page.locator('.finale-bar, .became').count()).toBe(0);
  await picture(wall.page, 'wall-1-count');
  await button('desk.finale-guesses').click();
  await wall.page.locator('.finale-bar').nth(2).waitFor({ state: 'attached' });
  await picture(wall.page, 'wall-2-guesses');
  await wall.page.reload();
  await wall.page.locator('.finale-bar').nth(2).waitFor({ state: 'attached' });
  expect(await wall.page.locator('.became').count()).toBe(0);
  for (const [place, { page: phone }] of students.entries()) {
    await phone.locator('.three-figures .figures').nth(2).waitFor();
    await picture(phone, `phone-${place}-guesses`);
  }
  await button('desk.finale-figures').click();
  for (const { page: phone, says: said } of students) {
    await phone.getByRole('heading', { name: said('play.finalTitle'), exact: true }).waitFor();
  }
  await wall.page.locator('.became').first().waitFor();
  await picture(wall.page, 'wall-3-figures');
  await button('desk.finale-sentence').click();
  await wall.page.locator('.finale-sentence').waitFor();
  await picture(wall.page, 'wall-4-sentence');
  await button('desk.finale-maps').click();
  await wall.page.locator('canvas').nth(2).waitFor();
}
