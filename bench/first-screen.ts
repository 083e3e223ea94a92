/**
 * Waiting time in a real browser: until the join page accepts typing, and until the map is drawn on request. Measured
 * on this machine, and as a slow phone: 1.6 Mbit/s, 150 ms round trip, CPU four times slower (Lighthouse's mobile
 * throttling). The control is an empty page from the same server.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE, person } from '../tests/e2e/support/browser.ts';
import { words } from '../tests/e2e/support/words.ts';
import { onStreet } from './load.ts';
import { type Part, table } from './table.ts';

const TIMES = 3;
const PATIENCE_MS = 120_000;
const LOOK_MS = 50;

const DEVICES = {
  'this machine': undefined,
  'a slow phone': { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, slower: 4 },
} as const;
type Device = keyof typeof DEVICES;

/** Milliseconds on the page's clock since it began to load. */
interface Waited {
  readonly nothing: number;
  readonly join: number;
  readonly map: number;
}

async function open(browser: Browser, device: Device): Promise<Page> {
  const { page, context } = await person(browser, { locale: 'en-GB', viewport: PHONE });
  const slow = DEVICES[device];
  if (slow !== undefined) {
    const { slower, ...network } = slow;
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }
  return page;
}

const sinceLoad = (page: Page) => page.evaluate(() => performance.now());

async function wait(browser: Browser, url: string, device: Device): Promise<Waited> {
  const says = words('en');
  const empty = await open(browser, device);
  await empty.goto(`${url}/healthz`, { timeout: PATIENCE_MS });
  const nothing = await sinceLoad(empty);
  await empty.context().close();

  const door = await open(browser, device);
  await door.goto(url, { waitUntil: 'commit', timeout: PATIENCE_MS });
  await door.locator('input:enabled').first().waitFor({ timeout: PATIENCE_MS });
  const join = await sinceLoad(door);
  await door.context().close();

  const seat = await open(browser, device);
  await seat.goto(`${url}/practice`, { timeout: PATIENCE_MS });
  await seat.getByRole('button', { name: says('practice.start'), exact: true }).click();
  const tab = seat.getByRole('tab', { name: says('play.tab-map'), exact: true });
  await tab.click();
  const clicked = await sinceLoad(seat);
  while (!(await seat.evaluate(isDrawn))) await sleep(LOOK_MS);
  const map = (await sinceLoad(seat)) - clicked;
  await seat.context().close();
  return { nothing, join, map };
}

/** Runs in the page: whether the sheet has ink. */
function isDrawn(): boolean {
  const canvas = document.querySelector('canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  let ink = 0;
  for (let at = 0; pixels !== undefined && at < pixels.length; at += 400) if ((pixels[at] ?? 255) < 70) ink += 1;
  return ink > 10;
}

export async function benchFirstScreen(): Promise<Part> {
  return onStreet(async ({ url }) => {
    const browser = await openBrowser();
    try {
      const figures: Partial<Record<Device, Waited>> = {};
      const rows: string[][] = [];
      for (const device of Object.keys(DEVICES) as Device[]) {
        const times: Waited[] = [];
        for (let time = 0; time < TIMES; time += 1) times.push(await wait(browser, url, device));
        const middle = (read: (waited: Waited) => number) =>
          Math.round(times.map(read).toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? 0);
        const waited = {
          nothing: middle(({ nothing }) => nothing),
          join: middle(({ join }) => join),
          map: middle(({ map }) => map),
        };
        figures[device] = waited;
        rows.push([device, `${waited.nothing}`, `${waited.join}`, `${waited.map}`]);
      }
      const head = [
        '',
        'a page with nothing, ms',
        'the join page can be used, ms',
        'from the tap on Map to the drawn map, ms',
      ];
      return { text: [`Median of ${TIMES}, nothing cached`, table(head, rows)].join('\n'), figures };
    } finally {
      await browser.close();
    }
  });
}
