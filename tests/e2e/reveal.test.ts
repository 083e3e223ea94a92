/** A year's reveal on a phone: partners first, the score last; a screen reader hears one sentence per step. */
import { expect, test } from 'vitest';
import { still } from '../../scripts/pictures/camera.ts';
import { breaches } from './support/axe.ts';
import { holdClock } from './support/clock.ts';
import { courts, OWN_SEAT, openNeighbours } from './support/neighbours.ts';
import { planHand } from './support/plan.ts';
import { streetAndBrowser } from './support/stage.ts';

const stage = streetAndBrowser();

test('a reveal opens hands first and the score last, and Escape shows everything', async () => {
  const { student, tabs, advance, closeRound, leave } = await openNeighbours(stage.street, stage.browser, {
    language: 'en',
    moves: true,
  });
  const { page, says, complaints } = student;
  const hand = planHand(page, says);
  const form = page.getByRole('form', { name: says('plan.title'), exact: true });
  const next = page.getByRole('button', { name: says('reveal.next'), exact: true });
  const heard = page.locator('.reveal [role="status"]').first();
  const score = page.getByRole('heading', { name: says('play.resultTitle') });
  const own = page.getByRole('region', { name: says('play.ownPosition') });

  // The steps last seconds, so the test holds the clock while it reads them.
  await page.clock.install();
  const held = async () => {
    await holdClock(page);
    await closeRound();
    await next.waitFor();
    await page.clock.runFor(200);
  };

  // The university signs, a firm does not, and there is no promise to keep.
  await advance();
  await form.waitFor();
  for (const tab of tabs.slice(2)) await courts(tab, 1);
  await hand.open('cooperate');
  await hand.wishFor(3);
  await hand.placeAll();
  await hand.submit();
  await held();
  await expect.poll(() => heard.textContent()).toMatch(/^Newly signed: you 1(\.5)?, Peking University 1\.$/);
  const before = await own.textContent();
  expect(await score.count()).toBe(0);
  await next.click();
  await expect.poll(() => heard.textContent()).toMatch(/^No pact with .*: no wish for one there\.$/);
  expect(await own.textContent()).toBe(before);
  await page.keyboard.press('Escape');
  await score.waitFor();
  await expect.poll(() => own.textContent()).not.toBe(before);
  await next.waitFor({ state: 'detached' });
  await page.clock.resume();

  // A year later the firm breaks its promise.
  await advance();
  await advance();
  await form.waitFor();
  for (const tab of tabs.slice(2)) {
    await tab.act({ type: 'makeOffer', kind: 'share', to: OWN_SEAT, promise: 2 });
    await courts(tab);
  }
  await hand.tap('Peking University', 2);
  await hand.tap(says('plan.use-trade'), 4);
  await hand.submit();
  const bet = page.getByRole('group', { name: says('plan.bet', { name: 'Peking University' }) });
  await bet.getByRole('button', { name: says('plan.no'), exact: true }).click();
  await held();
  await expect.poll(() => heard.textContent()).toBe('You 2, Peking University 0 (promised 2).');
  await page.getByText(says('reveal.bet-no-right'), { exact: true }).waitFor();
  await page.clock.resume();
  // What fades in has too little contrast meanwhile.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await still(page);
  expect(await breaches(page)).toEqual([]);
  // The street follows, then the score by itself.
  await score.waitFor();
  await next.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);

  // After a reload the reveal is complete.
  await page.reload();
  await score.waitFor();
  await next.waitFor({ state: 'detached' });
  await leave();
});
