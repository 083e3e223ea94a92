/**
 * A class of 31 led from the desk: districts of twelve with leftover people, two students in browsers and 29 robots,
 * one latecomer, one who drops out, one who changes device.
 */
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { ASKED } from '../../shared/i18n/stop-questions.ts';
import { joinClass } from '../support/http.ts';
import { robotsIn } from '../support/robots.ts';
import { PATIENCE_MS } from '../support/waiting.ts';
import { PHONE, person } from './support/browser.ts';
import { instructor, openClass } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent, type Student } from './support/student.ts';
import { words } from './support/words.ts';

const ROBOTS = 29;
const ROUNDS = 8;

const stage = serverAndBrowser();

/** The student's district, read off the desk, which updates about once a second. */
function districtOf(teacher: Awaited<ReturnType<typeof instructor>>, name: string): Promise<number> {
  const read = async () => {
    for (const number of [1, 2, 3]) {
      const board = teacher.page.getByRole('region', { name: teacher.says('teach.district', { number }), exact: true });
      if ((await board.getByRole('button', { name }).count()) > 0) return number;
    }
    throw new Error(`${name} has no seat on the desk`);
  };
  return vi.waitFor(read, { timeout: PATIENCE_MS, interval: 100 });
}

/** What is in the page's upper corner after scrolling: the head stays, notices go. */
function headWhenScrolled(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    window.scrollTo(0, 20);
    const head = document.elementFromPoint(24, 12)?.closest('.table > *')?.className;
    window.scrollTo(0, 0);
    return head;
  });
}

async function answerQuestions({ page, says }: Student): Promise<void> {
  for (let number = 1; number <= 3; number += 1) {
    await page.getByText(says('classroom.questionOf', { number, count: 3 }), { exact: true }).waitFor();
    const choices = page.getByRole('region', { name: says('classroom.questionsTitle') }).getByRole('button');
    await choices.first().click();
    await page.getByRole('button', { name: says('classroom.goOn'), exact: true }).click();
  }
  await page.getByText(says('classroom.allAnswered')).waitFor();
}

