/** The few pictures a newcomer sees first. The same seed deals the same bots, so that they change only with the game. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { SIZES, scrollToStart, settle } from './camera.ts';
import { button, chooseVerb, draftNetwork, join as joinClass, newPage, playRound, says, toPlan } from './player.ts';
import type { Street } from './street.ts';

const MID_GAME = 7;

export async function takeReadme(browser: Browser, street: Street, folder: string, seed: number): Promise<void> {
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
  await scrollToStart(page);
  await settle(page);
  await page.screenshot({ path: join(folder, 'play.png') });
  await page.setViewportSize(SIZES.phone);
  await settle(page);
  await page.screenshot({ path: join(folder, 'phone.png') });
}
