/** Scenes of a practice. */
import type { Page } from 'playwright-core';
import {
  button,
  chooseVerb,
  draftNetwork,
  file,
  guess,
  newPage,
  onward,
  openPractice,
  openTab,
  playRound,
  says,
  tick,
  toPlan,
} from '../player.ts';
import type { Scene } from './scene.ts';

const ROUNDS = 12;
const SHOCK = 9;
const ROLES = {
  university: /^Peking University/,
  bureau: /^Industrial Bureau/,
  commission: /^Zone Commission/,
  'non-state': /^North Star/,
} as const;

async function classOf(page: Page): Promise<string> {
  const kept = await page.evaluate(() => localStorage.getItem('electronics-street.membership.practice'));
  return JSON.parse(kept ?? '{}').classId;
}

/** Opens the first glossary term, unless it is open. */
function openTerm(page: Page): Promise<void> {
  return page
    .locator('.panels .tally .term')
    .first()
    .evaluate((mark) => {
      if (mark.getAttribute('aria-expanded') !== 'true') (mark as HTMLElement).click();
    });
}

/** First year and last page of every kind of actor. */
export const roles: Scene = async ({ browser, street, look }) => {
  for (const [name, role] of Object.entries(ROLES)) {
    const page = await newPage(browser);
    await openPractice(page, street.url, role);
    await look(page, `${name}-news`);
    await toPlan(page);
    await draftNetwork(page);
    await look(page, `${name}-plan`);
    await file(page);
    await button(page, 'play.toNextYear').waitFor();
    await look(page, `${name}-result`);
    const classId = await classOf(page);
    const end = page.getByRole('heading', { name: says('play.finalTitle') });
    // A refused advance means that the game is over and the page is about to say so.
    while (!(await end.isVisible())) await street.ask(classId, { type: 'advance' }).catch(() => end.waitFor());
    await look(page, `${name}-ended`);
    await page.context().close();
  }
};

/** A firm from its first to its last year, through every kind of deal and tab. */
export const game: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await openPractice(page, street.url, /^Lakelight/);
  await look(page, 'game-news-1');
  await toPlan(page);
  await look(page, 'game-plan-1');
  await openTerm(page);
  await look(page, 'game-meaning', undefined, () => openTerm(page));
  await page.keyboard.press('Escape');
  await page.getByText(says('play.moreOfYear')).click();
  await look(page, 'game-role');
  await page.locator('.map-tool-key').click();
  await look(page, 'game-map-key', ['laptop']);
  await page.locator('.map-tool-key').click();
  await chooseVerb(page, 'cooperate');
  await look(page, 'game-cooperate-1');
  await chooseVerb(page, 'merge');
  await look(page, 'game-merge-buy-1');
  await tick(page.getByRole('radio', { name: says('plan.merge-sell'), exact: true }));
  await look(page, 'game-merge-sell-1');
  await chooseVerb(page, 'capital');
  await look(page, 'game-capital-1');
  await draftNetwork(page);
  await look(page, 'game-drafted-1');
  await file(page);
  await button(page, 'play.toNextYear').waitFor();
  await look(page, 'game-result-1');
  for (let round = 2; round <= ROUNDS; round += 1) {
    await button(page, 'play.toNextYear').click();
    await page.getByText(says('play.roundOf', { round, rounds: ROUNDS })).waitFor();
    if (round === 6 || round === SHOCK) await look(page, `game-news-${round}`);
    if (round === 6) {
      await toPlan(page);
      await look(page, 'game-plan-6');
      await chooseVerb(page, 'cooperate');
      await look(page, 'game-cooperate-6');
      await openTab(page, 'play.tab-street');
      await look(page, 'game-street-6');
      await page.getByRole('button', { name: 'Yannan' }).click();
      await look(page, 'game-street-6-chosen');
      await openTab(page, 'play.tab-talk');
      await look(page, 'game-talk-off');
      await page.setViewportSize({ width: 360, height: 740 });
      await openTab(page, 'play.tab-map');
      await look(page, 'game-map-6', ['phone', 'tablet']);
      await openTab(page, 'play.tab-plan');
      await draftNetwork(page);
      await file(page);
      await button(page, 'play.toNextYear').waitFor();
    } else {
      await playRound(page);
    }
    if (round === 6 || round === SHOCK) await look(page, `game-result-${round}`);
    if (round < ROUNDS) continue;
    await look(page, 'game-guess');
    await guess(page).click();
    await onward(page).waitFor();
    await look(page, `game-result-${ROUNDS}`);
    await page.getByText(says('prediction.invite')).click();
    await look(page, 'game-prediction');
  }
  await onward(page).click();
  await page.getByRole('heading', { name: says('play.finalTitle') }).waitFor();
  await look(page, 'game-ended');
  await openTab(page, 'play.tab-street');
  await look(page, 'game-ended-street');
};
