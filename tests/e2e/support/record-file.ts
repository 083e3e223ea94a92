/** A phone in Chinese on the debrief's first page, before a file is opened. */
import type { Browser } from 'playwright-core';
import { type Person, PHONE, person } from './browser.ts';

export async function withFile(browser: Browser, url: string): Promise<Person> {
  const reader = await person(browser, { locale: 'zh-CN', viewport: PHONE });
  await reader.page.goto(`${url}/debrief`);
  await reader.page.locator('input[type=file]').waitFor({ state: 'attached' });
  return reader;
}
