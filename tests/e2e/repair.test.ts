/**
 * A district's record is damaged on the disk: the desk says where, and its button continues from the last whole record.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { districtStream } from '../../server/storage/port.ts';
import { checkText } from '../../shared/log/check.ts';
import type { ClassEnds } from '../../shared/protocol/class-http.ts';
import { damageLine } from '../support/damage.ts';
import { zipOf } from '../support/export.ts';
import { ask } from '../support/http.ts';
import { KEY } from '../support/server.ts';
import { PHONE } from './support/browser.ts';
import { instructor, openClass } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';
import { joinAsStudent } from './support/student.ts';

type ClassEnd = ClassEnds['districts'][number];

const bearer = { headers: { authorization: `Bearer ${KEY}` } };
const stage = serverAndBrowser();

test('a damaged district is repaired at the desk, and students play on', async () => {
  const { url } = stage.server;
  const teacher = await instructor(stage.browser, url);
  const { page, says, button, row } = teacher;
  await page.getByText(says('teach.clock-desk'), { exact: true }).click();
  const code = await openClass(teacher);
  const classId = String((await ask(`${url}/api/classes/${code}`)).body.classId);
  const ada = await joinAsStudent(stage.browser, url, code, {
    name: 'Ada',
    language: 'zh',
    viewport: PHONE,
    leaning: 'even',
  });
  await button('teach.start').click();
  const plans = ada.page.getByRole('form', { name: ada.says('plan.title') });
  const onward = async (what: 'advance' | 'closeRound') => button(`desk.one-${what}`, { number: 1 }).click();
  await onward('advance');
  await plans.waitFor();
  await onward('closeRound');
  await ada.page.getByRole('button', { name: ada.says('play.toNextYear'), exact: true }).waitFor();
  await stage.server.end('SIGTERM');
  damageLine(join(stage.folder, 'street.db'), districtStream(`${classId}-1`), 3, (line) =>
    line.replace('"at":', '"at":1'),
  );
  await stage.startAgain();

  const damaged = page.getByText(says('desk.damaged', { district: 1, line: 4 }));
  await damaged.waitFor();
  await onward('advance');
  await page.getByText(says('refusals.record-damaged')).waitFor();
  await button('desk.repair').click();
  await page.getByText(says('desk.repairSure')).waitFor();
  await button('desk.repairYes').click();
  await page.getByText(says('desk.repaired', { district: 1, records: 2 })).waitFor();
  await damaged.waitFor({ state: 'detached' });

  await row(1)
    .getByText(says('desk.roundOf', { round: 1, rounds: 12 }))
    .waitFor();
  await onward('advance');
  await plans.waitFor();
  await ada.decide();
  await teacher.tab('desk.panel-tools');
  await page.getByText(says('desk.ends'), { exact: true }).click();
  const [end] = (await ask(`${url}/api/classes/${classId}/links`, bearer)).body.districts as readonly ClassEnd[];
  await page.getByText(end?.link ?? '', { exact: true }).waitFor();
  const files = await zipOf(url, classId);
  expect(checkText(files['events.jsonl'] ?? '').findings.filter(({ what }) => what !== 'game-unfinished')).toEqual([]);
  const aside = (files['set-aside.csv'] ?? '').trimEnd().split('\r\n');
  expect(aside[0]).toContain('district,line,set_aside_at,reason,text');
  expect(aside[1]).toMatch(/^1,4,[^,]+,link-differs,"\{""seq"":3,.*""at"":1/);
  expect(files['README.zh.md']).toContain('set-aside.csv');
  expect(files['codebook.csv']).toContain('set-aside.csv,set_aside_at');
  expect([teacher, ada].flatMap(({ complaints }) => complaints)).toEqual([]);
});
