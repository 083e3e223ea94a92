/** Compares several classes from zips and logs of any rules without a server; a second file adds to them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { linked } from '../../shared/log/links.ts';
import { foundedOf, makeHeader } from '../../shared/log/record.ts';
import { recorded } from '../debrief/districts.ts';
import { person } from './support/browser.ts';
import { withFile } from './support/record-file.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const says = words('zh');

/** A log as a class of the server would export it. */
function inClass(classId: string, number: number, seed: number): DistrictLog {
  const { header, records } = recorded({ seed, firms: ['cooperate', 'merger', 'trader'] });
  const origin = { districtId: `${classId}-${number}`, districtNumber: number, classId };
  const moved = makeHeader(foundedOf(header), origin);
  const kept: DistrictLog['records'][number][] = [];
  for (const { link: _, ...record } of records) kept.push(linked(record, kept.at(-1)?.link ?? moved.link));
  return { header: moved, records: kept };
}

const classLogs = (classId: string, seeds: readonly number[]) =>
  serialise(...seeds.map((seed, index) => inClass(classId, index + 1, seed)));
const zipOf = (title: string, text: string) =>
  Buffer.from(zipSync({ 'events.jsonl': strToU8(text), 'metadata.json': strToU8(JSON.stringify({ title })) }));
const monday = { name: 'monday.zip', mimeType: 'application/zip', buffer: zipOf('周一班', classLogs('ka', [1, 2, 3])) };
const friday = { name: 'friday.jsonl', mimeType: 'text/plain', buffer: Buffer.from(classLogs('kb', [4, 5])) };
const golden = join(import.meta.dirname, '../golden/rules-1');
const first = readFileSync(join(golden, 'mixed.jsonl'));
const earlier = { name: 'earlier.jsonl', mimeType: 'text/plain', buffer: first };
const torn = { name: 'torn.jsonl', mimeType: 'text/plain', buffer: Buffer.from('a,b\n1,2\n') };

const stage = serverAndBrowser();

test('zips and logs open together, each bad one is named, and a later one adds and says so', async () => {
  const { page, complaints } = await withFile(stage.browser, stage.server.url);
  const choose = () => page.locator('input[type=file]').first();
  await choose().setInputFiles([monday, friday, torn]);
  await page.getByRole('alert').filter({ hasText: 'torn.jsonl' }).getByText(says('debrief.trouble-not-json')).waitFor();
  const select = page.getByLabel(says('debrief.districtLabel'));
  await expect.poll(() => select.locator('option').count()).toBe(5);
  await expect.poll(() => select.locator('option').first().textContent()).toContain('周一班');

  await page.locator('summary', { hasText: says('debrief.openedFiles', { count: 3 }) }).click();
  await choose().setInputFiles([earlier, monday]);
  await page.getByRole('status').filter({ hasText: 'earlier.jsonl' }).waitFor();
  await page.getByText(says('debrief.doubled-counted-once', { id: 'ka-1' })).waitFor();
  await expect.poll(() => select.locator('option').count()).toBe(6);

  await page.locator('[data-tab="sides"]').click();
  await page.getByRole('button', { name: says('debrief.revealAll') }).click();
  const table = page.getByRole('table').filter({ hasText: says('debrief.colClass') });
  await expect.poll(() => table.locator('tbody tr').count()).toBe(3);
  const among = page.locator('.among').first();
  await expect.poll(() => among.locator('.among-mark.own').count()).toBe(3);
  await page.getByLabel(says('debrief.ownClass')).selectOption({ label: 'friday' });
  await expect.poll(() => among.locator('.among-mark.own').count()).toBe(2);
  expect(complaints).toEqual([]);
});

test('a district of older rules is shown in every part; only what-if says that it needs its own', async () => {
  const { page, complaints } = await withFile(stage.browser, stage.server.url);
  await page.locator('input[type=file]').first().setInputFiles(earlier);
  for (const part of ['turns', 'street', 'questions', 'curves', 'sides', 'tables', 'whatif']) {
    await page.locator(`[data-tab="${part}"]`).click();
    const reveal = page.getByRole('tabpanel').getByRole('button', { name: says('debrief.reveal'), exact: true });
    if ((await reveal.count()) > 0) await reveal.click();
    expect(await page.getByRole('tabpanel').textContent()).not.toMatch(/NaN|undefined/);
  }
  await page.getByText(says('debrief.refused-other-rules')).waitFor();
  expect(complaints).toEqual([]);
});

test('twenty districts of ten classes open together', async () => {
  const { page, complaints } = await withFile(stage.browser, stage.server.url);
  const files = Array.from({ length: 10 }, (_, index) => ({
    name: `class-${index}.jsonl`,
    mimeType: 'text/plain',
    buffer: Buffer.from(classLogs(`k${index}`, [10 + 2 * index, 11 + 2 * index])),
  }));
  await page.locator('input[type=file]').first().setInputFiles(files);
  const select = page.getByLabel(says('debrief.districtLabel'));
  await expect.poll(() => select.locator('option').count()).toBe(20);
  expect(complaints).toEqual([]);
});

test('curves are named whole at their ends, inside the chart', async () => {
  const english = words('en');
  const { page, context } = await person(stage.browser, { locale: 'en-GB', viewport: { width: 1366, height: 768 } });
  await page.goto(`${stage.server.url}/debrief`);
  await page.getByRole('button', { name: english('debrief.exampleButton'), exact: true }).click();
  await page.getByRole('tab', { name: english('debrief.section-sides'), exact: true }).click();
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: english('debrief.reveal'), exact: true })
    .click();
  const name = page.locator('.curve-ends text').filter({ hasText: english('debrief.reference-cooperate') });
  await name.waitFor();
  const outside = await page.locator('.curve-ends text').evaluateAll((all) =>
    all.flatMap((text) => {
      const sheet = text.closest('svg')?.getBoundingClientRect();
      const box = text.getBoundingClientRect();
      return sheet !== undefined && box.right <= sheet.right + 1 ? [] : [text.textContent];
    }),
  );
  expect(outside).toEqual([]);
  await context.close();
});
