/** Life of a seat: a second tab, a closed tab, an offer, a private message, an unknown class. */
import { describe, expect, test } from 'vitest';
import type { ClassInfo } from '../../shared/protocol/class-http.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { openClass } from '../support/http.ts';
import { sitAtDesk } from '../support/player.ts';
import { until } from '../support/waiting.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent, type Student } from './support/student.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();

/** A class of two people in the plan phase of its first round. */
async function pairInPlan(): Promise<{ readonly ada: Student; readonly chen: Student; readonly code: string }> {
  const { classId, code } = await openClass(stage.server.url, { clockMode: 'wait' });
  const ada = await joinAsStudent(stage.browser, stage.server.url, code, {
    name: 'Ada',
    language: 'en',
    viewport: LAPTOP,
    leaning: 'even',
  });
  const chen = await joinAsStudent(stage.browser, stage.server.url, code, {
    name: '陈',
    language: 'zh',
    viewport: PHONE,
    leaning: 'even',
  });
  const desk = await sitAtDesk(stage.server.url, classId);
  expect(await desk.ask({ type: 'startClass' })).toEqual({ ok: true });
  await desk.close();
  for (const { page, says } of [ada, chen]) {
    await page.getByRole('button', { name: says('play.toPlan'), exact: true }).click();
  }
  for (const { page, says } of [ada, chen]) {
    await page.getByRole('button', { name: says('plan.file'), exact: true }).waitFor();
  }
  return { ada, chen, code };
}

async function ownName(student: Student): Promise<string> {
  const position = student.page.getByRole('region', { name: student.says('play.ownPosition') });
  return (await position.locator('strong').first().textContent()) ?? '';
}

describe('a seat', () => {
  test('is the same in a second tab, and is still there after every tab was closed', async () => {
    const { ada, code } = await pairInPlan();
    const name = await ownName(ada);
    const second = await ada.context.newPage();
    await second.goto(`${stage.server.url}/play`);
    await second.getByRole('button', { name: ada.says('plan.file'), exact: true }).waitFor();
    await ada.decide();
    await second.getByRole('button', { name: ada.says('plan.filed'), exact: true }).waitFor();

    await second.close();
    await ada.page.close();
    const back = await ada.context.newPage();
    await back.goto(stage.server.url);
    await back.getByText(ada.says('join.seatKept', { code, name: 'Ada' })).waitFor();
    await back.getByRole('link', { name: ada.says('join.back'), exact: true }).click();
    await back.getByRole('button', { name: ada.says('plan.filed'), exact: true }).waitFor();
    const position = back.getByRole('region', { name: ada.says('play.ownPosition') });
    await expect.poll(() => position.locator('strong').first().textContent()).toBe(name);
    expect(ada.complaints).toEqual([]);
  });

  test('offers, accepts and whispers; an accepted offer stands in the plan of the one who accepted', async () => {
    const { ada, chen } = await pairInPlan();
    const [adaSeat, chenSeat] = [await ownNames(ada), await ownNames(chen)];

    await ada.page.getByRole('tab', { name: ada.says('play.tab-talk') }).click();
    const form = ada.page.getByRole('form', { name: ada.says('play.makeOffer') });
    await form.getByLabel(ada.says('play.offerTo'), { exact: true }).selectOption({ label: chenSeat.en });
    await form.getByRole('button', { name: ada.says('play.sendOffer'), exact: true }).click();
    await ada.page.getByLabel(ada.says('play.talkTo'), { exact: true }).selectOption({
      label: ada.says('play.onlyTo', { name: chenSeat.en }),
    });
    await ada.page.getByLabel(ada.says('play.message'), { exact: true }).fill('Two points each? <b>Honest</b>.');
    const talk = ada.page.getByRole('form', { name: ada.says('play.talkTitle'), exact: true });
    await talk.getByRole('button', { name: ada.says('play.say'), exact: true }).click();

    await chen.page.getByRole('tab', { name: chen.says('play.tab-talk') }).click();
    await chen.page.getByText('Two points each? <b>Honest</b>.', { exact: true }).waitFor();
    const accept = chen.page.getByRole('button', { name: chen.says('play.acceptFrom', { name: adaSeat.zh }) });
    await accept.click();
    await chen.page.getByText(chen.says('play.writtenIntoDraft'), { exact: true }).waitFor();
    await ada.page.getByText(ada.says('play.offer-accepted'), { exact: true }).waitFor();

    await chen.page.getByRole('tab', { name: chen.says('play.tab-plan'), exact: true }).click();
    await chen.page.getByRole('button', { name: chen.says('plan.verb-cooperate'), exact: true }).click();
    const wish = chen.page.getByRole('checkbox', { name: new RegExp(adaSeat.zh) });
    await expect.poll(() => wish.isChecked()).toBe(true);
    expect([...ada.complaints, ...chen.complaints]).toEqual([]);
  });

  test('is refused in plain words where there is no such class', async () => {
    const says = words('zh');
    const visitor = await person(stage.browser, { locale: 'zh-CN', viewport: PHONE });
    await visitor.page.goto(`${stage.server.url}/?code=ZZZZZZ`);
    await visitor.page.getByLabel(says('join.name'), { exact: true }).fill('路人');
    await visitor.page.getByRole('button', { name: says('join.join'), exact: true }).click();
    await visitor.page.getByText(says('refusals.class-unknown')).first().waitFor();
  });
});

