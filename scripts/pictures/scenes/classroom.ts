/** Scenes of a class: students in every stage, the desk, and the wall. */
import type { Page } from 'playwright-core';
import type { Size } from '../camera.ts';
import { fill } from '../crowd.ts';
import { button, draftNetwork, file, join, newPage, openTab, says, toPlan } from '../player.ts';
import { KEY, type Street } from '../street.ts';
import type { Scene } from './scene.ts';

export const LONG = { newsMs: 900_000, planMs: 900_000, revealMs: 900_000 } as const;
/** Sizes of a desk, which is used on tables, and of a wall. */
const DESK: readonly Size[] = ['phone', 'tablet', 'laptop', 'projector'];
export const WALL: readonly Size[] = ['laptop', 'projector'];

export async function takeUp(page: Page, street: Street, code: string): Promise<void> {
  await page.goto(`${street.url}/teach`);
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await button(page, 'teach.lookForClasses').click();
  await page.getByRole('button', { name: says('teach.takeUpClass', { code }) }).click();
}

/** From the waiting room through talk, pause and a lost connection to a class ended early. */
export const students: Scene = async ({ browser, street, look }) => {
  const { code, classId } = await street.openClass({ seed: 3, clockMode: 'clock', showNames: true, ...LONG });
  const ada = await newPage(browser);
  const chen = await newPage(browser);
  await join(ada, street.url, code, 'Ada');
  await join(chen, street.url, code, '小陈');
  await look(ada, 'class-gathering');
  await street.ask(classId, { type: 'seatClass' });
  await ada.getByRole('tablist').waitFor();
  await look(ada, 'class-briefing');
  await ada.locator('.questions .button').first().click();
  await button(ada, 'classroom.goOn').waitFor();
  await look(ada, 'class-answered');
  await street.ask(classId, { type: 'startPractice' });
  await street.ask(classId, { type: 'advance' });
  await ada.getByRole('form', { name: says('plan.title') }).waitFor();
  await look(ada, 'class-practice-round');
  await street.ask(classId, { type: 'startClass' });
  await button(chen, 'play.toPlan').click();
  await toPlan(ada);
  await openTab(ada, 'play.tab-talk');
  await ada.getByLabel(says('play.message')).fill('Shall we share what we know about typesetting?');
  await button(ada, 'play.say').click();
  await button(ada, 'play.sendOffer').click();
  await openTab(chen, 'play.tab-talk');
  await chen.getByLabel(says('play.message')).fill('好啊，那就一起做。');
  await button(chen, 'play.say').click();
  await ada.getByText('好啊，那就一起做。').waitFor();
  await look(ada, 'class-talk');
  await openTab(ada, 'play.tab-plan');
  await draftNetwork(ada);
  await file(ada);
  await look(ada, 'class-filed');
  await street.ask(classId, { type: 'message', text: 'Two minutes to the break. 还有两分钟。' });
  await street.ask(classId, { type: 'freeze', question: says('desk.ask-alone') });
  await ada.getByText(says('desk.ask-alone')).first().waitFor();
  await look(ada, 'class-reflection');
  await street.ask(classId, { type: 'thaw' });
  await street.ask(classId, { type: 'pause' });
  await ada.getByText(says('play.paused')).first().waitFor();
  await look(ada, 'class-paused');
  await street.ask(classId, { type: 'endClass' });
  await ada.getByText(says('play.classEnded')).first().waitFor();
  await look(ada, 'class-ended-early');
  for (const page of [ada, chen]) await page.context().close();
};

/** People without a seat: an observer and a mirror. */
export const leftovers: Scene = async ({ browser, street, look }) => {
  for (const left of ['observe', 'mirror'] as const) {
    const setting = { seed: 6, clockMode: 'desk', seatsPerDistrict: 4, leftovers: left, ...LONG } as const;
    const { code, classId } = await street.openClass(setting);
    const crowd = await fill(street, code, 4);
    await street.ask(classId, { type: 'startClass' });
    const page = await newPage(browser);
    await page.goto(`${street.url}/?code=${code}`);
    await page.getByLabel(says('join.name'), { exact: true }).fill('Ada');
    await button(page, 'join.join').click();
    if (left === 'observe') await page.getByText(says('classroom.observeAbout')).waitFor();
    else await page.getByText(says('classroom.mirrorAbout')).waitFor();
    await look(page, `class-${left}`);
    await crowd.leave();
    await page.context().close();
  }
};

