/**
 * The main use in a real browser: a class opens, students join by code, and twelve rounds are played to the result.
 *
 * An instructor and three students have devices of their own, one in Chinese on a phone. Five robots play over the
 * network, and bots in the other seats. One student reloads in mid-plan; the server is killed once.
 */
import { expect, test } from 'vitest';
import { parse } from '../../shared/log/jsonl.ts';
import { firstDifference, replay } from '../../shared/log/replay.ts';
import { ask } from '../support/http.ts';
import { robotsIn } from '../support/robots.ts';
import { KEY } from '../support/server.ts';
import { LAPTOP, openBrowser, type Person, PHONE, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent, type Student } from './support/student.ts';
import { words } from './support/words.ts';

const ROUNDS = 12;
const RELOADS_IN = 4;
const KILLED_IN = 6;

const stage = serverAndBrowser(openBrowser);

async function openClassAtTheDesk(): Promise<Person & { readonly code: string }> {
  const says = words('en');
  const teacher = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  const { page } = teacher;
  await page.goto(`${stage.server.url}/teach`);
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await page.getByRole('radio', { name: says('teach.clock-wait') }).check({ force: true });
  await page.getByRole('radio', { name: says('teach.ends-own') }).check({ force: true });
  await page.getByRole('button', { name: says('teach.open'), exact: true }).click();
  const code = page.getByText(/^[A-Z0-9]{6}$/);
  await code.waitFor();
  return { ...teacher, code: ((await code.textContent()) ?? '').trim() };
}

test('a class plays from the code on the wall to the figure the street became', async () => {
  const teacher = await openClassAtTheDesk();
  const says = words('en');
  const { code } = teacher;

  const students: Student[] = [
    await joinAsStudent(stage.browser, stage.server.url, code, {
      name: 'Ada',
      language: 'en',
      viewport: LAPTOP,
      leaning: 'network',
    }),
    await joinAsStudent(stage.browser, stage.server.url, code, {
      name: '小陈',
      language: 'zh',
      viewport: PHONE,
      leaning: 'network',
    }),
    await joinAsStudent(stage.browser, stage.server.url, code, {
      name: 'Grace',
      language: 'en',
      viewport: PHONE,
      leaning: 'trade',
    }),
  ];
  const [ada, chen, grace] = students;
  if (ada === undefined || chen === undefined || grace === undefined) throw new Error('three students came');

  const robots = await robotsIn(stage.server.url, code, 5, 50);

  await teacher.page
    .getByText(says('teach.joined_other', { count: 8 }), { exact: true })
    .first()
    .waitFor();
  await teacher.page.getByRole('button', { name: says('teach.start'), exact: true }).click();
  const robotsPlay = Promise.all(robots.map((robot) => robot.play()));

  for (let round = 1; round <= ROUNDS; round += 1) {
    // Waits until all have arrived, because nobody waits for those who have not.
    for (const student of students) {
      await student.page
        .getByText(student.says('play.roundOf', { round, rounds: ROUNDS }))
        .first()
        .waitFor();
    }
    await Promise.all(students.map((student) => student.toPlan()));

    if (round === RELOADS_IN) {
      await ada.draft();
      const points = () => ada.page.locator('.chip-more').evaluateAll((chips) => chips.map((chip) => chip.textContent));
      const drafted = await points();
      await ada.page.reload();
      await ada.page.getByRole('button', { name: ada.says('plan.file'), exact: true }).waitFor();
      await expect.poll(points).toEqual(drafted);
      await ada.file();
    } else {
      await ada.decide();
    }

    if (round === KILLED_IN) {
      await stage.server.end('SIGKILL');
      await ada.page.getByText(says('common.reconnecting')).first().waitFor();
      // However far down a phone has scrolled.
      const lost = chen.page.getByText(chen.says('common.reconnecting')).first();
      await lost.waitFor();
      await chen.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect.poll(async () => (await lost.boundingBox())?.y).toBeGreaterThanOrEqual(0);
      await stage.startAgain();
      // Acknowledged before the kill and still filed, as the server confirms to the reloaded page.
      await ada.page.getByText(says('common.reconnecting')).first().waitFor({ state: 'hidden' });
      await ada.page.getByRole('button', { name: says('plan.filed'), exact: true }).waitFor();
    }

    await grace.decide();
    await chen.decide();
    for (const student of students) await student.toNextYear();
  }

  for (const { page, says: theirs } of students) {
    await page.getByRole('heading', { name: theirs('play.finalTitle'), exact: true }).waitFor();
    await page.getByText(theirs('play.yourDistrict'), { exact: true }).waitFor();
    await page.getByRole('table', { name: theirs('play.firms') }).waitFor();
    await page.locator('.own-cards li').nth(4).waitFor();
  }
  await robotsPlay;
  expect(robots.map((robot) => robot.finished)).toEqual(robots.map(() => true));
  await teacher.page.getByRole('cell', { name: new RegExp(`^${says('play.phase-ended')}`) }).waitFor();

  const info = await ask(`${stage.server.url}/api/classes/${code}`);
  const { text } = await ask(`${stage.server.url}/api/classes/${info.body.classId}/export/events.jsonl`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  const parsed = parse(text);
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed));
  expect(parsed.logs).toHaveLength(1);
  for (const log of parsed.logs) {
    const { state, checks } = replay(log);
    expect(state.phase).toBe('ended');
    expect(state.history).toHaveLength(ROUNDS);
    expect(firstDifference(checks)).toBeUndefined();
    const filed = log.records.flatMap(({ round, events }) =>
      events.flatMap((event) => (event.type === 'PlanFiled' ? [{ ...event, round }] : [])),
    );
    expect(filed.filter(({ by }) => by === 'human')).toHaveLength(8 * ROUNDS);
    // A bot files again if it agreed to a pact with a person.
    const ofBots = filed.filter(({ by }) => by === 'bot');
    expect(new Set(ofBots.map(({ seat, round }) => `${seat} ${round}`)).size).toBe(4 * ROUNDS);
    // Whether a pact is left after twelve rounds depends on luck.
    expect(log.records.flatMap(({ events }) => events.filter((event) => event.type === 'PactFormed'))).not.toEqual([]);
  }
  expect([teacher, ...students].flatMap(({ complaints }) => complaints)).toEqual([]);
});
