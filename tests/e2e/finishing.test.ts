/** Little time left: a round is made the last, its result waits for the desk, and nobody learns the outcome early. */
import { expect, test } from 'vitest';
import { openClass } from '../../server/robots/classroom.ts';
import { KEY } from '../support/server.ts';
import { PHONE, person } from './support/browser.ts';
import { instructorAt } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent } from './support/student.ts';

const stage = serverAndBrowser();
const BIG = { width: 1280, height: 800 };

test('a class ends with the round under way, with its finale, and takes a step back on the way', async () => {
  const opened = await openClass(stage.server.url, KEY, {
    clockMode: 'clock',
    newsMs: 600_000,
    planMs: 600_000,
    revealMs: 600_000,
    seatsPerDistrict: 4,
    scenario: 'zhongguancun-8',
  });
  const { code } = opened;
  const ada = await joinAsStudent(stage.browser, stage.server.url, code, {
    name: 'Ada',
    language: 'en',
    viewport: PHONE,
    leaning: 'even',
  });
  const address = `${stage.server.url}/teach#code=${code}&link=${opened.assistantLink}`;
  const teacher = await instructorAt(stage.browser, address);
  const { page, says, button, row } = teacher;
  const wall = await person(stage.browser, { locale: 'en-GB', viewport: BIG });
  await wall.page.goto(`${stage.server.url}/project#code=${code}&link=${opened.projectorLink}`);
  const strong = () => page.locator('.actions .button.strong, .stage-controls .button.strong').allTextContents();

  await button('desk.seatClass').click();
  await button('desk.startPractice').waitFor();
  await expect.poll(strong).toEqual([says('desk.startPractice')]);
  await button('teach.start').click();
  await button('course.on-plans').click();
  await ada.decide();
  // Everybody is ready, so the result comes by itself; the desk undoes it.
  await button('course.on-year', { year: 1985 }).waitFor();
  await expect.poll(strong).toEqual([says('course.on-year', { year: 1985 })]);
  await page.getByText(/^Over by \d\d:\d\d at the latest, sooner if all are ready\. News 600 s/).waitFor();
  // A misclick loses no plan, because the undo first says what would be lost.
  await button('desk.undo').click();
  await page.getByText(says('course.undoReveal')).waitFor();
  await button('course.undoNow').click();
  await ada.page.getByText(says('classroom.backToPlan'), { exact: true }).waitFor();
  await page.getByText(says('course.takenBack'), { exact: true }).waitFor();
  await expect.poll(strong).toEqual([says('teach.resume')]);
  await button('teach.resume').click();
  await ada.page.getByRole('button', { name: says('plan.file'), exact: true }).click();
  await button('course.on-year', { year: 1985 }).click();
  await ada.page.getByText(says('classroom.backToPlan'), { exact: true }).waitFor({ state: 'detached' });
  await button('course.on-plans').click();

  // Ending the class says what would be lost, and offers an alternative without loss.
  await button('teach.end').click();
  await page.getByText(says('course.loseGame'), { exact: true }).waitFor();
  await page
    .locator('.end-class')
    .getByRole('button', { name: says('course.makeLast'), exact: true })
    .click();
  await page.getByText(says('course.lastIs', { round: 2 }), { exact: true }).waitFor();
  await page.getByText(says('course.finaleNext'), { exact: true }).waitFor();
  await ada.page
    .getByText(says('play.roundOf', { round: 2, rounds: 2 }))
    .first()
    .waitFor();
  await button('course.on-lastResults').click();

  await page.getByText(says('course.finaleWaits'), { exact: true }).waitFor();
  await expect.poll(strong).toEqual([says('desk.finale-count')]);
  // The next step stays in reach, however far the page is scrolled.
  await page.mouse.wheel(0, 5_000);
  await expect
    .poll(async () => (await button('desk.finale-count').boundingBox())?.y ?? -1)
    .toSatisfy((y: number) => y >= 0 && y < 400);
  await row(1).getByText(says('course.figureHidden'), { exact: true }).waitFor();
  await button('course.showFiguresLabel').click();
  await row(1)
    .getByText(/^(?:The Tower|A Few Threads|The Net)/)
    .first()
    .waitFor();
  await button('course.hideFiguresLabel').click();
  await ada.page.getByRole('button', { name: says('figures.figure2Name'), exact: true }).click();
  await ada.page.getByText(says('play.endWaits'), { exact: true }).waitFor();
  for (const figure of ['2', '3', '4']) {
    expect(await ada.page.getByText(says(`glossary.figure${figure}`), { exact: true }).count()).toBe(0);
  }
  await button('desk.finale-count').click();
  await button('desk.finale-guesses').click();
  await button('desk.finale-figures').click();
  await ada.page.getByRole('heading', { name: says('play.finalTitle'), exact: true }).waitFor();
  await row(1).getByText(says('course.figureHidden'), { exact: true }).waitFor({ state: 'detached' });
  await wall.page.locator('.became').first().waitFor();
  // The debrief does not ask again for what the finale revealed.
  const [debrief] = await Promise.all([teacher.context.waitForEvent('page'), button('desk.openDebrief').click()]);
  await debrief.getByRole('button', { name: says('debrief.verdictWhy'), exact: true }).waitFor();
  expect(await debrief.getByText(says('debrief.verdictFirst'), { exact: true }).count()).toBe(0);
  expect([teacher, ada, wall].flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('the desk says whom a falter hits, and the wall says that it came', async () => {
  const opened = await openClass(stage.server.url, KEY, { clockMode: 'desk', seatsPerDistrict: 4 });
  const ada = await joinAsStudent(stage.browser, stage.server.url, opened.code, {
    name: 'Ada',
    language: 'en',
    viewport: PHONE,
    leaning: 'even',
  });
  const address = `${stage.server.url}/teach#code=${opened.code}&link=${opened.assistantLink}`;
  const { page, button, says, complaints } = await instructorAt(stage.browser, address);
  const wall = await person(stage.browser, { locale: 'en-GB', viewport: BIG });
  await wall.page.goto(`${stage.server.url}/project#code=${opened.code}&link=${opened.projectorLink}`);
  await button('teach.start').click();
  await button('course.on-plans').click();
  await button('course.on-results', { round: 1 }).click();
  await button('course.on-year', { year: 1985 }).waitFor();
  await button('desk.falter').click();
  const warned = page.getByText(/^This hits .+: it loses half/);
  const [, name = ''] = /^This hits (.+?)(?: \(Ada\))?: /.exec((await warned.textContent()) ?? '') ?? [];
  await button('desk.falter').last().click();
  await page.getByText(says('course.faltered', { name }), { exact: true }).waitFor();
  await wall.page.getByText(says('project.faltered', { names: name }), { exact: true }).waitFor();
  expect([complaints, ada.complaints, wall.complaints].flat()).toEqual([]);
});
