/**
 * The rules give identical bits in Node and in every engine (SPEC.md S4): V8, SpiderMonkey, JavaScriptCore. Replays,
 * what-ifs and reference districts in a browser match the server hash for hash.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { openBrowser } from './support/browser.ts';
import { bundle } from './support/bundle.ts';
import { ENGINES } from './support/engines/engines.ts';
import { answerIn, inPage, type Screen } from './support/engines/screen.ts';
import { decidedAgain, folded, played } from './support/streets.ts';

declare global {
  /** Global set by the bundle. */
  var streets: typeof import('./support/streets.ts');
}

const golden = join(import.meta.dirname, '../golden');
const logs = Array.from({ length: RULES_VERSION }, (_, before) => `rules-${before + 1}`).flatMap((rules) =>
  readdirSync(join(golden, rules)).flatMap((name) => (name.endsWith('.jsonl') ? [`${rules}/${name}`] : [])),
);
/** Only logs of today's rules are decided again; older ones are folded. */
const ofToday = logs.filter((name) => name.startsWith(`rules-${RULES_VERSION}/`));
const textOf = (name: string) => readFileSync(join(golden, name), 'utf8');
const SEEDS = Array.from({ length: 13 }, (_, index) => 1000 + index);

type Page = Pick<Screen, 'run' | 'close'>;

async function openChromium(): Promise<Page> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  return {
    run: async (what, given) => answerIn(await page.evaluate<string>(inPage(what, given))),
    close: () => browser.close(),
  };
}

test('there are golden logs of every version', () => {
  expect(logs.length).toBeGreaterThanOrEqual(3 * RULES_VERSION);
  expect(ofToday.length).toBeGreaterThanOrEqual(3);
});

describe.each([{ name: 'Chromium', needs: 'chromium', open: openChromium }, ...ENGINES])(
  'in $name as in Node (only with $needs)',
  ({ open }) => {
    let page: Page | undefined;
    beforeAll(async () => {
      page = await open?.();
      await page?.run(
        (script) => {
          const element = document.createElement('script');
          element.textContent = script;
          document.head.append(element);
        },
        await bundle('streets.ts', 'streets'),
      );
    });
    afterAll(() => page?.close());

    test.skipIf(open === undefined).each(logs)('%s comes to the hashes that were kept', async (name) => {
      const text = textOf(name);
      const there = await page?.run((log) => globalThis.streets.folded(log), text);
      expect(there).toEqual(folded(text));
      expect(there?.length).toBeGreaterThanOrEqual(8);
    });

    test.skipIf(open === undefined).each(ofToday)(
      'the commands of %s are decided as they were, to the last hash',
      async (name) => {
        const text = textOf(name);
        const here = decidedAgain(text);
        expect(await page?.run((log) => globalThis.streets.decidedAgain(log), text)).toBe(here);
        // Today's files have a last line, which golden logs lack.
        expect(here.slice(0, text.length)).toBe(text);
      },
    );

    test.skipIf(open === undefined)('a log with better luck is told apart', async () => {
      const text = textOf(`rules-${RULES_VERSION}/cooperate.jsonl`);
      const other = text.replace('"luckHigh":1.2,', '"luckHigh":1.3,');
      expect(other).not.toBe(text);
      expect(await page?.run((log) => globalThis.streets.decidedAgain(log), other)).not.toContain(other);
    });

    test.skipIf(open === undefined)(
      'mixed districts of every size, in every scenario, come to the same hashes in every round',
      async () => {
        const there = await page?.run((seeds) => globalThis.streets.played(seeds), SEEDS);
        const here = played(SEEDS);
        expect(here.length).toBeGreaterThanOrEqual(39);
        expect(new Set(here.flatMap(({ hashes }) => hashes)).size).toBeGreaterThan(300);
        expect(there).toEqual(here);
      },
    );
  },
);
