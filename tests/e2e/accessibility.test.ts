/**
 * Nobody is shut out: every screen of every phase, in both languages, light and dark, on a phone and on a laptop,
 * against axe; every control big enough for a thumb; nothing to scroll sideways, at 400 % of a laptop's width neither.
 *
 * The screens are those of `npm run pictures`, played for this test as they are for the camera.
 */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backToLaptop, type Look, SIZES, speak, still } from '../../scripts/pictures/camera.ts';
import { SCENES } from '../../scripts/pictures/scenes.ts';
import { openStreet, type Street } from '../../scripts/pictures/street.ts';
import { breaches, sideways, smallTargets } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';

/** 1280 px at 400 %. */
const ZOOMED = { width: 320, height: 256 };

let browser: Browser;
let street: Street;

beforeAll(async () => {
  street = await openStreet(join(import.meta.dirname, '../../dist/client'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await street?.close();
});

/** Each language and each scheme with each other once; what depends on neither is looked at in two of the four. */
function examiner(): { readonly look: Look; readonly faults: string[]; readonly seen: string[] } {
  const faults: string[] = [];
  const seen: string[] = [];
  const look: Look = async (page, name) => {
    seen.push(name);
    const note = (where: string, found: readonly string[]) =>
      faults.push(...found.map((fault) => `${name}, ${where}: ${fault}`));
    const wide = async (where: string) => {
      const pixels = await sideways(page);
      if (pixels > 0) note(where, [`${pixels} px too wide`]);
    };

    await page.setViewportSize(SIZES.phone);
    await still(page);
    note('phone', await breaches(page));
    note('phone', await smallTargets(page));
    await wide('phone');
    await page.setViewportSize(ZOOMED);
    await still(page);
    await wide('400 %');
    await page.setViewportSize(SIZES.laptop);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await still(page);
    note('laptop, dark', await breaches(page, 'contrast'));

    await speak(page, 'zh');
    note('laptop, Chinese, dark', await breaches(page));
    note('laptop, Chinese', await smallTargets(page));
    await page.setViewportSize(SIZES.phone);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await still(page);
    note('phone, Chinese', await breaches(page, 'contrast'));
    await wide('phone, Chinese');
    await backToLaptop(page);
  };
  return { look, faults, seen };
}

describe('accessibility', () => {
  it.each(Object.entries(SCENES))('finds nothing in: %s', async (_, scene) => {
    const { look, faults, seen } = examiner();
    await scene({ browser, street, look });
    expect(seen.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  it('would find something', async () => {
    const page = await browser.newPage({ viewport: ZOOMED });
    await page.setContent(
      '<p style="color:#999;width:900px">pale<button style="width:9px">b</button><img src="x"></p>',
    );
    const rules = (await breaches(page)).map((breach) => breach.split(':')[0]);
    expect(rules).toContain('color-contrast');
    expect(rules).toContain('image-alt');
    expect(await smallTargets(page)).toHaveLength(1);
    expect(await sideways(page)).toBeGreaterThan(0);
    await page.close();
  });
});