test('a desk leads a class of 31 through gathering, questions, practice and game', async () => {
  const teacher = await instructor(stage.browser, stage.server.url);
  const { page, says, button, row } = teacher;
  await page.getByLabel(says('teach.length'), { exact: true }).selectOption('zhongguancun-8');
  await page.getByLabel(says('teach.seconds-plan'), { exact: true }).fill('600');
  await page.getByLabel(says('teach.seconds-news'), { exact: true }).fill('600');
  await page.getByLabel(says('teach.seconds-reveal'), { exact: true }).fill('600');
  const code = await openClass(teacher);

  const arrive = (name: string, language: 'en' | 'zh') =>
    joinAsStudent(stage.browser, stage.server.url, code, { name, language, viewport: PHONE, leaning: 'even' });
  const ada = await arrive('Ada', 'en');
  const chen = await arrive('小陈', 'zh');
  const robots = await robotsIn(stage.server.url, code, ROBOTS, 20);
  await page
    .getByText(says('teach.joined_other', { count: 31 }), { exact: true })
    .first()
    .waitFor();

  await teacher.tab('desk.panel-tools');
  const wallLink = await page.getByRole('link', { name: says('desk.openProjector') }).getAttribute('href');
  const wall = await person(stage.browser, { locale: 'en-GB', viewport: { width: 1920, height: 1080 } });
  await wall.page.goto(wallLink ?? '');
  await wall.page.getByText(code, { exact: true }).waitFor();
  await wall.page
    .getByText(says('play.company_other', { count: 31, doors: 5 }), { exact: true })
    .first()
    .waitFor();
  await wall.page.getByText(/Ada/).waitFor();
  await teacher.tab('desk.panel-people');
  const names = page.getByRole('checkbox', { name: says('desk.showNames') });
  await names.uncheck({ force: true });
  await wall.page.getByText(/Ada/).waitFor({ state: 'detached' });
  await names.check({ force: true });
  await wall.page.getByText(/Ada/).waitFor();

  await button('desk.seatClass').click();
  await teacher.did('seatClass', says('desk.wholeClass'));
  await row(3).waitFor();
  for (const student of [ada, chen]) await answerQuestions(student);
  await teacher.tab('desk.panel-questions');
  await page
    .getByText(/^Missed by \d of [12]/)
    .first()
    .waitFor();

  await button('desk.startPractice').click();
  await teacher.did('startPractice', says('desk.wholeClass'));
  await page.getByText(/^From here by the clock, over by \d\d:\d\d at the latest\. News \d+ s/).waitFor();
  await button('course.on-plans').click();
  await teacher.did('advance', says('desk.wholeClass'));
  const played = Promise.all(robots.map((robot) => robot.play()));
  for (const student of [ada, chen]) {
    await student.page.getByText(student.says('classroom.practice'), { exact: true }).waitFor();
  }
  await expect.poll(() => headWhenScrolled(ada.page)).toBe('table-head');
  await ada.decide();
  await page
    .getByRole('cell', { name: says('desk.practice') })
    .first()
    .waitFor();
  await button('teach.start').click();
  await teacher.did('startClass', says('desk.wholeClass'));
  for (const student of [ada, chen]) {
    await student.page
      .getByText(student.says('play.roundOf', { round: 1, rounds: ROUNDS }))
      .first()
      .waitFor();
    await student.page.getByText(student.says('classroom.practice'), { exact: true }).waitFor({ state: 'hidden' });
  }

  for (const number of [1, 2, 3]) {
    await wall.page.getByRole('article', { name: says('project.district', { number }) }).waitFor();
  }
  await expect.poll(() => wall.page.locator('canvas').count()).toBe(3);

  await teacher.tab('desk.panel-people');
  const home = await districtOf(teacher, 'Ada');
  const district = says('teach.district', { number: home });

  await button('desk.one-pause', { number: home }).click();
  await teacher.did('pause', district);
  await ada.page.getByText(ada.says('play.paused')).first().waitFor();
  await button('desk.one-resume', { number: home }).click();
  await teacher.did('resume', district);
  const secondsLeft = async () => {
    const [minutes = 0, seconds = 0] = ((await row(home).locator('.row-clock span').first().textContent()) ?? '')
      .split(':')
      .map(Number);
    return minutes * 60 + seconds;
  };
  await expect.poll(secondsLeft).toBeGreaterThan(0);
  const before = await secondsLeft();
  const at = Date.now();
  await button('teach.extendOne', { number: home }).click();
  await teacher.did('extend', district);
  const given = async () => (await secondsLeft()) + (Date.now() - at) / 1_000 - before;
  await expect.poll(given).toBeGreaterThan(20);

  // One drops out and a bot plays; on return they get the seat back. Meanwhile their district waits.
  const theirs = await districtOf(teacher, '小陈');
  const away = row(theirs);
  await button('desk.one-pause', { number: theirs }).click();
  await teacher.did('pause', says('teach.district', { number: theirs }));
  await chen.page.goto('about:blank');
  await away.getByText(says('desk.alarm-somebody-away')).waitFor();
  await page.getByRole('button', { name: '小陈' }).click();
  await button('desk.handToBot').click();
  await teacher.did('handToBot', '小陈');
  await away.getByText(says('desk.alarm-bot-for-person')).waitFor();
  await button('desk.handBack').click();
  await teacher.did('handBack', '小陈');
  await away.getByText(says('desk.alarm-bot-for-person')).waitFor({ state: 'hidden' });
  await chen.page.goto(`${stage.server.url}/play`);
  await chen.page
    .getByText(chen.says('play.roundOf', { round: 1, rounds: ROUNDS }))
    .first()
    .waitFor();
  await away.getByText(says('desk.alarm-somebody-away')).waitFor({ state: 'hidden' });
  await button('desk.one-resume', { number: theirs }).click();
  await teacher.did('resume', says('teach.district', { number: theirs }));

  // Another needs more time: their page says so in the plan phase.
  await page.getByRole('button', { name: 'Ada', exact: true }).click();
  await button('desk.relax').click();
  await teacher.did('relax', 'Ada');
  await page.getByText(says('desk.relaxed')).waitFor();

  // They change device: the code opens their seat there, and the old device is disconnected.
  await button('desk.reentry').click();
  const reentry = await page.locator('.reentry-code').textContent();
  const phone = await person(stage.browser, { locale: 'en-GB', viewport: PHONE });
  // Without the class's code there is no field for a re-entry code.
  await phone.page.goto(stage.server.url);
  await phone.page.getByLabel(says('join.code'), { exact: true }).waitFor();
  expect(await phone.page.getByText(says('join.deviceTitle'), { exact: true }).count()).toBe(0);
  await phone.page.goto(`${stage.server.url}/?code=${code}`);
  await phone.page.getByText(says('join.deviceTitle'), { exact: true }).click();
  const field = phone.page.getByLabel(says('join.reentry'), { exact: true });
  await field.fill('WRONG1');
  await phone.page.getByRole('button', { name: says('join.takeOver'), exact: true }).click();
  await phone.page.getByText(says('refusals.reentry-wrong'), { exact: true }).waitFor();
  await field.fill((reentry ?? '').toLowerCase());
  await phone.page.getByRole('button', { name: says('join.takeOver'), exact: true }).click();
  await ada.page.getByText(says('play.seatMoved')).first().waitFor();
  // While she changed device, the district may have moved to the plan phase.
  const toPlan = phone.page.getByRole('button', { name: says('play.toPlan'), exact: true });
  const planning = phone.page.getByRole('form', { name: says('plan.title'), exact: true });
  await toPlan.or(planning).first().waitFor();
  const alsoToPlan = chen.page.getByRole('button', { name: chen.says('play.toPlan'), exact: true });
  if (await alsoToPlan.isVisible()) await alsoToPlan.click();
  if (await toPlan.isVisible()) await toPlan.click();
  await planning.waitFor();
  await phone.page.getByText(says('plan.moreTime')).waitFor();

  // The round is closed too early and undone: plans can be filed again.
  await button('desk.one-closeRound', { number: home }).click();
  await teacher.did('closeRound', district);
  await phone.page.getByRole('button', { name: says('play.toNextYear'), exact: true }).waitFor();
  await button('desk.one-undo', { number: home }).click();
  await button('course.undoNow').click();
  await teacher.did('undo', district);
  await row(home).getByText(says('play.paused'), { exact: true }).waitFor();
  await planning.waitFor();
  await button('desk.one-resume', { number: home }).click();
  await teacher.did('resume', district);

  // One question to all, with answers.
  await button('desk.freeze').click();
  const question = page.getByLabel(says('desk.question'), { exact: true });
  // A suggested question is in both languages, since the class may read either.
  await button('desk.ask-kept').click();
  await expect.poll(() => question.inputValue()).toBe(`${ASKED.kept.en} ${ASKED.kept.zh}`);
  await question.fill('Whom do you trust?');
  await button('desk.freezeNow').click();
  await teacher.did('freeze', says('desk.wholeClass'));
  await phone.page.getByRole('heading', { name: 'Whom do you trust?' }).waitFor();
  await wall.page.getByText('Whom do you trust?', { exact: true }).waitFor();
  await phone.page.getByLabel(says('classroom.yourAnswer')).fill('The university.');
  await phone.page.getByRole('button', { name: says('classroom.sendAnswer'), exact: true }).click();
  await teacher.tab('desk.panel-reflections');
  await page.getByText('The university.', { exact: true }).waitFor();
  await wall.page.getByText(says('project.answers_one', { count: 1 }), { exact: true }).waitFor();
  await button('desk.thaw').click();
  await teacher.did('thaw', says('desk.wholeClass'));

  // A latecomer takes over a bot's seat.
  await button('desk.message').click();
  await page.getByLabel(says('desk.messageText'), { exact: true }).fill('Two minutes left.');
  await button('desk.send').click();
  await phone.page.getByText('Two minutes left.').waitFor();
  const late = await person(stage.browser, { locale: 'en-GB', viewport: PHONE });
  await late.page.goto(`${stage.server.url}/?code=${code}`);
  await late.page.getByLabel(says('join.name'), { exact: true }).fill('Late Lin');
  await late.page.getByRole('button', { name: says('join.join'), exact: true }).click();
  await late.page
    .getByText(/^Year \d of 8$/)
    .first()
    .waitFor();
  await late.page.getByRole('heading', { name: says('classroom.lateTitle') }).waitFor();
  await late.page.getByRole('heading', { name: says('classroom.soFar') }).waitFor();
  await late.page.getByText(says('play.youScore'), { exact: true }).waitFor();
  await teacher.tab('desk.panel-people');
  const lateIn = await districtOf(teacher, 'Late Lin');

  // Moved by keyboard to another person's seat, which swaps both.
  const board = (number: number) =>
    page.getByRole('region', { name: says('teach.district', { number }), exact: true }).getByRole('listitem');
  const seats = (number: number) => board(number).allTextContents();
  const from = (await seats(lateIn)).findIndex((seat) => seat.includes('Late Lin'));
  const to = (await seats(theirs)).findIndex((seat) => seat.includes('小陈'));
  await page.getByRole('button', { name: 'Late Lin' }).press('Enter');
  await button('desk.move').press('Enter');
  await page.getByLabel(says('teach.colDistrict'), { exact: true }).selectOption(String(theirs));
  await page.getByLabel(says('desk.seat'), { exact: true }).selectOption(String(to));
  await button('desk.swapWith', { name: '小陈' }).press('Enter');
  await teacher.did('move', 'Late Lin');
  await board(theirs).nth(to).getByText('Late Lin').waitFor();
  await board(lateIn).nth(from).getByText('小陈').waitFor();
  await chen.page
    .getByText(/^第 \d\/8 年$/)
    .first()
    .waitFor();
  await late.page
    .getByText(/^Year \d of 8$/)
    .first()
    .waitFor();

  // The people leave, bots play on, and the game runs to its end by itself.
  for (const { page: left } of [phone, chen, late]) await left.goto('about:blank');
  for (const name of ['Ada', '小陈', 'Late Lin']) {
    const bar = page.getByRole('region', { name, exact: true });
    if (!(await bar.isVisible())) await page.getByRole('button', { name }).first().click();
    await button('desk.handToBot').click();
    await teacher.did('handToBot', name);
  }
  // No clock ends the last year; the desk tells the end.
  await button('desk.finale-figures').click();
  await expect
    .poll(() => page.getByRole('cell', { name: new RegExp(`^${says('play.phase-ended')}`) }).count(), { interval: 200 })
    .toBe(3);
  await played;
  expect(robots.map(({ finished }) => finished)).toEqual(robots.map(() => true));

  await teacher.tab('desk.panel-acts');
  for (const type of ['freeze', 'thaw', 'message']) {
    await page
      .getByRole('listitem')
      .filter({ hasText: says(`desk.did-${type}`) })
      .first()
      .waitFor();
  }

  await button('teach.end').click();
  await button('teach.reallyEnd').click();
  await page.getByText(says('teach.ended'), { exact: true }).waitFor();
  await button('desk.openDebrief').waitFor();
  const after = await person(stage.browser, { locale: 'zh-CN', viewport: PHONE });
  const sagt = words('zh');
  await after.page.goto(`${stage.server.url}/?code=${code}`);
  await after.page.getByLabel(sagt('join.name'), { exact: true }).fill('来晚了');
  await after.page.getByRole('button', { name: sagt('join.join'), exact: true }).click();
  await after.page.getByText(sagt('refusals.class-ended'), { exact: true }).waitFor();
  expect([teacher, ada, chen, phone, late, after, wall].flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('more time is offered only where a clock runs', async () => {
  const teacher = await instructor(stage.browser, stage.server.url);
  const { page, says, button } = teacher;
  await page.getByRole('radio', { name: says('teach.clock-wait') }).check({ force: true });
  const code = await openClass(teacher);
  await joinClass(stage.server.url, code, 'Ada');
  await page.getByRole('button', { name: 'Ada', exact: true }).click();
  await button('desk.move').waitFor();
  expect(await button('desk.relax').count()).toBe(0);
  await teacher.context.close();
});
