/**
 * Accessibility of every screen in every phase, on phone and laptop, in both languages, light and dark. Checks axe's
 * rules, sizes of targets, visible focus, and that nothing is cut off or scrolls sideways, at 400 % zoom and with wide
 * letter spacing too.
 *
 * `npm run accessibility` tests every combination. `npm test` takes every screen in both sizes, languages and schemes
 * but combines each with one of the others. It checks spacing and focus on phones, and zooms every third screen.
 *
 * The screens are those of `npm run pictures`.
 */
import type { Locator } from 'playwright-core';
import { describe, type ExpectStatic, test } from 'vitest';
import { backToLaptop, type Look, SCHEMES, SIZES, type Size, speak, still } from '../../scripts/pictures/camera.ts';
import type { Scene } from '../../scripts/pictures/scenes/scene.ts';
import { SCENES } from '../../scripts/pictures/scenes.ts';
import { LANGUAGES, type Language } from '../../shared/i18n/languages.ts';
import { messages } from '../../shared/i18n/messages.ts';
import { breaches, smallTargets, tooWide, undefinedWords, unexplained } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';
import { cutOff, spaced, unseenFocus, wrongTongue } from './support/reading.ts';
import { streetAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const THUMB = 44;
/** WCAG's minimum for a mouse, since desk and debrief on a laptop are dense tables. */
const MOUSE = 24;
const DENSE = /^(desk|wall|debrief)/;
const EXAMINED: readonly Size[] = ['phone', 'laptop'];
/** 1280 by 1024 px at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const THOROUGH = process.env.COMBINATIONS === 'all';
const TAGS = { en: 'en-GB', zh: 'zh-CN' } as const;

const stage = streetAndBrowser(openBrowser);

interface Examiner {
  readonly look: Look;
  readonly faults: string[];
  readonly seen: Set<string>;
  /** Number of axe runs. */
  readonly readings: () => number;
}

/** Phones are light in English and dark in Chinese, laptops the other way round. */
function schemesOf(size: Size, language: Language): readonly (typeof SCHEMES)[number][] {
  return THOROUGH ? SCHEMES : [(size === 'phone') === (language === 'en') ? 'light' : 'dark'];
}

/** Alternates languages and sizes from screen to screen. */
function inTurn(language: Language, screen: number, size: Size): boolean {
  return THOROUGH || LANGUAGES[(screen + (size === 'phone' ? 0 : 1)) % LANGUAGES.length] === language;
}

function examiner(): Examiner {
  const faults: string[] = [];
  const seen = new Set<string>();
  let readings = 0;
  const look: Look = async (page, name, sizes = EXAMINED, again = async () => undefined) => {
    seen.add(name);
    const note = (where: string, found: readonly string[]) => {
      faults.push(...found.map((fault) => `${name}, ${where}: ${fault}`));
    };
    const wear = (colorScheme: (typeof SCHEMES)[number]) => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const inEach = async (size: Size, act: (language: Language) => Promise<void>) => {
      // Begins with the present language, so that each size changes it once.
      const spoken = await page.locator('html').getAttribute('lang');
      for (const language of spoken === TAGS.zh ? LANGUAGES.toReversed() : LANGUAGES) {
        if (!inTurn(language, seen.size, size)) continue;
        // Set before the language, so that both are drawn at once.
        await wear(schemesOf(size, language)[0] ?? 'light');
        if (!(await speak(page, language))) continue;
        await still(page);
        await again();
        // What was reopened gets its place in the next frame.
        await still(page);
        await act(language);
      }
    };
    const outside = async () => [...(await tooWide(page)), ...(await cutOff(page))];
    // A tablet adds nothing between phone and laptop; walls are tested at wall size.
    for (const size of sizes.filter((size) => size !== 'tablet')) {
      await page.setViewportSize(SIZES[size]);
      await inEach(size, async (language) => {
        const where = `${size}, ${language}`;
        for (const [turn, scheme] of schemesOf(size, language).entries()) {
          if (turn > 0) {
            await wear(scheme);
            await still(page);
          }
          note(`${where}, ${scheme}`, await breaches(page));
          readings += 1;
        }
        note(where, await smallTargets(page, size !== 'phone' && DENSE.test(name) ? MOUSE : THUMB));
        note(where, await outside());
        note(where, await wrongTongue(page, TAGS[language], words(language)('common.appName')));
        note(where, await unexplained(page));
        const { glossary, play } = messages[language];
        note(where, await undefinedWords(page, { ...glossary, wordsTitle: play.wordsTitle }));
        if (size === 'projector' || (!THOROUGH && size !== 'phone')) return;
        note(`${where}, set wide`, await spaced(page, outside));
        note(where, await unseenFocus(page));
      });
      // Done now, while the page has the phone's language.
      if (size !== 'phone' || !(THOROUGH || seen.size % 3 === 0)) continue;
      await page.setViewportSize(ZOOMED);
      await inEach(size, async (language) => {
        note(`400 %, ${language}`, [...(await outside()), ...(await unseenFocus(page))]);
      });
    }
    await backToLaptop(page);
    await again();
  };
  return { look, faults, seen, readings: () => readings };
}

