/** Cost of a replay's step in a real browser: it is complete in the next frame, and redraws no more than it must. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LAPTOP, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const says = words('en');
/** News and plan phases from the first round to the last; a reveal's story would go on drawing. */
const STEPS = [2, 31, 11, 35, 4, 5];

const stage = serverAndBrowser();

async function openExample(page: Page): Promise<void> {
  await page.goto(`${stage.server.url}/debrief`);
  await page.getByRole('button', { name: says('debrief.exampleButton'), exact: true }).click();
  await page.locator('.map-canvas').waitFor();
  await page.getByRole('button', { name: says('debrief.revealFigure'), exact: true }).click();
  await page.evaluate(atRest);
}

/** Runs in the page: waits until the map is unchanged for half a second and several frames. */
async function atRest(): Promise<void> {
  await document.fonts.ready;
  const picture = () => document.querySelector<HTMLCanvasElement>('.map-canvas')?.toDataURL();
  for (let before: string | undefined; before === undefined || picture() !== before; ) {
    before = picture();
    await new Promise((rested) => setTimeout(rested, 500));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }
}

/**
 * Runs in the page: moves the slider, and returns the steps after which the map changed after the first frame, or
 * never.
 */
async function stepsNotThereAtOnce(steps: readonly number[]): Promise<readonly number[]> {
  const slider = document.querySelector<HTMLInputElement>('.track input');
  const map = document.querySelector<HTMLCanvasElement>('.map-canvas');
  if (slider === null || map === null) throw new Error('the replay is not open');
  const late: number[] = [];
  for (const step of steps) {
    const before = map.toDataURL();
    slider.value = String(step);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise<void>((painted) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted();
        port2.postMessage(undefined);
      });
    });
    const atOnce = map.toDataURL();
    await new Promise((rested) => setTimeout(rested, 300));
    if (atOnce === before || map.toDataURL() !== atOnce) late.push(step);
  }
  return late;
}

/** Runs in the page: number of name rows written and formatters created by a step. */
async function writtenFor(step: number): Promise<readonly [rows: number, formatters: number]> {
  const slider = document.querySelector<HTMLInputElement>('.track input');
  if (slider === null) throw new Error('the replay is not open');
  const { ListFormat, NumberFormat } = Intl;
  const { format } = ListFormat.prototype;
  const count = { rows: 0, formatters: 0 };
  ListFormat.prototype.format = function (names) {
    count.rows += 1;
    return format.call(this, names);
  };
  Intl.NumberFormat = new Proxy(NumberFormat, {
    construct: (target, args) => {
      count.formatters += 1;
      return Reflect.construct(target, args);
    },
  });
  slider.value = String(step);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((settled) => setTimeout(settled, 100));
  ListFormat.prototype.format = format;
  Intl.NumberFormat = NumberFormat;
  return [count.rows, count.formatters];
}

/** Runs in the page: lines drawn on the map and images placed by a step. Keeps the pictures by step. */
async function drawnFor(step: number): Promise<readonly [lines: number, images: number]> {
  const slider = document.querySelector<HTMLInputElement>('.track input');
  const map = document.querySelector<HTMLCanvasElement>('.map-canvas');
  if (slider === null || map === null) throw new Error('the replay is not open');
  const pen = CanvasRenderingContext2D.prototype;
  const { stroke, drawImage } = pen;
  const count = { lines: 0, images: 0 };
  pen.stroke = function (...args: unknown[]) {
    if (this.canvas === map) count.lines += 1;
    return Reflect.apply(stroke, this, args);
  };
  pen.drawImage = function (...args: unknown[]) {
    if (this.canvas === map) count.images += 1;
    return Reflect.apply(drawImage, this, args);
  };
  slider.value = String(step);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  // Waits for any further drawing.
  await new Promise((rested) => setTimeout(rested, 100));
  Object.assign(pen, { stroke, drawImage });
  const copy = Object.assign(document.createElement('canvas'), { width: map.width, height: map.height });
  copy.getContext('2d')?.drawImage(map, 0, 0);
  const pictures: Record<number, HTMLCanvasElement[]> = Object(Reflect.get(window, 'pictures'));
  pictures[step] = [...(pictures[step] ?? []), copy];
  Reflect.set(window, 'pictures', pictures);
  return [count.lines, count.images];
}

/** Runs in the page: share of differing pixels between a step's two pictures. */
function difference(step: number): number {
  const kept: readonly HTMLCanvasElement[] = Reflect.get(window, 'pictures')?.[step] ?? [];
  const [one, other] = kept.map(
    (picture) => picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data ?? [],
  );
  if (one === undefined || other === undefined || one.length === 0) throw new Error('two pictures are needed');
  let different = 0;
  for (let at = 0; at < one.length; at += 1) if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 8) different += 1;
  return different / one.length;
}

test('a step is complete in the next frame', async () => {
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  await openExample(page);
  expect(await page.evaluate(stepsNotThereAtOnce, STEPS)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a step rewrites no unchanged sentence', async () => {
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  await openExample(page);
  await page.getByRole('tab', { name: says('debrief.section-turns'), exact: true }).click();
  await expect.poll(() => page.locator('.cards .card').count()).toBeGreaterThan(2);
  await expect.poll(() => page.locator('.marks li').count()).toBeGreaterThan(2);
  for (const step of STEPS) expect([step, ...(await page.evaluate(writtenFor, step))]).toEqual([step, 0, 0]);
  expect(complaints).toEqual([]);
});

test('pictures printed ahead equal those drawn directly', async () => {
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  // The browser is never idle unless the test says so.
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (act) => waiting.push(act);
    window.cancelIdleCallback = (place) => waiting.splice(place - 1, 1, () => undefined);
    Reflect.set(window, 'letIdle', () => {
      const tasks = waiting.splice(0);
      for (const act of tasks) act({ didTimeout: false, timeRemaining: () => 50 });
      return tasks.length > 0;
    });
  });
  await openExample(page);
  for (const step of STEPS) {
    const [, images] = await page.evaluate(drawnFor, step);
    expect(images).toBeGreaterThan(12);
  }
  await page.evaluate(() => {
    const letIdle: () => boolean = Reflect.get(window, 'letIdle');
    while (letIdle());
  });
  for (const step of STEPS) {
    expect([step, ...(await page.evaluate(drawnFor, step))]).toEqual([step, 0, 1]);
    expect(await page.evaluate(difference, step)).toBeLessThan(0.001);
  }
  expect(complaints).toEqual([]);
});
