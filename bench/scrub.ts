/**
 * Latency of a step of the debrief's slider in a real Chromium. The control is a page with a slider and a canvas as
 * large as the map, which shows a ready picture and one word.
 *
 * Two figures per step. Work: CPU time of the main thread from input to painted frame. Wait: wall time between them, of
 * which a 60 Hz display takes up to 16.7 ms in any case.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../tests/e2e/support/browser.ts';
import { words } from '../tests/e2e/support/words.ts';
import { onStreet } from './load.ts';
import { type Spread, spreadOf, tenth } from './statistics.ts';
import { type Part, table } from './table.ts';

const SCREEN = { width: 1280, height: 800 };
const SIZE = { width: 614, height: 414 };
const MOMENTS = 38;
/** Pause between steps, so that none pays for deferred work of the one before. */
const PAUSE_MS = 260;
/** Frame time of a display, over which steps are spread. */
const FRAME_MS = 17;

/** CPU time of the main thread in milliseconds. */
interface Work {
  readonly work: number;
  /** Parts of the total. */
  readonly script: number;
  readonly layout: number;
}
interface Step extends Work {
  readonly waitMs: number;
}

/** Runs in the page: moves the slider, and returns the milliseconds until the resulting frame was painted. */
function moveTo(to: number): Promise<number> {
  return new Promise((painted) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (slider === null) throw new Error('no slider');
    const began = performance.now();
    slider.value = String(to);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted(performance.now() - began);
      port2.postMessage(undefined);
    });
  });
}

async function workOf(devtools: CDPSession): Promise<Work> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (kind: string) => (metrics.find(({ name }) => name === kind)?.value ?? 0) * 1_000;
  return {
    work: of('TaskDuration'),
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
  };
}

const IN_TURN = Array.from({ length: MOMENTS }, (_, index) => index);
const TO_AND_FRO = IN_TURN.map((index) => (index * 17) % MOMENTS);

async function scrub(page: Page, moments: readonly number[]): Promise<readonly Step[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const steps: Step[] = [];
  for (const to of moments) {
    await page.waitForTimeout(PAUSE_MS + Math.random() * FRAME_MS);
    const before = await workOf(devtools);
    const waitMs = await page.evaluate(moveTo, to);
    const after = await workOf(devtools);
    steps.push({
      waitMs,
      work: after.work - before.work,
      script: after.script - before.script,
      layout: after.layout - before.layout,
    });
  }
  await devtools.detach();
  return steps;
}

async function scrubBare(browser: Browser): Promise<readonly Step[]> {
  const page = await browser.newPage({ viewport: SCREEN });
  await page.setContent(`<p>0</p><input type="range" min="0" max="${MOMENTS - 1}" value="0"><br>`);
  await page.evaluate(
    ({ width, height, moments }) => {
      const blank = () => Object.assign(document.createElement('canvas'), { width, height });
      const pictures = Array.from({ length: moments }, (_, index) => {
        const picture = blank();
        const pen = picture.getContext('2d');
        for (let line = 0; line < 400; line += 1) pen?.fillRect((line * 37 * index) % width, line, 40, 1);
        return picture;
      });
      const screen = document.body.appendChild(blank()).getContext('2d');
      document.querySelector('input')?.addEventListener('input', ({ target }) => {
        const { value } = target as HTMLInputElement;
        const word = document.querySelector('p');
        if (word !== null) word.textContent = value;
        requestAnimationFrame(() => {
          screen?.clearRect(0, 0, width, height);
          screen?.drawImage(pictures[Number(value)] ?? blank(), 0, 0);
        });
      });
    },
    { ...SIZE, moments: MOMENTS },
  );
  const steps = await scrub(page, [...IN_TURN, ...TO_AND_FRO]);
  await page.close();
  return steps;
}

async function scrubStreet(browser: Browser, url: string): Promise<readonly Step[]> {
  const says = words('en');
  const page = await browser.newPage({ locale: 'en-GB', viewport: SCREEN });
  await page.goto(`${url}/debrief`);
  await page.getByRole('button', { name: says('debrief.exampleButton'), exact: true }).click();
  await page.locator('.map-canvas').waitFor();
  // Most parts of the page are locked until the reveal.
  await page.getByRole('button', { name: says('debrief.revealFigure'), exact: true }).click();
  await page.waitForTimeout(2_000);
  const steps: Step[] = [];
  for (const [index, tab] of (await page.getByRole('tab').all()).entries()) {
    await tab.click();
    await page.waitForTimeout(500);
    steps.push(...(await scrub(page, index % 2 === 0 ? IN_TURN : TO_AND_FRO)));
  }
  await page.close();
  return steps;
}

export async function benchScrub(): Promise<Part> {
  const browser = await openBrowser();
  try {
    const bare = await scrubBare(browser);
    const street = await onStreet(({ url }) => scrubStreet(browser, url));
    const measures = {
      'work a step, ms of processor': ({ work }: Step) => work,
      'of it script': ({ script }: Step) => script,
      'of it style and layout': ({ layout }: Step) => layout,
      'input to painted frame, ms': ({ waitMs }: Step) => waitMs,
    };
    const figures = Object.entries(measures).map(([what, of]) => ({
      what,
      bare: spreadOf(bare.map(of)),
      street: spreadOf(street.map(of)),
    }));
    const row = ({ p50, p95, p99, max }: Spread) => [p50, p95, p99, max].map(String);
    const rows = figures.flatMap(({ what, bare, street }) => [
      [what, 'bare page', ...row(bare), ''],
      ['', 'the debrief', ...row(street), `${tenth(street.p50 / bare.p50)}×`],
    ]);
    return {
      text: [
        `Scrubbing the debrief: ${street.length} steps in all parts of the page, beside ${bare.length} on a bare page.`,
        table(['', '', 'p50', 'p95', 'p99', 'slowest', 'ratio'], rows),
      ].join('\n'),
      figures: Object.fromEntries(figures.map(({ what, ...each }) => [what, each])),
    };
  } finally {
    await browser.close();
  }
}
