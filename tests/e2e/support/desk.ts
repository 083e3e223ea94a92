/** An instructor at the desk, who finds things by role and name. */
import type { Browser, Locator } from 'playwright-core';
import { KEY } from '../../support/server.ts';
import { LAPTOP, type Person, person } from './browser.ts';
import { words } from './words.ts';

export interface Instructor extends Person {
  readonly says: ReturnType<typeof words>;
  button(key: string, values?: Readonly<Record<string, string | number>>): Locator;
  /** Row of a district. */
  row(number: number): Locator;
  tab(key: string): Promise<void>;
  /** Waits until the desk reports the action's success. */
  did(type: string, whose: string): Promise<void>;
}

export function instructor(browser: Browser, url: string): Promise<Instructor> {
  return instructorAt(browser, `${url}/teach`);
}

/** Opens a class's desk by its address. */
export async function instructorAt(browser: Browser, address: string): Promise<Instructor> {
  const says = words('en');
  const teacher = await person(browser, { locale: 'en-GB', viewport: LAPTOP });
  const { page } = teacher;
  await page.goto(address);
  return {
    ...teacher,
    says,
    button: (key, values) => page.getByRole('button', { name: says(key, values), exact: true }),
    row: (number) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: says('teach.district', { number }) }) }),
    tab: (key) => page.getByRole('tab', { name: says(key) }).click(),
    did: (type, whose) =>
      page.getByText(says('desk.resultOf', { what: says(`desk.did-${type}`), whose }), { exact: true }).waitFor(),
  };
}

export async function openClass(teacher: Instructor): Promise<string> {
  const { page, says, button } = teacher;
  await page.getByLabel(says('teach.key'), { exact: true }).fill(KEY);
  await button('teach.open').click();
  const code = page.getByText(/^[A-Z0-9]{6}$/);
  await code.waitFor();
  return ((await code.textContent()) ?? '').trim();
}
