/** Pages behind a network without WebSockets, and when each of them says so. */
import type { Browser, Page } from 'playwright-core';
import { KEY } from '../../support/server.ts';
import { PHONE } from './browser.ts';
import { joined, openClassOf, visit, wallOf } from './silence.ts';
import { words } from './words.ts';

const says = words('en');

export const BLOCKED_PAGES = ['join', 'play', 'desk', 'wall'] as const;
export type BlockedPage = (typeof BLOCKED_PAGES)[number];

/** Milliseconds from opening the page until it reports a network without WebSockets, and a remedy. */
export async function saidBehind(
  browser: Browser,
  server: string,
  network: string,
  name: BlockedPage,
): Promise<number> {
  const page = await opened(browser, server, network, name);
  const began = Date.now();
  await page.getByText(says('common.line-blocked')).first().waitFor();
  const ms = Date.now() - began;
  await page.context().close();
  return ms;
}

async function opened(browser: Browser, server: string, network: string, name: BlockedPage): Promise<Page> {
  if (name === 'join') return visit(browser, `${network}/`, PHONE);
  if (name === 'desk') return deskOf(browser, network);
  const open = await openClassOf(server);
  if (name === 'play') return joined(browser, network, open.code, 'Ada');
  return visit(browser, `${network}${wallOf(open)}`);
}

async function deskOf(browser: Browser, url: string): Promise<Page> {
  const page = await visit(browser, `${url}/teach`);
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await page.getByRole('button', { name: says('teach.open'), exact: true }).click();
  return page;
}