/** The instructor's side of a class of two districts, and its wall. */
export const desk: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/teach`);
  await page.getByLabel(says('teach.key'), { exact: true }).waitFor();
  await look(page, 'desk-open', DESK);
  await button(page, 'teach.open').click();
  await page.getByRole('alert').first().waitFor();
  await look(page, 'desk-key-wrong');
  const opened = await street.openClass({
    seed: 4,
    clockMode: 'desk',
    title: 'Economic Geography 2',
    showNames: true,
    ...LONG,
  });
  const { code, classId } = opened;
  const ada = await newPage(browser);
  await join(ada, street.url, code, 'Ada');
  await takeUp(page, street, code);
  await page.getByText(code, { exact: true }).waitFor();
  await look(page, 'desk-gathering', DESK);
  const wall = await newPage(browser);
  await wall.goto(`${street.url}/project#code=${code}&link=${opened.projectorLink}`);
  await wall.getByText(code, { exact: true }).waitFor();
  await look(wall, 'wall-gathering', WALL);

  const crowd = await fill(street, code, 17);
  await street.ask(classId, { type: 'seatClass' });
  await page.getByText(says('desk.stage-briefing')).first().waitFor();
  await look(page, 'desk-briefing', DESK);
  await look(wall, 'wall-briefing', WALL);
  await street.ask(classId, { type: 'startClass' });
  await page.getByText(says('desk.stage-game')).first().waitFor();
  // Up to the plans of the fifth year.
  const phases = 3 * 4 + 1;
  for (let phase = 0; phase < phases; phase += 1) await street.ask(classId, { type: 'advance' });
  const fifth = { round: 5, rounds: 12 };
  const planning = page.getByRole('row').filter({ hasText: says('play.phase-plan') });
  await planning
    .filter({ hasText: says('desk.roundOf', fifth) })
    .nth(1)
    .waitFor();
  await wall.locator('.wall-phase', { hasText: says('play.roundOf', fifth) }).waitFor();
  await look(page, 'desk-playing', DESK);
  await look(wall, 'wall-playing', WALL);
  await page.locator('.person, .seat:not(.bot)').first().click();
  await button(page, 'desk.move').click();
  await look(page, 'desk-person');
  await button(page, 'desk.close').click();
  await page
    .locator('.actions')
    .getByRole('button', { name: says('desk.freeze') })
    .click();
  await button(page, 'teach.end').click();
  await look(page, 'desk-asking');
  await button(page, 'teach.keepOn').click();
  await page
    .locator('.actions')
    .getByRole('button', { name: says('desk.freeze') })
    .click();
  await street.ask(classId, { type: 'pause' });
  await street.ask(classId, { type: 'message', text: 'Look up, please. 请看这里。' });
  await page
    .locator('.actions')
    .getByRole('button', { name: says('teach.resume') })
    .waitFor();
  await look(page, 'desk-paused');
  await look(wall, 'wall-paused', WALL);
  await street.ask(classId, { type: 'resume' });
  for (const name of ['questions', 'reflections', 'tools', 'acts'] as const) {
    await openTab(page, `desk.panel-${name}`);
    await look(page, `desk-${name}`, DESK);
  }
  await street.ask(classId, { type: 'freeze', question: says('desk.ask-figure') });
  await wall.getByText(says('desk.ask-figure')).waitFor();
  await look(wall, 'wall-reflection', WALL);
  await look(page, 'desk-frozen', DESK);
  await street.ask(classId, { type: 'thaw' });
  await street.ask(classId, { type: 'endClass' });
  await page.getByText(says('teach.ended')).waitFor();
  await look(page, 'desk-ended', DESK);
  await look(wall, 'wall-ended', WALL);
  await crowd.leave();
  for (const each of [page, ada, wall]) await each.context().close();
};
