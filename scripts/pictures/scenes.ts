/** What is played for the camera, scene by scene. */
import type { Browser } from 'playwright-core';
import type { Look } from './camera.ts';
import {
  button,
  chooseVerb,
  draftNetwork,
  file,
  join,
  newPage,
  openPractice,
  openTab,
  playRound,
  says,
  tick,
  toPlan,
} from './player.ts';
import { KEY, type Street } from './street.ts';

export interface Set {
  readonly browser: Browser;
  readonly street: Street;
  readonly look: Look;
}

const ROUNDS = 12;
const SHOCK = 9;
const ROLES = {
  university: /^Peking University/,
  bureau: /^Industrial Bureau/,
  commission: /^BEZ Commission/,
  'non-state': /^North Star/,
} as const;

async function door({ browser, street, look }: Set): Promise<void> {
  const page = await newPage(browser);
  await page.goto(street.url);
  await button(page, 'join.join').waitFor();
  await look(page, 'join');
  await button(page, 'join.join').click();
  await page.getByRole('alert').waitFor();
  await look(page, 'join-refused');
  await page.goto(`${street.url}/play`);
  await page.getByRole('heading', { name: says('play.noSeat') }).waitFor();
  await look(page, 'play-no-seat');
  await page.evaluate(() =>
    localStorage.setItem(
      'electronics-street.membership.class',
      JSON.stringify({ classId: 'gone', code: 'GONE22', name: 'Ada' }),
    ),
  );
  await page.goto(`${street.url}/practice`);
  await button(page, 'practice.start').waitFor();
  await look(page, 'practice');
}

async function roles({ browser, street, look }: Set): Promise<void> {
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
    await page.context().close();
  }
}

async function game({ browser, street, look }: Set): Promise<void> {
  const page = await newPage(browser);
  await openPractice(page, street.url, /^Lakelight/);
  await look(page, 'game-news-1');
  await toPlan(page);
  await look(page, 'game-plan-1');
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
  }
  await button(page, 'play.toNextYear').click();
  await page.getByRole('heading', { name: says('play.finalTitle') }).waitFor();
  await look(page, 'game-ended');
  await openTab(page, 'play.tab-street');
  await look(page, 'game-ended-street');
}

async function classroom({ browser, street, look }: Set): Promise<void> {
  const desk = await newPage(browser);
  await desk.goto(`${street.url}/teach`);
  await look(desk, 'desk-open', ['tablet', 'laptop', 'projector']);
  const { code, classId } = await street.openClass({
    seed: 3,
    clockMode: 'clock',
    planMs: 900_000,
    newsMs: 900_000,
    revealMs: 900_000,
  });
  const ada = await newPage(browser);
  const chen = await newPage(browser);
  await join(ada, street.url, code, 'Ada');
  await join(chen, street.url, code, '小陈');
  await look(ada, 'class-gathering');
  await street.ask(classId, { type: 'startClass' });
  await toPlan(ada).catch(() => undefined);
  await button(chen, 'play.toPlan').click();
  await look(ada, 'class-plan-clock');
  await openTab(ada, 'play.tab-talk');
  await ada.getByLabel(says('play.message')).fill('Shall we share what we know about typesetting?');
  await button(ada, 'play.say').click();
  await button(ada, 'play.sendOffer').click();
  await openTab(chen, 'play.tab-talk');
  await chen.getByLabel(says('play.message')).fill('好啊，那就一起做。');
  await button(chen, 'play.say').click();
  await look(ada, 'class-talk');
  await street.ask(classId, { type: 'pause' });
  await look(ada, 'class-paused');
  await street.without(async () => {
    await ada.getByText(says('common.reconnecting')).first().waitFor();
    await look(ada, 'class-reconnecting');
  });
  await ada.getByText(says('common.reconnecting')).first().waitFor({ state: 'hidden' });
  await street.ask(classId, { type: 'endClass' });
  await ada.getByText(says('play.classEnded')).first().waitFor();
  await look(ada, 'class-ended-early');
  await ada.evaluate((key) => sessionStorage.setItem('key', key), KEY);
}

async function refused({ browser, street, look }: Set): Promise<void> {
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
}

async function debrief({ browser, street, look }: Set): Promise<void> {
  const page = await newPage(browser);
  await page.goto(`${street.url}/debrief`);
  await page.getByRole('heading', { name: says('debrief.title'), exact: true }).waitFor();
  await look(page, 'debrief-open', ['tablet', 'laptop', 'projector']);
}

export const SCENES: Readonly<Record<string, (set: Set) => Promise<void>>> = {
  door,
  roles,
  game,
  classroom,
  refused,
  debrief,
};