/** Runs alone, because it stops the server; the others run in parallel. */
const { outage, ...BESIDE } = SCENES;

async function examine(title: string, scene: Scene, expect: ExpectStatic): Promise<void> {
  const { look, faults, seen, readings } = examiner();
  await scene({ browser: stage.browser, street: stage.street, look });
  console.log(`${title}: ${seen.size} screens, read ${readings()} times by axe`);
  expect(faults).toEqual([]);
  expect(readings()).toBeGreaterThanOrEqual(seen.size * (THOROUGH ? LANGUAGES.length * SCHEMES.length : 1));
}

describe('accessibility', () => {
  test.concurrent.for(Object.entries(BESIDE))('finds nothing in: %s', ([title, scene], { expect }) =>
    examine(title, scene, expect),
  );

  test('finds nothing while the server is away', async ({ expect }) => {
    if (outage !== undefined) await examine('outage', outage, expect);
  });

  test('shows what is chosen, and how full a measure is, in a reader’s own colours', async ({ expect }) => {
    const page = await stage.browser.newPage({ viewport: SIZES.laptop, forcedColors: 'active', locale: 'en-GB' });
    await page.goto(`${stage.street.url}/components`);
    const sheet = page.locator('.scheme').first();
    const click = (each: Locator) => each.evaluate((element) => (element as HTMLElement).click());
    const changes = async (seen: Locator, act: () => Promise<void>) => {
      const before = await seen.screenshot();
      await act();
      await expect.poll(async () => (await seen.screenshot()).equals(before), { message: String(seen) }).toBe(false);
    };
    const verb = sheet.getByRole('button', { name: messages.en.plan['verb-merge'] });
    await changes(verb, () => click(verb));
    const tab = sheet.getByRole('tab').nth(1);
    await changes(tab, () => click(tab));
    const meter = sheet.locator('.meter');
    await changes(meter, () =>
      meter.locator('.meter-fill').evaluate((fill) => {
        fill.style.width = '0';
      }),
    );
    await page.close();
  });

  test('would find something', async ({ expect }) => {
    const page = await stage.browser.newPage({ viewport: ZOOMED });
    await page.setContent(
      '<html lang="en"><p style="color:#999;width:900px">pale 街<button style="width:9px;padding:0">b</button><img src="x"></p>' +
        '<button style="width:44px;height:44px" aria-label="more">+</button><table><tr><th>Pacts<td>1</table>' +
        '<button style="outline:0">bare</button><div style="height:9px;overflow:hidden">cut</div>' +
        '<button style="position:fixed;bottom:0;width:300px;height:44px">under</button>' +
        '<div style="position:fixed;bottom:0;width:100%;height:60px;background:#fff"></div>',
    );
    const rules = (await breaches(page)).map((breach) => breach.split(':')[0]);
    expect(rules).toContain('color-contrast');
    expect(rules).toContain('image-alt');
    expect(await smallTargets(page, MOUSE)).toContainEqual(expect.stringContaining('“b” is 9 ×'));
    expect(await unexplained(page)).toHaveLength(1);
    expect(await undefinedWords(page, messages.en.glossary)).toHaveLength(1);
    expect(await tooWide(page)).toHaveLength(1);
    expect(await cutOff(page)).toEqual([
      expect.stringContaining('beyond the edge: P'),
      expect.stringContaining('cut off: DIV'),
    ]);
    const faults = await unseenFocus(page);
    expect(faults).toContain('no ring: BUTTON “bare”');
    expect(faults).toContain('out of sight: BUTTON “under”');
    expect(await wrongTongue(page, 'en', 'Electronics Street')).toEqual([
      'its title is “”',
      'not marked as Chinese: “pale 街”',
    ]);
    await page.close();
  });
});
