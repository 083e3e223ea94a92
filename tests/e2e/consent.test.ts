/** Consent on joining and later, and one person erased, by the buttons of students and instructors. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { peopleIn, zipOf } from '../support/export.ts';
import { ask } from '../support/http.ts';
import { until } from '../support/waiting.ts';
import { LAPTOP, PHONE } from './support/browser.ts';
import { instructor, openClass } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent, type Student } from './support/student.ts';

const NAME = 'Ada Quillfeather';
const SAID = 'shall-we-two-share';

const stage = serverAndBrowser();

async function says({ page, says: text }: Student, line: string): Promise<void> {
  await page.getByLabel(text('play.message'), { exact: true }).fill(line);
  await page.getByRole('button', { name: text('play.say'), exact: true }).click();
}

/** Opens the person's data section, and ticks or clears the box. */
async function consents({ page, says: text }: Student, on: boolean): Promise<void> {
  const box = page.getByLabel(text('join.research'), { exact: true });
  if (!(await box.isVisible())) await page.getByText(text('classroom.yourData'), { exact: true }).click();
  if (on) await box.check();
  else await box.uncheck();
  await page.getByText(text(on ? 'classroom.researchYes' : 'classroom.researchNo'), { exact: true }).waitFor();
}

/** Those of the texts that are in a file of the store, compared by bytes. */
function inStore(words: readonly string[]): readonly string[] {
  const files = readdirSync(stage.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return words.filter((word) => bytes.some((content) => content.includes(word)));
}

test('the data include consenting people only, and erased people are nowhere', async () => {
  const { url } = stage.server;
  const teacher = await instructor(stage.browser, url);
  const { page, says: text, button, row } = teacher;
  await page.getByText(text('teach.clock-desk'), { exact: true }).click();
  await page.getByText(text('teach.rules'), { exact: true }).click();
  await page.getByLabel(text('teach.numbers'), { exact: true }).fill('rounds = 1');
  await page.getByText(text('teach.seating'), { exact: true }).click();
  await page.getByText(text('teach.research'), { exact: true }).click();
  const code = await openClass(teacher);
  const classId = String((await ask(`${url}/api/classes/${code}`)).body.classId);
  const arrive = (name: string, viewport: typeof PHONE, language: 'en' | 'zh', yes: boolean) =>
    joinAsStudent(stage.browser, url, code, { name, language, viewport, leaning: 'even', consents: yes });
  const ada = await arrive(NAME, PHONE, 'en', true);
  const bo = await arrive('小博', LAPTOP, 'zh', false);
  await button('teach.start').click();
  await button('desk.one-advance', { number: 1 }).click();
  await bo.page.getByRole('form', { name: bo.says('plan.title') }).waitFor();
  for (const each of [ada, bo]) await each.page.getByRole('tab', { name: each.says('play.tab-talk') }).click();
  await says(ada, SAID);
  await bo.page.getByText(SAID, { exact: true }).waitFor();
  await consents(bo, true);
  await consents(ada, false);
  await row(1).waitFor();

  await button('desk.one-closeRound', { number: 1 }).click();
  await button('teach.end').click();
  await button('teach.reallyEnd').click();
  await page.getByText(text('teach.ended'), { exact: true }).waitFor();
  const withoutAda = await zipOf(url, classId);
  expect(peopleIn(withoutAda['decisions.csv'])).toEqual(['P002']);
  expect(JSON.parse(withoutAda['metadata.json'] ?? '')).toMatchObject({ research: true, withheld: [1] });
  await consents(ada, true);
  const whole = await zipOf(url, classId);
  expect(peopleIn(whole['decisions.csv'])).toEqual(['P001', 'P002']);
  expect(inStore([NAME, SAID])).toEqual([NAME, SAID]);

  await teacher.tab('desk.panel-tools');
  await page.getByText(text('desk.eraseTitle'), { exact: true }).click();
  await page.getByLabel(text('desk.eraseWhom'), { exact: true }).selectOption({ label: NAME });
  await button('desk.erase', { name: NAME }).click();
  await page.getByText(text('desk.eraseSure'), { exact: true }).waitFor();
  await bo.page.getByRole('tab', { name: bo.says('play.tab-talk') }).click();
  await bo.page.getByText(SAID, { exact: true }).waitFor();
  await button('desk.eraseYes').click();
  await page.getByText(text('desk.erased', { name: NAME })).waitFor();
  await until('the words to be gone', () => inStore([NAME, SAID]).length === 0);
  await bo.page.getByText(bo.says('common.removed'), { exact: true }).waitFor();
  const files = Object.values(await zipOf(url, classId, '?names=1')).join();
  expect([NAME, SAID].filter((word) => files.includes(word))).toEqual([]);
  expect([teacher, ada, bo].flatMap(({ complaints }) => complaints)).toEqual([]);
});
