/** Pages before anybody has a seat. */
import { button, newPage, says, tick } from '../player.ts';
import type { Scene } from './scene.ts';

export const door: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(street.url);
  await button(page, 'join.join').waitFor();
  await look(page, 'join');
  await tick(page.getByRole('radio', { name: 'Twin Elms' }));
  await look(page, 'join-house');
  await button(page, 'join.join').click();
  await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
  await look(page, 'join-refused');
  await page.goto(`${street.url}/play`);
  await page.getByRole('heading', { name: says('play.noSeat') }).waitFor();
  await look(page, 'play-no-seat');
  await page.goto(`${street.url}/practice`);
  await button(page, 'practice.start').waitFor();
  await look(page, 'practice');
  await page.goto(`${street.url}/components`);
  await page.getByRole('heading', { name: says('components.title'), level: 2 }).waitFor();
  await look(page, 'components');
};

/** The trial years, up to the broken promise. */
export const trial: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(`${street.url}/practice`);
  await page.getByRole('button', { name: says('trial.replay') }).click();
  await button(page, 'trial.sell').waitFor();
  await look(page, 'trial-sell');
  await button(page, 'trial.sell').click();
  await look(page, 'trial-sold');
  await button(page, 'trial.onward').click();
  await page.getByRole('button', { name: says('trial.share', { n: 3 }) }).click();
  await look(page, 'trial-shared');
  await button(page, 'trial.onward').click();
  await look(page, 'trial-promise');
  await page.getByRole('button', { name: says('trial.share', { n: 3 }) }).click();
  await look(page, 'trial-alone');
  await button(page, 'trial.onward').click();
  await look(page, 'trial-end');
  await page.keyboard.press('Escape');
  await button(page, 'practice.start').waitFor();
  await page.context().close();
};

/** A lost seat: the class no longer exists. */
export const refused: Scene = async ({ browser, street, look }) => {
  const page = await newPage(browser);
  await page.goto(street.url);
  await page.evaluate(() => {
    const gone = JSON.stringify({ classId: 'gone', code: 'GONE22', name: 'Ada' });
    for (const key of Object.keys(localStorage)) if (key.includes('token')) localStorage.removeItem(key);
    localStorage.setItem('electronics-street.membership.class', gone);
  });
  await page.goto(`${street.url}/play`);
  await page.getByRole('heading', { name: says('play.seatGone') }).waitFor();
  await look(page, 'class-refused');
};
