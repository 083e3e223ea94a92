/** Rare screens: consent, equal names, a latecomer, certificates, the finale, an erased person. */
import type { Page } from 'playwright-core';
import { fill } from '../crowd.ts';
import {
  button,
  draftNetwork,
  file,
  guess,
  join,
  newPage,
  openPractice,
  openTab,
  playRound,
  says,
  tick,
  toPlan,
} from '../player.ts';
import { LONG, takeUp, WALL } from './classroom.ts';
import type { Scene } from './scene.ts';

/** The Commission certifies from the fifth year on. */
const FIRST_CERTIFICATES = 5;
const PHASES_A_YEAR = 3;
const YEARS = 12;

async function openFold(page: Page, key: string): Promise<void> {
  const fold = page.locator('details').filter({ has: page.locator('summary', { hasText: says(key) }) });
  await fold.evaluate((each) => {
    (each as HTMLDetailsElement).open = true;
  });
}

/** Joining a class that asks for consent, and the page on one's data in classes that ask and do not. */
export const consent: Scene = async ({ browser, street, look }) => {
  for (const research of [true, false]) {
    const { code } = await street.openClass({ research, clockMode: 'desk' });
    const page = await newPage(browser);
    await page.goto(`${street.url}/?code=${code}`);
    await page.getByText(/deleted/).waitFor();
    await look(page, research ? 'consent-door' : 'record-door');
    await join(page, street.url, code, 'Ada');
    await openFold(page, 'classroom.yourData');
    await page.getByRole('checkbox').waitFor();
    await look(page, research ? 'consent-data' : 'record-data');
    await page.context().close();
  }
};

/** Equal names on a roster, before the class is open. */
export const roster: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/teach`);
  await openFold(page, 'teach.seating');
  await page.getByLabel(says('teach.roster'), { exact: true }).fill('Ada\nBo\n王芳\n王芳\n\nAda');
  await page.locator('form details details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  await page.getByText(/told apart/i).waitFor();
  await look(page, 'desk-roster', undefined, () => page.getByText(/王芳/).last().scrollIntoViewIfNeeded());
  await page.context().close();
};

/** The Commission in its first year of certificates. */
export const certificates: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await openPractice(page, street.url, /^Zone Commission/);
  for (let round = 1; round < FIRST_CERTIFICATES; round += 1) {
    await playRound(page);
    await button(page, 'play.toNextYear').click();
    await page.getByText(says('play.roundOf', { round: round + 1, rounds: YEARS })).waitFor();
  }
  await look(page, 'certificates-news');
  await toPlan(page);
  const fold = page.locator('.seals-fold');
  await fold.evaluate((each) => {
    (each as HTMLDetailsElement).open = true;
  });
  await tick(fold.getByRole('checkbox').first());
  await draftNetwork(page);
  await look(page, 'certificates-plan');
  await file(page);
  await look(page, 'certificates-result');
  await page.context().close();
};

/** A latecomer, the finale step by step, and an erased person. */
export const finale: Scene = async ({ browser, street, look }) => {
  const { code, classId, projectorLink } = await street.openClass({
    seed: 4,
    clockMode: 'desk',
    seatsPerDistrict: 4,
    title: 'Economic Geography 3',
    ...LONG,
  });
  const ada = await newPage(browser);
  await join(ada, street.url, code, 'Ada');
  const crowd = await fill(street, code, 2);
  await street.ask(classId, { type: 'startClass' });
  await street.ask(classId, { type: 'advance' });
  const late = await newPage(browser);
  await late.goto(`${street.url}/?code=${code}`);
  await late.getByLabel(says('join.name'), { exact: true }).fill('Late Lin');
  await button(late, 'join.join').click();
  await late.getByText(says('classroom.lateTitle')).first().waitFor();
  await look(late, 'class-late');
  await late.context().close();

  const desk = await newPage(browser);
  await takeUp(desk, street, code);
  const wall = await newPage(browser);
  await wall.goto(`${street.url}/project#code=${code}&link=${projectorLink}`);
  await desk.getByText(says('desk.stage-game')).first().waitFor();
  for (let phase = 1; phase < PHASES_A_YEAR * YEARS - 1; phase += 1) await street.ask(classId, { type: 'advance' });
  await guess(ada).waitFor();
  await look(desk, 'desk-finale-due');
  await guess(ada).click();
  for (const step of ['count', 'guesses', 'figures', 'sentence', 'maps'] as const) {
    await street.ask(classId, { type: 'stepFinale', to: step });
    await desk.getByRole('button', { name: says(`desk.finale-${step}`), pressed: true }).waitFor();
    await look(desk, `desk-finale-${step}`, ['phone', 'laptop']);
    // A map that comes during a change of language speaks the former one for a frame.
    if (step === 'maps') await wall.locator('canvas[aria-label]').first().waitFor();
    await look(wall, `wall-finale-${step}`, WALL);
    if (step === 'guesses' || step === 'figures') await look(ada, `class-finale-${step}`);
  }
  await street.ask(classId, { type: 'endClass' });
  await openTab(desk, 'desk.panel-tools');
  await openFold(desk, 'desk.eraseTitle');
  await desk.getByLabel(says('desk.eraseWhom'), { exact: true }).selectOption({ label: 'Ada' });
  await desk.getByRole('button', { name: says('desk.erase', { name: 'Ada' }) }).click();
  await desk.getByText(says('desk.eraseSure')).waitFor();
  await look(desk, 'desk-erase', undefined, () =>
    desk
      .getByText(/找不回来|back/)
      .last()
      .scrollIntoViewIfNeeded(),
  );
  await crowd.leave();
  for (const page of [ada, desk, wall]) await page.context().close();
};
