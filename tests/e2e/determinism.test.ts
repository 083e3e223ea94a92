/**
 * The rules give the same bits in Node and in Chromium (SPEC.md S4): a browser that replays, asks what if, or plays a
 * reference district comes to what the server came to, hash for hash.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { openBrowser } from './support/browser.ts';
import { bundle } from './support/bundle.ts';
import { decidedAgain, played } from './support/streets.ts';

declare global {
  /** The bundle, in the browser. */
  var streets: typeof import('./support/streets.ts');
}

/** Only these are decided as they were; older ones are folded (`tests/log`). */
const golden = join(import.meta.dirname, `../golden/rules-${RULES_VERSION}`);
const logs = readdirSync(golden).filter((name) => name.endsWith('.jsonl'));
const SEEDS = Array.from({ length: 13 }, (_, index) => 1000 + index);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundle('streets.ts', 'streets') });
});
afterAll(() => browser.close());

describe('in Chromium as in Node', () => {
  test('there are golden logs to decide again', () => {
    expect(logs.length).toBeGreaterThanOrEqual(3);
  });

  test.each(logs)('the commands of %s are decided as they were, to the last hash', async (name) => {
    const text = readFileSync(join(golden, name), 'utf8');
    const here = decidedAgain(text);
    expect(await page.evaluate((log) => globalThis.streets.decidedAgain(log), text)).toBe(here);
    // A file of today ends with a line of its own, which golden logs are older than.
    expect(here.slice(0, text.length)).toBe(text);
  });

  test('a log with better luck is told apart', async () => {
    const text = readFileSync(join(golden, 'cooperate.jsonl'), 'utf8');
    const other = text.replace('"luckHigh":1.2,', '"luckHigh":1.3,');
    expect(other).not.toBe(text);
    expect(await page.evaluate((log) => globalThis.streets.decidedAgain(log), other)).not.toContain(other);
  });

  test('mixed districts of every size, in every scenario, come to the same hashes in every round', async () => {
    const there = await page.evaluate((seeds) => globalThis.streets.played(seeds), SEEDS);
    const here = played(SEEDS);
    expect(here.length).toBeGreaterThanOrEqual(39);
    expect(new Set(here.flatMap(({ hashes }) => hashes)).size).toBeGreaterThan(300);
    expect(there).toEqual(here);
  });
});