/** The seat's name in both languages, read off the student's page. */
async function ownNames(student: Student): Promise<{ readonly en: string; readonly zh: string }> {
  const shown = await ownName(student);
  const entry = zhongguancun.roster.find(({ name }) => name.en === shown || name.zh === shown);
  if (entry === undefined) throw new Error(`nobody on the street is called ${shown}`);
  return entry.name;
}

describe('a person who only watches', () => {
  test('is told after two missed rounds that a bot plays, and has the seat back with one touch', async () => {
    const { classId, code } = await openClass(stage.server.url, { clockMode: 'desk' });
    const idle = await joinAsStudent(stage.browser, stage.server.url, code, {
      name: 'Idle',
      language: 'zh',
      viewport: PHONE,
      leaning: 'even',
    });
    const desk = await sitAtDesk(stage.server.url, classId);
    expect(await desk.ask({ type: 'startClass' })).toEqual({ ok: true });
    const { page, says } = idle;
    for (let round = 1; round <= 2; round += 1) {
      await page
        .getByText(says('play.roundOf', { round, rounds: 12 }))
        .first()
        .waitFor();
      await desk.ask({ type: 'advance' });
      await page.getByRole('button', { name: says('plan.file'), exact: true }).waitFor();
      await desk.ask({ type: 'advance' });
      await page.getByText(says(round === 1 ? 'play.byTimeoutFirst' : 'play.byTimeout')).waitFor();
      await desk.ask({ type: 'advance' });
    }
    await page.getByText(says('play.botPlays')).waitFor();
    await page.getByRole('button', { name: says('play.iAmBack'), exact: true }).click();
    await page.getByText(says('play.botPlays')).waitFor({ state: 'detached' });
    await desk.close();
    expect(idle.complaints).toEqual([]);
  });
});

test('whoever is taken out of the class sees why, and no plan any more', async () => {
  const { ada, chen, code } = await pairInPlan();
  const { classId } = (await (await fetch(`${stage.server.url}/api/classes/${code}`)).json()) as ClassInfo;
  const desk = await sitAtDesk(stage.server.url, classId);
  const player = (await until('the class', desk.latest)).players.find(({ name }) => name === 'Ada')?.id ?? '';
  expect(await desk.ask({ type: 'remove', player })).toEqual({ ok: true });
  await desk.close();
  await ada.page.getByText(ada.says('refusals.player-removed'), { exact: true }).waitFor();
  await ada.page.getByRole('form', { name: ada.says('plan.title'), exact: true }).waitFor({ state: 'detached' });
  await ada.page.getByRole('button', { name: ada.says('common.toStart'), exact: true }).waitFor();
  expect(await chen.page.getByRole('form', { name: chen.says('plan.title'), exact: true }).count()).toBe(1);
});
