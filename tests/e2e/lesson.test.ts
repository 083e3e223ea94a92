/**
 * A lesson of fifty minutes: 31 people in three districts at their own pace, a raised hand, a wrong name, a latecomer,
 * the finale, and the guided show with bets on phones. Pictures of each slide in both languages are in
 * `test-results/lesson`.
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
import { words } from './support/words.ts';

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

test('a lesson of fifty minutes runs from joining to the last sentence', async () => {
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
  const debrief = await opensTheDebrief(teacher);
  await theShow(debrief, 'en', [ada, li, bo]);
  await debrief.getByRole('button', { name: '中文', exact: true }).click();
  // A settled bet is not asked again.
  await theShow(debrief, 'zh', []);

  // Closing a round may interrupt offers, which explains these refusals.
  const refusals = robots.flatMap((robot) => robot.refusals.filter((refusal) => !refusal.endsWith('wrong-phase')));
  expect([robots.every(({ finished }) => finished), refusals]).toEqual([true, []]);
  expect([teacher, wall, ada, li, bo].flatMap(({ complaints }) => complaints)).toEqual([]);
});

async function wallOf(code: string, link: string): Promise<Person> {
  const wall = await person(stage.browser, { locale: 'en-GB', viewport: WALL });
  await wall.page.goto(`${stage.server.url}/project#code=${code}&link=${link}`);
  return wall;
}

/** A raised hand with text, answered by name; and a corrected name. */
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
          .filter({ hasText: `${says(`play.phase-${phase}`)}${says('desk.roundOf', { round, rounds: ROUNDS })}` })
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
  const together = () => button('course.on-mixed').click();
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
  // The finale would reveal the end to districts that still play.
  expect(await button('desk.finale-count').count()).toBe(0);
  await alone([1, 3])('reveal');
  await aYear(alone([1, 3]), [1, 3], ROUNDS);
  await page.getByText(says('course.finaleWaits')).waitFor();
  if (bo === undefined) throw new Error('nobody came late');
  return bo;
}

async function latecomer(code: string): Promise<Student> {
  const bo = await student(code, 'Bo', 'en');
  await bo.page.getByRole('heading', { name: bo.says('classroom.lateTitle') }).waitFor();
  return bo;
}

/** Wall, phones and observers show the desk's step and nothing beyond it. */
async function finale({ page, says, button }: Instructor, wall: Person, students: readonly Student[]): Promise<void> {
  await picture(page, 'desk-finale');
  await button('desk.finale-count').click();
  for (const { page: phone, says: said } of students) {
    await phone.getByRole('button', { name: said('figures.figure4Name'), exact: true }).click();
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

/** Uses the button that appears when the end is told. */
async function opensTheDebrief({ page, context, says, button }: Instructor): Promise<Page> {
  const [debrief] = await Promise.all([context.waitForEvent('page'), button('desk.openDebrief').click()]);
  await debrief.setViewportSize(WALL);
  await debrief.getByRole('checkbox', { name: says('show.onPhones_other', { count: EVERYBODY }) }).waitFor();
  expect(await page.getByText(says('teach.ended')).count()).toBe(0);
  return debrief;
}

/** Goes slide by slide; polls wait until everybody has answered and the answers are shown. */
async function theShow(page: Page, language: Language, phones: readonly Student[]): Promise<void> {
  const says = words(language);
  await page.getByRole('button', { name: says('show.start'), exact: true }).click();
  const stage = page.getByRole('dialog', { name: says('show.title') });
  const place = (await stage.locator('footer .figures').textContent()) ?? '';
  const count = Math.max(...(place.match(/\d+/g) ?? []).map(Number));
  expect(count).toBeGreaterThan(7);
  for (let number = 1; number <= count; number += 1) {
    await stage.getByText(says('show.slideOf', { number, count }), { exact: true }).waitFor();
    const heading = await stage.locator('h2').textContent();
    if (phones.length > 0) await answered(page, phones, `slide-${number}-${language}`);
    if (heading === says('show.claim-whatIf')) await asksTheModel(page, phones, language);
    if (heading === says('show.claim-sentence') && phones.length > 0) await picksASentence(page, says);
    await picture(page, `slide-${number}-${language}`);
    if (number < count) await page.keyboard.press('ArrowRight');
  }
  await stage.getByRole('button', { name: says('show.close'), exact: true }).click();
}

/** The id of each phone's latest poll, which stays on its page until the next one arrives. */
const lastAnswered = new Map<Page, string | null>();

async function answered(page: Page, phones: readonly Student[], name: string): Promise<void> {
  // Polls appear with their slide.
  const waiting = page.locator('.show-asked');
  if ((await waiting.count()) === 0) return;
  for (const { page: phone, says } of phones) {
    const poll = phone
      .locator('.poll')
      .filter({ has: phone.locator('fieldset, form'), hasNotText: says('polls.namingAbout') })
      .last();
    const asked = () => poll.getAttribute('aria-labelledby');
    await expect.poll(asked).not.toBe(lastAnswered.get(phone));
    lastAnswered.set(phone, await asked());
    const text = poll.getByRole('textbox');
    if (await text.isVisible()) {
      await text.fill('neighbours repair what they cannot make.');
      await poll.getByRole('button', { name: says('classroom.sendAnswer'), exact: true }).click();
    } else await poll.locator('fieldset button').first().click();
    await poll.getByText(says('polls.sent'), { exact: true }).waitFor();
  }
  await page.getByText(words('en')('polls.answered', { answered: EVERYBODY, asked: EVERYBODY })).waitFor();
  await picture(page, `${name}-asked`);
  await page.keyboard.press('ArrowRight');
  await waiting.waitFor({ state: 'hidden' });
}

/** After the vote the class bets on the result, which is then shown. */
async function asksTheModel(page: Page, phones: readonly Student[], language: Language): Promise<void> {
  await page.locator('.show-questions button').first().click();
  if (phones.length > 0) await answered(page, phones, `what-if-${language}`);
  await page.locator('.show-what-if .show-claim').waitFor();
}

/** In the presenter's window. */
async function picksASentence(page: Page, says: ReturnType<typeof words>): Promise<void> {
  const [presenter] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('button', { name: says('show.presenter'), exact: true })
      .last()
      .click(),
  ]);
  await presenter.getByRole('checkbox', { name: 'neighbours repair what they cannot make.' }).first().check();
  await page.locator('blockquote', { hasText: 'neighbours repair' }).waitFor();
  await picture(presenter, 'presenter');
  await presenter.close();
}
