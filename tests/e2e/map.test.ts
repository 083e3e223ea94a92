/**
 * The map as it is served: the cut Phaser runs under the page's strict content policy, prints the sheet, answers the
 * keyboard, and rests when nothing moves.
 */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, type ServerProcess, startProcess } from '../support/child.ts';
import { newFolder } from '../support/server.ts';
import { LAPTOP, openBrowser, person } from './support/browser.ts';
import { words } from './support/words.ts';

let browser: Browser;
let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  folder = await newFolder();
  server = await startProcess(folder, await freePort());
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Shares of the sheet's inks among the canvas's pixels. */
function inksOn(page: Page): Promise<Readonly<Record<'vermilion' | 'jade' | 'ink' | 'cream', number>>> {
  return page.locator('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const found = { vermilion: 0, jade: 0, ink: 0, cream: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      if (red > 160 && green < 90 && blue < 70) found.vermilion += 1;
      else if (green > red + 30 && green > blue && red < 90) found.jade += 1;
      else if (red < 70 && green < 70 && blue < 70) found.ink += 1;
      else if (red > 225 && green > 210 && blue > 180) found.cream += 1;
    }
    const pixels = data.length / 4;
    return {
      vermilion: found.vermilion / pixels,
      jade: found.jade / pixels,
      ink: found.ink / pixels,
      cream: found.cream / pixels,
    };
  });
}

it('prints the street, answers keys, and sleeps', async () => {
  const says = words('en');
  const { page, complaints } = await person(browser, { locale: 'en-GB', viewport: LAPTOP });
  await page.goto(`${server.url}/practice`);
  await page.getByRole('button', { name: says('practice.start'), exact: true }).click();
  const map = page.getByRole('img', { name: /^Map of the district in 1984/ });
  await map.waitFor();

  await expect.poll(async () => (await inksOn(page)).cream, { timeout: 10_000 }).toBeGreaterThan(0.4);
  const inks = await inksOn(page);
  expect(inks.vermilion).toBeGreaterThan(0.001);
  expect(inks.jade).toBeGreaterThan(0.0001);
  expect(inks.ink).toBeGreaterThan(0.005);

  const whole = page.getByRole('button', { name: says('map.zoomAll'), exact: true });
  await map.focus();
  await page.keyboard.press('+');
  await whole.waitFor();
  await page.keyboard.press('0');
  await whole.waitFor({ state: 'hidden' });

  const key = page.getByRole('button', { name: says('map.key'), exact: true });
  await key.click();
  await page.getByText(says('map.keyRelinquished'), { exact: true }).waitFor();
  await key.click();

  await page.waitForTimeout(500);
  // A loop asks for its next frame from within the last one; a page that renders once in a while does not.
  const looped = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const ask = window.requestAnimationFrame;
        let inFrame = false;
        let asked = 0;
        window.requestAnimationFrame = (frame) => {
          if (inFrame) asked += 1;
          return ask((time) => {
            inFrame = true;
            frame(time);
            inFrame = false;
          });
        };
        setTimeout(() => {
          window.requestAnimationFrame = ask;
          resolve(asked);
        }, 600);
      }),
  );
  expect(looped).toBe(0);
  expect(complaints).toEqual([]);
});
