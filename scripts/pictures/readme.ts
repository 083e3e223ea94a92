/** Pictures for the README. A fixed seed deals the same bots, so they change only with the game. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SIZES, scrollToStart, settle } from './camera.ts';
import { fill } from './crowd.ts';
import { button, chooseVerb, draftNetwork, join as joinClass, newPage, playRound, says, toPlan } from './player.ts';
import { goToTheTurn } from './scenes/debrief.ts';
import type { Street } from './street.ts';

const MID_GAME = 7;
const PHASES_A_ROUND = 3;
/** Smaller than a 1920 px wall, to keep the README light. */
const WALL = { width: 1280, height: 720 };

async function take(page: Page, folder: string, name: string): Promise<void> {
  await scrollToStart(page);
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

export async function takeReadme(browser: Browser, street: Street, folder: string, seed: number): Promise<void> {
  await takePlay(browser, street, folder, seed);
  await takeWall(browser, street, folder, seed);
  await takeDebrief(browser, street, folder);
}

async function takePlay(browser: Browser, street: Street, folder: string, seed: number): Promise<void> {
  const { code, classId } = await street.openClass({ seed, clockMode: 'wait' });
  const page = await newPage(browser);
  await joinClass(page, street.url, code, 'Ada');
  await street.ask(classId, { type: 'startClass' });
  for (let round = 1; round < MID_GAME; round += 1) {
    await playRound(page);
    await button(page, 'play.toNextYear').click();
    await page.getByText(says('play.roundOf', { round: round + 1, rounds: 12 })).waitFor();
  }
  await toPlan(page);
  await chooseVerb(page, 'cooperate');
  await draftNetwork(page);
  await take(page, folder, 'play');
  await page.setViewportSize(SIZES.phone);
  await take(page, folder, 'phone');
}

async function takeWall(browser: Browser, street: Street, folder: string, seed: number): Promise<void> {
  const request = { seed, clockMode: 'desk', title: 'Economic Geography' } as const;
  const { code, classId, projectorLink } = await street.openClass(request);
  const crowd = await fill(street, code, 22);
  const page = await newPage(browser);
  await page.setViewportSize(WALL);
  await page.goto(`${street.url}/project#code=${code}&link=${projectorLink}`);
  await street.ask(classId, { type: 'startClass' });
  for (let phase = 0; phase < PHASES_A_ROUND * MID_GAME + 1; phase += 1) {
    await page.waitForTimeout(300);
    await street.ask(classId, { type: 'advance' });
  }
  // The head updates a second after the districts.
  await page.waitForTimeout(1_500);
  await take(page, folder, 'wall');
  await crowd.leave();
}

async function takeDebrief(browser: Browser, street: Street, folder: string): Promise<void> {
  const page = await newPage(browser);
  await page.goto(`${street.url}/debrief`);
  await button(page, 'debrief.exampleButton').click();
  await page.getByRole('region', { name: says('debrief.scrubber') }).waitFor();
  await button(page, 'debrief.reveal').click();
  await goToTheTurn(page);
  await take(page, folder, 'debrief');
}
