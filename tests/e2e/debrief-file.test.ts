/** Opening only a record's file, on a phone in Chinese: the first screen, and messages for a bad file. */
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from '../debrief/districts.ts';
import { PHONE } from './support/browser.ts';
import { withFile } from './support/record-file.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

/** Two districts, as a class's export has them. */
const log = [11, 12].map((seed) => serialise(recorded({ firms: ['cooperate', 'merger', 'trader'], seed }))).join('');

const stage = serverAndBrowser();

describe('somebody with nothing but the file', () => {
  test('has map, verdict, line of moments and all parts on the first screen of a phone, and is told why', async () => {
    const tells = words('zh');
    const { page, complaints } = await withFile(stage.browser, stage.server.url);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.jsonl', mimeType: 'text/plain', buffer: Buffer.from(log) });
    const verdict = page.getByRole('region', { name: tells('debrief.verdictAsk') });
    await verdict.getByRole('button', { name: tells('debrief.revealFigure') }).click();
    await verdict.getByText(/（图[二三四]）/).waitFor();
    await verdict.getByText(/从第 \d+ 年（19\d\d 年）起/).waitFor();
    for (const [what, least] of [
      ['.verdict', 40],
      ['.map-frame', 290],
      ['.scrubber', 90],
      ['.record .tabs', 80],
    ] as const) {
      const fits = async () => {
        const { y, height } = (await page.locator(what).boundingBox()) ?? { y: 0, height: 0 };
        return { what, ends: y + height <= PHONE.height, high: height >= least };
      };
      await expect.poll(fits).toEqual({ what, ends: true, high: true });
    }
    await verdict.getByRole('button', { name: tells('debrief.verdictWhy') }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'why-this-figure');
    await page.getByText(/^最后一年，不同集团之间有协议 \d+ 份/).waitFor();
    expect(complaints).toEqual([]);
  });

  test('finds later mergers folded under the first, each with a way there', async () => {
    const tells = words('zh');
    const { page, complaints } = await withFile(stage.browser, stage.server.url);
    await page.locator('input[type=file]').setInputFiles(join(import.meta.dirname, '../golden/rules-3/merger.jsonl'));
    await page.locator('[data-tab="turns"]').click();
    await page
      .locator('.record')
      .getByRole('button', { name: tells('debrief.reveal'), exact: true })
      .click();
    const card = page.locator('.card').filter({ hasText: tells('debrief.rule-firstAbsorption') });
    await card.getByText(tells('debrief.further_other', { count: 4 })).click();
    await card.getByRole('button', { name: /^1989/ }).click();
    await page.waitForFunction(() => location.hash.includes('round=6') && location.hash.includes('phase=reveal'));
    expect(complaints).toEqual([]);
  });

  test('is told what is wrong with a bad one, and on which line', async () => {
    const { page, complaints } = await withFile(stage.browser, stage.server.url);
    const tells = words('zh');
    const lines = log.split('\n');
    const bad: readonly (readonly [content: string, sentence: string])[] = [
      ['', tells('debrief.trouble-empty')],
      ['PK\u0003\u0004', tells('debrief.trouble-at', { line: 1 })],
      [log.slice(0, -30), tells('debrief.trouble-at', { line: lines.length - 1 })],
      [lines.toSpliced(5, 1).join('\n'), tells('debrief.trouble-at', { line: 6 })],
      [log.replaceAll('"margin":1.7', '"margin":9.7'), tells('debrief.trouble-link-differs')],
    ];
    for (const [content, sentence] of bad) {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.jsonl', mimeType: 'text/plain', buffer: Buffer.from(content) });
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    }
    const huge = join(stage.folder, 'huge.jsonl');
    await writeFile(huge, log);
    await truncate(huge, 200 * 1024 * 1024);
    await page.locator('input[type=file]').setInputFiles(huge);
    await page.getByText(tells('debrief.trouble-too-large', { about: 64 })).waitFor();
    expect(complaints).toEqual([]);
  });
});
