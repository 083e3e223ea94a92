/**
 * The built map: the reduced Phaser runs under the strict content security policy, draws the sheet, answers the
 * keyboard, tells a round with interruptions, and sleeps when nothing moves.
 */
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sheetOf, signRooms } from '../../client/map/sheet.ts';
import { LAPTOP, PHONE, person } from './support/browser.ts';
import { holdClock } from './support/clock.ts';
import { planHand } from './support/plan.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();

/** Share of each ink among the canvas's pixels. */
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

/** Frames requested while nothing moves, each from within the last one as a loop does. */
async function framesAtRest(page: Page): Promise<number> {
  await page.waitForTimeout(500);
  return page.evaluate(
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
}

test('the map draws the street, answers keys, and sleeps', async () => {
  const says = words('en');
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  await page.goto(`${stage.server.url}/practice`);
  await page.getByRole('button', { name: says('practice.start'), exact: true }).click();
  const map = page.getByRole('img', { name: /^Map of the district in 1984/ });
  await map.waitFor();

  for (const [ink, least] of [
    ['cream', 0.4],
    ['vermilion', 0.001],
    ['jade', 0.0001],
    ['ink', 0.005],
  ] as const)
    await expect.poll(async () => (await inksOn(page))[ink]).toBeGreaterThan(least);

  const whole = page.getByRole('button', { name: says('map.zoomAll'), exact: true });
  await map.focus();
  await page.keyboard.press('+');
  await whole.waitFor();
  await page.keyboard.press('0');
  await whole.waitFor({ state: 'hidden' });

  // In a narrow window the buttons fit between the texts of the lower margin, even when zoomed in.
  await page.setViewportSize({ width: 965, height: LAPTOP.height });
  await map.focus();
  await page.keyboard.press('+');
  await whole.waitFor();
  for (const name of ['map.key', 'map.zoomIn', 'map.zoomOut', 'map.zoomAll']) {
    const between = async () => {
      const frame = await page.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().toJSON());
      const rooms = signRooms(sheetOf(frame.width, frame.height));
      const box = await page.getByRole('button', { name: says(name), exact: true }).boundingBox();
      if (box === null) return { name };
      return {
        name,
        afterProvinces: box.x > frame.left + rooms.provinces.x + rooms.provinces.w,
        beforeMultinationals: box.x + box.width < frame.left + rooms.multinationals.x,
      };
    };
    await expect.poll(between).toEqual({ name, afterProvinces: true, beforeMultinationals: true });
  }
  await page.keyboard.press('0');
  await whole.waitFor({ state: 'hidden' });
  await page.setViewportSize(LAPTOP);

  const key = page.getByRole('button', { name: says('map.key'), exact: true });
  await key.click();
  await page.getByText(says('map.keyRelinquished'), { exact: true }).waitFor();
  await key.click();

  await expect.poll(() => framesAtRest(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test('the map tells a round in parts, can be interrupted, and sleeps again', async () => {
  const says = words('en');
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  const button = (key: string) => page.getByRole('button', { name: says(key), exact: true });
  await page.clock.install();
  await page.goto(`${stage.server.url}/practice`);
  await button('practice.start').click();
  await page.getByRole('img', { name: /^Map of the district in 1984/ }).waitFor();
  await expect.poll(async () => (await inksOn(page)).cream).toBeGreaterThan(0.4);
  await button('play.toPlan').click();
  const plan = planHand(page, says);
  await plan.placeAll();
  // A part lasts a second or less, so the test holds the clock.
  await holdClock(page);
  await plan.submit();

  // Told after the deals and before the tax.
  const caption = page.getByText(/^Goods are sold: the district earns \d+$/);
  const isTold = async () => {
    await page.clock.runFor(200);
    return caption.isVisible();
  };
  await expect.poll(isTold).toBe(true);
  await button('map.skip').click();
  await caption.waitFor({ state: 'hidden' });
  await page.clock.resume();
  await expect.poll(() => framesAtRest(page)).toBe(0);
  expect(complaints).toEqual([]);
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Finds a seat on screen by hovering. */
function boxOf(page: Page, name: string): Promise<Box> {
  return page.locator('canvas').evaluate((canvas, wanted) => {
    const frame = canvas.getBoundingClientRect();
    const card = document.querySelector<HTMLElement>('.map-card');
    const hover = (clientX: number, clientY: number) =>
      canvas.dispatchEvent(new PointerEvent('pointermove', { pointerId: 99, pointerType: 'mouse', clientX, clientY }));
    const found: (readonly [number, number])[] = [];
    for (let y = frame.top + 2; y < frame.bottom; y += 4)
      for (let x = frame.left + 2; x < frame.right; x += 4) {
        hover(x, y);
        if (card?.hidden === false && card.querySelector('.map-card-title')?.textContent === wanted) found.push([x, y]);
      }
    canvas.dispatchEvent(new PointerEvent('pointerleave', { pointerId: 99, pointerType: 'mouse' }));
    if (found.length === 0) throw new Error(`${wanted} is nowhere on the map`);
    const xs = found.map(([x]) => x);
    const ys = found.map(([, y]) => y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return { x: left, y: top, w: Math.max(...xs) - left + 4, h: Math.max(...ys) - top + 4 };
  }, name);
}

const middleOf = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });

type Finger = (share: number) => { readonly x: number; readonly y: number };

const STEPS = 12;

/** Puts fingers down, moves each along its path from 0 to 1, and lifts them. */
async function touch(hand: CDPSession, fingers: readonly Finger[]): Promise<void> {
  const at = (share: number) => fingers.map((finger, id) => ({ ...finger(share), id }));
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: ReturnType<typeof at>) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', at(0));
  for (let step = 1; step <= STEPS; step += 1) await send('touchMove', at(step / STEPS));
  await send('touchEnd', []);
}

/** Double taps carry their own timestamps, because events may arrive late. */
async function doubleTap(hand: CDPSession, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const at = Date.now() / 1_000;
  await Promise.all(
    (['touchStart', 'touchEnd', 'touchStart', 'touchEnd'] as const).map((type, place) =>
      hand.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchStart' ? [{ x, y, id: 0 }] : [],
        timestamp: at + place * 0.02,
      }),
    ),
  );
}

const line =
  (from: { readonly x: number; readonly y: number }, dx: number, dy: number): Finger =>
  (share) => ({ x: from.x + dx * share, y: from.y + dy * share });

test('the map follows two fingers, and leaves one to the page', async () => {
  const says = words('en');
  // Lower than a phone, so that the page can scroll.
  const { page, context, complaints } = await person(stage.browser, {
    locale: 'en-GB',
    viewport: { width: PHONE.width, height: 500 },
  });
  const hand = await context.newCDPSession(page);
  await page.goto(`${stage.server.url}/practice`);
  await page.getByRole('button', { name: says('practice.start'), exact: true }).click();
  await page.getByRole('tab', { name: says('play.tab-map') }).click();
  await page.getByRole('img', { name: /^Map of the district in 1984/ }).waitFor();
  await expect.poll(async () => (await inksOn(page)).cream).toBeGreaterThan(0.4);
  const whole = page.getByRole('button', { name: says('map.zoomAll'), exact: true });
  const pageSeen = () =>
    page.evaluate(() => ({ scale: window.visualViewport?.scale, scroll: window.scrollY, left: window.scrollX }));
  const still = await pageSeen();
  const before = await boxOf(page, 'Lakelight');
  const middle = middleOf(before);

  // Two fingers move apart vertically: the map zooms, the page stays.
  const up = { x: middle.x - 10, y: middle.y - 30 };
  const down = { x: middle.x + 10, y: middle.y + 30 };
  await touch(hand, [line(up, -10, -30), line(down, 10, 30)]);
  await whole.waitFor();
  const near = await boxOf(page, 'Lakelight');
  expect(near.w / before.w).toBeGreaterThan(1.8);
  expect(near.w / before.w).toBeLessThan(2.2);
  expect(Math.abs(middleOf(near).x - middle.x)).toBeLessThan(10);
  expect(Math.abs(middleOf(near).y - middle.y)).toBeLessThan(10);
  expect(await pageSeen()).toEqual(still);

  // One finger drags the zoomed map, vertically too.
  await touch(hand, [line(middle, 30, 40)]);
  const moved = await boxOf(page, 'Lakelight');
  expect(moved.x - near.x).toBeGreaterThan(20);
  expect(moved.y - near.y).toBeGreaterThan(30);
  expect(await pageSeen()).toEqual(still);

  // Two fingers side by side drag it without zooming.
  await touch(hand, [line({ x: 100, y: 220 }, -20, -30), line({ x: 200, y: 220 }, -20, -30)]);
  const carried = await boxOf(page, 'Lakelight');
  expect(Math.abs(carried.w - moved.w)).toBeLessThan(8);
  expect(carried.y - moved.y).toBeLessThan(-20);
  expect(await pageSeen()).toEqual(still);

  // Fingers together: the whole sheet again.
  await touch(hand, [line({ x: 100, y: 140 }, 70, 60), line({ x: 260, y: 260 }, -70, -50)]);
  await whole.waitFor({ state: 'hidden' });
  expect(await boxOf(page, 'Lakelight')).toEqual(before);

  // Double taps on one spot zoom in, and back.
  await doubleTap(hand, middle);
  await whole.waitFor();
  expect((await boxOf(page, 'Lakelight')).w / before.w).toBeGreaterThan(1.8);
  await page.waitForTimeout(400);
  await doubleTap(hand, middle);
  await whole.waitFor({ state: 'hidden' });
  expect(await pageSeen()).toEqual(still);

  // One finger over the whole sheet scrolls the page to its end.
  const most = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(most).toBeGreaterThan(10);
  await touch(hand, [line({ x: middle.x, y: 330 }, 0, -150)]);
  await expect.poll(async () => (await pageSeen()).scroll).toBe(most);
  expect(await whole.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});
