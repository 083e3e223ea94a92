/** The sounds on a loudspeaker: none clips or clicks, and all are about equally loud. */
import { expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { bundle } from './support/bundle.ts';

declare global {
  /** Global set by the bundle. */
  var sounds: typeof import('./support/sounds.ts');
}

test('sounds are soft, have no clicks, and are audible on a phone', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundle('sounds.ts', 'sounds') });
  const all = await page.evaluate(() =>
    Promise.all(globalThis.sounds.SOUNDS.map(async (sound) => ({ sound, ...(await globalThis.sounds.heard(sound)) }))),
  );
  await browser.close();
  expect(all.length).toBeGreaterThanOrEqual(7);
  for (const { sound, peak, edges, length, step } of all) {
    expect(peak, sound).toBeGreaterThan(0.06);
    // Two sounds at once would still not clip.
    expect(peak, sound).toBeLessThan(0.25);
    expect(edges[0], sound).toBeLessThan(0.03);
    expect(edges[1], sound).toBeLessThan(0.001);
    expect(length, sound).toBeLessThanOrEqual(1);
    expect(step, sound).toBeLessThan(0.03);
  }
  const levels = all.map(({ onPhone }) => onPhone);
  expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(10);
});
