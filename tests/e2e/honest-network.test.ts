/**
 * Networks that do not say what they do: no page waits for ever behind one that lets no WebSocket through, and none shows
 * an old phase as if it were the present one.
 */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, type ServerProcess, startProcess } from '../support/child.ts';
import { type Detour, detourTo } from '../support/detour.ts';
import { post } from '../support/http.ts';
import { type Blocking, withoutSockets } from '../support/no-sockets.ts';
import { sitAtDesk } from '../support/player.ts';
import { KEY, newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';
import { LAPTOP, openBrowser, PHONE, person } from './support/browser.ts';
import { words } from './support/words.ts';

const SAYS_WITHIN_MS = 5_000;
const NOTICED_WITHIN_MS = 3_000;
const says = words('en');

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

interface Opened {
  readonly classId: string;
  readonly code: string;
  readonly projectorLink: string;
  readonly assistantLink: string;
}

async function opened(): Promise<Opened> {
  const request = { clockMode: 'desk', seatsPerDistrict: 4, leftovers: 'observe' };
  const { body } = await post(`${server.url}/api/classes`, request, KEY);
  const { classId, code, projectorLink, assistantLink } = body as Record<keyof Opened, string>;
  return { classId, code, projectorLink, assistantLink };
}

async function visit(address: string, viewport = LAPTOP): Promise<Page> {
  const { page } = await person(browser, { locale: 'en-GB', viewport });
  await page.goto(address);
  return page;
}

async function join(url: string, code: string, name: string): Promise<Page> {
  const page = await visit(`${url}/?code=${code}`, PHONE);
  await page.getByLabel(says('join.name'), { exact: true }).fill(name);
  await page.getByRole('button', { name: says('join.join'), exact: true }).click();
  return page;
}

async function desk(url: string): Promise<Page> {
  const page = await visit(`${url}/teach`);
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await page.getByRole('button', { name: says('teach.open'), exact: true }).click();
  return page;
}

const wallOf = ({ code, projectorLink }: Opened) => `/project#code=${code}&link=${projectorLink}`;

describe.each(['refuses', 'swallows'] as const)('behind a network that %s every WebSocket', (how) => {
  let network: Blocking;
  beforeAll(async () => {
    network = await withoutSockets(server.url, how);
  });
  afterAll(() => network.dispose());

  test.each(['join', 'play', 'desk', 'wall'])('%s says so within five seconds, and what to do', async (name) => {
    const open = await opened();
    const pages: Record<string, () => Promise<Page>> = {
      join: () => visit(`${network.url}/`, PHONE),
      play: () => join(network.url, open.code, 'Ada'),
      desk: () => desk(network.url),
      wall: () => visit(`${network.url}${wallOf(open)}`),
    };
    const page = await pages[name]?.();
    const began = Date.now();
    await page?.getByText(says('common.line-blocked')).first().waitFor({ timeout: 20_000 });
    expect(Date.now() - began).toBeLessThan(SAYS_WITHIN_MS);
    await page?.context().close();
  });
});

describe('a page of a class that plays', () => {
  let detour: Detour;
  let pages: Readonly<Record<string, Page>>;
  let open: Opened;
  const lost = [says('common.reconnecting'), says('desk.reconnecting'), says('project.reconnecting')];

  /** When a word of trouble stood there, by the page's own clock, which is the test's. */
  const watch = (page: Page) =>
    page.evaluate((texts) => {
      const state = window as unknown as { troubled?: number };
      delete state.troubled;
      const look = () => {
        if (state.troubled !== undefined || !texts.some((text) => document.body.textContent?.includes(text))) return;
        state.troubled = Date.now();
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      look();
    }, lost);
  const troubledAt = (page: Page) =>
    page.waitForFunction(() => (window as unknown as { troubled?: number }).troubled, undefined, { timeout: 20_000 });

  async function noticedAfter(what: () => void): Promise<Readonly<Record<string, number>>> {
    await Promise.all(Object.values(pages).map(watch));
    const began = Date.now();
    what();
    const times = Object.entries(pages).map(async ([name, page]) => {
      const at = await (await troubledAt(page)).jsonValue();
      return [name, Number(at) - began] as const;
    });
    return Object.fromEntries(await Promise.all(times));
  }

  const calm = () =>
    Promise.all(
      Object.values(pages).map((page) =>
        page.waitForFunction((texts) => !texts.some((text) => document.body.textContent?.includes(text)), lost, {
          timeout: 90_000,
        }),
      ),
    );

  beforeAll(async () => {
    detour = await detourTo(Number(new URL(server.url).port));
    const url = `http://127.0.0.1:${detour.port}`;
    open = await opened();
    const students: Page[] = [];
    for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Eve']) {
      const page = await join(url, open.code, name);
      await page.getByRole('heading', { name: says('play.seatKept', { name }) }).waitFor();
      students.push(page);
    }
    const line = await sitAtDesk(server.url, open.classId);
    await line.ask({ type: 'startClass' });
    await line.close();
    const observing = async () => {
      for (const page of students) {
        const heading = page.getByRole('heading', { name: says('classroom.observeTitle', { number: 1 }) });
        if ((await heading.count()) > 0) return page;
      }
      return undefined;
    };
    let observer: Page | undefined;
    for (let time = 0; time < 100 && observer === undefined; time += 1) {
      observer = await observing();
      await pause(100);
    }
    const seat = students.find((page) => page !== observer);
    if (observer === undefined || seat === undefined) throw new Error('nobody observes');
    const wall = await visit(`${url}${wallOf(open)}`);
    const teacher = await visit(`${url}/teach#code=${open.code}&link=${open.assistantLink}`);
    await teacher.getByRole('button', { name: says('teach.advance'), exact: true }).waitFor();
    pages = { seat, observer, wall, teacher };
  }, 120_000);
  afterAll(() => detour.dispose());

  test('says within three seconds that its line is silent, and that it is back', async () => {
    await calm();
    const noticed = await noticedAfter(() => detour.loseAll());
    process.stdout.write(`half-open line, noticed after ms: ${JSON.stringify(noticed)}\n`);
    for (const [name, ms] of Object.entries(noticed)) expect(ms, name).toBeLessThan(NOTICED_WITHIN_MS);
    await calm();
  });

  test('is current or says that it is not within three seconds of waking', async () => {
    const { seat } = pages;
    if (seat === undefined) throw new Error('nobody sits');
    const devtools = await seat.context().newCDPSession(seat);
    for (const asleep of ['with its line alive', 'with its line gone']) {
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
      if (asleep === 'with its line gone') detour.loseAll();
      const line = await sitAtDesk(server.url, open.classId);
      await line.ask({ type: 'advance' });
      const phase = await until('the phase', () => line.latest()?.districts[0]?.phase);
      await line.close();
      await pause(4_000);
      const woken = Date.now();
      await devtools.send('Page.setWebLifecycleState', { state: 'active' });
      const current = seat
        .getByText(says(`play.tab-${phase}`))
        .first()
        .waitFor();
      await Promise.race([current, watch(seat).then(() => troubledAt(seat))]);
      const ms = Date.now() - woken;
      process.stdout.write(`asleep ${asleep}, current or said so after ${ms} ms\n`);
      expect(ms, asleep).toBeLessThan(NOTICED_WITHIN_MS);
      await current;
      await calm();
    }
  });

  test('says so within three seconds of the server’s end, and goes on when it is back', async () => {
    const noticed = await noticedAfter(() => server.signal('SIGKILL'));
    process.stdout.write(`server killed, noticed after ms: ${JSON.stringify(noticed)}\n`);
    for (const [name, ms] of Object.entries(noticed)) expect(ms, name).toBeLessThan(NOTICED_WITHIN_MS);
    server = await startProcess(folder, Number(new URL(server.url).port));
    await calm();
  });
});
